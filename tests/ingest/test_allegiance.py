"""For whom officials speak of whom no state is told: by their owner, or by the text around them."""

from collections.abc import Callable
from datetime import date

import pytest

from ingest.anaphora import load_anaphora
from ingest.authority import load_authority
from ingest.coreference import Resolver
from ingest.eras import Era
from ingest.leaders import load_leaders
from ingest.resolving import resolve_all
from ingest.scan import MentionFinder
from tests.ingest.outline import Read, lines

State = Callable[[str, str], str]


@pytest.fixture(scope="module")
def state(finder: MentionFinder, split: Callable[[str], list[str]]) -> State:
    """The key of the state or organisation for which a person of a text speaks."""
    authority, leaders = load_authority(), load_leaders()

    def found(text: str, name: str) -> str:
        tokens = split(text)
        mentions = finder.find(tokens)
        resolver = Resolver(authority, leaders, load_anaphora(authority), Era(day=None))
        resolver.collect(mentions)
        pairs = resolve_all(resolver, [token.lower() for token in tokens], mentions)
        people = [a for _, referent in pairs for a in referent.actors if a.label == name]
        assert people, f"nobody is called {name!r}"
        return people[-1].represents.key.partition("/")[2] if people[-1].represents else ""

    return found


@pytest.mark.parametrize(
    "text",
    [
        "Ghana recalled its ambassador, Ama Boateng, on Monday.",
        "Ghana brought home its envoy in Lima, Ama Boateng.",
        "Ghana, whose ambassador Ama Boateng was absent, condemned Peru.",
        "Ghana condemned Peru through its ambassador, Ama Boateng.",
        "Peru complained. Ghana called back Ambassador Ama Boateng.",
        "The president of Ghana spoke. His foreign minister, Ama Boateng, agreed.",
        "Ghana protested to Peru. Peru expelled Ambassador Ama Boateng.",
        "Ghana condemned the raid. Trade Minister Ama Boateng called it a crime.",
        "Trade Minister Ama Boateng signed for Ghana.",
        "Minister Ama Boateng for Ghana and Minister Luis Rojas for Peru signed the treaty.",
        "Ama Boateng, foreign minister in Accra, called it a crime.",
        "In Accra, Trade Minister Ama Boateng called it a crime.",
    ],
)
def test_the_text_around_an_official_says_for_whom_they_speak(text: str, state: State) -> None:
    assert state(text, "Ama Boateng") == "GHA"


@pytest.mark.parametrize(
    "text",
    [
        "Ghana condemned the raid. Opposition leader Ama Boateng called it a crime.",
        "Ghana condemned the raid. The ambassador, Ama Boateng, called it a crime.",
        "Ghana condemned the raid. A spokeswoman, Ama Boateng, called it a crime.",
        "Ghana condemned the raid. Former Trade Minister Ama Boateng called it a crime.",
        "In Accra and Lima, Trade Minister Ama Boateng called it a crime.",
    ],
)
def test_where_nothing_says_so_they_speak_for_nobody(text: str, state: State) -> None:
    assert state(text, "Ama Boateng") == ""


def test_ministers_of_a_release_are_those_of_its_state(read: Read) -> None:
    text = "Trade Minister Ama Boateng met Peruvian Foreign Minister Luis Rojas on Monday."
    found = lines(read(text, title="Ministry of Trade, Accra: Talks with Peru"))
    assert found == ["Meeting ama-boateng, luis-rojas"]


def test_who_is_named_in_the_head_of_a_text_speaks_for_the_owner_of_the_office(read: Read) -> None:
    events = read("President Vladimir Putin's envoy Ivan Belov met Kenyan President Juma Otieno.")
    people = [p.actor for event in events for p in event.participations]
    (envoy,) = {a for a in people if a.label == "Ivan Belov"}
    assert envoy.represents is not None
    assert envoy.represents.iso3 == "RUS"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("European Commissioner Ana Diaz warned Peru.", "european-union"),
        ("Ana Diaz, the European Commissioner for Trade, warned Peru.", "european-union"),
        ("Pope Ana Diaz of another church warned Peru.", ""),
    ],
)
def test_a_commissioner_of_europe_speaks_for_the_union(text: str, side: str, state: State) -> None:
    assert state(text, "Ana Diaz") == side


@pytest.mark.parametrize(
    "who",
    [
        "William Ruto's envoys",
        "President William Ruto's foreign policy adviser",
        "Kenyan President William Ruto's top diplomatic advisers",
        "An aide to William Ruto",
        "Two senior aides to Kenyan President William Ruto",
        "William Ruto's spokesman",
    ],
)
def test_who_serves_a_leader_speaks_for_the_state(read: Read, who: str) -> None:
    told = lines(read(f"{who} met Norway's foreign minister in Oslo.", date(2024, 5, 20)))
    assert told == ["Meeting KEN, NOR"]


def test_whom_a_leader_outranks_is_not_the_leader(read: Read) -> None:
    told = lines(read("William Ruto's wife met Norway's foreign minister.", date(2024, 5, 20)))
    assert told == []


@pytest.mark.parametrize("who", ["The co-chairs", "They"])
def test_the_sides_are_not_those_who_address_them(read: Read, who: str) -> None:
    text = (
        "The co-chairs, Ivan Petrov of Russia, Jean Martin of France and John Bell of the United "
        "States, visited Chad and Sudan. {} called on the sides to keep the truce."
    )
    told = [line for line in lines(read(text.format(who))) if line.startswith("Request")]
    assert told == ["Request ivan-petrov, jean-martin, john-bell > SDN, TCD"]
