"""Makes the text easy to parse: each actor, date, document and session becomes one plain word.

A parser trained on treebanks reads "Smith met Jones" better than "Foreign Minister Cho Tae-yul met
his Japanese counterpart, Takeshi Iwaya, the day before"; what it says of the plain words is then
read back. Lists of actors become one plural word, and short brackets are left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc
from spacy.vocab import Vocab

from graph.model import Actor, Place
from ingest.dates import DateMention
from ingest.documents import DocumentMention, SessionMention
from ingest.mentions import Mention, MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What one token of the collapsed text stands for."""

    start: int
    """Offset of its first character in the paragraph."""
    end: int
    actors: tuple[Actor, ...] = ()
    certainty: float = 1.0
    mentions: tuple[Mention, ...] = ()
    document: DocumentMention | None = None
    session: SessionMention | None = None
    date: DateMention | None = None
    place: Place | None = None
    elided: bool = False
    """Whether it stands for a subject that the text leaves out: "Met with X"."""
    present: bool = False
    """Whether it is a verb of the present tense that stands in the past for the parser."""
    inner: tuple[Actor, ...] = ()
    """The actors named in the title of a session or document."""
    content: "Content | None" = None
    """What the title of a document says that it does."""

    @property
    def mention(self) -> Mention | None:
        """The mention it is; the first one of a list."""
        return self.mentions[0] if self.mentions else None

    @property
    def demonym(self) -> bool:
        """Whether it is a nationality and not yet an actor."""
        return bool(self.mentions) and all(m.kind is MentionKind.DEMONYM for m in self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a document does to whom: a resolution "condemning X", "imposing sanctions on X"."""

    verb: str
    noun: str
    """The noun before the preposition; empty where the actors are the verb's object."""
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A run of tokens ``start``–``end`` and the unit that it becomes."""

    start: int
    end: int
    unit: Unit
    word: str | None = None
    """The plain word that stands in its place; None where its tokens stay."""


@dataclass(slots=True)
class Collapsed:
    """The words of a paragraph to be parsed, with the unit of each."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    """Whether a sentence must start at the word."""

    def doc(self, vocab: Vocab) -> Doc:
        """The words as a spaCy Doc, ready for the pipeline."""
        doc = Doc(vocab, words=self.words, spaces=self.spaces)
        for token, start in zip(doc, self.starts, strict=True):
            if start:
                token.is_sent_start = True
            elif token.i and self.words[token.i - 1][-1:] not in _CLOSING_SENTENCES:
                token.is_sent_start = False
        return doc


def extent(units: Sequence[Unit]) -> tuple[int, int]:
    """Where in the paragraph the words of the units begin and end."""
    return min(unit.start for unit in units), max(unit.end for unit in units)


def plain_word(unit: Unit) -> str | None:
    """The word that stands for a unit in the parse; None where its own tokens stay."""
    if unit.document is not None:
        return "Treaty" if unit.document.proper else "agreement"
    if unit.session is not None:
        return "summit"
    if unit.date is not None:
        return None
    mention = unit.mention
    if mention is None:
        return None
    if len(unit.mentions) > 1:
        return MANY
    match mention.kind:
        case MentionKind.PRONOUN:
            return None
        case MentionKind.DEMONYM:
            return None if mention.end - mention.start == 1 else "French"
        case MentionKind.PERSON | MentionKind.COUNTERPART | MentionKind.NAME:
            return MANY if mention.plural else "Bush"
        case MentionKind.OFFICE | MentionKind.GROUP:
            return MANY if mention.plural else "Bush"
        case MentionKind.NAMED:
            return FORCE if mention.force or mention.plural else "Iraq"
    return None


@dataclass(frozen=True, slots=True)
class Tenses:
    """Puts verbs of the historical present ("Canada expels") into the past, which parsers know."""

    past: Mapping[str, str]
    doubtful: frozenset[str]
    """Forms that may as well be nouns."""
    past_forms: frozenset[str] = frozenset()
    """Past tenses that are no other form of their verb."""
    verb_forms: frozenset[str] = frozenset()
    """Finite forms of verbs, of the lexicon and the commonest."""

    def pronoun(self, tokens: Sequence[str], start: int, end: int, many: bool) -> str | None:
        """The pronoun for an actor, or for ``many``: "they" before a verb, "them" after "with".

        A noun before a past tense ("ministers met", "Norway condemned") may be read as if the verb
        belonged to it. None where no pronoun can stand.
        """
        following = tokens[end].lower() if end < len(tokens) else ""
        if following in {"'s", "’s", "'", "’", "-"}:
            return None
        before = tokens[start - 1].lower() if start else ""
        if before in _GOVERNING:
            return "them" if many else None
        if not many and before in _PREPOSITIONS - _CONJUNCTIONS:
            return None
        at = end
        while at < len(tokens) and (tokens[at].lower() in _ADVERBS or tokens[at].endswith("ly")):
            at += 1
        verb = tokens[at].lower() if at < len(tokens) else ""
        if verb in self.verb_forms or verb in self.past:
            return "they" if many else "it"
        if not many:
            return None
        return "them" if before in _PREPOSITIONS or before in self.verb_forms else "they"

    def lacks_subject(self, word: str, before: str, following: str) -> bool:
        """Whether a sentence starts with a past tense, as in a diary: "Met with President X."."""
        if before not in {".", ";"} or (before == "." and not word[:1].isupper()):
            return False
        return word.lower() in self.past_forms and following not in {"by", "as", "in", ",", "to"}

    def bare_noun(self, word: str, following: str) -> bool:
        """Whether a sentence starts with a noun like a verb: "Clashes between"."""
        return word.lower() in self.doubtful and word.endswith("s") and following == "between"

    def past_of(self, word: str, following: str, before: Collapsed) -> str | None:
        """The past form of a word that follows an actor (or an adverb after one), or a verb.

        None where the word is no verb of the lexicon, or may be a noun.
        """
        past = self.past.get(word)
        if past is None or not before.units:
            return None
        third = word.endswith("s")
        at = len(before.units) - 1
        while at > 0 and (before.words[at].lower() in _ADVERBS or before.words[at].endswith("ly")):
            at -= 1
        unit, last = before.units[at], before.words[at]
        person = any(m.kind in _PERSONAL for m in unit.mentions)
        if unit.actors and not unit.demonym and not any(m.possessive for m in unit.mentions):
            if last in _GROUPS:
                return None if third else past
            if third and (person or word not in self.doubtful):
                return past
        if (word, following) in _VERBAL and last != "the":
            return past
        if third and word not in self.doubtful:
            verbs = (u.present for u in before.units[-14:])
            return past if last in {"and", ",", "but", "who", "which"} and any(verbs) else None
        return None


_VERBAL = frozenset(
    {
        ("calls", "on"), ("calls", "upon"), ("calls", "for"), ("heads", "to"), ("heads", "for"),
        ("returns", "to"), ("returns", "from"), ("meets", "with"), ("calls", "off"),
        ("warns", "that"),
        ("threatens", "to"), ("agrees", "to"), ("pledges", "to"), ("offers", "to"),
    }
)  # fmt: skip
MANY = "ministers"
"""The plain word for several actors, where no pronoun can stand."""
FORCE = "troops"
_PRONOUNS = {"Bush": "he", "Iraq": "it"}
_AMID = frozenset({"amid", "amidst"})
"""Prepositions that parsers take for nouns."""
_GOVERNING = frozenset(
    {"of", "with", "between", "among", "by", "against", "from", "at", "into", "without"}
)
_CONJUNCTIONS = frozenset({"after", "before", "and"})
"""Prepositions that may as well start a clause: "after Norway condemned …"."""
_GROUPS = frozenset({MANY, "they", "them"})
_PREPOSITIONS = frozenset(
    {
        "of", "with", "between", "among", "by", "to", "for", "from", "on", "at", "in",
        "into", "against", "over", "about", "after", "before", "during", "under", "through",
        "towards", "toward", "without", "including", "and",
    }
)  # fmt: skip
_PERSONAL = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.COUNTERPART})
_ADVERBS = frozenset(
    [
        "also",
        "formally",
        "strongly",
        "again",
        "reportedly",
        "officially",
        "later",
        "then",
        "publicly",
        "immediately",
        "jointly",
        "mutually",
        "both",
        "all",
        "unanimously",
        "temporarily",
    ]
)


def collapse(
    tokens: Sequence[str],
    spaces: Sequence[bool],
    offsets: Sequence[int],
    marks: Sequence[Mark],
    tenses: Tenses,
) -> Collapsed:
    """The collapsed text; ``marks`` are in order and do not overlap.

    ``offsets`` holds where each token starts in the paragraph.
    """
    out = Collapsed()
    at = 0
    by_start = {mark.start: mark for mark in marks}
    brackets = _brackets(tokens, by_start)
    while at < len(tokens):
        if at in brackets:
            at = brackets[at]
            if out.spaces:
                out.spaces[-1] = True
            continue
        mark = by_start.get(at)
        fresh = at > 0 and tokens[at - 1] in {":", ";"} and tokens[at][:1].isupper()
        if mark is not None and mark.word is not None:
            word = mark.word
            last_word = out.words[-1].lower() if out.words else ""
            if word in {MANY, FORCE}:
                word = tenses.pronoun(tokens, at, mark.end, many=True) or word
            elif word in _PRONOUNS and mark.unit.actors:
                subject = tenses.pronoun(tokens, at, mark.end, many=False)
                word = _PRONOUNS[word] if subject else word
            _add(out, word, spaces[mark.end - 1], mark.unit, fresh)
            at = mark.end
            if word == "them" and last_word == "by" and _participle(tokens, at):
                gap = Unit(start=offsets[at], end=offsets[at], elided=True)
                _add(out, ",", True, gap, False)  # "signed by A, B and C calling for …"
            continue
        if mark is not None and _one_state(mark) and tenses.pronoun(tokens, at, mark.end, False):
            _add(out, "it", spaces[at], mark.unit, fresh)
            at = mark.end
            continue
        if _bare_day(tokens, at, mark):
            gap = Unit(start=offsets[at], end=offsets[at], elided=True)
            _add(out, "on", True, gap, False)
        end = mark.end if mark is not None else at + 1
        for index in range(at, end):
            own = mark.unit if mark is not None else None
            unit = own or Unit(start=offsets[index], end=offsets[index] + len(tokens[index]))
            word = tokens[index]
            if word == "each" and out.words and out.words[-1] in _GROUPS:
                word = "mutually"  # "India and Pakistan each expelled a diplomat"
            if word == "worth" and out.words and out.words[-1] not in {",", "is", "are", "be"}:
                gap = Unit(start=offsets[index], end=offsets[index], elided=True)
                _add(out, ",", True, gap, False)  # "aid to X worth …"
            if word.lower() in _AMID:
                word = "despite" if word.islower() else "Despite"
            if word in {"'", "’"} and out.words and out.words[-1] == MANY:
                word = "'s"  # "the two Koreas' agreement"
            following = tokens[index + 1].lower() if index + 1 < len(tokens) else ""
            last = _before(tokens, index)
            if own is None and tenses.lacks_subject(word, last, following):
                gap = Unit(start=offsets[index], end=offsets[index], elided=True)
                _add(out, "he", True, gap, True)
                word = word.lower()
            if own is None and last == "." and tenses.bare_noun(word, following):
                gap = Unit(start=offsets[index], end=offsets[index], elided=True)
                _add(out, "The", True, gap, True)
                word = word.lower()
            past = tenses.past_of(word, following, out) if own is None else None
            if past is not None:
                word, unit = past, replace(unit, present=True)
            _add(out, word, spaces[index], unit, fresh and index == at)
        at = end
    return out


def _one_state(mark: Mark) -> bool:
    """Whether the mark is one word that names a state or organisation: "Norway"."""
    mention = mark.unit.mention
    named = mention is not None and mention.kind is MentionKind.NAMED
    return named and mark.end - mark.start == 1 and len(mark.unit.actors) == 1


def _participle(tokens: Sequence[str], at: int) -> bool:
    """Whether a participle follows: "calling"."""
    return at < len(tokens) and tokens[at].endswith("ing") and tokens[at].islower()


def _bare_day(tokens: Sequence[str], at: int, mark: Mark | None) -> bool:
    """Whether a day stands without its preposition: "a meeting Friday with X"."""
    if mark is None or mark.unit.date is None or tokens[at] not in _DAYS or at == 0:
        return False
    before = tokens[at - 1].lower()
    following = tokens[mark.end].lower() if mark.end < len(tokens) else ""
    return before.isalpha() and before not in _BEFORE_DAYS and following in _PREPOSITIONS


_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_BEFORE_DAYS = _PREPOSITIONS | frozenset(
    {"early", "late", "last", "next", "this", "that", "every", "each", "since", "until", "of", "or"}
)


def _before(tokens: Sequence[str], index: int) -> str:
    """The token before; "." at the start, ";" where the clause starts with "Also" or the like."""
    if index == 0:
        return "."
    first = index == 1 or tokens[index - 2] in {".", ";"}
    also = tokens[index - 1].lower() in {"also", "then", "later"}
    return ";" if first and also else tokens[index - 1]


def _add(out: Collapsed, word: str, space: bool, unit: Unit, fresh: bool) -> None:
    out.words.append(word)
    out.spaces.append(space)
    out.units.append(unit)
    out.starts.append(fresh)


_CLOSING_SENTENCES = frozenset(".!?:;\"”’')…—–-")
"""Last characters of the words after which a sentence may begin."""
_CLOSING = {"(": ")", "[": "]"}


def _brackets(tokens: Sequence[str], marks: dict[int, Mark]) -> dict[int, int]:
    """Where each short bracket starts and the token after it; brackets say asides."""
    out: dict[int, int] = {}
    for start, token in enumerate(tokens):
        if token not in _CLOSING or start in marks:
            continue
        closing = _CLOSING[token]
        for end in range(start + 1, min(start + 14, len(tokens))):
            if tokens[end] == closing:
                out[start] = end + 1
                break
    return out
