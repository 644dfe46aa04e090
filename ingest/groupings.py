"""Which several of those whom an article has named a group may take up: "the two sides"."""

from collections.abc import Collection, Sequence

from graph.model import Actor, ActorClass
from ingest.namings import Namings
from ingest.referents import Referent, side_key

PAIR = 2
"""How many "they" and "the ministers" are, where nothing says so."""
SIDES = frozenset(
    {ActorClass.COUNTRY, ActorClass.ORGANIZATION, ActorClass.ARMED_GROUP, ActorClass.NGO}
)
_BEGINNING = 6
"""The namings among which an article says between whom something is."""
_FADING = 0.95
"""How much less each older mention counts than the next."""
_PLACED = 0.2
"""How much less a mention counts that only says where something is."""


class Groupings(Namings):
    """The part of the history that finds several actors at once."""

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

    def several_told(self) -> tuple[Actor, ...]:
        """The three or more with whom the sentence before began; empty where it began otherwise.

        Nor are they meant where this sentence begins with them: "They urged the sides to".
        """
        told = self._namings[self._told : self._sentence][:1]
        if not told or not told[0].leading or told[0].actors in (self.opening, self._those):
            return ()
        return told[0].actors if len(told[0].actors) > PAIR else ()

    def last_group(
        self, *, persons: bool, others: Collection[str] = frozenset()
    ) -> tuple[Actor, ...]:
        """The last persons, or sides, that were named together; empty where none were.

        None of them is one of ``others``.
        """
        groups = (n.actors for n in reversed(self._namings[-20:]) if len(n.actors) > 1)
        fitting = (g for g in groups if not any(actor.key in others for actor in g))
        return next((actors for actors in fitting if alike(actors, persons=persons)), ())

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
        those = self._those if len(self._those) > PAIR else ()
        return self._sentence, told | _sides(those)

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
            if len(actors) == count and not placed and alike(actors, persons=False):
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
            if len(actors) == count and alike(actors, persons=True):
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
            people = naming.unnamed or alike(naming.actors, persons=True)
            more = (1 + people) * (1 + (len(naming.actors) == count))
            for side in (actor.represents or actor for actor in naming.actors):
                fits = side.kind is ActorClass.COUNTRY if states else side.kind in SIDES
                if fits and side.key not in apart:
                    sides[side.key] = side
                    weights[side.key] = weights.get(side.key, 0) + weight * more
        best = sorted(weights, key=lambda key: -weights[key])[:count]
        if len(best) < count:
            return Referent()
        return Referent(actors=tuple(sides[key] for key in sides if key in best), certainty=0.7)

    def foremost_beside(self, apart: Collection[str]) -> Actor | None:
        """The state that the text so far is most about beside those; None where there is none."""
        return next(iter(self.foremost(len(self._namings), 1, apart, states=True).actors), None)

    def together_with(self, leader: Actor) -> tuple[Actor, ...]:
        """The last states that were named together, one of which is ``leader``; or nobody."""
        far = reversed(self._far(len(self._namings)))
        groups = (naming.actors for naming in far if leader in naming.actors)
        several = (actors for actors in groups if len(actors) > PAIR)
        return next((g for g in several if all(a.kind is ActorClass.COUNTRY for a in g)), ())

    def foremost_states(self, count: int) -> tuple[Actor, ...]:
        """The so many states that the text so far is most about; or the one, or none."""
        end = len(self._namings)
        found = self.foremost(end, count, (), states=True)
        return found.actors or self.foremost(end, 1, (), states=True).actors


def _sides(actors: Sequence[Actor]) -> set[str]:
    """For whom they speak."""
    return {side_key(actor) for actor in actors}


def alike(actors: Sequence[Actor], *, persons: bool) -> bool:
    """Whether all are persons, or none is."""
    return all((actor.kind is ActorClass.PERSON) == persons for actor in actors)
