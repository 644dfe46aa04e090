"""How good the network is on held-out articles."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from ingest.participation.choosing import Partaking, chosen, likely_parts, weighs
from ingest.participation.traits import DOING, DONE
from ingest.training.participation.examples import Example


def table(network: Partaking, left: Sequence[Example]) -> str:
    """How many pairs of parties are right as they were read, and as the network chooses."""
    rows = [
        "| | events | precision | recall | F1 | with the network | | |",
        "| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    whole = [each for each in left if each.question.reported.whole]
    for name, weighed in (("all stand alike", True), ("one does it to another, or papers", False)):
        some = [e for e in whole if weighs(e.question.reported.event.kind) is weighed]
        read = _shares(some, [each.question.now for each in some])
        rows.append(
            _row(name, some, [*read, *_shares(some, [chosen(e.question, network) for e in some])])
        )
    half = [each for each in left if not each.question.reported.whole]
    parts = [likely_parts(network.chances(each.question)) for each in half]
    completed = [part or (0,) * len(e.wanted) for e, part in zip(half, parts, strict=True)]
    rows.append(_row("read by half", half, [0.0, 0.0, 0.0, *_shares(half, completed)]))
    return "\n".join(rows)


def _row(name: str, some: Sequence[Example], shares: Sequence[float]) -> str:
    return f"| {name} | {len(some)} | {' | '.join(f'{100 * share:.1f}' for share in shares)} |"


def _shares(
    some: Sequence[Example], parts: Sequence[tuple[int, ...]]
) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs of parties."""
    counts: Counter[str] = Counter()
    for each, part in zip(some, parts, strict=True):
        alike = each.question.reported.event.kind.symmetric
        read, wanted = pairs(part, alike=alike), pairs(each.wanted, alike=alike)
        counts.update(read=len(read), wanted=len(wanted), right=len(read & wanted))
    right, read_, wanted_ = counts["right"], counts["read"], counts["wanted"]
    both = 2 * right / max(1, read_ + wanted_)
    return right / max(1, read_), right / max(1, wanted_), both


def pairs(parts: Sequence[int], *, alike: bool) -> set[tuple[int, int]]:
    """Who is related to whom when the actors have these parts."""
    doing = [at for at, part in enumerate(parts) if part == DOING]
    done = [at for at, part in enumerate(parts) if part == DONE]
    return set(combinations(doing, 2)) if alike else {(a, b) for a in doing for b in done}
