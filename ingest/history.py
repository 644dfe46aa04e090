"""Who of those whom an article has named so far a pronoun or a noun may take up."""

from collections.abc import Collection

from graph.model import Actor, ActorClass
from ingest.groupings import PAIR, SIDES, Groupings, alike
from ingest.namings import UNKNOWN, Naming
from ingest.referents import Setting, head_noun, side_key

_GOVERNMENTS = frozenset({"government", "junta", "regime", "authorities"}) | {
    "country",
    "kingdom",
    "nation",
    "republic",
}
_LANDS = frozenset({"country", "kingdom", "nation"})
ORGANISATIONS = frozenset({ActorClass.ORGANIZATION, ActorClass.NGO})
_GROUPS = ORGANISATIONS | {ActorClass.ARMED_GROUP}


class History(Groupings):
    """The namings of one article, and whom a word after them means."""

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

    def alone(self) -> bool:
        """Whether the present sentence has named one person, and nobody else."""
        here = self._namings[self._sentence :]
        return len(here) == 1 and len(here[0].actors) == 1 and _persons(here[0])

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

    def beside(self, barred: Collection[str], *, person: bool) -> Actor | None:
        """Who was named last, in this sentence or the one before, beside those who are barred."""
        for naming in reversed(self._namings[self._told :]):
            if len(naming.actors) != 1 or naming.located or naming.actors == UNKNOWN:
                continue
            actor = naming.actors[0]
            if (actor.kind is ActorClass.PERSON) is person and actor.key not in barred:
                return actor
        return None

    def another(self, barred: Collection[str], *, person: bool) -> Actor | None:
        """Who is meant beside those who act: of whom the sentence before tells, or the last.

        Of an official without a name it is the state: "Kenya's envoy left. Norway expelled him".
        """
        told = self._namings[self._told : self._sentence][:1]
        leading = told[0].actors if told and not told[0].located else ()
        if len(leading) == 1 and leading[0].key not in barred and leading != UNKNOWN:
            somebody = leading[0].kind is ActorClass.PERSON or told[0].unnamed
            if person is somebody:
                return leading[0]
        other = self.beside(barred, person=person)
        if other is not None or not person:
            return other
        for naming in reversed(self._namings[self._told :]):
            alone = naming.unnamed and len(naming.actors) == 1
            if alone and naming.actors[0].key not in barred:
                return naming.actors[0]
        return None

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
            kinds = SIDES if noun is None else {ActorClass.COUNTRY}
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

    def acted_on(self) -> Actor | None:
        """The state that somebody else acts on: with which the sentence before began, or the last.

        "Kenya held elections. The US President visited the country".
        """
        here = (*self.opening, *self._those, *([self._here] if self._here is not None else []))
        acting = {actor.represents or actor for actor in here}
        before = self._namings[self._told : self._told + (self._told < self._sentence)]
        if not acting:  # "X thanked Y. It lifted sanctions on the country"
            acting, before = {a.represents or a for n in before for a in n.actors}, []
        for naming in (*before, *reversed(self._namings[-8:])):
            sides = {actor.represents or actor for actor in naming.actors} - acting
            state = sides.pop() if len(sides) == 1 else None
            if state is not None and state.kind is ActorClass.COUNTRY:
                return state
        return None


def _persons(naming: Naming) -> bool:
    """Whether the text names persons there."""
    return alike(naming.actors, persons=True) and bool(naming.actors)
