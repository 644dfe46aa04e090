"""Whom an article has named so far, in the order of its text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import Actor, ActorClass
from ingest.anaphora import Anaphora
from ingest.referents import Setting
from ingest.subjects import Subjects

UNKNOWN: tuple[Actor, ...] = ()
"""Who is named and yet nobody knows."""
_FAR = 40
"""How many namings before it a group may take up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place where the text names somebody, or several together."""

    actors: tuple[Actor, ...]
    leading: bool
    """Whether it is the first that its sentence names."""
    located: bool
    """Whether it was named only as where something is."""
    between: bool
    """Whether something is between them: "the dialogue between X and Y"."""
    unnamed: bool
    """Whether it stands for one official without a name."""
    ranking: bool
    """Whether that official leads or is a minister: who may be one of "the two leaders"."""
    several: bool
    """Whether it is people of one side: "Kenyan soldiers", "Polish officials"."""


class Namings:
    """The namings of one article in the order of its text, up to the present one."""

    def __init__(self, anaphora: Anaphora) -> None:
        self._anaphora = anaphora
        self._namings: list[Naming] = []
        self._sentence = 0
        """Where the present sentence starts."""
        self._told = 0
        """Where the sentence before it starts."""
        self._topic: Actor | None = None
        """Whom the sentence before called "he" or "she" first."""
        self._here: Actor | None = None
        """Whom the present sentence has called so."""
        self.subjects = Subjects()
        """With which side the sentences begin."""
        self._topics: tuple[Actor, ...] = ()
        """Whom the sentence before called "they"."""
        self._those: tuple[Actor, ...] = ()
        """Whom the present sentence has called so."""
        self._sayer: Actor | None = None
        """The person who said something last, since when nobody else led a sentence."""
        self._said = 0
        """Where the sentence starts in which they did."""

    @property
    def last(self) -> tuple[Actor, ...]:
        """Who was named last; empty where nobody was, or nobody known."""
        return self._namings[-1].actors if self._namings else ()

    @property
    def last_several(self) -> bool:
        """Whether several people of one side were named last."""
        return bool(self._namings) and self._namings[-1].several

    @property
    def opening(self) -> tuple[Actor, ...]:
        """Whom the present sentence named first; empty where it has named nobody."""
        here = self._namings[self._sentence : self._sentence + 1]
        return here[0].actors if here else ()

    def acting(self, ground: Actor | None, *, but_last: bool) -> tuple[Actor, ...]:
        """Whom the present sentence named first, but the ``ground`` on which it is; or nobody.

        ``but_last`` leaves out whom it named last.
        """
        here = self._namings[self._sentence : len(self._namings) - but_last]
        apart = (n.actors for n in here if not (n.located or n.actors == (ground,)))
        return next(apart, ())

    def told_first(self) -> Actor | None:
        """The one whom the sentence before named first; None where it named nobody or several."""
        told = self._namings[self._told : self._sentence][:1]
        return told[0].actors[0] if told and len(told[0].actors) == 1 else None

    def opening_placed(self) -> bool:
        """Whether the present sentence named first only where something is."""
        return any(naming.located for naming in self._namings[self._sentence : self._sentence + 1])

    def begin_sentence(self, *, skipped: bool = False) -> None:
        """Starts a sentence: what is noted from now on stands in it.

        ``skipped`` says that another one lies between that names nobody.
        """
        here = self._namings[self._sentence :]
        told = [a for naming in here for a in naming.actors if a.kind is ActorClass.PERSON]
        others = any(naming.actors == UNKNOWN for naming in here[:1]) or bool(told)
        if self._sentence > self._said and others and self._sayer not in told:
            self._sayer = None
        self._told, self._sentence = self._sentence, len(self._namings)
        self._topic, self._here = self._here, None
        self._topics, self._those = self._those, ()
        self.subjects.begin_sentence(skipped=skipped)

    def says(self, actors: tuple[Actor, ...]) -> None:
        """Notes that they say something in the present sentence."""
        alone = len(actors) == 1 and actors[0].kind is ActorClass.PERSON
        self._sayer, self._said = actors[0] if alone else None, self._sentence

    def sayer(self) -> Actor | None:
        """Whom "he said" goes on with; None where somebody else may be meant."""
        return None if self._leads_otherwise() else self._sayer

    def _leads_otherwise(self) -> bool:
        """Whether a person leads the present sentence who is not the one who spoke last."""
        opening = self.opening
        alone = len(opening) == 1 and opening[0].kind is ActorClass.PERSON
        unknown = len(self._namings) > self._sentence and opening == UNKNOWN
        return unknown or (alone and opening[0] != self._sayer)

    def takes_up(self, actor: Actor) -> None:
        """Notes whom "he" or "she" means in the present sentence."""
        self._here = self._here or actor

    def take_up(self, actors: tuple[Actor, ...]) -> None:
        """Notes whom "they" means in the present sentence."""
        self._those = self._those or actors

    def note(
        self,
        actors: tuple[Actor, ...],
        setting: Setting,
        *,
        unnamed: bool = False,
        ranking: bool = False,
        several: bool = False,
    ) -> None:
        """Adds a naming, of an official without a name, or of several people of one side."""
        naming = Naming(
            actors=actors,
            leading=setting.leading,
            located=setting.located,
            between=setting.between,
            unnamed=unnamed,
            ranking=ranking,
            several=several and len(actors) == 1,
        )
        self._namings.append(naming)
        if setting.leading and setting.begins and not setting.located:
            self.subjects.note(actors)

    def join(self, actors: Sequence[Actor]) -> None:
        """Adds actors to the last naming: "France | and Germany"."""
        both = dict.fromkeys((*self._namings[-1].actors, *actors))
        self._namings[-1] = replace(self._namings[-1], actors=tuple(both))
        if len(self._namings) == self._sentence + 1:
            self.subjects.note(tuple(both))

    def _far(self, end: int) -> list[Naming]:
        """The namings before ``end``, as far back as a group goes."""
        return self._namings[max(0, end - _FAR) : end]
