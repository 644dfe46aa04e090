"""The text that is parsed: one plain word for each actor, date and document, and the way back."""

import pytest
from spacy.language import Language

from graph.model import Actor, ActorClass, DocumentClass
from ingest.collapse import collapse
from ingest.documents import DocumentMention
from ingest.lexicon import load_triggers
from ingest.mentions import Mention, MentionKind
from ingest.tenses import Tenses
from ingest.units import Mark, Unit, plain_word

GHANA = Actor(kind=ActorClass.COUNTRY, key="country/GHA", label="Ghana", iso3="GHA")
TOGO = Actor(kind=ActorClass.COUNTRY, key="country/TGO", label="Togo", iso3="TGO")
TENSES = Tenses(past={"expels": "expelled", "visits": "visited"}, doubtful=frozenset({"visits"}))
NO_TENSES = Tenses(past={}, doubtful=frozenset())

Laid = tuple[list[str], list[bool], list[int]]


def laid(text: str) -> Laid:
    """The tokens of a text that stand apart by spaces, whether one follows, and their offsets."""
    tokens, spaces, offsets, at = [], [], [], 0
    for token in text.split(" "):
        tokens.append(token)
        offsets.append(at)
        at += len(token) + 1
        spaces.append(True)
    return tokens, spaces, offsets


def actor_mark(
    laid_out: Laid, start: int, end: int, *actors: Actor, kind: MentionKind = MentionKind.NAMED
) -> Mark:
    """The mark of actors over tokens ``start``–``end``, with the word that stands for them."""
    tokens, _, offsets = laid_out
    mentions = tuple(Mention(start=start, end=end, kind=kind) for _ in actors)
    unit = Unit(
        start=offsets[start],
        end=offsets[end - 1] + len(tokens[end - 1]),
        actors=actors,
        mentions=mentions,
    )
    return Mark(start=start, end=end, unit=unit, word=plain_word(unit))


def test_a_marked_run_becomes_one_word_and_its_unit_points_at_the_run() -> None:
    text = "The Republic of Ghana met the old Togolese Republic yesterday ."
    out = laid(text)
    marks = [actor_mark(out, 0, 4, GHANA), actor_mark(out, 5, 9, TOGO)]
    got = collapse(*out, marks, NO_TENSES)
    assert got.words == ["Iraq", "met", "Iraq", "yesterday", "."]
    said = [text[unit.start : unit.end] for unit in got.units]
    assert said == ["The Republic of Ghana", "met", "the old Togolese Republic", "yesterday", "."]
    assert [unit.actors for unit in got.units] == [(GHANA,), (), (TOGO,), (), ()]


def test_without_marks_nothing_changes() -> None:
    out = laid("A quiet day in Accra .")
    got = collapse(*out, [], NO_TENSES)
    assert got.words == out[0]
    assert [unit.start for unit in got.units] == out[2]


def test_a_mark_without_a_word_keeps_its_tokens_under_one_unit() -> None:
    out = laid("They met .")
    unit = Unit(start=0, end=8)
    got = collapse(*out, [Mark(start=0, end=2, unit=unit)], NO_TENSES)
    assert got.words == ["They", "met", "."]
    assert got.units[0] is got.units[1] is unit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ghana ( the host ) met Togo", ["Ghana", "met", "Togo"]),
        ("Ghana [ sic ] met Togo", ["Ghana", "met", "Togo"]),
        ("Ghana ( the host met Togo", ["Ghana", "(", "the", "host", "met", "Togo"]),
        ("( aside ) Ghana met Togo", ["Ghana", "met", "Togo"]),
    ],
)
def test_short_brackets_are_left_out(text: str, words: list[str]) -> None:
    assert collapse(*laid(text), [], NO_TENSES).words == words


def test_a_bracket_that_is_marked_stays() -> None:
    out = laid("( Ghana ) slept")
    got = collapse(*out, [actor_mark(out, 0, 3, GHANA)], NO_TENSES)
    assert got.words == ["Iraq", "slept"]


def test_a_capital_after_a_semicolon_starts_a_sentence() -> None:
    got = collapse(*laid("Ghana slept ; Togo woke : it sang"), [], NO_TENSES)
    assert [w for w, start in zip(got.words, got.starts, strict=True) if start] == ["Togo"]


def test_each_of_several_means_mutually() -> None:
    out = laid("Ghana and Togo each expelled a diplomat")
    got = collapse(*out, [actor_mark(out, 0, 3, GHANA, TOGO)], NO_TENSES)
    assert got.words[1:] == ["mutually", "expelled", "a", "diplomat"]


@pytest.mark.parametrize(
    ("text", "end", "words"),
    [
        ("Ghana expels two diplomats", 1, ["it", "expelled", "two", "diplomats"]),
        ("Ghana formally expels two", 1, ["it", "formally", "expelled", "two"]),
        ("Ghana visits stopped", 1, ["it", "visits", "stopped"]),
        ("Ghana sings loudly", 1, ["Ghana", "sings", "loudly"]),
    ],
)
def test_a_present_verb_after_an_actor_is_put_into_the_past(
    text: str, end: int, words: list[str]
) -> None:
    out = laid(text)
    unit = actor_mark(out, 0, end, GHANA).unit
    got = collapse(*out, [Mark(start=0, end=end, unit=unit)], TENSES)
    assert got.words == words
    assert [u.present for u in got.units] == [w == "expelled" for w in words]


def test_a_present_verb_without_an_actor_is_left_alone() -> None:
    assert collapse(*laid("Nobody expels them"), [], TENSES).words == ["Nobody", "expels", "them"]


def test_a_doubtful_form_after_a_person_is_a_verb() -> None:
    out = laid("Kofi visits Togo")
    unit = actor_mark(out, 0, 1, GHANA, kind=MentionKind.PERSON).unit
    got = collapse(*out, [Mark(start=0, end=1, unit=unit)], TENSES)
    assert got.words == ["Kofi", "visited", "Togo"]


def plain(
    kind: MentionKind, many: int = 1, plural: bool = False, force: bool = False
) -> str | None:
    """The plain word of one mention, or of a list of several."""
    mention = Mention(start=0, end=2, kind=kind, plural=plural, force=force)
    return plain_word(Unit(start=0, end=1, mentions=(mention,) * many))


def test_persons_and_offices_have_one_plain_word_and_several_of_them_another() -> None:
    one = plain(MentionKind.PERSON)
    several = plain(MentionKind.OFFICE, plural=True)
    assert one == plain(MentionKind.OFFICE) == plain(MentionKind.COUNTERPART)
    assert several == plain(MentionKind.GROUP, plural=True) == plain(MentionKind.PERSON, many=2)
    assert several != one


def test_states_forces_and_persons_are_told_apart_by_their_plain_words() -> None:
    words = {
        plain(MentionKind.PERSON),
        plain(MentionKind.NAMED),
        plain(MentionKind.NAMED, force=True),
        plain(MentionKind.PERSON, many=2),
    }
    assert len(words) == 4
    assert None not in words


def test_pronouns_and_dates_keep_their_own_words() -> None:
    assert plain(MentionKind.PRONOUN) is None
    assert plain_word(Unit(start=0, end=1)) is None


def test_a_document_with_a_name_of_its_own_is_a_name() -> None:
    named, plainly = (
        plain_word(
            Unit(
                start=0,
                end=1,
                document=DocumentMention(
                    start=0,
                    end=3,
                    title="Treaty of Accra",
                    kind=DocumentClass.TREATY,
                    proper=proper,
                ),
            )
        )
        for proper in (True, False)
    )
    assert named is not None
    assert plainly is not None
    assert named.istitle()
    assert plainly.islower()


def test_the_present_forms_of_the_lexicon_have_their_past() -> None:
    past = load_triggers().past
    for present, told in (("meets", "met"), ("signs", "signed"), ("flies", "flew")):
        assert past[present] == told


def test_the_collapsed_words_make_a_doc_with_the_starts_of_sentences(nlp: Language) -> None:
    got = collapse(*laid("Ghana slept ; Togo woke"), [], NO_TENSES)
    doc = got.doc(nlp.vocab)
    assert [token.text for token in doc] == got.words
    assert doc[3].is_sent_start


def test_a_subject_is_taken_up_again_behind_an_aside() -> None:
    tenses = load_triggers()
    forms = Tenses(tenses.past, tenses.doubtful, frozenset({"met"}), tenses.verb_forms)
    out = laid("Ghana , a rival once , expels envoys and , backed by Togo , met them .")
    got = collapse(*out, [actor_mark(out, 0, 1, GHANA), actor_mark(out, 12, 13, TOGO)], forms)
    assert " ".join(got.words[:9]) == "Iraq , a rival once , it expelled envoys"
    assert got.units[6].resumes
    assert got.units[6].actors == (GHANA,)
    assert sum(unit.resumes for unit in got.units) == 1


@pytest.mark.parametrize(
    "text",
    [
        "With Ghana , citing old fears , condemned by all .",
        "They met Ghana , citing old fears , condemned envoys .",
        "Ghana , Togo and others , met envoys .",
        "Ghana , citing fears . Old envoys , met there .",
    ],
)
def test_nobody_is_taken_up_who_is_no_subject(text: str) -> None:
    out = laid(text)
    at = out[0].index("Ghana")
    tenses = load_triggers()
    forms = Tenses(tenses.past, tenses.doubtful, frozenset({"met"}), tenses.verb_forms)
    marks = [actor_mark(out, at, at + 1, GHANA)]
    if "Togo" in text:
        marks.append(actor_mark(out, 2, 3, TOGO))
    assert not any(unit.resumes for unit in collapse(*out, marks, forms).units)


def test_an_aside_that_leads_to_a_deed_stands_before_its_subject() -> None:
    tenses = load_triggers()
    forms = Tenses(tenses.past, tenses.doubtful, frozenset({"met"}), tenses.verb_forms)
    out = laid("Ghana , amid old fears , expels envoys . Togo , citing fears , met them .")
    got = collapse(*out, [actor_mark(out, 0, 1, GHANA), actor_mark(out, 9, 10, TOGO)], forms)
    assert " ".join(got.words[:7]) == "Amid old fears , it expelled envoys"
    assert " ".join(got.words[8:]) == "While citing fears , it met them ."
    assert [unit.actors for unit in got.units if unit.actors] == [(GHANA,), (TOGO,)]


def test_a_second_deed_is_parted_from_the_first() -> None:
    words = load_triggers()
    past = frozenset(words.past.values()) - frozenset(words.past)
    tenses = Tenses(words.past, words.doubtful, past, words.verb_forms)
    out = laid("Ghana closed its ports and severed ties with envoys backed and armed by Togo .")
    got = collapse(*out, [actor_mark(out, 0, 1, GHANA), actor_mark(out, 13, 14, TOGO)], tenses)
    assert " ".join(got.words[:8]) == "it closed its ports and also severed ties"
    assert got.words.count("also") == 1
