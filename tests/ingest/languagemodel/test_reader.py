"""Reading with a language model: what the article bears out is kept, the rest is counted."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.errors import EndpointError
from graph.model import ActorClass, Article, Event, EventClass, Reading, Role, Status
from graph.naming import Namer
from graph.triples import article_triples
from ingest.languagemodel.endpoint import Connection, Endpoint
from ingest.languagemodel.grounding import CONFIDENCE, Loss
from ingest.languagemodel.reader import LanguageModelReader
from ingest.outcomes import Failure
from ingest.reader import Reader
from ingest.workers import read_all
from tests.ingest.languagemodel.telling import (
    ARTICLE,
    EIDE,
    EXPELLED,
    EXPULSION,
    MEETING,
    MET,
    MUDAVADI,
    SIGNED,
    SIGNING,
    TEXT,
    actor,
    event,
)
from tests.ingest.outline import line, lines, names
from tests.scripted import Body, Reply, Script, endpoint, fault, in_turn, said, told

Tell = Callable[..., Reading]


@contextmanager
def asking(
    reader: Reader, respond: Callable[[Body], Reply], **more: Any
) -> Iterator[tuple[LanguageModelReader, Script]]:
    """A reader that asks a scripted endpoint."""
    with endpoint(respond) as script:
        connection = Connection.open(Endpoint(url=script.address, model="a-model"))
        yield LanguageModelReader(reader, connection, **more), script


@pytest.fixture
def tell(reader: Reader) -> Tell:
    """What is read of an article when the model tells these events."""

    def read(*events: Body, article: Article = ARTICLE) -> Reading:
        with asking(reader, in_turn(told(*events))) as (model, _):
            return model.read(article)

    return read


def kept(text: str, **more: Any) -> Article:
    return replace(ARTICLE, text=text, **more)


def only(reading: Reading) -> Event:
    (one,) = reading.events
    return one


# Who reads does not matter -----------------------------------------------------------------------


def test_a_good_answer_gives_the_triples_that_the_rules_give(reader: Reader, tell: Tell) -> None:
    expulsion = {**EXPULSION, "place": "Türkiye"}

    def triples(reading: Reading) -> frozenset[Any]:
        sure = tuple(replace(each, confidence=1.0) for each in reading.events)
        return article_triples(replace(reading, events=sure), Namer())

    answered, by_rules = tell(MEETING, SIGNING, expulsion), reader.read(ARTICLE)
    assert len(by_rules.events) == 3
    assert triples(answered) == triples(by_rules)
    assert answered.dropped == ()


def test_every_event_is_as_sure_as_any_other(tell: Tell) -> None:
    reading = tell(MEETING, SIGNING, MEETING, EXPULSION)
    assert [each.confidence for each in reading.events] == [CONFIDENCE] * 3


def test_names_of_a_state_are_one_actor_whichever_the_article_uses(tell: Tell) -> None:
    article = kept("Ankara accused Greece of spying.")
    for name in ("Ankara", "Turkey", "Türkiye"):
        accusation = event(
            "Accusation", article.text, actor(name, "source"), actor("Greece", "target")
        )
        assert line(only(tell(accusation, article=article))) == "Accusation TUR > GRC"


def test_a_surname_is_the_person_whom_the_article_names_in_full(tell: Tell) -> None:
    article = kept("Norwegian Foreign Minister Ola Lie arrived. Lie met Musa Bah of Gambia.")
    quote = "Lie met Musa Bah of Gambia."
    lie = actor("Lie", "participant", "Person")
    bah = actor("Musa Bah", "participant", "Person", speaks_for="Gambia")
    meeting = only(tell(event("Meeting", quote, lie, bah), article=article))
    assert names(meeting.actors()) == "musa-bah, ola-lie"
    sides = [each.represents and each.represents.key for each in meeting.actors()]
    assert sides == ["country/NOR", "country/GMB"]


def test_a_name_that_needs_context_is_the_state_that_the_model_says(tell: Tell) -> None:
    article = kept("Georgia Power was there when Norway condemned Georgia Power and Georgia.")
    parties = actor("Norway", "source"), actor("Georgia", "target")
    accusation = event("Accusation", article.text, *parties)
    assert line(only(tell(accusation, article=article))) == "Accusation NOR > GEO"


def test_a_name_is_found_as_the_tables_have_it_in_full(tell: Tell) -> None:
    article = kept("President Macron met the Emir of Qatar.", published=date(2024, 3, 5))
    macron = actor("Emmanuel Macron", "participant", "Person")
    meeting = event("Meeting", article.text, macron, actor("Emir of Qatar", "participant"))
    assert line(only(tell(meeting, article=article))) == "Meeting QAT, emmanuel-macron"


def test_somebody_unknown_stays_local_with_side_and_office(tell: Tell) -> None:
    article = kept("Maria Roca, first syndic of Andorra, met a delegation of the Bank of Oz.")
    roca = actor(
        "maria  roca", "participant", "Person", speaks_for="Andorra", office="First syndic"
    )
    bank = actor("Bank of Oz", "participant", "IntergovernmentalOrganization")
    meeting = only(tell(event("Meeting", article.text, roca, bank), article=article))
    person, organisation = meeting.actors()
    assert (person.key, person.label, person.offices) == (
        "person/maria-roca",
        "Maria Roca",
        ("first syndic",),
    )
    assert person.represents is not None
    assert person.represents.key == "country/AND"
    assert organisation.kind is ActorClass.ORGANIZATION
    assert organisation.key == "organisation/bank-of-oz"


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("GovernmentBody", "body/fji-coral-office"),
        ("Company", "company/coral-office"),
        ("ArmedGroup", "group/coral-office"),
        ("NonGovernmentalOrganization", "organisation/coral-office"),
    ],
)
def test_an_unknown_body_has_the_key_that_the_rules_would_give(
    tell: Tell, kind: str, key: str
) -> None:
    article = kept("Tonga accused the Coral Office of Fiji.")
    office = actor("Coral Office", "target", kind, speaks_for="Fiji")
    accusation = event("Accusation", article.text, actor("Tonga", "source"), office)
    (target,) = only(tell(accusation, article=article)).actors(Role.TARGET)
    assert target.key == key


# What is left out, and counted -------------------------------------------------------------------


def test_an_event_with_an_invented_quote_is_dropped(tell: Tell) -> None:
    invented = {**MEETING, "quote": "Espen Barth Eide met Musalia Mudavadi in Nairobi."}
    reading = tell(invented, EXPULSION)
    assert lines(reading.events) == ["RelationsDowngrade TUR > GRC"]
    assert reading.dropped == (Loss.QUOTE,)


@pytest.mark.parametrize(
    "quote", ["", " ", "…", "Greek", "Türkiye expelled", "türkiye expelled two greek diplomats"]
)
def test_a_quote_is_the_words_of_the_article_and_nothing_less(tell: Tell, quote: str) -> None:
    assert tell({**EXPULSION, "quote": quote}).dropped == (Loss.QUOTE,)


def test_an_invented_actor_is_dropped_and_the_event_with_too_few(tell: Tell) -> None:
    stranger = actor("Yoko Ono", "participant", "Person", speaks_for="Japan")
    reading = tell({**MEETING, "actors": [EIDE, MUDAVADI, stranger]})
    assert line(only(reading)) == "Meeting espen-barth-eide, musalia-mudavadi"
    assert reading.dropped == (Loss.ACTOR,)
    reading = tell({**MEETING, "actors": [EIDE, stranger]})
    assert reading.events == ()
    assert reading.dropped == (Loss.ACTOR, Loss.SIDES)


def test_a_state_that_the_article_does_not_name_is_dropped(tell: Tell) -> None:
    reading = tell({**EXPULSION, "actors": [actor("Russia", "source"), actor("Greek", "target")]})
    assert reading.dropped == (Loss.ACTOR, Loss.SIDES)


def test_an_actor_in_a_role_that_the_event_has_not_is_dropped(tell: Tell) -> None:
    chair = actor("Norwegian", "chair")
    article = kept(f"{EXPELLED} Norwegian papers said so.")
    reading = tell({**EXPULSION, "actors": [*EXPULSION["actors"], chair]}, article=article)
    assert line(only(reading)) == "RelationsDowngrade TUR > GRC"
    assert reading.dropped == (Loss.ROLE,)


@pytest.mark.parametrize(
    "date", ["2024-02-30", "Monday", "1987-03-04", "2024-3-4", "2024-03-04T10"]
)
def test_a_date_that_is_none_or_of_another_time_is_left_out(tell: Tell, date: str) -> None:
    reading = tell({**MEETING, "date": date})
    assert only(reading).date is None
    assert reading.dropped == (Loss.DATE,)


def test_a_year_that_the_article_gives_is_believed(tell: Tell) -> None:
    article = kept("Norway met Kenya in 1987.")
    parties = actor("Norway", "participant"), actor("Kenya", "participant")
    meeting = event("Meeting", article.text, *parties, date="1987")
    assert only(tell(meeting, article=article)).date == "1987"


@pytest.mark.parametrize("place", ["Oslo", "the Gulf of Guinea Hotel", "his Kenyan counterpart"])
def test_a_place_that_is_not_there_or_in_no_table_is_left_out(tell: Tell, place: str) -> None:
    reading = tell({**MEETING, "place": place})
    assert only(reading).place is None
    assert reading.dropped == (Loss.PLACE,)


def test_a_state_is_a_place_before_a_town_of_its_name(tell: Tell) -> None:
    article = kept("Norway met Kenya in Lebanon.")
    parties = actor("Norway", "participant"), actor("Kenya", "participant")
    place = only(
        tell(event("Meeting", article.text, *parties, place="Lebanon"), article=article)
    ).place
    assert place is not None
    assert place.key == "place/lebanon-lbn"


def test_a_document_that_is_not_there_is_left_out(tell: Tell) -> None:
    reading = tell({**SIGNING, "documents": [{"title": "Treaty of Oslo", "kind": "Treaty"}]})
    assert reading.events == ()  # nothing is left that was signed
    assert reading.dropped == (Loss.DOCUMENT, Loss.SIDES)


@pytest.mark.parametrize(
    "event",
    [
        {**MEETING, "kind": "Party"},
        {**MEETING, "status": "over"},
        {**MEETING, "actors": "Norway and Kenya"},
        {**MEETING, "importance": 10},
        {key: value for key, value in MEETING.items() if key != "quote"},
        "Norway met Kenya",
        None,
    ],
)
def test_an_event_of_another_form_is_dropped_and_the_others_kept(tell: Tell, event: Any) -> None:
    reading = tell(event, EXPULSION)
    assert len(reading.events) == 1
    assert reading.dropped == (Loss.FORM,)


def test_an_article_without_events_is_read(tell: Tell) -> None:
    assert tell() == Reading(article=ARTICLE, events=())


# Of an event -------------------------------------------------------------------------------------


def test_the_evidence_is_the_whole_sentence_as_it_stands(tell: Tell) -> None:
    text = TEXT.replace("met his", "met  his").replace("“hostile", '"hostile')
    half = 'Türkiye expelled two Greek diplomats over "hostile'
    reading = tell(MEETING, {**EXPULSION, "quote": half}, article=kept(text))
    for each in reading.events:
        (evidence,) = each.evidence
        assert text[evidence.start : evidence.end] == evidence.exact
    met, expelled = (each.evidence[0].exact for each in reading.events)
    assert " ".join(met.split()) == MET
    assert expelled.startswith("Türkiye expelled")
    assert expelled.endswith("acts”.")


def test_offsets_count_in_the_kept_text_with_its_markup(tell: Tell) -> None:
    text = f"Intro of the day here.\n\n'''[[Türkiye]]''' expelled two [[Greek]] diplomats.\n\n{MET}"
    expelled = {**EXPULSION, "quote": "Türkiye expelled two Greek diplomats."}
    reading = tell(expelled, MEETING, article=kept(text))
    assert len(reading.events) == 2
    for each in reading.events:
        (evidence,) = each.evidence
        assert text[evidence.start : evidence.end] == evidence.exact
    assert reading.events[0].evidence[0].exact.endswith("[[Greek]] diplomats.")


def test_the_parts_that_stand_there_are_kept(tell: Tell) -> None:
    article = kept(
        "At the 3rd Fjord Dialogue, Norway and Kenya met on border management, Oslo said."
    )
    parties = actor("Norway", "participant"), actor("Kenya", "participant")
    convening = event(
        "Convening",
        article.text,
        *parties,
        status="planned",
        title="3rd fjord dialogue",
        topics=["Border management", "trade"],
        according_to=["Oslo", "Nobody"],
    )
    made = only(tell(convening, article=article))
    assert made.status is Status.PLANNED
    assert made.title == "3rd Fjord Dialogue"
    assert made.topics == ("border management",)
    assert made.according_to == ()  # Norway takes part itself


def test_special_roles_are_those_of_the_class(tell: Tell) -> None:
    article = kept("Qatar brought Norway and Kenya together. Norway visited Kenya.")
    first, second = article.text.split(". ")
    parties = actor("Norway", "participant"), actor("Kenya", "target")
    mediation = event("Mediation", first, actor("Qatar", "mediator"), *parties)
    visit = event("Visit", second, actor("Norway", "source"), actor("Kenya", "target"))
    mediated, visited = tell(mediation, visit, article=article).events
    assert line(mediated) == "Mediation QAT > KEN, NOR"
    assert [p.role for p in visited.participations] == [Role.VISITOR, Role.TARGET]


def test_relations_may_be_taken_up_by_both_alike(tell: Tell) -> None:
    article = kept("Norway and Kenya restored relations.")
    parties = actor("Norway", "participant"), actor("Kenya", "participant")
    restored = only(tell(event("RelationsUpgrade", article.text, *parties), article=article))
    assert [p.role for p in restored.participations] == [Role.PARTICIPANT] * 2


def test_who_visits_a_town_visits_its_state(tell: Tell) -> None:
    article = kept("Kenyan envoy Musa Bah flew to Geneva.")
    guest = actor("Musa Bah", "visitor", "Person", speaks_for="Kenya")
    visit = event("Visit", article.text, guest, place="Geneva")
    assert line(only(tell(visit, article=article))) == "Visit musa-bah > CHE"


def test_a_document_is_called_as_the_model_says_and_the_article_words_it(tell: Tell) -> None:
    article = kept("Norway and Kenya signed the  Nairobi Agreement on the shore of the lake.")
    parties = actor("Norway", "signatory"), actor("Kenya", "signatory")
    documents = [{"title": "The nairobi agreement", "kind": "AgreementText"}]
    signing = event("Signing", article.text, *parties, documents=documents)
    (document,) = only(tell(signing, article=article)).documents
    assert (document.title, document.proper) == ("Nairobi Agreement", True)


def test_two_reports_of_one_event_are_one(tell: Tell) -> None:
    article = kept("Norway condemned Belarus on Monday. Oslo condemned Minsk on Monday.")
    first, second = article.text.split(". ")
    one = event("Accusation", first, actor("Norway", "source"), actor("Belarus", "target"))
    two = event("Accusation", second, actor("Oslo", "source"), actor("Minsk", "target"))
    assert len(only(tell(one, two, article=article)).evidence) == 2


# Many articles, long articles --------------------------------------------------------------------


def test_a_long_article_is_asked_about_in_pieces(reader: Reader) -> None:
    filling = "It was a long day at sea, the captain of a trawler said to nobody in particular. "
    text = "\n\n".join((MET, filling * 8, SIGNED, filling * 8, EXPELLED))
    tells = {MET: MEETING, SIGNED: SIGNING, EXPELLED: EXPULSION}

    def respond(body: Body) -> Reply:
        asked = body["messages"][1]["content"]
        return told(*(answer for sentence, answer in tells.items() if sentence in asked))

    with asking(reader, respond, longest=700) as (model, script):
        reading = model.read(kept(text))
    assert len(script.asked) > 2
    assert {each.kind for each in reading.events} == {
        EventClass.MEETING,
        EventClass.SIGNING,
        EventClass.RELATIONS_DOWNGRADE,
    }
    for each in reading.events:
        assert text[each.evidence[0].start : each.evidence[0].end] == each.evidence[0].exact
    signing = reading.events[1]
    assert line(signing) == "Signing espen-barth-eide, musalia-mudavadi"


def test_articles_keep_their_order_when_several_are_asked_about_at_once(reader: Reader) -> None:
    states = ("Norway", "Kenya", "Fiji", "Tonga", "Chile", "Ghana")
    articles = [
        Article(id=state, text=f"{state} condemned Belarus over its elections.") for state in states
    ]

    def respond(body: Body) -> Reply:
        text = body["messages"][1]["content"].rpartition("\n\n")[2]
        parties = actor(text.split()[0], "source"), actor("Belarus", "target")
        wait = 0.2 if text.startswith("Norway") else 0.0
        return replace(told(event("Accusation", text, *parties)), wait=wait)

    with asking(reader, respond, at_once=3) as (model, script):
        outcomes = list(model.read_many(articles))
    assert [o.article.id if isinstance(o, Reading) else o for o in outcomes] == list(states)
    assert all(isinstance(o, Reading) and len(o.events) == 1 for o in outcomes)
    assert len(script.asked) == len(states)


def test_one_article_that_fails_does_not_end_the_batch(reader: Reader) -> None:
    articles = [replace(ARTICLE, id=name) for name in ("first", "second", "third")]
    replies = told(MEETING), said("no JSON at all"), told(MEETING, EXPULSION)
    with asking(reader, in_turn(*replies)) as (model, script):
        first, second, third = read_all(articles, model)
    assert isinstance(first, Reading)
    assert isinstance(third, Reading)
    assert len(third.events) == 2
    assert isinstance(second, Failure)
    assert second.where == "second"
    assert "no JSON" in second.reason
    assert len(script.asked) == 3  # none is asked twice


def test_one_article_alone_that_fails_raises(reader: Reader) -> None:
    with (
        asking(reader, in_turn(fault(401, "who are you?"))) as (model, _),
        pytest.raises(EndpointError, match="who are you"),
    ):
        model.read(ARTICLE)


def test_what_was_dropped_is_counted_over_pieces_and_articles(reader: Reader) -> None:
    invented = {**MEETING, "quote": "They met."}
    with asking(reader, in_turn(told(invented), told(invented, {"kind": "?"}))) as (model, _):
        readings = [r for r in model.read_many([ARTICLE, ARTICLE]) if isinstance(r, Reading)]
    assert Counter(reason for r in readings for reason in r.dropped) == {
        Loss.QUOTE: 2,
        Loss.FORM: 1,
    }
