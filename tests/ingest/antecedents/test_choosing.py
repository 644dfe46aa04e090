"""Whom pronouns and descriptions take up: what may be meant, what is told of it, what is chosen."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from graph.errors import KnowledgeError
from graph.model import Actor, ActorClass, Article
from ingest import networks
from ingest.antecedents.candidates import anaphoric, candidates
from ingest.antecedents.choosing import Antecedents, likeliest
from ingest.antecedents.ranking import load_antecedence
from ingest.antecedents.trace import Trace
from ingest.antecedents.traits import traits
from ingest.mentions import Mention, MentionKind
from ingest.preparing import Preparer
from ingest.referents import PLAIN, Referent, Setting
from tests.ingest.outline import DAY

NORWAY = Actor(kind=ActorClass.COUNTRY, key="country/NOR", label="Norway", iso3="NOR")
KENYA = Actor(kind=ActorClass.COUNTRY, key="country/KEN", label="Kenya", iso3="KEN")
LIE = Actor(kind=ActorClass.PERSON, key="person/ann-lie", label="Ann Lie", represents=NORWAY)
MOI = Actor(kind=ActorClass.PERSON, key="person/ed-moi", label="Ed Moi", represents=KENYA)
ARTICLE = Article(id="of a test", title="Lie in Nairobi", text="Ann Lie met Ed Moi.", published=DAY)
LEADING = Setting(leading=True, begins=True)


def named(trace: Trace, *actors: Actor, setting: Setting = PLAIN) -> None:
    """Lets the text go on with somebody's name."""
    mention = Mention(start=3, end=4, kind=MentionKind.PERSON, name=actors[0].label)
    trace.moves(mention, setting)
    trace.note(mention, setting, actors)


def pronoun(word: str) -> Mention:
    """A pronoun behind what was named."""
    plural = word in {"they", "them", "their"}
    return Mention(start=9, end=10, kind=MentionKind.PRONOUN, name=word, plural=plural)


@pytest.fixture
def trace() -> Trace:
    """Behind "Ann Lie met Ed Moi"."""
    trace = Trace.of(ARTICLE)
    named(trace, LIE, setting=LEADING)
    named(trace, MOI)
    return trace


def test_a_mention_may_mean_nobody_whom_the_rules_say_or_who_was_named(trace: Trace) -> None:
    found = candidates(pronoun("he"), Referent(actors=(LIE,)), trace)
    assert found[:2] == [(), (LIE,)]
    assert (MOI,) in found
    assert len({frozenset(a.key for a in each) for each in found}) == len(found)


def test_several_may_be_meant_by_a_word_for_several_alone(trace: Trace) -> None:
    pairs = {word: candidates(pronoun(word), Referent(), trace) for word in ("they", "he")}
    assert any(set(each) == {LIE, MOI} for each in pairs["they"])
    assert all(len(each) < 2 for each in pairs["he"])


def test_those_who_speak_for_what_is_named_may_be_meant(trace: Trace) -> None:
    trace.note(pronoun("he"), PLAIN, [MOI])
    assert (KENYA,) in candidates(pronoun("its"), Referent(actors=(KENYA,)), trace)


@pytest.mark.parametrize(
    ("office", "setting", "taken_up"),
    [
        (Mention(start=0, end=2, kind=MentionKind.OFFICE), Setting(definite=True), True),
        (Mention(start=0, end=2, kind=MentionKind.OFFICE, possessive=True), PLAIN, True),
        (Mention(start=0, end=1, kind=MentionKind.OFFICE, plural=True), PLAIN, False),
        (Mention(start=0, end=1, kind=MentionKind.OFFICE), Setting(before="as"), False),
        (Mention(start=0, end=1, kind=MentionKind.GROUP, body="ministry"), PLAIN, False),
        (Mention(start=0, end=1, kind=MentionKind.PERSON, name="Ann Lie"), PLAIN, False),
    ],
)
def test_who_is_pointed_at_is_taken_up(office: Mention, setting: Setting, taken_up: bool) -> None:
    assert anaphoric(office, setting) is taken_up


def test_the_trace_knows_who_led_which_sentence_and_how_often(trace: Trace) -> None:
    named(trace, LIE, setting=LEADING)
    assert trace.leads(trace.here.sentence) == (LIE,)
    assert (trace.seen[LIE.key].times, trace.seen[LIE.key].led) == (2, 2)
    assert (trace.seen[MOI.key].times, trace.seen[MOI.key].led) == (1, 0)
    assert next(trace.latest()).actor == LIE
    assert trace.seen[NORWAY.key].through == 2
    assert trace.titled(LIE)
    assert not trace.titled(MOI)


def test_a_pronoun_goes_on_with_the_one_of_its_kind_before(trace: Trace) -> None:
    trace.moves(pronoun("he"), LEADING)
    trace.note(pronoun("he"), LEADING, [MOI])
    assert trace.chained(pronoun("him")) == (trace.here.sentence, (MOI,))
    assert trace.chained(pronoun("she"))[1] == ()


def test_what_is_told_of_each_antecedent_has_the_shape_of_the_weights(trace: Trace) -> None:
    rules, network = Referent(actors=(MOI,), certainty=0.7), load_antecedence()
    found = candidates(pronoun("they"), rules, trace)
    told = traits(pronoun("they"), LEADING, rules, found, trace, network.codes)
    assert told.alone.shape == network.ranking.weights["alone"].shape[:1]
    assert told.found.shape == (len(found), network.ranking.weights["found"].shape[0])
    assert told.beside.shape == (len(found), 2)
    chances = network.ranking.chances(told)
    assert chances.sum() == pytest.approx(1, abs=1e-5)


def test_the_rules_are_followed_but_for_what_is_far_likelier(trace: Trace) -> None:
    rules, found = Referent(actors=(MOI,), certainty=0.7), [(), (MOI,), (LIE,)]
    near, far = np.array([0.1, 0.4, 0.5]), np.array([0.1, 0.1, 0.8])
    assert likeliest(found, near.astype(np.float32), rules, trace) is rules
    chosen = likeliest(found, far.astype(np.float32), rules, trace)
    assert chosen.actors == (LIE,)
    assert chosen.certainty == pytest.approx(0.8)


def test_who_was_not_named_yet_is_given_up_for_what_is_almost_sure_alone(trace: Trace) -> None:
    speaker = Actor(kind=ActorClass.PERSON, key="person/who-speaks", label="Who Speaks")
    rules, found = Referent(actors=(speaker,)), [(), (speaker,), (LIE,)]
    for chances, wanted in (([0, 0.1, 0.9], (speaker,)), ([0, 0.01, 0.99], (LIE,))):
        chosen = likeliest(found, np.array(chances, dtype=np.float32), rules, trace)
        assert chosen.actors == wanted


@pytest.fixture(scope="module")
def preparer(nlp: Language) -> Preparer:
    """What prepares articles as the reader that is shipped does."""
    return Preparer(nlp, partial(Antecedents, load_antecedence()))


def meant(preparer: Preparer, text: str) -> dict[str, tuple[str, ...]]:
    """Whom the pronouns and descriptions of a text mean, by their words; the last of each."""
    article = Article(id="of a test", title="", text=text, published=DAY)
    return {
        prepared.paragraph.text[each.start : each.end].lower(): tuple(a.label for a in each.actors)
        for prepared in preparer.prepare(article).paragraphs
        for each in prepared.named
    }


TRIP = (
    "Deputy Minister of Defence Ole Berg ended his journey to East Africa in Ethiopia today. He "
    "saw Kenyan Foreign Minister Grace Odhiambo and Sudanese Foreign Minister Omar Idris. Then "
    "the Deputy Minister was in Uganda, where he met President Yoweri Museveni."
)


def test_an_article_goes_on_with_whom_it_is_on(preparer: Preparer) -> None:
    found = meant(preparer, TRIP)
    assert found["the deputy minister"] == ("Ole Berg",)
    assert found["he"] == ("Ole Berg",)


def test_the_same_article_is_read_the_same(preparer: Preparer) -> None:
    assert meant(preparer, TRIP) == meant(preparer, TRIP)


def test_a_vocabulary_that_lacks_something_says_where_and_what_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "antecedents").mkdir()
    (tmp_path / "antecedents" / "vocabulary.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(networks, "files", lambda _: tmp_path)
    with pytest.raises(KnowledgeError, match=r"antecedents: the network cannot be .*make antece"):
        load_antecedence.__wrapped__()
