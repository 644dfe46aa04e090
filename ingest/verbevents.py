"""Events that verbs report: their roles stand in subject, objects and prepositions."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import ActorClass, EventClass, Role, Status
from ingest.aims import Aims
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.doers import Doers
from ingest.envoys import Envoys
from ingest.governed import MEASURES
from ingest.meetings import Meetings
from ingest.menaces import HOSTILE, Menaces
from ingest.mentions import MentionKind
from ingest.nounevents import NounEvents
from ingest.parse import NEVER, OBJECTS, infinitive
from ingest.patients import Patients
from ingest.predicates import Predicate
from ingest.relief import Relief
from ingest.roles import TALKS, Roles
from ingest.signings import Signings
from ingest.status import StatusReader, Verdict
from ingest.strikes import Strikes
from ingest.targets import Targets
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame
from ingest.verbfitting import VerbFitting

_WRITTEN = frozenset({EventClass.SIGNING, EventClass.AGREEMENT})
_ENDED = frozenset({EventClass.SANCTION, EventClass.AID, EventClass.COOPERATION})
_MASSING = frozenset({"amass", "deploy", "mass", "move", "send"})
_TROOPS = frozenset({"army", "force", "soldier", "tank", "troop", "troops", "warplane"})
_PLACES = frozenset(
    {
        "airport", "area", "base", "capital", "city", "district", "hill", "island", "port",
        "position", "province", "region", "stronghold", "territory", "town", "village",
    }
)  # fmt: skip
_BORDERS = frozenset({"border", "frontier"})
_NAVAL = frozenset({"maritime", "military", "naval", "sea"})
_MOVING = frozenset({"enter", "cross", "deploy"})
"""Verbs of force that strike nobody by themselves."""
_CLAIMS = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "criticism"})
"""What is rejected where it is called absurd."""
_ANNOUNCED = frozenset({EventClass.AID, EventClass.SANCTION})
_ANNOUNCING = frozenset({"announce", "confirm", "declare", "say", "state"})
_OFFERED = frozenset({EventClass.AID, EventClass.MEDIATION})
_EXCHANGING = frozenset({"exchange", "trade"})
"""Verbs of force that both do to one another: "exchanged fire"."""
_ORDERING = frozenset({"force", "instruct", "order", "tell"})
_CLOSING = frozenset({"close", "shut", "shutter", "vacate"})
_MISSIONS = frozenset({"consulate", "embassy", "mission"})
_TAKING_OFF = frozenset({"delete", "drop", "remove", "strike", "take"})
_REOPENING = frozenset({"re-open", "reopen"})
_WILL = frozenset({"wo", "will", "would"})
_CAN = frozenset({"ca", "can", "could"})
_ADMITTING = frozenset({"accept", "agree", "allow", "permit", "recognise", "recognize", "tolerate"})
"""What one that cannot do it will not do."""
_INTENDING = frozenset({"desire", "intention", "plan", "wish"})
_READY = frozenset({"prepared", "ready", "willing"})
_LOATH = frozenset({"loath", "unwilling"})
_WITHHOLDING = frozenset({"freeze", "suspend", "withhold"})
_VOWING = frozenset({"vow", "swear", "pledge", "promise", "threaten"})
_DECIDING = frozenset({"agree", "approve", "decide", "decision", "move", "vote"})


class VerbEvents:
    """Reads the candidates of the verbs of one paragraph."""

    def __init__(
        self,
        tree: Tree,
        triggers: Triggers,
        roles: Roles,
        status: StatusReader,
        nouns: NounEvents,
        signings: Signings,
    ) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self._roles, self._status = roles, status
        self._strikes = Strikes(tree, triggers)
        self._targets = targets = Targets(tree, triggers, roles, self._strikes)
        self._fitting = VerbFitting(tree, triggers, self._strikes, targets)
        self._doers = Doers(tree, triggers, self._strikes, targets)
        self._patients = Patients(tree, triggers, roles, self._strikes, targets)
        self._envoys = Envoys(tree, roles)
        self._signings = signings
        self._aims = Aims(tree, triggers, roles, targets)
        self.meetings = Meetings(tree, roles, nouns)
        self._relief = Relief(tree, triggers)
        self._menaces = Menaces(tree, roles, status)
        self.told: set[int] = set()
        """Nouns that a verb's event has told already: "imposed sanctions"."""

    def events(self, token: Token) -> Iterator[Candidate]:
        """The events that the verb reports, one for each class."""
        denied = self._envoys.unrecognised(token)
        if denied is not None:
            yield denied
            return
        taken: set[EventClass] = set()
        for frame in self._fitting.frames(token):
            if frame.kind in taken:
                continue
            for candidate in self._verb(token, frame):
                if not frame.persons or len(candidate.everybody()) > 1:
                    taken.add(candidate.kind)
                yield candidate
            whole = frame.nouns or frame.persons or (frame.guard and frame.needs_any)
            if whole and frame.kind in taken:
                return  # "expelled a diplomat", "welcomed X" is nothing else as well

    def _verb(self, verb: Token, frame: VerbFrame) -> Iterator[Candidate]:
        """The events that the verb reports by one of its frames."""
        predicate = self._fitting.predicate(verb, frame)
        if predicate is None:
            return
        verdict = self._verdict(verb, frame)
        if verdict is None or verdict.status is None:
            return
        made = self._begun(predicate, verdict.status, verdict.certainty)
        doer = self._doers.doer(predicate)
        self._doers.act(made, predicate, doer)
        if frame.diplomat and predicate.noun is not None:
            self._envoys.exchanged(made, predicate, predicate.noun)
            made.pattern = "envoy"
        else:
            self._patients.objects(made, predicate)
        if frame.persons and Role.PARTICIPANT not in made.roles:
            return  # "welcomed that …"
        self._patients.beside(made, predicate)
        if frame.must and Role.TARGET not in made.roles:
            return  # "suggested that X was behind it"
        if frame.kind is EventClass.SIGNING:
            self._signings.gathered(made, verb)
        if frame.document or frame.kind in _WRITTEN:
            self._signings.documents(made, predicate)
        if frame.force:
            self._force(made, verb)
        if frame.foretold:
            self._menaces.foretold(made, predicate)
        unnamed = predicate.passive and not doer
        self._aims.add(made, predicate, unnamed=unnamed)
        self._refine(made, predicate, unnamed=unnamed)
        yield from self._paired(made, verb)

    def _verdict(self, verb: Token, frame: VerbFrame) -> Verdict | None:
        """The status of what the verb tells; None where it tells of nothing that is."""
        if frame.kind is EventClass.SUPPORT and any(c.lower_ == "would" for c in verb.children):
            return None  # "would welcome X as a mediator"
        if frame.refusing:
            return Verdict(Status.HAPPENED, 0.75) if self._refused(verb) else None
        if frame.vowed or frame.foretold:
            return self._menaces.verdict(verb)
        verdict = self._status.of(verb)
        if verdict.status is None and frame.kind in HOSTILE and self._menaces.reserved(verb):
            return Verdict(Status.PLANNED, 0.85)  # "will not hesitate to attack"
        offered = frame.kind in _OFFERED and self._tree.lemma(verb.head) == "offer"
        if verdict.status is None and offered:
            return Verdict(Status.PLANNED, 0.8)  # "has offered to mediate"
        decided = verb.head.head if verb.dep_ == "conj" else verb.head
        if (
            frame.kind in MEASURES
            and verdict.status is Status.PLANNED
            and verb.dep_ in {"acl", "xcomp", "conj"}
            and self._tree.lemma(decided) in _DECIDING
            and self._status.of(decided).status is Status.HAPPENED
        ):
            return Verdict(Status.HAPPENED, 0.85)  # what a state does by saying so
        if verdict.status is Status.PLANNED and frame.kind in _ANNOUNCED and self._announced(verb):
            return Verdict(Status.HAPPENED, 0.8)
        return verdict

    def _refused(self, verb: Token) -> bool:
        """Whether somebody says that they will not do it: "said it would not return to talks"."""
        around = {c.lower_ for c in verb.children if c.dep_.startswith("aux") or c.dep_ == "advmod"}
        asked = any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children)
        cannot = around & _CAN and self._tree.lemma(verb) in _ADMITTING
        will_not = bool(around & NEVER) and bool(around & _WILL or cannot)
        supposed = any(
            c.lower_ == "if"
            for clause in verb.children
            if clause.dep_ == "advcl"
            for c in clause.children
        )
        if asked or self._tree.passive(verb) or (supposed and "would" in around):
            return False
        return will_not or self._unwilling(verb)

    def _unwilling(self, verb: Token) -> bool:
        """Whether somebody does not wish to: "is not ready to talk", "has no plans to talk"."""
        head, of = verb.head, {c.lower_ for c in verb.head.children}
        if verb.dep_ in {"xcomp", "advcl", "ccomp"} and infinitive(verb):
            return head.lower_ in _LOATH or (head.lower_ in _READY and bool(of & NEVER))
        meant = verb.dep_ in {"acl", "nmod"} and self._tree.lemma(head) in _INTENDING
        return meant and "no" in of

    def _announced(self, verb: Token) -> bool:
        """Whether a measure is announced by who takes it: "announced that it will give X aid"."""
        head = verb.head
        told = verb.dep_ == "ccomp" and self._tree.lemma(head) in _ANNOUNCING
        if not told or self._status.of(head).status is not Status.HAPPENED:
            return False
        sides = [{side(a) for a in self._tree.subject(one).actors} for one in (head, verb)]
        return bool(sides[0] & sides[1])

    def _begun(self, predicate: Predicate, status: Status, certainty: float) -> Candidate:
        """The event before anybody is in it."""
        verb, frame = predicate.verb, predicate.frame
        if predicate.noun is not None:
            self.told.add(predicate.noun.i)
            status = self._ended(verb, frame, status)
        status = self._since_ended(verb, frame, status)
        made = Candidate(kind=frame.kind, trigger=verb.i, status=status)
        judged = "praise" if frame.kind is EventClass.SUPPORT else "judgement"
        made.pattern = judged if frame.judgement else "verb"
        made.confidence = 0.9 * certainty
        made.according_to = self._roles.told_by(verb)
        return made

    def _ended(self, verb: Token, frame: VerbFrame, status: Status) -> Status:
        """The status where the verb ends what its object names: "lifted sanctions"."""
        lemma = self._tree.lemma(verb)
        kept = frame.kind is EventClass.SANCTION and lemma in {"freeze", "withhold"}
        begun = frame.halting or kept
        reopened = frame.kind is EventClass.SANCTION and lemma in _REOPENING
        if not reopened and (lemma not in self._triggers.status.called_off or begun):
            return status
        ends = frame.kind in _ENDED and status is Status.HAPPENED
        return Status.CALLED_OFF if ends else status

    def _since_ended(self, verb: Token, frame: VerbFrame, status: Status) -> Status:
        """The status where what is told is over: "sanctions imposed by X were lifted"."""
        over = verb.head.head
        ended = frame.kind is EventClass.SANCTION and verb.dep_.startswith("acl")
        ended = ended and verb.head.dep_ in OBJECTS and status is Status.HAPPENED
        lifted = ended and self._tree.lemma(over) in self._triggers.status.called_off
        real = lifted and self._status.of(over).status is Status.HAPPENED
        return Status.CALLED_OFF if real else status

    def _force(self, made: Candidate, verb: Token) -> None:
        """What is particular to acts of force: vows, the weapon's own noun, where they strike."""
        vowed = verb.dep_ == "xcomp" and self._tree.lemma(verb.head) in _VOWING
        if made.status is Status.PLANNED and vowed:
            made.kind = EventClass.THREAT
            made.status = self._status.of(verb.head).status or made.status
        under = (verb, *self._tree.objects(verb))
        for case, deed in (pair for one in under for pair in self._tree.obliques(one)):
            if case == "for" and not made.of(Role.TARGET) and self._strikes.weapon(deed):
                self._strikes.claimed(made, deed)  # "claimed responsibility for an attack on X"
        claimed = self._tree.objects(verb) if self._tree.lemma(verb) == "claim" else []
        some = [
            child for one in claimed for case, child in self._tree.obliques(one) if case == "of"
        ]
        for deed in (*claimed, *some):  # "claimed dozens of attacks on X"
            if not made.of(Role.TARGET) and self._strikes.weapon(deed):
                self._strikes.claimed(made, deed)
        self._victims(made)
        if made.of(Role.TARGET):
            self.told.update(self._strikes.weapons(verb))  # "killed in an airstrike" is one event
        taken = self._tree.lemma(verb) == "capture" and self._of_places(verb)
        if taken or self._tree.lemma(verb) not in self._words.policing | _MOVING:
            self._strikes.struck(made, verb)
            self._strikes.landed(made, verb)
        elif self._tree.lemma(verb) in _MOVING and not made.of(Role.TARGET):
            for one in self._tree.objects(verb):  # "entered the Gaza Strip"
                self._strikes.where(made, one)
        if self._tree.lemma(verb) in _MASSING:
            self._strikes.massed(made, verb)
        if self._tree.lemma(verb) == "attack" and any(
            case in {"for", "over"} and any(c.dep_ == "nmod:poss" for c in child.children)
            for case, child in self._tree.obliques(verb)
        ):
            made.kind = EventClass.ACCUSATION  # "attacked X for its handling of the crisis"
        sources = made.of(Role.SOURCE)
        if sources and all("foreign" in a.key and a.kind is ActorClass.BODY for a in sources):
            made.kind = EventClass.ACCUSATION  # a foreign ministry attacks in words

    @staticmethod
    def _victims(made: Candidate) -> None:
        """Leaves out the attacker's own side, and the state whose body is struck, beside others."""
        own = {side(actor) for actor in made.of(Role.SOURCE)}
        held = made.roles.get(Role.TARGET, {})
        states = {actor for actor in held if actor.kind is ActorClass.COUNTRY}
        mine = own | {side(actor) for actor in held if actor not in states}
        others = {
            actor: sure
            for actor, sure in held.items()
            if side(actor) not in (mine if actor in states else own)
        }
        if others and len(others) < len(held):
            made.roles[Role.TARGET] = others

    def _refine(self, made: Candidate, predicate: Predicate, *, unnamed: bool) -> None:
        """The class where the words around the verb say more than the verb.

        ``unnamed`` says that a passive leaves out who does it.
        """
        claims = any(self._tree.lemma(one) in _CLAIMS for one in predicate.objects)
        if predicate.frame.judgement and claims:
            made.kind = EventClass.REJECTION  # "called the charge absurd"
        if unnamed and predicate.frame.kind in TALKS:
            made.confidence *= 0.9
        taken_off = predicate.frame.listed and self._tree.lemma(predicate.verb) in _TAKING_OFF
        if taken_off and made.status is Status.HAPPENED:
            made.status = Status.CALLED_OFF  # "removed X from its list of terrorists"
        barring = made.kind is EventClass.REJECTION and self._tree.lemma(predicate.verb) == "bar"
        people = any(a.kind is ActorClass.PERSON for a in made.of(Role.TARGET)) or any(
            unit.mention is not None and unit.mention.kind is MentionKind.OFFICE
            for unit in map(self._tree.unit, predicate.objects)
        )
        if barring and not people and self._targets.entering(predicate.verb):
            made.kind = EventClass.SANCTION  # "barred members of X's junta from entering"
        if predicate.frame.kind is EventClass.REQUEST and self._ordered_out(predicate.verb):
            made.kind = EventClass.RELATIONS_DOWNGRADE
        if predicate.frame.kind is EventClass.AID and self._at_border(predicate):
            made.kind = EventClass.FORCE
        if made.kind is EventClass.ACCUSATION and predicate.passive and self._by_force(predicate):
            made.kind = EventClass.FORCE  # "came under fire from X's troops"
        if predicate.frame.kind is EventClass.SANCTION and self._at_sea(predicate):
            made.kind = EventClass.FORCE
            self._strikes.struck(made, predicate.verb)
        if predicate.frame.kind is EventClass.AID and self._withholds(predicate, made):
            made.kind = EventClass.SANCTION
            if made.status is Status.CALLED_OFF:
                made.status = Status.HAPPENED
        if self._menaces.conditional(made, predicate.verb):
            made.kind, made.status = EventClass.THREAT, Status.HAPPENED
        received = predicate.frame.kind is EventClass.AID and predicate.noun is not None
        if received and predicate.frame.subject is Role.TARGET and not made.of(Role.SOURCE):
            self._relief.giver(made, predicate.noun or predicate.verb)
        self._relief.refine(made, predicate)
        self.meetings.refine(made, predicate)

    def _of_places(self, verb: Token) -> bool:
        """Whether towns or the like are taken, and nobody."""
        things = self._tree.objects(verb)
        return bool(things) and all(
            self._tree.lemma(one) in _PLACES or self._tree.unit(one).place is not None
            for one in things
        )

    def _by_force(self, predicate: Predicate) -> bool:
        """Whether it is troops that do it in the passive."""
        mentions = (
            self._tree.unit(child).mention
            for child in self._tree.children(predicate.verb, "obl")
            if self._tree.case(child) == "by"
        )
        return any(mention is not None and mention.force for mention in mentions)

    def _at_border(self, predicate: Predicate) -> bool:
        """Whether troops are sent to somebody's border or into a state, and not to its help."""
        heads = (predicate.verb, *self._tree.objects(predicate.verb))
        noun = predicate.noun
        armed = noun is not None and self._tree.lemma(noun) in _TROOPS
        return any(
            self._tree.lemma(place) in _BORDERS or (armed and case == "into")
            for head in heads
            for case, place in self._tree.obliques(head)
        )

    def _at_sea(self, predicate: Predicate) -> bool:
        """Whether a blockade is one by warships."""
        noun = predicate.noun
        blockade = noun is not None and self._tree.lemma(noun) == "blockade"
        return blockade and noun is not None and any(c.lower_ in _NAVAL for c in noun.children)

    def _ordered_out(self, verb: Token) -> bool:
        """Whether a mission has to close: "ordered X to close its consulate"."""
        if self._tree.lemma(verb) not in _ORDERING:
            return False
        return any(
            self._tree.lemma(clause) in _CLOSING
            and any(self._tree.lemma(one) in _MISSIONS for one in self._tree.objects(clause))
            for clause in self._tree.children(verb, "xcomp", "advcl", "ccomp")
        )

    def _withholds(self, predicate: Predicate, made: Candidate) -> bool:
        """Whether aid is stopped to punish; an aid body that cuts or ends it has none left."""
        lemma = self._tree.lemma(predicate.verb)
        stops = lemma in self._triggers.status.called_off
        bodies = any(a.kind is ActorClass.ORGANIZATION for a in made.of(Role.SOURCE))
        return predicate.noun is not None and stops and (lemma in _WITHHOLDING or not bodies)

    def _paired(self, made: Candidate, verb: Token) -> Iterator[Candidate]:
        """ "India and Pakistan expel each other's diplomats": one event each way."""
        sources, targets = made.of(Role.SOURCE), made.of(Role.TARGET)
        one_way = made.kind.symmetric or len(sources) != 2 or targets
        if one_way or made.judges:
            yield made
            return
        exchanged = made.kind is EventClass.FORCE and self._tree.lemma(verb) in _EXCHANGING
        if not exchanged and not {t.lower_ for t in verb.sent} & self._words.paired:
            yield made
            return
        for one, other in (sources, sources[::-1]):
            each = Candidate(
                kind=made.kind,
                trigger=made.trigger,
                status=made.status,
                confidence=made.confidence * 0.9,
                pattern="paired",
            )
            each.add(Role.SOURCE, (one,), 0.9)
            each.add(Role.TARGET, (other,), 0.9)
            yield each
