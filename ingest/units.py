"""What the words of the text to be parsed stand for: a mention, a date, a document, a session.

Each stands for a run of tokens of the paragraph, and one plain word stands for each in the parse.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Actor, Place
from ingest.dates import DateMention
from ingest.documents import DocumentMention, SessionMention
from ingest.mentions import Mention, MentionKind

MANY = "ministers"
"""The plain word for several actors, where no pronoun can stand."""
FORCE = "troops"


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
    town: Place | None = None
    """Where a session is by its name: "the Doha summit"."""
    here: bool = False
    """Whether its place is where the report was filed: "arrived here"."""
    elided: bool = False
    """Whether it stands for a subject that the text leaves out: "Met with X"."""
    resumes: bool = False
    """Whether it is a pronoun that takes up the subject before an aside: "X, citing fears, it"."""
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
    def state(self) -> Actor | None:
        """The state in which its place is; None where it is no place, or one of no state."""
        return self.place.country if self.place is not None else None

    @property
    def demonym(self) -> bool:
        """Whether it is a nationality and not yet an actor."""
        return bool(self.mentions) and all(m.kind is MentionKind.DEMONYM for m in self.mentions)


@lru_cache(maxsize=1 << 14)
def alone(start: int, end: int) -> Unit:
    """The unit of a word that stands for itself; there are many, so each is made once."""
    return Unit(start=start, end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a document does to whom: a resolution "condemning X", "imposing sanctions on X"."""

    verb: str
    noun: str
    """The noun before the preposition; empty where the actors are the verb's object."""
    actors: tuple[Actor, ...]
    case: str = ""
    """The preposition behind the noun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A run of tokens ``start``–``end`` and the unit that it becomes."""

    start: int
    end: int
    unit: Unit
    word: str | None = None
    """The plain word that stands in its place; None where its tokens stay."""


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
    exercise = unit.mention.name.split()[-1:] if unit.mention is not None else []
    if exercise == ["Exercise"] and not unit.actors:
        return "exercise"  # "the Maritime Partnership Exercise"
    mention = unit.mention
    if mention is None:
        return None
    if len(unit.mentions) > 1:
        return MANY
    match mention.kind:
        case MentionKind.PRONOUN:
            return FORCE if mention.force else None
        case MentionKind.DEMONYM:
            many = mention.name.endswith("s")  # "South Koreans"
            return None if mention.end - mention.start == 1 else "Germans" if many else "French"
        case MentionKind.PERSON | MentionKind.COUNTERPART | MentionKind.NAME:
            return MANY if mention.plural else "Bush"
        case MentionKind.GROUP if mention.office_kind == "own":
            return "Iraq" if unit.actors else None
        case MentionKind.OFFICE | MentionKind.GROUP:
            state = mention.office_kind == "half"
            return MANY if mention.plural else "Iraq" if state else "Bush"
        case MentionKind.NAMED:
            return FORCE if mention.force or mention.plural else "Iraq"
    return None
