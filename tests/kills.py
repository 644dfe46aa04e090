"""Kills writers of a store at random moments, and looks each time what they left.

    python -m tests.kills --kills 100 --seed 7

Each kind of work gets a store of its own, in which it goes on after every kill. After a kill the
store must open, for reading beside a writer and for writing; every article that was acknowledged
must be whole, the work that was under way done or not begun, the merged graph the union of the
articles, no graph empty, and the index what one made anew would be. The moments are drawn
uniformly from the time that some pieces of work take, which is measured first. The seed is printed:
the same seed draws the same moments, though not the same instructions.
"""

import argparse
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import httpx
from rdflib import URIRef

from graph.backups import backup
from graph.embedded import EmbeddedReader, EmbeddedStore
from graph.errors import DragomanError
from graph.store import Triple, open_store
from graph.validation import MergedFaults, merged_graph_faults
from tests import victims
from tests.graph.contents import articles, merged, union
from tests.graph.indexes import kept, made_anew
from tests.graph.servers import free_port
from tests.victims import ONCE, WORKS, State, Work

PIECES = 4
"""How many pieces of work the moments are drawn from, the opening of the store before them."""
PATIENCE_SECONDS = 60.0
SHARES = {
    "ingest, read already": 22,
    "ingest, with reading": 10,
    "ingest over HTTP": 16,
    "remove": 7,
    "update": 7,
    "rebuild": 6,
    "a new store": 12,
    "load": 12,
    "restore": 8,
}
"""How many of a hundred kills each kind of work gets."""
STAGES = {
    "indexfile.__init__": "the index is opened",
    "indexing._settle": "the index follows",
    "indexing._noting": "the index notes what will change",
    "indexing.losing_track": "the index notes what will change",
    "embedded._make": "the store changes",
    "embedded._run": "the store changes",
    "embedded.update": "the store changes",
    "backups._load": "the store is loaded",
    "loading._add": "the store is loaded",
    "loading._plain": "what is loaded is read",
    "loading.load": "what is loaded is read",
    "embedded.flush": "the store is flushed",
    "embedded.__init__": "the store is opened",
    "embedded._change": "the change is worked out",
    "embedded.replace_many": "the change is worked out",
    "embedded.remove": "the change is worked out",
    "embedded.close": "the store is closed",
    "replacing.replace_graphs": "the request is read",
    "batch.ingest": "articles are read",
    "batch.keep": "articles are read",
}
"""What is going on, by the innermost of these functions that is running."""

Said = Mapping[URIRef, Set[Triple]]
_FRAME = re.compile(r'(\w+)\.py", line \d+ in (\S+)')
_processes = get_context("forkserver")
_processes.set_forkserver_preload(["tests.opened"])


@dataclass(slots=True)
class Run:
    """Kills of one kind of work, one after another over one store."""

    name: str
    folder: Path
    dice: random.Random
    stages: Counter[str] = field(default_factory=Counter)
    state: State = field(default_factory=dict)
    """What the articles said when it was looked last."""
    next: int = 0
    """The piece of work that comes next."""
    done: int = -1
    """The last piece of work that was heard to be done."""
    turns: int = 0
    span: float = PATIENCE_SECONDS
    """How long some pieces of work take, in seconds."""

    @property
    def work(self) -> Work:
        """What is done."""
        return WORKS.get(self.name, WORKS["ingest, read already"])

    def kill(self, times: int) -> None:
        """Measures the work, then kills it that often, and looks each time what is left.

        Raises `AssertionError` where that is not what it has to be.
        """
        once = self._once if self.name in ONCE else self._alone
        if self.name == "ingest over HTTP":
            once = self._sent
        for _ in range(2):
            once(None)
        for turn in range(1, times + 1):
            self.turns = turn
            once(self.dice.uniform(0, self.span))

    @property
    def _store(self) -> Path:
        return self.folder / "store"

    def _alone(self, moment: float | None) -> None:
        """A process that works on the store by itself."""
        if self.name in ("remove", "update", "rebuild") and not self.state:
            self._fill()
        ours, theirs = _processes.Pipe(duplex=False)
        with self._victim(victims.write, self.name, self._store, self.next, theirs) as process:
            theirs.close()
            self._wait(process, ours, moment, self.next + PIECES - 1)
        self._look(max(_rest(ours), default=self.done))

    def _sent(self, moment: float | None) -> None:
        """A server, while articles are sent to it."""
        EmbeddedStore(self._store).close()
        port = free_port()
        ours, theirs = _processes.Pipe(duplex=False)
        with self._victim(victims.serve, self._store, port) as process:
            _wait_for(f"http://127.0.0.1:{port}/health")
            client = threading.Thread(target=victims.send, args=(port, self.next, theirs))
            client.start()
            self._wait(process, ours, moment, self.next + PIECES - 1)
        client.join()
        self._look(max(_rest(ours), default=self.done))

    def _once(self, moment: float | None) -> None:
        """A process that makes a store where there is none, all of it or nothing."""
        copy = self.folder / "backup"
        if not copy.exists():
            source = open_store(None)
            victims.fill(source, victims.MANY)
            backup(source, copy)
            self.state = {a: frozenset(said) for a, said in articles(source).items()}
        ours, theirs = _processes.Pipe(duplex=False)
        with self._victim(victims.once, self.name, self._store, copy, theirs) as process:
            theirs.close()
            self._wait(process, ours, moment, 0)
        with closing(EmbeddedStore(self._store)) as store:
            whole = bool(store.articles())
            if not whole:
                assert not _rest(ours)
                assert not any(True for _ in store.quads())
        if whole:
            self._look(-1)
            shutil.rmtree(self._store)

    def _fill(self) -> None:
        with closing(EmbeddedStore(self._store)) as store:
            victims.fill(store)
            self.state = {a: frozenset(said) for a, said in articles(store).items()}

    @contextmanager
    def _victim(
        self, target: Callable[..., None], *arguments: object
    ) -> Iterator[ForkServerProcess]:
        """A process that is killed at the end of the block; notes what it was doing."""
        trace = self.folder / "trace"
        process = _processes.Process(target=target, args=(*arguments, trace))
        process.start()
        try:
            yield process
            if process.pid is not None and process.is_alive():
                with suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGUSR1)
                _wait_until(lambda: trace.stat().st_size > 0)
        finally:
            process.kill()
            process.join()
        if self.turns:
            self.stages[_stage(trace.read_text())] += 1

    def _wait(
        self, process: ForkServerProcess, told: Connection, moment: float | None, last: int
    ) -> None:
        """Until the moment, or until the last piece of work is done, which is measured."""
        assert told.recv() == "ready"
        self.done = self.next - 1
        started = time.perf_counter()
        if moment is not None:
            time.sleep(moment)
            return
        while told.recv() < last:
            pass
        self.span = min(self.span, time.perf_counter() - started)
        self.done = last

    def _look(self, done: int) -> None:
        """Raises `AssertionError` where the store is not as it has to be."""
        for number in range(self.next, done + 1):
            self.state = self.work.after(self.state, number)
        self.next = max(self.next, done + 1)
        under_way = self.work.after(self.state, self.next)
        with closing(EmbeddedReader(self._store)) as reader:
            seen = articles(reader)
        store = EmbeddedStore(self._store)
        said = {address: frozenset(all_) for address, all_ in articles(store).items()}
        assert said in (self.state, under_way), _differ(said, self.state, under_way)
        assert seen == said, _differ(seen, said)
        together = union(articles(store))
        if self.name == "rebuild" and merged(store) != together:
            assert merged(store) == victims.astray(together, self.next)
            store.rebuild()
        assert merged(store) == together
        assert merged_graph_faults(store) == MergedFaults()
        assert {name.value for name in store.oxigraph.named_graphs()} == {*map(str, said)}
        assert kept(store) == made_anew(store)
        store.close()
        self.next += said == under_way
        self.state = said


def _rest(told: Connection) -> list[int]:
    """What was told before the other side ended, and not heard yet."""
    numbers = []
    with suppress(EOFError):
        while told.poll():
            numbers.append(told.recv())
    told.close()
    return [number for number in numbers if number != "ready"]


def _differ(said: Said, *wanted: Said) -> str:
    """How far what is said is from each of what is wanted."""
    lines = []
    for each in wanted:
        wrong = [a for a in {*said, *each} if said.get(a) != each.get(a)]
        lines.append(f"{len(wrong)} of {len(each)} articles differ: {sorted(wrong)[:8]}")
    return "; ".join(lines)


def _stage(trace: str) -> str:
    """What was going on, by the traces of all threads."""
    for file, function in _FRAME.findall(trace):
        if f"{file}.{function}" in STAGES:
            return STAGES[f"{file}.{function}"]
    return "between"


def _wait_for(address: str) -> None:
    def answers() -> bool:
        with suppress(httpx.HTTPError):
            return httpx.get(address, timeout=5, trust_env=False).status_code == httpx.codes.OK
        return False

    _wait_until(answers)


def _wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not true():
        if time.monotonic() > deadline:
            raise AssertionError("the process does not answer")
        time.sleep(0.0005)


def main() -> None:
    """Prints how many kills fell into which stage, and what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--only", default="", help="Kinds of work whose name begins so.")
    options = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 32) if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)
    stages: Counter[str] = Counter()
    for name, share in SHARES.items():
        if not name.startswith(options.only):
            continue
        times = max(1, round(share * options.kills / 100))
        dice = random.Random(f"{seed} {name}")  # noqa: S311 - moments, not secrets
        with tempfile.TemporaryDirectory() as folder:
            run = Run(name=name, folder=Path(folder), dice=dice)
            started = time.perf_counter()
            try:
                run.kill(times)
            except (AssertionError, DragomanError) as error:
                sys.exit(f"{name}, kill {run.turns} with seed {seed}: {error}")
            seconds = time.perf_counter() - started
        stages += run.stages
        print(
            f"{times:4} kills of: {name} ({run.span:.2f} s of work each, {seconds:.1f} s)",
            flush=True,
        )
    print(f"{stages.total():4} kills, and each time the store was whole. They fell where")
    for stage, number in stages.most_common():
        print(f"{number:4} {stage}")


if __name__ == "__main__":
    main()
