"""Who takes part in an event: who is looked at, and who is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pytest
from spacy.language import Language

from graph.model import Article, Event, EventClass, Role
from ingest.networks import Matrix
from ingest.participation.choosing import (
    COMING,
    GOING,
    LEAST,
    Partaking,
    chosen,
    complete,
    load_participation,
    recast,
    weighs,
)
from ingest.participation.roll import Roll
from ingest.participation.traits import DOING, DONE, NOBODY
from ingest.participation.weighing import Question, questions
from ingest.ranking import Ranking, Traits
from ingest.reader import Reader
from tests.ingest.outline import DAY

TEXT = (
    "President Ann Lie of Norway met President Ben Otieno of Kenya in Oslo on Monday. "
    "Foreign Minister Carl Moe of Chile praised the city.\n\n"
    "Norway blamed Peru for the delay."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the events of a text."""

    roll: Roll
    questions: list[Question]

    def of(self, kind: str, *, whole: bool = True) -> Question:
        """The question about the only event of a class."""
        (found,) = [
            each
            for each in self.questions
            if each.reported.event.kind.value == kind and each.reported.whole is whole
        ]
        return found


def asked(reader: Reader, text: str) -> Asked:
    """What is asked of the events of a text."""
    article = Article(id="of a test", text=text, published=DAY)
    ((_, ready, pairs),) = reader.parsed([article])
    known = reader.reported(article, ready, pairs)
    return Asked(known.roll, list(questions(known, load_participation().codes)))


def names(event: Event) -> set[str]:
    """Who takes part in an event."""
    return {actor.label for actor in event.actors()}


@dataclass(frozen=True, slots=True)
class Sure(Ranking):
    """Finds one part of one actor so many times as likely as each other."""

    parts: Mapping[int, int] = field(default_factory=dict)
    times: float = 99.0

    def said(self, told: Traits) -> Matrix:
        """The logits of the parts."""
        out: Matrix = np.zeros((len(told.found), 3), dtype=np.float32)
        for at, part in self.parts.items():
            out[at, part] = np.log(self.times)
        return out


def sure(parts: Mapping[int, int], times: float = 99.0) -> Partaking:
    """A network that is sure of some parts."""
    return Partaking(load_participation().codes, Sure({}, parts, times))


def test_who_was_read_and_who_is_named_around_is_looked_at(reader: Reader) -> None:
    meeting = asked(reader, TEXT).of("Meeting")
    labels = [actor.label for actor in meeting.actors]
    assert {"Ann Lie", "Ben Otieno", "Carl Moe"} <= set(labels)
    assert len(set(labels)) == len(labels)
    assert meeting.now[labels.index("Ann Lie")] == DOING
    assert meeting.now[labels.index("Carl Moe")] == NOBODY


def test_whom_something_is_done_to_is_told_from_who_does_it(reader: Reader) -> None:
    blame = asked(reader, TEXT).of("Accusation")
    parts = dict(zip((actor.label for actor in blame.actors), blame.now, strict=True))
    assert (parts["Norway"], parts["Peru"]) == (DOING, DONE)


def test_what_is_told_of_each_actor_has_the_shape_of_the_weights(reader: Reader) -> None:
    weights = load_participation().ranking.weights
    for question in asked(reader, TEXT).questions:
        assert question.told.alone.shape == weights["alone"].shape[:1]
        assert question.told.found.shape == (len(question.actors), weights["found"].shape[0])
        assert f"beside{question.told.beside.shape[1] - 1}" in weights
        assert f"beside{question.told.beside.shape[1]}" not in weights


def test_another_part_than_the_one_read_must_be_far_likelier(reader: Reader) -> None:
    meeting = asked(reader, TEXT).of("Meeting")
    at = [actor.label for actor in meeting.actors].index("Carl Moe")
    assert chosen(meeting, sure({at: DOING}, COMING - 0.1))[at] == NOBODY
    assert chosen(meeting, sure({at: DOING}, COMING + 0.1))[at] == DOING


def test_a_party_that_was_read_goes_only_where_that_is_far_likelier(reader: Reader) -> None:
    meeting = asked(reader, TEXT).of("Meeting")
    at = [actor.label for actor in meeting.actors].index("Ben Otieno")
    assert chosen(meeting, sure({at: NOBODY}, GOING - 0.1))[at] == DOING
    assert chosen(meeting, sure({at: NOBODY}, GOING + 0.1))[at] == NOBODY


def test_parties_are_weighed_of_talks_and_not_of_papers_or_deeds() -> None:
    assert weighs(EventClass.CONVENING)
    assert not weighs(EventClass.SIGNING)
    assert not weighs(EventClass.VISIT)


def test_who_takes_part_comes_in_and_who_does_not_goes(reader: Reader) -> None:
    told = asked(reader, TEXT)
    meeting = told.of("Meeting")
    labels = [actor.label for actor in meeting.actors]
    parts = dict(zip(labels, meeting.now, strict=True))
    parts |= {"Carl Moe": DOING, "Ben Otieno": NOBODY}
    made = recast(meeting, [parts[label] for label in labels], told.roll)
    assert names(made) == {"Ann Lie", "Carl Moe"}
    assert [each.exact for each in made.evidence] == [
        "President Ann Lie of Norway met President Ben Otieno of Kenya in Oslo on Monday.",
        "Foreign Minister Carl Moe of Chile praised the city.",
    ]


def test_an_event_keeps_the_sides_that_it_needs(reader: Reader) -> None:
    told = asked(reader, TEXT)
    blame = told.of("Accusation")
    nobody = [NOBODY if now == DONE else now for now in blame.now]
    assert recast(blame, nobody, told.roll) is blame.reported.event
    assert recast(blame, [NOBODY] * len(nobody), told.roll) is blame.reported.event


HALF = (
    "The president of Peru was in Oslo on Monday. The streets were empty. "
    "Norway agreed to give money."
)


def test_what_is_read_by_half_gets_its_other_party_and_both_sentences(reader: Reader) -> None:
    told = asked(reader, HALF)
    half = told.of("Aid", whole=False)
    labels = [actor.label for actor in half.actors]
    wanted = {labels.index("Norway"): DOING, labels.index("Peru"): DONE}
    chances = np.full((len(labels), 3), 0.05, dtype=np.float32)
    for at in range(len(labels)):
        chances[at, wanted.get(at, NOBODY)] = 0.9
    made = complete(half, chances, told.roll)
    assert made is not None
    assert {p.actor.label: p.role for p in made.participations} == {
        "Norway": Role.SOURCE,
        "Peru": Role.TARGET,
    }
    assert [each.exact for each in made.evidence] == [
        "Norway agreed to give money.",
        "The president of Peru was in Oslo on Monday.",
    ]


def test_what_is_read_by_half_stays_out_where_its_party_is_not_likely(reader: Reader) -> None:
    told = asked(reader, HALF)
    half = told.of("Aid", whole=False)
    labels = [actor.label for actor in half.actors]
    chances = np.zeros((len(labels), 3), dtype=np.float32)
    chances[:, NOBODY] = 1
    assert complete(half, chances, told.roll) is None
    chances[labels.index("Norway")] = (0, 1, 0)
    chances[labels.index("Peru")] = (0.4 - LEAST / 2, 0.6 - LEAST / 2, LEAST - 0.01)
    assert complete(half, chances, told.roll) is None


@pytest.fixture(scope="module")
def partaking(nlp: Language) -> Reader:
    """A reader with the network that is shipped."""
    return Reader(nlp, participation=load_participation())


def test_the_network_that_is_shipped_keeps_plain_parties(partaking: Reader) -> None:
    article = Article(id="of a test", text="Norway blamed Peru for the delay.", published=DAY)
    (event,) = partaking.read(article).events
    assert names(event) == {"Norway", "Peru"}
