"""Says whom each mention of an article means: one actor for all its names.

Persons are collected over the whole article first ("Soylu" may stand before "Süleyman Soylu"), then
every mention is resolved in the order of the text. Nobody is forced: what cannot be resolved with
reason stays unresolved, and an unknown person stays local to the article.
"""

from collections.abc import Iterable, Sequence

from graph.model import Actor, ActorClass
from ingest.allegiance import Allegiance
from ingest.anaphora import Anaphora
from ingest.antecedents.choosing import Chooser
from ingest.authority import Authority
from ingest.delegates import DELEGATION
from ingest.discourse import Discourse
from ingest.eras import Era
from ingest.folding import fold
from ingest.groupings import PAIR
from ingest.groups import Groups
from ingest.history import History
from ingest.issuers import ISSUER
from ingest.leaders import Leaders
from ingest.mentions import HOLDERS, Mention, MentionKind
from ingest.namings import UNKNOWN
from ingest.officeholders import LEADERS, OfficeHolders
from ingest.persons import Persons
from ingest.posts import postings
from ingest.referents import (
    PLAIN,
    Referent,
    Setting,
    association_of,
    band_of,
    body_of,
    company_of,
    several,
    side_key,
    speaks,
    state_of,
)
from ingest.speakers import HEADLINE

__all__ = ["Referent", "Resolver", "Setting", "body_of", "company_of", "side_key"]

_FIRST = frozenset({"i", "me", "my", "our", "us", "we"})
_RANKING = LEADERS | {"foreign-minister", "minister"}
_ALL = frozenset({"our", "us", "we"})


class Resolver:
    """Resolves the mentions of one article in the order of its text."""

    def __init__(
        self,
        authority: Authority,
        leaders: Leaders,
        anaphora: Anaphora,
        era: Era,
        chooser: Chooser | None = None,
    ) -> None:
        """Without a ``chooser``, the rules alone say whom a pronoun or a description means."""
        self._persons, self._history = Persons(authority, leaders, era), History(anaphora)
        self._discourse = Discourse(anaphora=anaphora, persons=self._persons, history=self._history)
        self._offices = OfficeHolders(self._discourse, authority)
        self._groups = Groups(self._discourse)
        self._allegiance = Allegiance(self._discourse, authority)
        self._chooser = chooser
        self._firms: dict[str, Actor] = {}
        """Firms by the first word of their name, by which they are named again; bands by theirs."""
        self._turns = False
        """Whether the article is a transcript whose speakers are labelled."""
        self.speaking: tuple[Actor, ...] = ()
        """Whose quotation the last paragraph ended with."""
        self._previous: tuple[Actor, ...] = ()
        """Whom the mention before means; empty where nobody knows."""

    def collect(
        self,
        mentions: Iterable[Mention],
        speaker: Mention | None = None,
        makers: Sequence[Mention] = (),
    ) -> tuple[Actor, ...]:
        """Gathers the persons of the whole article, before anything is resolved.

        ``speaker`` is who speaks throughout, where the article is a speech, or else issues it;
        ``makers`` make it together, where it is a joint statement: they come back as actors.
        """
        mentions = list(mentions)
        if speaker is not None and speaker.office_kind == ISSUER:
            self._discourse.issuer = state_of(speaker.of[0].actor)
            self._discourse.abroad, speaker = bool(speaker.host), None
        for mention in mentions:
            if mention.company:
                firm = company_of(mention.of[0].actor, mention.name)
                self._firms.setdefault(fold(mention.name.split()[0]), firm)
            short = mention.short or (mention.band if mention.band.isupper() else "")
            if mention.association and short:
                self._firms.setdefault(fold(short), association_of(mention.name))
            elif short:
                self._firms.setdefault(fold(short), band_of(mention.band))
        named = [entry.actor for mention in mentions for entry in mention.of]
        self._groups.collect(named)
        self._groups.list_up(mentions)
        self._offices.collect(named)
        chiefs = [mention.chief for mention in mentions if mention.chief is not None]
        told = [*mentions, *chiefs, *([speaker] if speaker is not None else []), *makers]
        self._persons.collect(told)
        for mention, state in postings(mentions):
            if self._persons.stateless(mention):
                self._persons.give(mention, state)
        found = dict.fromkeys(a for maker in makers for a in self._resolve(maker).actors)
        self._discourse.makers = tuple(found) if len(found) > 1 else ()
        if speaker is not None and not self._discourse.makers:
            spoken = self._resolve(speaker).actors
            if speaker.office_kind == HEADLINE:  # it may be no surname
                spoken = tuple(actor for actor in spoken if actor.represents is not None)
            self._discourse.speaker = spoken[0] if len(spoken) == 1 else None
        return self._discourse.makers

    def released_by(
        self, mentions: Iterable[Mention], asked: Mention | None = None, *, briefed: bool = False
    ) -> None:
        """Finds the state whose release the text is, among those whom its head names.

        That of a spokesperson without one is the state that is ``asked``; so is who answers where
        the text is called a briefing.
        """
        mentions = list(mentions)
        said = (m.of[0].actor for m in mentions if m.of and speaks(m))
        speaking = [m for m in mentions if m.office_kind == "spokesperson"]
        if asked is not None and speaking and not speaking[0].of:
            said = (entry.actor for entry in asked.of)
        home = next((a for a in said if a.kind is ActorClass.COUNTRY), None)
        if home is None and asked is not None and briefed and self._discourse.speaker is None:
            home = next((e.actor for e in asked.of if e.actor.kind is ActorClass.COUNTRY), None)
        issuer = self._discourse.issuer
        if home is None and issuer is not None and issuer.kind is ActorClass.COUNTRY:
            home = issuer
        self._discourse.home = home
        official = next(filter(None, map(self._official, mentions)), None)
        self._discourse.voice = home or issuer or official

    def _official(self, mention: Mention) -> Actor | None:
        """The state of an official or a ministry."""
        if mention.kind not in HOLDERS and not mention.body:
            return None
        if mention.kind is MentionKind.PERSON and self._persons.stateless(mention):
            return None  # whose office it is, the text around says as it is read
        actors = self._resolve(mention).actors if mention.office or mention.body else ()
        sides = (actor.represents or actor for actor in actors[:1])
        return next((a for a in sides if a.kind is not ActorClass.PERSON), None)

    def takes_turn(self, mentions: Sequence[Mention]) -> None:
        """Lets somebody else speak from here on, as the label of a transcript says."""
        found = (self._resolve(mention).actors for mention in mentions)
        self._discourse.speaker = next((actors[0] for actors in found if len(actors) == 1), None)
        self._discourse.makers, self._turns = (), True

    def resolve(self, mention: Mention, setting: Setting = PLAIN) -> Referent:
        """Whom the mention means, given all that came before it."""
        self._discourse.setting = setting
        if setting.leading:
            self._history.begin_sentence(skipped=setting.skipping)
        referent = self._meant(mention, setting)
        later = self._named_later(setting)
        if setting.acted and (others := {actor.key for actor in self._previous}):
            later |= others
            person = fold(setting.acted) in {"her", "him", "his"}
            unknown = person and not referent.actors
            if unknown or any(actor.key in others for actor in referent.actors):
                other = self._history.another(others, person=person)
                referent = (
                    Referent() if other is None else Referent(actors=(other,), certainty=0.65)
                )
        elif any(actor.key in later for actor in referent.actors):
            person = mention.name.lower() != "it"
            other = self._history.beside(later, person=person)
            referent = Referent() if other is None else Referent(actors=(other,), certainty=0.6)
        if self._chooser is not None:
            barred = self._offices.others(mention) | later
            referent = self._chooser.choose(mention, setting, referent, barred)
        self._remember(mention, referent, setting)
        self._previous = referent.actors
        return referent

    def _named_later(self, setting: Setting) -> set[str]:
        """The keys of those whom a pronoun does not mean, since its clause names them."""
        keys = {m.of[0].actor.key for m in setting.later if m.of and m.kind is MentionKind.NAMED}
        people = (self._persons.key(m) for m in setting.later if m.kind is not MentionKind.NAMED)
        return keys | {key for key in people if key is not None}

    def named_since(self, mention: Mention, referent: Referent) -> Referent:
        """Whom the mention means, given what the whole article tells."""
        return self._offices.named_since(mention, referent)

    def _meant(self, mention: Mention, setting: Setting) -> Referent:
        """Whom the mention means by the rules."""
        if setting.told and mention.kind is MentionKind.PRONOUN and not mention.possessive:
            teller = self._teller(mention, setting)
            if teller is not None:
                return Referent(actors=(teller,), certainty=0.8)
        own = mention.office_kind == "own"
        first = mention.kind is MentionKind.PRONOUN and fold(mention.name) in _FIRST
        if (setting.tellers or setting.speaking) and (own or first):
            spoken = self._spoken(mention, setting)
            if spoken:
                return Referent(actors=spoken, certainty=0.75)
        goes_on = setting.says and fold(mention.name) in {"he", "she"}
        sayer = self._history.sayer() if goes_on else None
        referent = Referent(actors=(sayer,), certainty=0.75) if sayer else self._resolve(mention)
        if mention.kind is MentionKind.OFFICE and mention.plural and not referent.actors:
            envoys = setting.whose == "their" and mention.office_kind == "diplomat"
            theirs = self._theirs() if envoys else ()
            if theirs:  # "told X and Y that it would expel their diplomats"
                return Referent(actors=theirs, certainty=0.75)
            return self._groups.holding(mention, alone=setting.definite)
        if mention.kind is MentionKind.OFFICE and not mention.plural:
            if setting.definite and not (mention.of or mention.host or referent.actors):
                return self._offices.holding(mention)
            if mention.of and not (setting.some or mention.host):
                return self._offices.envoy_again(mention) or referent
        return referent

    def _theirs(self) -> tuple[Actor, ...]:
        """The states that were named last, if they are several."""
        last = self._history.last
        states = tuple(dict.fromkeys(filter(None, map(state_of, last))))
        return states if len(states) > 1 else ()

    def _remember(self, mention: Mention, referent: Referent, setting: Setting) -> None:
        """Keeps whom the mention means, for what takes them up later."""
        if setting.says:
            self._history.says(referent.actors)
        if mention.kind is MentionKind.PRONOUN:
            if fold(mention.name) in {"he", "she"} and len(referent.actors) == 1:
                self._history.takes_up(referent.actors[0])
            elif mention.plural:
                self._history.take_up(referent.actors)
            return
        if mention.kind is MentionKind.OFFICE and mention.of:
            self._groups.assemble(mention, referent.actors)
        self._offices.note(mention, referent)
        hosts = tuple(e.actor for e in mention.host)
        self._groups.latest = hosts or referent.actors or self._groups.latest
        self._note(mention, referent, setting)

    def _note(self, mention: Mention, referent: Referent, setting: Setting) -> None:
        """Writes into the history whom the mention means, for what takes them up later."""
        if mention.kind is MentionKind.NAME and not referent.actors:
            if len(mention.name.split()) > 1:
                self._history.note(UNKNOWN, setting)
        elif not referent.actors and self._offices.unknown(mention, setting):
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

    def _spoken(self, mention: Mention, setting: Setting) -> tuple[Actor, ...]:
        """Whom "I" or "we" means by those who say so: "“We condemn it,” X and Y said"."""
        heard = [self._resolve(each).actors for each in setting.tellers] or [setting.speaking]
        found = [actor for each in heard for actor in each]
        if mention.office_kind == "own":
            states = dict.fromkeys(filter(None, map(state_of, found)))
            return tuple(states) if len(states) == 1 else ()
        if fold(mention.name) in _ALL:
            return tuple(dict.fromkeys(found))
        return heard[0] if len(heard[0]) == 1 else ()

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
                self._allegiance.give(mention)
                actor = self._persons.find(mention)
                if actor is None and mention.kind is MentionKind.NAME:
                    actor = self._firms.get(fold(mention.name.split()[0]))
                if actor is None and mention.kind is MentionKind.NAME:
                    actor = self._groups.issuing(mention.name)
                    actor = actor or self._groups.organ(mention.name)
                if actor is not None and mention.body:
                    self._groups.send(actor, mention.body)
                return Referent() if actor is None else Referent(actors=(actor,))
            case MentionKind.COUNTERPART:
                return self._offices.counterpart(mention)
            case MentionKind.OFFICE if mention.count:
                return self._groups.of_states(mention.count)
            case MentionKind.OFFICE:
                return self._groups.house_of(mention) or self._offices.resolve(mention)
            case MentionKind.PRONOUN:
                return self._pronoun(mention)
            case MentionKind.GROUP:
                referent = self._among_us(mention) or self._groups.resolve(mention)
                return referent if referent.actors else self._groups.members(mention)
        raise AssertionError(mention.kind)

    def _among_us(self, mention: Mention) -> Referent | None:
        """ "Our two countries": that of who speaks, and the state that the text is most about."""
        setting = self._discourse.setting
        if setting.whose != "our" or mention.count != PAIR:
            return None
        told = (state_of(a) for each in setting.tellers for a in self._resolve(each).actors)
        ours = next(filter(None, told), None) or next(iter(self._discourse.ours().actors), None)
        if ours is None or self._discourse.makers:
            return None
        other = self._history.foremost_beside({ours.key})
        return None if other is None else Referent(actors=(ours, other), certainty=0.7)

    def _named(self, mention: Mention) -> Referent:
        if mention.company:
            return Referent(actors=(company_of(mention.of[0].actor, mention.name),))
        if mention.association:
            return Referent(actors=(association_of(mention.name),), certainty=0.9)
        if mention.band:
            known = self._firms.get(fold(mention.band.split()[0]))
            if known is not None:
                return Referent(actors=(known,), certainty=0.9)
            return Referent(actors=(band_of(mention.band),), certainty=0.9)
        if mention.body and len(mention.of) == 1:
            body = body_of(mention.of[0].actor, mention.body, mention.name)
            self._groups.keep(mention.body, body)
            return Referent(actors=(body,))
        if len(mention.of) == 1 and DELEGATION in fold(mention.name).split():
            self._groups.send(mention.of[0].actor)
        if len(mention.of) == 1:
            self._groups.called(mention, mention.of[0].actor)
        return Referent(actors=tuple(e.actor for e in mention.of))

    def _pronoun(self, mention: Mention) -> Referent:
        word, setting = fold(mention.name), self._discourse.setting
        if word in {"i", "me", "my"}:
            speaker = self._discourse.speaker
            if speaker is not None and speaker.kind is not ActorClass.PERSON:
                return self._discourse.ours()
            if speaker is not None:
                return Referent(actors=(speaker,), certainty=0.9)
            if self._turns:
                return Referent()  # the moderator
            issuer = self._discourse.issuer
            if not setting.quoted:  # an official of whoever issues the text, or nobody
                return Referent() if issuer is None else Referent(actors=(issuer,), certainty=0.6)
            actor = self._history.last_person()
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.6)
        if word in {"we", "us", "our"} and self._discourse.makers:
            return Referent(actors=self._discourse.makers, certainty=0.85)
        if word in {"we", "us", "our"}:
            return self._discourse.ours()
        if word in {"he", "she", "him", "his", "her"}:
            if setting.ahead is not None:
                ahead = self._resolve(setting.ahead).actors
                person = len(ahead) == 1 and ahead[0].kind is ActorClass.PERSON
                return Referent(actors=ahead, certainty=0.8) if person else Referent()
            subject = setting.close and self._previous == self._history.opening
            if word == "him" and subject and self._history.alone():
                actor = self._history.other_person()  # "the President thanked him"
                return Referent() if actor is None else Referent(actors=(actor,), certainty=0.7)
            actor = self._history.goes_on() if setting.fronted else None
            actor = actor or self._history.last_person()
            if setting.fronted and self._history.named_here(actor):
                return Referent()
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.7)
        if word in {"it", "its"}:
            actor = self._history.it(setting)
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.55)
        if setting.rivalled and not self._history.several_here():
            return Referent()
        people = self._history.people(acting=word != "them")
        if people and not setting.quoted:  # "Kenyan soldiers fled when they …"
            return Referent(actors=people, certainty=0.65)
        together = self._history.lately_together()
        return Referent(actors=together, certainty=0.65) if together else self._history.last_two()
