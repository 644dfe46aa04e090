"""What the network says becomes events beside those of the rules."""

import dataclasses

import pytest
from spacy.language import Language

from graph.model import Actor, ActorClass, Article, EventClass
from ingest.reader import Reader
from ingest.relations.network import CLASSES, load_network
from ingest.relations.relating import Relation, foremost, news, relations
from ingest.relations.sentences import sentence_of
from ingest.relations.views import views
from ingest.tokens import parsed
from tests.ingest.outline import DAY, lines


@pytest.fixture(scope="module")
def whole(nlp: Language) -> Reader:
    """A reader with rules and network."""
    return Reader(nlp, network=load_network())


def of(text: str) -> Article:
    return Article(id="of a test", text=text, published=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Norway accused Kenya of lying.",
        "The Norwegian and Kenyan foreign ministers held a working lunch in Oslo.",
        "Chile recalled its ambassador to Peru.",
    ],
)
def test_what_the_rules_read_is_told_once(reader: Reader, whole: Reader, text: str) -> None:
    assert lines(whole.read(of(text)).events) == lines(reader.read(of(text)).events)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya borders Ethiopia.",
        "Norway did not attack Kenya.",
        "The weather in Norway is colder than in Kenya.",
        "A Norwegian tourist won a prize in a Kenyan lottery.",
    ],
)
def test_where_nothing_happens_nothing_is_told(whole: Reader, text: str) -> None:
    assert lines(whole.read(of(text)).events) == []


def test_only_what_is_likely_enough_is_told_and_in_its_direction(reader: Reader) -> None:
    ((article, ready, parsed),) = reader.parsed([of("Norway accused Kenya of lying.")])
    (view,) = views(reader.told(article, ready, parsed)[0])
    network = dataclasses.replace(load_network(), least=(0.5,) * len(CLASSES))
    sentence = sentence_of(view.span, view.told.tree, network.codes, view.pairs)
    scores = network.scores(sentence, view.said)
    scores[:] = 0
    scores[0, 1, CLASSES.index(EventClass.AID)] = 0.7
    scores[0, 0, CLASSES.index(EventClass.FORCE)] = 0.3
    (found,) = relations(sentence, scores, network, view.span)
    assert (found.kind, found.source, found.target) == (
        EventClass.AID,
        view.pairs[0].other,
        view.pairs[0].one,
    )
    assert view.told.tree.doc[found.trigger].text == "accused"


def test_a_minister_or_the_state_itself_does_it() -> None:
    state = Actor(kind=ActorClass.COUNTRY, key="country/NOR", label="Norway")
    other = Actor(kind=ActorClass.COUNTRY, key="country/KEN", label="Kenya")
    minister, deputy = (
        Actor(kind=ActorClass.PERSON, key=f"person/{name}", label=name, represents=state)
        for name in ("lie", "dahl")
    )
    found = [
        Relation(EventClass.SUPPORT, one, other, chance, 3)
        for one, chance in ((state, 0.6), (minister, 0.8), (deputy, 0.7))
    ]
    assert [relation.source for relation in foremost(found)] == [minister, deputy]


def test_those_who_are_named_together_do_nothing_to_each_other(whole: Reader) -> None:
    told = whole.read(of("Norway and Kenya will lend their support to the peace plan."))
    assert lines(told.events) == []


def test_who_meets_in_another_clause_is_not_met(whole: Reader) -> None:
    text = (
        "Polish President Jan Nowak met Kenya's Peter Okello, "
        "and Chile's Ana Rojas saw Peru's Eva Paz."
    )
    pairs = [
        told.removeprefix("Meeting ").split(", ") for told in lines(whole.read(of(text)).events)
    ]
    assert ["jan-nowak", "peter-okello"] in pairs
    assert not any({"peter-okello", "ana-rojas"} <= set(pair) for pair in pairs)
    assert not any({"jan-nowak", "eva-paz"} <= set(pair) for pair in pairs)


def test_what_the_network_finds_most_unlikely_is_no_event_of_the_rules(
    nlp: Language, reader: Reader
) -> None:
    text = of("Norway accused Kenya of lying.")
    network = load_network()
    weights = {**network.weights, "classes.shift": network.weights["classes.shift"] - 40}
    doubting = Reader(nlp, network=dataclasses.replace(network, weights=weights))
    assert lines(reader.read(text).events) == ["Accusation NOR > KEN"]
    assert lines(doubting.read(text).events) == []


def test_what_lies_a_century_back_is_no_news_of_the_network(nlp: Language) -> None:
    _, (span,) = parsed(nlp("In 1658 the kings of Norway and Kenya made peace."))
    assert not news(span, "2023-05-01")
    assert news(span, None)
    _, (later,) = parsed(nlp("In 1945 Norway and Kenya made peace."))
    assert news(later, "2023-05-01")


def test_who_is_only_said_to_be_somebody_does_nothing(whole: Reader) -> None:
    text = "They are Kenya's ambassador Ann Mwangi and Togo's ambassador Ada Sow."
    assert lines(whole.read(of(text)).events) == []


def test_what_is_banned_is_no_plan_denied(whole: Reader) -> None:
    banned = whole.read(of("Norway banned entry of travellers from Kenya, Peru, and Chile."))
    assert lines(banned.events) == ["Sanction NOR > CHL, KEN, PER"]
    assert lines(whole.read(of("Norway considers a ban on imports from Kenya.")).events) == []
