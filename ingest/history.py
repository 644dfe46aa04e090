"""Whom an article has named so far, and who of them a pronoun or a group may take up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from graph.model import Actor, ActorClass
from ingest.anaphora import Anaphora
from ingest.referents import Referent, Setting, head_noun, side_key
from ingest.subjects import Subjects

UNKNOWN: tuple[Actor, ...] = ()
"""Who is named and yet nobody knows."""
PAIR = 2
"""How many "they" and "the ministers" are, where nothing says so."""
_GOVERNMENTS = frozenset({"government", "junta", "regime", "authorities"}) | {
    "country",
    "kingdom",
    "nation",
    "republic",
}
_LANDS = frozenset({"country", "kingdom", "nation"})
_SIDES = frozenset(
    {ActorClass.COUNTRY, ActorClass.ORGANIZATION, ActorClass.ARMED_GROUP, ActorClass.NGO}
)
ORGANISATIONS = frozenset({ActorClass.ORGANIZATION, ActorClass.NGO})
_GROUPS = ORGANISATIONS | {ActorClass.ARMED_GROUP}
_FAR = 40
"""How many namings before it a group may take up."""
_BEGINNING = 6
"""The namings among which an article says between whom something is."""
_FADING = 0.95
"""How much less each older mention counts than the next."""
_PLACED = 0.2
"""How much less a mention counts that only says where something is."""


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


class History:
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

    def _recent(self) -> list[tuple[Actor, ...]]:
        """The last four namings, those that lead their sentence first, latest first."""
        last = reversed(self._namings[-4:])
        return [n.actors for n in sorted(last, key=lambda naming: not naming.leading)]

    def people(self, *, acting: bool) -> tuple[Actor, ...]:
        """The side whose people led this sentence, or the one before it; empty where none did.

        ``acting`` says that those of this sentence may be meant: "they", but not "them".
        """
        here = self._namings[self._sentence : self._sentence + 1]
        told = self._namings[self._told : self._sentence][:1]
        for naming in (here if acting else [], told if not (here and acting) else []):
            if naming and naming[0].several:
                return naming[0].actors
        return ()

    def several_here(self) -> bool:
        """Whether the present sentence names several, together or one by one."""
        here = [n for n in self._namings[self._sentence :] if not n.located]
        return len(here) > 1 or any(len(n.actors) > 1 or n.several for n in here)

    def lately_together(self) -> tuple[Actor, ...]:
        """Several whom the text names or takes up together a short way back, or nobody.

        They lead a sentence, the latest first, or else stand in this sentence or the one before.
        Who is only talked of, or where something is, does not count.
        """
        far = max(0, len(self._namings) - 6)
        near = [
            naming
            for at, naming in enumerate(self._namings[far:], far)
            if len(naming.actors) > 1 and not naming.located
            if naming.leading or at >= self._told
        ]
        near.sort(key=lambda naming: naming.leading)
        return near[-1].actors if near else self._those or self._topics

    def goes_on(self) -> Actor | None:
        """Of whom the sentence before tells, where this one goes on: "In talks with X, he"."""
        told = self._namings[self._told : self._sentence][:1]
        leading = told[0].actors if told and (told[0].unnamed or _persons(told[0])) else ()
        topic = self._topic or (leading[0] if len(leading) == 1 else None)
        here = {a for naming in self._namings[self._sentence :] for a in naming.actors}
        return topic if topic not in here else None

    def named_here(self, actor: Actor | None) -> bool:
        """Whether the present sentence names them."""
        return any(actor in naming.actors for naming in self._namings[self._sentence :])

    def other_person(self, *, led: bool = False) -> Actor | None:
        """Who was named last of another side than who leads the sentence: "his host".

        ``led`` says that it must be a person who does: "the guest".
        """
        opening = self.opening
        if len(opening) != 1 or (led and opening[0].kind is not ActorClass.PERSON):
            return None
        before = (a for naming in reversed(self._far(self._sentence)) for a in naming.actors)
        persons = (actor for actor in before if actor.kind is ActorClass.PERSON)
        return next((a for a in persons if side_key(a) != side_key(opening[0])), None)

    def last_person(self) -> Actor | None:
        """Whom "he" or "she" takes up; None where it is somebody of whom nothing is known."""
        opening = self.opening
        gone_on = len(self._namings) > self._sentence + 1 and len(opening) == 1
        if gone_on and opening[0].kind is ActorClass.PERSON:
            return opening[0]  # "X flew to see Y, and there he …"
        if gone_on and self._namings[self._sentence].unnamed and len(self.last) == 1:
            here = self._namings[self._sentence :]
            if not any(a.kind is ActorClass.PERSON for n in here for a in n.actors):
                return opening[0]  # "X's minister flew to Y, where he …"
        if self._topic is not None and not opening:
            return self._topic  # "He met X. Later he …"
        named = {naming.actors for naming in self._namings[self._sentence :]}
        people = {
            actors for actors in named if len(actors) == 1 and actors[0].kind is ActorClass.PERSON
        }
        if len(people) == 1 and UNKNOWN not in named:
            return people.pop()[0]  # "the talks were led by X, before he …"
        told = self._namings[self._told : self._sentence]
        persons = any(a.kind is ActorClass.PERSON for n in told for a in n.actors)
        if told and told[0].unnamed and not (persons or opening) and len(told[0].actors) == 1:
            return told[0].actors[0]  # "X's minister flew to Y. He …"
        if self._namings and self._namings[-1].unnamed and len(self.last) == 1:
            return self.last[0]  # "a spokesman of X said. He …"
        before = (naming.actors for naming in reversed(self._namings[-12:]))
        for actors in (*self._recent(), *before):
            if actors == UNKNOWN:
                return None  # "she" is somebody of whom nothing is known
            if actors[0].kind is ActorClass.PERSON:
                return actors[0]
        return None

    def it(self, setting: Setting) -> Actor | None:
        """The side that "it" or "its" takes up: of this sentence, or with which the last began.

        Who acts alone rather than one of several: "X scrambled jets after bombers of Y entered its
        airspace".
        """
        here = self._namings[self._sentence :]
        if not here and setting.begins:
            self.subjects.here = self.subjects.before
        one = not setting.placed
        single = next((naming for naming in here if one and not naming.several), None)
        for naming in reversed(here[-8:]):
            if len(naming.actors) != 1 or naming.located:
                continue
            if naming.several and single is not None and single.actors != UNKNOWN:
                continue
            if naming.actors[0].kind is not ActorClass.PERSON:
                return naming.actors[0]
        return self.subjects.here

    def last_side(
        self, noun: str | None, *, leading: bool = False, one: bool = False
    ) -> Actor | None:
        """The last state or organisation that a noun like "bloc" takes up, or "it" without one.

        ``leading`` says that the noun is the first to name somebody in its sentence, ``one`` that
        it is none of several: "X scrambled jets after bombers of Y entered its airspace".
        """
        told = self._namings[self._told : self._told + 1]
        if (noun in _LANDS or noun is None) and leading and told and not told[0].located:
            actors = told[0].actors  # "X threatened Y. The country also …", "It also …"
            kinds = _SIDES if noun is None else {ActorClass.COUNTRY}
            if len(actors) == 1 and actors[0].kind in kinds:
                return actors[0]
        if noun in self._anaphora.named:
            return self._named_so(noun)
        here = self._namings[self._sentence :]
        single = next((naming for naming in here if one and not naming.several), None)
        for naming in reversed(self._namings[-8:]):
            if len(naming.actors) != 1 or (naming.located and noun is None):
                continue
            if naming.several and single is not None and single.actors != UNKNOWN:
                continue
            actor = naming.actors[0]
            if noun is None:
                side = actor if actor.kind is not ActorClass.PERSON else None
            elif noun in _GOVERNMENTS:
                side = actor.represents if actor.kind is ActorClass.PERSON else actor
                side = side if side is not None and side.kind is ActorClass.COUNTRY else None
            elif noun in self._anaphora.band:
                side = actor.represents if actor.kind is ActorClass.PERSON else actor
                side = side if side is not None and side.kind is ActorClass.ARMED_GROUP else None
            elif self._anaphora.is_organisation(noun):
                kinds = _GROUPS if noun in self._anaphora.armed else ORGANISATIONS
                side = actor if actor.kind in kinds else actor.represents
                side = side if side is not None and side.kind in kinds else None
            else:
                side = actor if actor.kind is ActorClass.COUNTRY else None
            if side is not None:
                return side
        return None

    def two_told(self) -> tuple[Actor, ...]:
        """The two persons of two sides whom this sentence and the one before name; else nobody."""
        told = (a for naming in self._namings[self._told :] for a in naming.actors)
        people = list(dict.fromkeys(a for a in told if a.kind is ActorClass.PERSON))
        apart = len({side_key(person) for person in people}) == len(people) == PAIR
        return tuple(people) if apart else ()

    def last_of(self, keys: Collection[str], *, leading: bool) -> Actor | None:
        """The last state among those with these keys; with ``leading`` that of which was told."""
        told = self._namings[self._told : self._told + 1] if leading else []
        for naming in (*told, *reversed(self._far(len(self._namings)))):
            for side in (actor.represents or actor for actor in reversed(naming.actors)):
                if side.key in keys and not (naming in told and naming.located):
                    return side
        return None

    def _named_so(self, noun: str | None) -> Actor | None:
        """The last organisation whose name has the noun: a General Assembly is "the Assembly"."""
        for naming in reversed(self._namings):
            for actor in naming.actors:
                body = actor if actor.kind in ORGANISATIONS else actor.represents
                if body is not None and noun == head_noun(body.label):
                    return body
        return None

    def leading_state(self) -> Actor | None:
        """The one state that the sentence before, or this one, names first; None where none is."""
        here = self._namings[self._told :]
        actors = here[0].actors if here and not here[0].located else ()
        sides = {actor.represents or actor for actor in actors}
        state = sides.pop() if len(sides) == 1 else None
        return state if state is not None and state.kind is ActorClass.COUNTRY else None

    def last_two(self) -> Referent:
        """The last two who were named one by one: "Bush met Putin. They …".

        Two persons of one sentence rather than a person and a body: "met Putin at the G20".
        """
        places = range(len(self._namings))
        last = next((at for at in reversed(places) if self._namings[at].leading), 0)
        people: dict[str, Actor] = {}
        for naming in self._namings[last:]:
            for actor in naming.actors:
                if actor.kind is ActorClass.PERSON or naming.ranking:
                    people.setdefault(side_key(actor), actor)
        if len(people) == PAIR:
            return Referent(actors=tuple(people.values()), certainty=0.55)
        return Referent()

    def last_group(
        self, *, persons: bool, others: Collection[str] = frozenset()
    ) -> tuple[Actor, ...]:
        """The last persons, or sides, that were named together; empty where none were.

        None of them is one of ``others``.
        """
        groups = (n.actors for n in reversed(self._namings[-20:]) if len(n.actors) > 1)
        fitting = (g for g in groups if not any(actor.key in others for actor in g))
        return next((actors for actors in fitting if _alike(actors, persons=persons)), ())

    def between(self, count: int) -> tuple[Actor, ...]:
        """The so many between whom something is, where the sentence names them alone."""
        here = self._namings[self._sentence :]
        fits = len(here) == 1 and here[0].between and len(here[0].actors) == count
        return here[0].actors if fits else ()

    def paired(self) -> tuple[Actor, ...]:
        """The two that the sentence began with: "X and Y greeted Z, who met both presidents"."""
        here = self._namings[self._sentence : self._sentence + 1]
        later = len(self._namings) > self._sentence + 1
        return here[0].actors if here and later and len(here[0].actors) == 2 else ()

    def before(self, count: int) -> tuple[int, set[str]]:
        """The end of the text in which a group of so many was named, and the sides not in it."""
        here = self._namings[self._sentence :]
        told = {side_key(actor) for naming in here for actor in naming.actors}
        if len(told) >= count and len(here) != 1:  # "A and B appealed to the two sides"
            return len(self._namings), set()
        return self._sentence, told

    def latest_of(
        self, keys: Collection[str], end: int, count: int, apart: Collection[str]
    ) -> tuple[Actor, ...]:
        """The last so many before ``end`` whose keys are given; empty where sides repeat.

        Those whom the sentence before names, or else those who were named together. Who speaks for
        a side of ``apart`` is none of them.
        """
        far = [
            tuple(a for a in naming.actors if a.key in keys and side_key(a) not in apart)
            for naming in self._far(end)
        ]
        recent = len(self._namings[self._told : end])
        told = {a for actors in far[len(far) - recent :] for a in actors}
        pairs = (actors for actors in reversed(far) if len(actors) == count)
        together = next(pairs, ())
        if (
            together
            and len({side_key(a) for a in told}) != count
            and len(_sides(together)) == count
        ):
            return together
        latest = list(dict.fromkeys(a for actors in reversed(far) for a in reversed(actors)))
        latest = latest[:count]
        return tuple(reversed(latest)) if len(_sides(latest)) == count else ()

    def together(
        self, end: int, count: int, apart: Collection[str], *, states: bool
    ) -> tuple[Actor, ...]:
        """So many sides that were named together before ``end``; or nobody.

        Those of the sentence before, or else those that the article began with. Who speaks for a
        side of ``apart`` is none of them; ``states`` says that all must be states.
        """
        lately = reversed(self._namings[self._told : end])
        for naming in (*lately, *self._namings[: min(end, _BEGINNING)]):
            actors = tuple(a for a in naming.actors if side_key(a) not in apart)
            fits = not states or all(a.kind is ActorClass.COUNTRY for a in actors)
            placed = naming.located or not fits
            if len(actors) == count and not placed and _alike(actors, persons=False):
                return actors
        return ()

    def latest(
        self, end: int, count: int, apart: Collection[str], others: Collection[str]
    ) -> Referent:
        """So many persons who were named before ``end``, together or one by one.

        Who speaks for a side of ``apart`` is none of them, nor who is one of ``others``.
        """
        found: dict[str, Actor] = {}
        for naming in reversed(self._far(end)):
            actors = tuple(
                a for a in naming.actors if side_key(a) not in apart and a.key not in others
            )
            if len(actors) == count and _alike(actors, persons=True):
                return Referent(actors=actors, certainty=0.8)
            for actor in actors:
                if actor.kind is ActorClass.PERSON or naming.ranking:
                    found.setdefault(side_key(actor), actor)
            if len(found) >= count:
                last = reversed(list(found.values())[:count])
                return Referent(actors=tuple(last), certainty=0.7)
        return Referent()

    def foremost(
        self, end: int, count: int, apart: Collection[str], *, states: bool = False
    ) -> Referent:
        """The sides that the text before ``end`` is most about, in the order of their naming.

        What was named lately counts more, who acts more than where it is; ``states`` says that
        only states count.
        """
        weights: dict[str, float] = {}
        sides: dict[str, Actor] = {}
        far = self._far(end)
        for age, naming in zip(range(len(far), 0, -1), far, strict=True):
            weight = _FADING**age * (_PLACED if naming.located else 1)
            weight *= 1.5 if naming.leading else 1
            people = naming.unnamed or _alike(naming.actors, persons=True)
            more = (1 + people) * (1 + (len(naming.actors) == count))
            for side in (actor.represents or actor for actor in naming.actors):
                fits = side.kind is ActorClass.COUNTRY if states else side.kind in _SIDES
                if fits and side.key not in apart:
                    sides[side.key] = side
                    weights[side.key] = weights.get(side.key, 0) + weight * more
        best = sorted(weights, key=lambda key: -weights[key])[:count]
        if len(best) < count:
            return Referent()
        return Referent(actors=tuple(sides[key] for key in sides if key in best), certainty=0.7)

    def foremost_states(self, count: int) -> tuple[Actor, ...]:
        """The so many states that the text so far is most about; or the one, or none."""
        end = len(self._namings)
        found = self.foremost(end, count, (), states=True)
        return found.actors or self.foremost(end, 1, (), states=True).actors

    def opening_placed(self) -> bool:
        """Whether the present sentence named first only where something is."""
        return any(naming.located for naming in self._namings[self._sentence : self._sentence + 1])

    def _far(self, end: int) -> list[Naming]:
        """The namings before ``end``, as far back as a group goes."""
        return self._namings[max(0, end - _FAR) : end]


def _sides(actors: Sequence[Actor]) -> set[str]:
    """For whom they speak."""
    return {side_key(actor) for actor in actors}


def _persons(naming: Naming) -> bool:
    """Whether the text names persons there."""
    return _alike(naming.actors, persons=True) and bool(naming.actors)


def _alike(actors: Sequence[Actor], *, persons: bool) -> bool:
    """Whether all are persons, or none is."""
    return all((actor.kind is ActorClass.PERSON) == persons for actor in actors)
