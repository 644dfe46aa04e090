"""Says whom each mention of an article means: one actor for all its names.

Persons are collected over the whole article first ("Soylu" may stand before "Süleyman Soylu"), then
every mention is resolved in the order of the text. Nobody is forced: what cannot be resolved with
reason stays unresolved, and an unknown person stays local to the article.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import Actor, ActorClass
from ingest.anaphora import Anaphora
from ingest.authority import Authority
from ingest.folding import fold
from ingest.history import PAIR, UNKNOWN, History
from ingest.leaders import Leaders
from ingest.mentions import Mention, MentionKind
from ingest.persons import LEADING, STATE_OFFICES, Persons
from ingest.referents import (
    PLAIN,
    Referent,
    Setting,
    band_of,
    body_of,
    company_of,
    several,
    side_key,
    speaks,
    state_of,
    stately,
)

__all__ = ["Referent", "Resolver", "Setting", "body_of", "company_of", "side_key"]

_FIRST = frozenset({"i", "me", "my", "our", "us", "we"})
_DELEGATION = "delegation"
_HEADED = {
    "secretary-general": "organisation/united-nations",
    "secretary general": "organisation/united-nations",
    "high representative": "organisation/european-union",
}
"""Whose an office is that is named alone, where the article names the organisation as well."""
_ALL = frozenset({"our", "us", "we"})
_OPPOSED = frozenset({"dissident", "independence", "opposition", "rebel", "separatist"})
"""Words in the titles of those who do not speak for the state that is named with them."""
_STATESMEN = frozenset(
    {
        "capitals", "countries", "governments", "heads", "leaders", "nations", "neighbors",
        "neighbours", "presidents", "states",
    }
)  # fmt: skip
_LEADERS = frozenset({"head-of-state", "head-of-government", "monarch", "leader"})
_RANKING = _LEADERS | {"foreign-minister", "minister"}
_GOVERNING = frozenset({"foreign-minister", "head-of-government", "monarch"})
"""Offices that a speech names alone where they are those of the speaker's own state."""
_OFFICES_OF = {
    "leaders": _LEADERS,
    "statesmen": _LEADERS,
    "presidents": frozenset({"head-of-state"}),
    "premiers": frozenset({"head-of-government"}),
    "ministers": frozenset({"foreign-minister", "minister"}),
}
"""The kinds of office of those whom a noun for several persons takes up."""


class Resolver:
    """Resolves the mentions of one article in the order of its text."""

    def __init__(
        self, authority: Authority, leaders: Leaders, anaphora: Anaphora, day: datetime.date | None
    ) -> None:
        self._authority = authority
        self._persons = Persons(authority, leaders, day)
        self._anaphora, self._history = anaphora, History(anaphora)
        self._halves, self._named_here = anaphora.halves, frozenset[str]()
        """Whom "the North" may mean, and the keys of those whom the article names."""
        self._firms: dict[str, Actor] = {}
        """Firms by the first word of their name, by which they are named again."""
        self._holders_of: dict[str, Referent] = {}
        """Who held an office of each kind last, who may go on without name and state."""
        self._titled: dict[str, Referent] = {}
        """Who was named last with each word of an office, as "the Secretary" takes it up."""
        self._worded: dict[str, dict[Actor, None]] = {}
        """All who were named so far with an office, by its words."""
        self._bodies: dict[str, Actor] = {}
        """The body that was named last with each word for one, as "the ministry" takes it up."""
        self._home: Actor | None = None
        """The state whose spokesperson or ministry speaks first: whose release the text is."""
        self._speaker: Actor | None = None
        self._turns = False
        """Whether the article is a transcript whose speakers are labelled."""
        self._voice: Actor | None = None
        """The state of the first official who is named: "we" in a release that nobody speaks."""
        self._quoting = False
        """Whether the mention that is resolved stands in a quotation."""
        self._leading = False
        """Whether it is the first that its sentence names."""
        self._fronted = False
        """Whether it stands behind what its sentence begins with."""
        self._placed = False
        """Whether it says where somebody is: "on its soil"."""
        self._beginning = False
        """Whether a clause may begin with it."""
        self._makers: tuple[Actor, ...] = ()
        self._previous: tuple[Actor, ...] = ()
        """Whom the mention before means; empty where nobody knows."""
        self._headed: dict[str, Actor] = {}
        """The organisations of the article whose heads are known by their office alone."""
        self._latest: tuple[Actor, ...] = ()
        """Whom the text named last, be it only as where an envoy is accredited."""

    def collect(
        self,
        mentions: Iterable[Mention],
        speaker: Mention | None = None,
        makers: Sequence[Mention] = (),
    ) -> tuple[Actor, ...]:
        """Gathers the persons of the whole article, before anything is resolved.

        ``speaker`` is who speaks throughout, where the article is a speech; ``makers`` make it
        together, where it is a joint statement: they come back as actors.
        """
        mentions = list(mentions)
        for mention in mentions:
            if mention.company:
                firm = company_of(mention.of[0].actor, mention.name)
                self._firms.setdefault(fold(mention.name.split()[0]), firm)
        named = [entry.actor for mention in mentions for entry in mention.of]
        self._named_here = frozenset(actor.key for actor in named)
        self._headed = {a.key: a for a in named if a.key in _HEADED.values()}
        told = [*mentions, *([speaker] if speaker is not None else []), *makers]
        self._persons.collect(told)
        found = dict.fromkeys(a for maker in makers for a in self._resolve(maker).actors)
        self._makers = tuple(found) if len(found) > 1 else ()
        if speaker is not None and not self._makers:
            spoken = self._resolve(speaker).actors
            self._speaker = spoken[0] if len(spoken) == 1 else None
        return self._makers

    def released_by(self, mentions: Iterable[Mention], asked: Mention | None = None) -> None:
        """Finds the state whose release the text is, among those whom its head names.

        That of a spokesperson without one is the state that is ``asked``.
        """
        mentions = list(mentions)
        said = (m.of[0].actor for m in mentions if m.of and speaks(m))
        speaking = [m for m in mentions if m.office_kind == "spokesperson"]
        if asked is not None and speaking and not speaking[0].of:
            said = (entry.actor for entry in asked.of)
        self._home = next((a for a in said if a.kind is ActorClass.COUNTRY), None)
        self._voice = self._home or next(filter(None, map(self._official, mentions)), None)

    def _official(self, mention: Mention) -> Actor | None:
        """The state of an official or a ministry."""
        if mention.kind not in {MentionKind.PERSON, MentionKind.OFFICE} and not mention.body:
            return None
        actors = self._resolve(mention).actors if mention.office or mention.body else ()
        sides = (actor.represents or actor for actor in actors[:1])
        return next((a for a in sides if a.kind is not ActorClass.PERSON), None)

    def takes_turn(self, mentions: Sequence[Mention]) -> None:
        """Lets somebody else speak from here on, as the label of a transcript says."""
        found = (self._resolve(mention).actors for mention in mentions)
        self._speaker = next((actors[0] for actors in found if len(actors) == 1), None)
        self._makers, self._turns = (), True

    def resolve(self, mention: Mention, setting: Setting = PLAIN) -> Referent:
        """Whom the mention means, given all that came before it."""
        referent = self._referent(mention, setting)
        self._previous = referent.actors
        return referent

    def _referent(self, mention: Mention, setting: Setting) -> Referent:
        self._quoting, self._leading = setting.quoted, setting.leading
        self._fronted = setting.fronted
        self._beginning, self._placed = setting.beginning, setting.placed
        if setting.leading:
            self._history.begin_sentence()
        if setting.told and mention.kind is MentionKind.PRONOUN and not mention.possessive:
            teller = self._teller(mention, setting)
            if teller is not None:
                return Referent(actors=(teller,), certainty=0.8)
        own = mention.office_kind == "own"
        first = mention.kind is MentionKind.PRONOUN and fold(mention.name) in _FIRST
        if setting.tellers and (own or first):
            spoken = self._spoken(mention, setting.tellers)
            if spoken:
                return Referent(actors=spoken, certainty=0.75)
        goes_on = setting.says and fold(mention.name) in {"he", "she"}
        sayer = self._history.sayer() if goes_on else None
        referent = Referent(actors=(sayer,), certainty=0.75) if sayer else self._resolve(mention)
        if setting.says:
            self._history.says(referent.actors)
        if mention.kind is MentionKind.PRONOUN:
            if fold(mention.name) in {"he", "she"} and len(referent.actors) == 1:
                self._history.takes_up(referent.actors[0])
            elif mention.plural:
                self._history.take_up(referent.actors)
            return referent
        if mention.kind is MentionKind.OFFICE and not mention.plural:
            if setting.definite and not (mention.of or mention.host or referent.actors):
                referent = self._holding(mention)
            elif setting.definite and mention.of and not mention.host:
                referent = self._envoy_again(mention) or referent
            if len(referent.actors) == 1:
                self._holders_of[mention.office_kind] = replace(referent, certainty=0.8)
        elif mention.kind is MentionKind.PERSON and len(referent.actors) == 1:
            for word in fold(mention.office).split():
                self._titled[word] = replace(referent, certainty=0.8)
            self._worded.setdefault(fold(mention.office), {})[referent.actors[0]] = None
        self._latest = tuple(e.actor for e in mention.host) or referent.actors or self._latest
        self._note(mention, referent, setting)
        return referent

    def _note(self, mention: Mention, referent: Referent, setting: Setting) -> None:
        """Writes into the history whom the mention means, for what takes them up later."""
        if mention.kind is MentionKind.NAME and not referent.actors:
            if len(mention.name.split()) > 1:
                self._history.note(UNKNOWN, setting)
        elif mention.kind is MentionKind.DEMONYM:
            pass
        elif referent.actors and setting.joined and self._history.last:
            self._history.join(referent.actors)
        elif referent.actors:
            official = mention.kind is MentionKind.OFFICE and not mention.plural
            ranking = official and mention.office_kind in _RANKING
            ranking = ranking or (mention.kind is MentionKind.COUNTERPART and not mention.plural)
            many = several(mention, referent.actors)
            self._history.note(
                referent.actors, setting, unnamed=official, ranking=ranking, several=many
            )
        elif mention.host:  # "a new ambassador to X": "it" may be X
            self._history.note(tuple(e.actor for e in mention.host), setting)

    def _spoken(self, mention: Mention, tellers: Sequence[Mention]) -> tuple[Actor, ...]:
        """Whom "I" or "we" means by those who say so: "“We condemn it,” X and Y said"."""
        found = [actor for each in tellers for actor in self._resolve(each).actors]
        if mention.office_kind == "own":
            states = dict.fromkeys(filter(None, map(state_of, found)))
            return tuple(states) if len(states) == 1 else ()
        if fold(mention.name) in _ALL:
            return tuple(dict.fromkeys(found))
        told = self._resolve(tellers[0]).actors
        return told if len(told) == 1 else ()

    def _teller(self, mention: Mention, setting: Setting) -> Actor | None:
        """Who says so, where the pronoun can mean them: who was named last, or leads."""
        named = self._history.last if setting.after else self._history.opening
        if len(named) != 1:
            return None
        person = named[0].kind is ActorClass.PERSON
        word = fold(mention.name)
        if word == "they":  # "Polish officials said they would"
            same = setting.close and named == self._previous and self._history.last_several
            return named[0] if same and not person else None
        fits = word in {"he", "she"} if person else word == "it"
        return named[0] if fits else None

    def _resolve(self, mention: Mention) -> Referent:
        match mention.kind:
            case MentionKind.NAMED:
                return self._named(mention)
            case MentionKind.DEMONYM:
                return Referent(actors=tuple(e.actor for e in mention.of))
            case MentionKind.PERSON | MentionKind.NAME:
                actor = self._persons.find(mention)
                if actor is None and mention.kind is MentionKind.NAME:
                    actor = self._firms.get(fold(mention.name.split()[0]))
                if actor is not None and mention.body:
                    self._bodies[fold(mention.body)] = actor
                return Referent() if actor is None else Referent(actors=(actor,))
            case MentionKind.COUNTERPART:
                return self._counterpart(mention)
            case MentionKind.OFFICE:
                return self._office(mention)
            case MentionKind.PRONOUN:
                return self._pronoun(mention)
            case MentionKind.GROUP:
                return self._group(mention)
        raise AssertionError(mention.kind)

    def _named(self, mention: Mention) -> Referent:
        if mention.company:
            return Referent(actors=(company_of(mention.of[0].actor, mention.name),))
        if mention.band:
            return Referent(actors=(band_of(mention.band),), certainty=0.9)
        if mention.body and len(mention.of) == 1:
            body = body_of(mention.of[0].actor, mention.body, mention.name)
            self._keep(mention.body, body)
            return Referent(actors=(body,))
        if len(mention.of) == 1 and _DELEGATION in fold(mention.name).split():
            self._bodies[_DELEGATION] = mention.of[0].actor
        return Referent(actors=tuple(e.actor for e in mention.of))

    def _counterpart(self, mention: Mention) -> Referent:
        if mention.name:
            actor = self._persons.find(mention)
            return Referent() if actor is None else Referent(actors=(actor,))
        before = self._history.last_person()
        if mention.of and before is not None and not mention.plural:
            for kind in ("counterpart", *sorted(self._persons.kinds(before))):
                holder = self._persons.holder(mention.of, kind)
                if holder is not None and holder != before:
                    return Referent(actors=(holder,), certainty=0.8)
        return Referent(actors=tuple(e.actor for e in mention.of), certainty=0.9)

    def _office(self, mention: Mention) -> Referent:
        if _OPPOSED & set(fold(mention.office).split()):
            return Referent()  # they do not speak for the state
        if mention.plural:
            return self._holders(mention)
        of = mention.of
        if mention.office_kind == "cabinet":
            state = self._persons.led_by(mention.name)
            return Referent() if state is None else Referent(actors=(state,), certainty=0.9)
        if not of and mention.possessive:
            owner = self._history.last_side(None)
            if owner is not None:
                entry = self._authority.by_key(owner.key)
                of = (entry,) if entry else ()
        if mention.former:
            return Referent()
        if mention.office_kind == "spokesperson" and not of and stately(mention.office):
            state = self._state_spoken_of()  # "a foreign ministry spokesman"
            return Referent() if state is None else Referent(actors=(state,), certainty=0.55)
        if mention.office_kind in {"diplomat", "spokesperson"}:
            return Referent(actors=tuple(e.actor for e in of), certainty=0.9 if of else 0.0)
        holder = self._persons.holder(of, mention.office_kind)
        if holder is None and of and mention.office_kind == "leader":
            holder = self._persons.leader(of)
        if holder is not None:
            return Referent(actors=(holder,), certainty=0.9 if of else 0.75)
        if of:
            return Referent(actors=tuple(e.actor for e in of), certainty=0.85)
        named = tuple(self._worded.get(fold(mention.office), ()))
        return Referent(actors=named, certainty=0.75) if len(named) == 1 else Referent()

    def _envoy_again(self, mention: Mention) -> Referent | None:
        """Who is meant by "the Norwegian diplomat", where the article names one of them."""
        if mention.office_kind != "diplomat" or mention.former:
            return None
        holder = self._persons.holder(mention.of, "diplomat")
        return None if holder is None else Referent(actors=(holder,), certainty=0.75)

    def _holding(self, mention: Mention) -> Referent:
        """Who is meant by an office alone: who held one before, or the state that speaks."""
        kind = mention.office_kind
        seat = self._anaphora.seats.get(fold(mention.office))
        if seat is not None:
            titled = self._titled.get(fold(mention.office))
            return titled or Referent(actors=(seat.actor,), certainty=0.8)
        known = self._holders_of.get(kind) or self._titled.get(fold(mention.office))
        if known is not None:
            return known
        headed = self._headed.get(_HEADED.get(fold(mention.office or mention.name), ""))
        if headed is not None:
            return Referent(actors=(headed,), certainty=0.7)
        if kind in STATE_OFFICES and self._home is not None:
            return Referent(actors=(self._home,), certainty=0.6)
        if kind in _GOVERNING and self._speaker is not None:
            return replace(self._ours(), certainty=0.6)
        goes_on = self._leading and kind in STATE_OFFICES
        state = self._history.leading_state() if goes_on else None
        return Referent() if state is None else Referent(actors=(state,), certainty=0.5)

    def _holders(self, mention: Mention) -> Referent:
        """ "the Chinese and Japanese leaders": the persons, where the article names all of them."""
        kinds = LEADING if mention.office_kind == "leader" else (mention.office_kind,)
        holders = [
            next((h for k in kinds if (h := self._persons.holder((e,), k)) is not None), None)
            for e in mention.of
            if e.actor.kind is ActorClass.COUNTRY
        ]
        if len(holders) > 1 and len(holders) == len(mention.of) and None not in holders:
            return Referent(actors=tuple(h for h in holders if h is not None), certainty=0.85)
        return Referent(actors=tuple(e.actor for e in mention.of))

    def _pronoun(self, mention: Mention) -> Referent:
        word = fold(mention.name)
        if word in {"i", "me", "my"}:
            if self._speaker is not None and self._speaker.kind is not ActorClass.PERSON:
                return self._ours()
            if self._speaker is not None:
                return Referent(actors=(self._speaker,), certainty=0.9)
            if self._turns:
                return Referent()  # the moderator
            actor = self._history.last_person()  # in a quotation
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.6)
        if word in {"we", "us", "our"} and self._makers:
            return Referent(actors=self._makers, certainty=0.85)
        if word in {"we", "us", "our"}:
            return self._ours()
        if word in {"he", "she", "him", "his", "her"}:
            actor = self._history.goes_on() if self._fronted else None
            actor = actor or self._history.last_person()
            if self._fronted and self._history.named_here(actor):
                return Referent()
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.7)
        if word in {"it", "its"}:
            one = not self._placed
            actor = self._history.last_side(None, leading=self._leading, one=one)
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.55)
        people = self._history.people(acting=word != "them")
        if people and not self._quoting:  # "Kenyan soldiers fled when they …"
            return Referent(actors=people, certainty=0.65)
        together = self._history.lately_together()
        return Referent(actors=together, certainty=0.65) if together else self._history.last_two()

    def _ours(self) -> Referent:
        """The state for which the speaker speaks, or whose release the text is."""
        side = state_of(self._speaker) if self._speaker is not None else None
        side = side or (None if self._quoting else self._voice)
        return Referent() if side is None else Referent(actors=(side,), certainty=0.7)

    def _group(self, mention: Mention) -> Referent:
        """ "the two sides", "both ministers": the last so many, together where they stood so."""
        word = fold(mention.name)
        if mention.of:
            return Referent(actors=tuple(e.actor for e in mention.of))
        if mention.body:
            return self._body(mention)
        if mention.office_kind == "own":
            return self._ours()
        if word == "latter":
            alone = len(self._latest) == 1
            return Referent(actors=self._latest, certainty=0.8) if alone else Referent()
        if mention.possessive:  # "his host"
            host = self._history.other_person()
            return Referent() if host is None else Referent(actors=(host,), certainty=0.65)
        if word in self._halves:
            return self._half(word)
        if mention.count == 1:
            actor = self._history.last_side(word, leading=self._leading)
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.5)
        if mention.count == 0 and self._makers:
            return Referent(actors=self._makers, certainty=0.8)
        paired = self._history.paired() if word.startswith("both") else ()
        if paired:
            return Referent(actors=paired, certainty=0.75)
        persons = mention.office_kind == "persons"
        if mention.count == 0:  # "the ministers": the last who were named together
            together = self._history.last_group(persons=persons)
            lately = word.split()[-1] in self._anaphora.several
            if lately and not self._leading:
                return Referent()
            if lately and not together:
                together = self._history.last_group(persons=False)
            if together or lately:
                return Referent(actors=together, certainty=0.7)
        count = mention.count or PAIR
        if not persons:
            found, pair = self._sides(word, count), self._history.opening
            begun = self._beginning and len(pair) == count and not found.actors
            return Referent(actors=pair, certainty=0.7) if begun else found
        several = self._persons_of(word, count)
        if several.actors:
            return several
        sides = replace(mention, office_kind="sides")
        return replace(self._group(sides), certainty=0.6)

    def _half(self, word: str) -> Referent:
        """ "The North": the state of that name, or beside one of that name, that the text is on."""
        for entry, beside in self._halves[word].items():
            if beside & self._named_here:
                return Referent(actors=(entry.actor,), certainty=0.8)
        return Referent()

    def _keep(self, words: str, body: Actor) -> None:
        """Notes a body by what it is called, and by the noun for what it is."""
        words = fold(words)
        noun = "ministry" if words.startswith("ministry") else words.rpartition(" ")[2]
        self._bodies[words] = self._bodies[noun] = body

    def _body(self, mention: Mention) -> Referent:
        """ "The foreign ministry": the body that was named so, or that of the state spoken of."""
        words = fold(mention.body)
        known = self._bodies.get(words)
        if known is not None:
            return Referent(actors=(known,), certainty=0.8)
        state = self._history.leading_state() if words == _DELEGATION else self._state_spoken_of()
        if state is not None and words == _DELEGATION:
            return Referent(actors=(state,), certainty=0.5)
        if state is None or " " not in words:
            return Referent()
        body = body_of(state, words, mention.name)
        self._keep(words, body)
        return Referent(actors=(body,), certainty=0.6)

    def _state_spoken_of(self) -> Actor | None:
        """Whose release the text is, or the state with which the sentence before began."""
        first = self._history.leading_state() if self._leading else None
        return self._home or first or self._history.last_side("government")

    def _sides(self, word: str, count: int) -> Referent:
        """The last so many states or organisations: "the two sides"."""
        between = self._history.between(count)
        if between:
            sides = tuple(actor.represents or actor for actor in between)
            return Referent(actors=sides, certainty=0.8)
        end, apart = self._history.before(count)
        states = bool(_STATESMEN & set(word.replace("-", " ").split()))
        together = self._history.together(end, count, apart, states=states)
        if together:
            return Referent(actors=together, certainty=0.8)
        return self._history.foremost(end, count, apart, states=states)

    def _persons_of(self, word: str, count: int) -> Referent:
        """The last so many persons, of an office where the word says so; empty where none are."""
        between = self._history.between(count)
        if between:
            return Referent(actors=between, certainty=0.8)
        end, apart = self._history.before(count)
        fitting = self._persons.holding(_OFFICES_OF.get(word.split()[-1], frozenset()))
        if len(fitting) >= count:
            latest = self._history.latest_of(fitting, end, count)
            if latest:  # "the two leaders": not an envoy
                return Referent(actors=latest, certainty=0.75)
        return self._history.latest(end, count, apart)
