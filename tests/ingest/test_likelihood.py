"""What the network finds unlikely is not told, however well the rules read it."""

import pytest

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.likelihood import LEAST, likely


def _states(count: int) -> tuple[Actor, ...]:
    return tuple(
        Actor(key=f"country/{n}", label=f"State {n}", kind=ActorClass.COUNTRY) for n in range(count)
    )


def _made(kind: EventClass, confidence: float, parties: int = 2) -> Candidate:
    made = Candidate(kind=kind, trigger=0, confidence=confidence)
    made.add(Role.PARTICIPANT, _states(parties), 1.0)
    return made


@pytest.mark.parametrize("kind", sorted(LEAST, key=str))
def test_below_the_bound_of_its_class_nothing_is_told(kind: EventClass) -> None:
    assert likely(_made(kind, LEAST[kind]))
    assert not likely(_made(kind, LEAST[kind] - 0.01))


def test_a_class_without_a_bound_is_always_told() -> None:
    assert likely(_made(EventClass.CONVENING, 0.05))


def test_a_long_list_of_parties_is_told() -> None:
    assert likely(_made(EventClass.AGREEMENT, 0.2, parties=6))
    assert not likely(_made(EventClass.AGREEMENT, 0.2, parties=3))
