"""The documentation tells the truth: it names what there is, its links lead on, its lines run.

In ``README.md`` a block of commands after ``<!-- tutorial -->`` is run here, in the order of the
page, and the Turtle after ``<!-- excerpt -->`` is compared with what the reader makes.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from graph.model import EventClass
from graph.naming import slug
from tests.world import sample_store
from web.app import create_app
from web.cli import COMMANDS
from web.settings import Settings
from web.sparql.front import ROUTES

ROOT = Path(__file__).parents[1]
DATA = Path(str(files("data")))
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
KNOWLEDGE = (DATA / "authority" / "README.md", DATA / "gold" / "README.md")
README = PAGES[0].read_text(encoding="utf-8")
DOCS = "\n".join(page.read_text(encoding="utf-8") for page in (*PAGES, *KNOWLEDGE))
SENTENCE = re.compile(r'\*"(Foreign Minister[^"]+)"\*', re.DOTALL)
SERVES = re.compile(r"at (http://\S+)")
PATIENCE = 180.0

# What there is, and whether a page names it ----------------------------------------------------


def _addresses() -> list[str]:
    """The beginning of each address that the site and the service answer at."""
    app = create_app(sample_store(), Settings())
    rules = {re.split(r"[<]|\.<", rule.rule)[0] for rule in app.url_map.iter_rules()}
    machines = {path.removesuffix("/*") for path, _ in ROUTES}
    plain = {address.rstrip("/") or "/" for address in rules | machines}
    return sorted(plain - {"/static", "/vis-network.min.js"})  # parts of pages


@pytest.mark.parametrize("address", _addresses())
def test_each_address_of_the_site_is_documented(address: str) -> None:
    stem, dot, suffix = address.partition(".")
    forms = [f"`{address}", f"`.{suffix}`"] if dot and stem != "/" else [f"`{address}"]
    assert any(form in DOCS for form in forms), f"{address} stands on no page of the documentation"
    assert f"`{stem}" in DOCS


@pytest.mark.parametrize(
    "name",
    sorted(
        each.name
        for folder in ("lexicon", "authority", "prompts")
        for each in (DATA / folder).iterdir()
        if each.suffix in {".toml", ".csv", ".txt"}
    ),
)
def test_each_word_list_table_and_prompt_is_documented(name: str) -> None:
    assert f"{name}`" in DOCS


def test_the_way_of_an_article_names_files_that_are_there() -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [a-z ]+ \| .+? \| (.+?) \| .*\|$", page, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(?:ingest/)?([\w/]+\.py)`", row)}
    code = Path(str(files("ingest")))
    assert len(named) > 20
    assert {name for name in named if not (code / name).exists()} == set()


@pytest.mark.parametrize("kind", list(EventClass))
def test_each_class_of_event_is_documented_with_its_link_and_its_codes(kind: EventClass) -> None:
    page = (ROOT / "docs" / "graph.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| `{kind}` \|(.+)\|$", page, re.MULTILINE)
    _, link, plover, cameo = row.split("|")
    ontology = (DATA / "ontology.ttl").read_text(encoding="utf-8")
    (block,) = re.findall(
        rf"^dgm:{kind} a owl:Class ;\n.*?\.\n\n", ontology, re.MULTILINE | re.DOTALL
    )
    assert f"`{kind.direct}`" in link
    assert f"dgm:direct dgm:{kind.direct} " in block
    assert set(plover.replace(",", " ").split()) == set(re.findall(r"plover:(\w+)", block))
    assert set(_codes(cameo)) == set(re.findall(r"cameo:(\w+)", block))


def _codes(text: str) -> Iterator[str]:
    """The codes of a cell, ranges written out.

    >>> list(_codes(" 15, 17–19 "))
    ['15', '17', '18', '19']
    """
    for part in text.split(","):
        first, _, last = part.strip().partition("–")
        yield from (f"{n}" for n in range(int(first), int(last) + 1)) if last else (first,)


# Links -----------------------------------------------------------------------------------------


def _links() -> list[tuple[Path, str]]:
    pages = (*PAGES, *KNOWLEDGE, DATA / "pipeline" / "README.md")
    found = ((p, re.findall(r"\]\(([^)\s]+)\)", p.read_text(encoding="utf-8"))) for p in pages)
    return [(p, t) for p, targets in found for t in targets if "://" not in t and t[0] != "#"]


def _led_to(page: Path, target: str) -> Path:
    """What a link leads to; the packages may be installed elsewhere than the pages stand."""
    path, _, _ = target.partition("#")
    inside = page.is_relative_to(DATA)
    start = Path("data", page.parent.relative_to(DATA)) if inside else page.parent.relative_to(ROOT)
    parts = Path(os.path.normpath(start / path)).parts
    if parts and parts[0] in {"data", "graph", "ingest", "web"}:
        return Path(str(files(parts[0])), *parts[1:])
    return ROOT.joinpath(*parts)


@pytest.mark.parametrize(("page", "target"), _links(), ids=lambda v: getattr(v, "name", v))
def test_each_link_leads_somewhere(page: Path, target: str) -> None:
    led_to = _led_to(page, target)
    assert led_to.exists(), f"{page.name}: {target} is not there"
    if anchor := target.partition("#")[2]:
        heads = re.findall(r"^#+ (.+)$", led_to.read_text(encoding="utf-8"), re.MULTILINE)
        assert anchor in {slug(head) for head in heads}


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.name)
def test_the_readme_leads_to_each_page(page: Path) -> None:
    assert f"(docs/{page.name})" in README


def test_the_changelog_names_each_command() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert {listed.name for listed in COMMANDS if f"`{listed.name}`" not in text} == set()


# Examples --------------------------------------------------------------------------------------


def _questions() -> list[str]:
    page = (ROOT / "docs" / "graph.md").read_text(encoding="utf-8")
    return re.findall(r"```sparql\n(.*?)```", page, re.DOTALL)


@pytest.mark.parametrize("question", _questions())
def test_each_question_has_an_answer(question: str) -> None:
    store = sample_store()
    answer = store.select(question) if "SELECT" in question else store.construct(question)
    assert len(answer) > 0


def _blocks(mark: str) -> list[str]:
    """The fenced blocks of the README that stand after a mark."""
    return re.findall(rf"<!-- {mark} -->\n```\w+\n(.*?)```", README, re.DOTALL)


def _run(script: str, folder: Path) -> str:
    """What the lines of a block print, run as a person would; the first failure ends them."""
    done = subprocess.run(  # noqa: S603 - the lines of our own page
        ["/bin/bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, f"{script}\n{done.stderr}"
    return done.stdout


def _environment() -> dict[str, str]:
    """The command that is installed with this Python, no settings of whoever runs the tests."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("DRAGOMAN_")}
    path = os.pathsep.join((str(Path(sys.executable).parent), plain.get("PATH", "")))
    return {**plain, "PATH": path, "DRAGOMAN_PORT": "0", "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the tutorial reads of a clone."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(DATA / "samples", folder / "data" / "samples")
    return folder


def test_the_tutorial_works(clone: Path) -> None:
    ingested, degraded, countries, exported, extracted, path = (
        _run(block, clone) for block in _blocks("tutorial")
    )
    assert re.search(r"^articles +49$", ingested, re.MULTILINE)
    assert len(degraded.splitlines()) == 4
    assert countries.splitlines()[-1] == "(5 rows)"
    assert exported == ""
    made = [clone / name for name in ("graph.ttl", "beijing.trig", "events.csv", "network.graphml")]
    assert all(each.stat().st_size > 5_000 for each in made)
    assert "Norway signed with Kenya, Oslo, 4 March 2024" in extracted
    assert path.startswith("Moon Jae-in – ")
    (serve,) = _blocks("tutorial: serve")
    assert "Dragoman" in _first_page(serve, clone)


def _first_page(serve: str, folder: Path) -> str:
    """What the server says at the address that it names."""
    with subprocess.Popen(  # noqa: S603 - the line of our own page
        serve.split(),
        cwd=folder,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None
            said = SERVES.search(server.stdout.readline())
            assert said is not None
            with urllib.request.urlopen(said[1], timeout=PATIENCE) as answer:  # noqa: S310 - our own
                page: str = answer.read().decode()
            server.send_signal(signal.SIGINT)
            assert server.wait(timeout=PATIENCE) == 0
        finally:
            server.kill()
    return page


def test_the_excerpt_is_what_the_reader_makes(tmp_path: Path) -> None:
    sentence = SENTENCE.search(README)
    assert sentence is not None
    text = " ".join(sentence[1].split())
    article = f'{{"id": "eide", "published": "2024-03-05", "text": "{text}"}}'
    (tmp_path / "eide.jsonl").write_text(article, encoding="utf-8")
    printed = _run("dragoman extract eide.jsonl --format nquads", tmp_path)
    made = Dataset()
    made.parse(data=printed, format="nquads")
    (shown,) = _blocks("excerpt")
    wanted = set(Graph().parse(data=shown, format="turtle"))
    assert len(wanted) > 10
    assert wanted - {(s, p, o) for s, p, o, _ in made.quads()} == set()


def test_the_readme_says_what_the_two_commands_are() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^ {4})make ([a-z-]+)", DOCS, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"make {target} is not there"
    assert "`make test` runs everything" in README
