"""How good the network is on held-out articles."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from ingest.participation.choosing import Partaking, chosen
from ingest.participation.traits import DOING, DONE
from ingest.training.participation.examples import Example


def table(network: Partaking, left: Sequence[Example]) -> str:
    """How many pairs of parties are right as they were read, and as the network chooses."""
    rows = [
        "| | events | precision | recall | F1 | with the network | | |",
        "| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, alike in (("all stand alike", True), ("one does it to another", False)):
        some = [e for e in left if e.question.reported.event.kind.symmetric is alike]
        shares = []
        for parts in ([e.question.now for e in some], [chosen(e.question, network) for e in some]):
            counts: Counter[str] = Counter()
            for each, part in zip(some, parts, strict=True):
                read, wanted = pairs(part, alike=alike), pairs(each.wanted, alike=alike)
                counts.update(read=len(read), wanted=len(wanted), right=len(read & wanted))
            right, read_, wanted_ = counts["right"], counts["read"], counts["wanted"]
            precision, recall = right / max(1, read_), right / max(1, wanted_)
            shares += [precision, recall, 2 * right / max(1, read_ + wanted_)]
        figures = " | ".join(f"{100 * share:.1f}" for share in shares)
        rows.append(f"| {name} | {len(some)} | {figures} |")
    return "\n".join(rows)


def pairs(parts: Sequence[int], *, alike: bool) -> set[tuple[int, int]]:
    """Who is related to whom when the actors have these parts."""
    doing = [at for at, part in enumerate(parts) if part == DOING]
    done = [at for at, part in enumerate(parts) if part == DONE]
    return set(combinations(doing, 2)) if alike else {(a, b) for a in doing for b in done}
