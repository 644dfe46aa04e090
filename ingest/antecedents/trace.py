"""What an article has named so far: of each actor how often, where, and how it stood there."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Actor, Article
from ingest.folding import fold, last_word
from ingest.mentions import Mention, MentionKind
from ingest.referents import Setting

_WORD = re.compile(r"\w+")
_LONGEST = 24
"""Namings of several that are kept."""
_PRONOUNS = (
    ("he", "him", "his"),
    ("she", "her"),
    ("it", "its"),
    ("they", "them", "their"),
    ("i", "me", "my"),
    ("we", "us", "our"),
)
_CHAINS = {word: words[0] for words in _PRONOUNS for word in words}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands in its article."""

    paragraph: int
    sentence: int
    """Counted through the article."""
    token: int
    """In its paragraph."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where the text names somebody, or several together."""

    actors: tuple[Actor, ...]
    place: Place
    mention: Mention
    setting: Setting
    keys: frozenset[str]
    """Those of the actors."""


@dataclass(slots=True)
class Seen:
    """What the text told of one actor so far."""

    actor: Actor
    first: Place
    last: Naming
    times: int = 0
    """How often it was named."""
    led: int = 0
    """How many sentences it led."""
    leading: int = -1
    """The last sentence that it led."""
    through: int = 0
    """How often those who speak for it were named."""
    pronoun: str = ""
    """"he" or "she", by which it went."""


@dataclass(slots=True)
class Trace:
    """The namings of one article in the order of its text."""

    title: frozenset[str] = frozenset()
    """The words of the title."""
    words: Mapping[str, int] = field(default_factory=dict)
    """How often each word stands in the text."""
    here: Place = Place(-1, -1, 0)
    seen: dict[str, Seen] = field(default_factory=dict)
    """By their keys, who was named; who was named last stands last."""
    several: list[Naming] = field(default_factory=list)
    """Where several were named together."""
    chains: dict[str, tuple[int, tuple[Actor, ...]]] = field(default_factory=dict)
    """By the kind of pronoun, in which sentence it stood last, and whom it meant."""
    unknown: Place | None = None
    """Where somebody was named last of whom nothing is known."""
    leader: tuple[int, tuple[Actor, ...]] = (-1, ())
    """The sentence that was led last, and by whom."""
    before: tuple[int, tuple[Actor, ...]] = (-1, ())
    """The sentence that was led before that one, and by whom."""

    @classmethod
    def of(cls, article: Article) -> "Trace":
        """The trace of an article of which nothing was read so far."""
        title = frozenset(_WORD.findall(fold(article.title)))
        return cls(title, Counter(_WORD.findall(fold(article.text))))

    def titled(self, actor: Actor) -> bool:
        """Whether the title names an actor."""
        return last_word(actor.label) in self.title

    def told(self, actor: Actor) -> int:
        """How often the text has the last word of an actor's name."""
        return self.words.get(last_word(actor.label), 0)

    def beside(self, actors: Sequence[Actor]) -> tuple[str, str]:
        """The words before and behind where those were named last of whom the first is one."""
        seen = self.seen.get(actors[0].key) if actors else None
        return ("", "") if seen is None else (seen.last.setting.before, seen.last.setting.behind)

    def leads(self, sentence: int) -> tuple[Actor, ...]:
        """Who led one of the last two sentences; nobody where it named nobody."""
        return dict((self.before, self.leader)).get(sentence, ())

    def together(self, keys: frozenset[str]) -> Naming | None:
        """Where those with these keys were named last together; None where never."""
        if len(keys) <= 1:
            return None
        namings = reversed(self.several)
        return next((n for n in namings if n.keys == keys), None)

    def chained(self, mention: Mention) -> tuple[int, tuple[Actor, ...]]:
        """The sentence in which a pronoun of the same kind stood last, and whom it meant."""
        return self.chains.get(_chain(mention), (-1, ()))

    def moves(self, mention: Mention, setting: Setting) -> None:
        """Goes on to a mention."""
        sentence = self.here.sentence + setting.leading + setting.skipping
        self.here = Place(self.here.paragraph + setting.opens, sentence, mention.start)

    def note(self, mention: Mention, setting: Setting, actors: Sequence[Actor]) -> None:
        """Notes whom the mention means at which the trace is."""
        keys = frozenset(actor.key for actor in actors)
        naming = Naming(tuple(actors), self.here, mention, setting, keys)
        if chain := _chain(mention):
            self.chains[chain] = self.here.sentence, naming.actors
        if not actors:
            if mention.kind is MentionKind.NAME and " " in mention.name:
                self.unknown = self.here
            return
        sentence = self.here.sentence
        if self.leader[0] != sentence:
            self.before, self.leader = self.leader, (sentence, naming.actors)
        leads = self.leader[1] == naming.actors
        for actor in actors:
            seen = self._see(actor, naming)
            seen.times += 1
            if leads and seen.leading != sentence:
                seen.led, seen.leading = seen.led + 1, sentence
            word = fold(mention.name) if mention.kind is MentionKind.PRONOUN else ""
            if word in {"he", "she"} and len(actors) == 1:
                seen.pronoun = word
            if actor.represents is not None:
                self._through(actor.represents, naming)
        if len(actors) > 1:
            self.several.append(naming)
            del self.several[:-_LONGEST]

    def _see(self, actor: Actor, naming: Naming) -> Seen:
        seen = self.seen.pop(actor.key, None) or Seen(actor, naming.place, naming)
        seen.last = naming
        self.seen[actor.key] = seen
        return seen

    def _through(self, side: Actor, naming: Naming) -> None:
        if side.key not in self.seen:
            self.seen[side.key] = Seen(side, naming.place, naming)
        self.seen[side.key].through += 1

    def latest(self) -> Iterator[Seen]:
        """Who was named, the last first."""
        return reversed(self.seen.values())


def _chain(mention: Mention) -> str:
    """Which pronoun it is, whatever its case; empty for what is none."""
    pronoun = mention.kind is MentionKind.PRONOUN
    return _CHAINS.get(fold(mention.name), "") if pronoun else ""
