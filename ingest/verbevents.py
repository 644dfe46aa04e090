"""Events that verbs report: their roles stand in subject, objects and prepositions."""

from collections.abc import Iterator

from graph.model import ActorClass, EventClass, Role, Status
from ingest.aims import Aims
from ingest.alarms import Alarms
from ingest.blacklists import Blacklists
from ingest.candidates import AT_BORDER, RELATIONS, Candidate
from ingest.departures import MISSIONS, Departures
from ingest.deployments import Deployments
from ingest.doers import Doers
from ingest.envoys import Envoys
from ingest.meetings import Meetings
from ingest.menaces import Menaces
from ingest.mentions import MentionKind
from ingest.nounevents import NounEvents
from ingest.partings import Partings
from ingest.patients import Patients
from ingest.predicates import Predicate
from ingest.relief import Relief
from ingest.roles import TALKS, Roles
from ingest.routes import Routes
from ingest.signings import Signings
from ingest.status import StatusReader
from ingest.strikes import BORDERS, Strikes
from ingest.syntax import said_clauses
from ingest.targets import Targets
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame
from ingest.verbfitting import VerbFitting
from ingest.verdicts import Verdicts
from ingest.warfare import Warfare
from ingest.withdrawals import Withdrawals

_WRITTEN = frozenset({EventClass.SIGNING, EventClass.AGREEMENT})
_CLAIMS = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "criticism"})
"""What is rejected where it is called absurd."""
_ANSWERED = frozenset({EventClass.ACCUSATION, EventClass.FORCE})
_EXCHANGING = frozenset({"exchange", "swap", "trade"})
"""Verbs of what both do to one another: "exchanged fire", "traded accusations"."""
_ORDERING = frozenset({"force", "instruct", "order", "tell"})
_CLOSING = frozenset({"close", "evacuate", "shut", "shutter", "vacate"})
_REDUCING = frozenset({"cut", "halve", "lower", "reduce", "scale", "slash", "trim", "withdraw"})
_STAFF = frozenset({"diplomat", "personnel", "presence", "staff"})
_REPRESENTING = frozenset({"cultural", "liaison", "representative", "trade"})
_TAKING_OFF = frozenset({"delete", "drop", "remove", "strike", "take"})
_REASONING = frozenset({"cite"})
"""Verbs by which one speaks of what others did, so that both are told: "citing X's attack on Y"."""
_WITHHOLDING = frozenset({"freeze", "suspend", "withhold"})


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
        self._roles = roles
        self._strikes = Strikes(tree, triggers)
        self._targets = targets = Targets(tree, triggers)
        self._fitting = VerbFitting(tree, triggers, self._strikes)
        self._doers = Doers(tree, triggers, self._strikes)
        self._patients = Patients(tree, triggers, roles, self._strikes, targets)
        self._blacklists = Blacklists(tree, triggers.grammar)
        self._envoys = Envoys(tree, roles)
        self._departures = Departures(tree, roles)
        self._withdrawals = Withdrawals(tree, roles, status)
        self._signings = signings
        self._aims = Aims(tree, triggers, roles, targets)
        self.meetings = Meetings(tree, roles, nouns)
        self._partings = Partings(tree)
        self._routes = Routes(tree, roles)
        self._relief = Relief(tree, triggers)
        self._deployments = Deployments(tree)
        self._menaces = menaces = Menaces(tree, triggers, roles, status)
        self._alarms = Alarms(tree, triggers, roles)
        self._verdicts = Verdicts(tree, triggers, status, menaces)
        self._warfare = Warfare(tree, triggers, status, self._strikes)
        self.told: set[int] = set()
        """Nouns that a verb's event has told already: "imposed sanctions"."""

    def events(self, token: Token) -> Iterator[Candidate]:
        """The events that the verb reports, one for each class."""
        alone = self._envoys.unrecognised(token) or self._departures.read(token)
        alone = alone or self._withdrawals.read(token)
        if alone is not None:
            yield alone
            return
        taken: set[EventClass] = set()
        told = False
        for frame in self._fitting.frames(token):
            if frame.kind in taken or (told and not self._sending(frame)):
                continue
            for candidate in self._verb(token, frame):
                if self._judged_later(candidate, token, frame):
                    continue  # "charged that X was behind it" is told by another frame
                if not frame.persons or len(candidate.everybody()) > 1:
                    taken.add(candidate.kind)
                yield candidate
            whole = frame.nouns or frame.persons or frame.parting
            whole = whole or (frame.guard and frame.needs_any)
            # "expelled a diplomat", "welcomed X" is nothing else as well
            told = told or bool(whole and frame.kind in taken)

    def _sending(self, frame: VerbFrame) -> bool:
        """Whether it is help as well what a council decides: "extended its mission in X"."""
        return frame.kind is EventClass.AID and bool(frame.guard and frame.needs_any)

    def _judged_later(self, made: Candidate, verb: Token, frame: VerbFrame) -> bool:
        """Whether nobody is accused, and another frame of the verb judges what a clause says."""
        aimed = bool(made.of(Role.SOURCE) and made.of(Role.TARGET))
        if made.kind is not EventClass.ACCUSATION or aimed:
            return False
        frames = self._fitting.frames(verb)
        later = frames[frames.index(frame) + 1 :]
        clauses = any(self._tree.children(verb, "ccomp"))
        return clauses and any(f.judgement and f.kind is frame.kind for f in later)

    def _verb(self, verb: Token, frame: VerbFrame) -> Iterator[Candidate]:
        """The events that the verb reports by one of its frames."""
        predicate = self._fitting.predicate(verb, frame)
        if predicate is None:
            return
        verdict = self._verdicts.of(verb, frame)
        if verdict is None or verdict.status is None:
            return
        made = self._begun(predicate, verdict.status, verdict.certainty)
        doer = self._doers.doer(predicate)
        self._doers.act(made, predicate, doer)
        if frame.force and predicate.passive and not doer:
            self._warfare.downed(made, verb)
        if frame.diplomat and predicate.noun is not None:
            self._envoys.exchanged(made, predicate, predicate.noun)
            made.pattern = "envoy"
        else:
            self._patients.objects(made, predicate)
            if made.kind is EventClass.RELATIONS_DOWNGRADE and predicate.noun is not None:
                made.pattern = "mission" if self._mission(predicate.noun) else made.pattern
        if frame.persons and Role.PARTICIPANT not in made.roles:
            return  # "welcomed that …"
        if frame.persons and frame.suffered and not self.meetings.side_by_side(predicate, doer):
            return
        self._patients.beside(made, predicate)
        if frame.must and Role.TARGET not in made.roles:
            return  # "suggested that X was behind it"
        if frame.kind is EventClass.SIGNING:
            self._signings.gathered(made, verb)
        if frame.document or frame.kind in _WRITTEN:
            self._signings.documents(made, predicate)
        if frame.force:
            self.told |= self._warfare.strike(made, verb)
        if frame.foretold:
            self._menaces.foretold(made, predicate)
        unnamed = predicate.passive and not doer
        self._aims.add(made, predicate, unnamed=unnamed)
        self._refine(made, predicate, unnamed=unnamed)
        yield from self._routes.stations(made, verb)
        if frame.persons:
            yield from self._routes.welcomed(made, verb)
        forsaken = self._envoys.forsaken(made, predicate)
        if forsaken is not None:
            yield forsaken
        for each in self._partings.each(made, verb):
            yield from self._paired(each, verb)

    def _begun(self, predicate: Predicate, status: Status, certainty: float) -> Candidate:
        """The event before anybody is in it."""
        verb, frame = predicate.verb, predicate.frame
        if predicate.noun is not None:
            if self._tree.lemma(verb) not in _REASONING:
                self.told.add(predicate.noun.i)
            status = self._verdicts.ended(verb, frame, status)
        status = self._verdicts.since_ended(verb, frame, status)
        made = Candidate(kind=frame.kind, trigger=verb.i, status=status)
        judged = "praise" if frame.kind is EventClass.SUPPORT else "judgement"
        made.pattern = judged if frame.judgement else "verb"
        if frame.kind is EventClass.SANCTION and predicate.noun is not None:
            near = (predicate.noun, verb)
            beyond = any(case == "with" for at in near for case, _ in self._tree.obliques(at))
            border = self._tree.lemma(predicate.noun) in BORDERS | {"crossing"}
            made.pattern = AT_BORDER if border and beyond else made.pattern
        made.confidence = 0.9 * certainty
        made.according_to = self._roles.told_by(verb)
        return made

    def _refine(self, made: Candidate, predicate: Predicate, *, unnamed: bool) -> None:
        """The class where the words around the verb say more than the verb.

        ``unnamed`` says that a passive leaves out who does it.
        """
        charged = made.kind is EventClass.ACCUSATION and predicate.frame.judgement
        judged = (*predicate.objects, *(self._said_of(predicate.verb) if charged else ()))
        claims = any(self._tree.lemma(one) in _CLAIMS for one in judged)
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
        if predicate.frame.kind is EventClass.REQUEST and (
            self._ordered_out(predicate.verb) or self._sent_off(predicate.verb)
        ):
            made.kind = EventClass.RELATIONS_DOWNGRADE
        elif made.kind is EventClass.REQUEST and self._menaces.inciting(made, predicate.verb):
            made.kind = EventClass.THREAT
        self._alarms.raised(made, predicate.verb)
        if predicate.frame.kind is EventClass.AID and self._warfare.at_border(predicate):
            made.kind = EventClass.FORCE
            self._strikes.massed(made, predicate.verb, sent=True)
        accused = made.kind is EventClass.ACCUSATION and predicate.passive
        if accused and self._warfare.by_troops(predicate):
            made.kind = EventClass.FORCE  # "came under fire from X's troops"
        if made.kind is EventClass.ACCUSATION and self._blacklists.outlawed(predicate.verb):
            by_person = any(a.kind is ActorClass.PERSON for a in made.of(Role.SOURCE))
            made.kind = made.kind if by_person else EventClass.SANCTION
        if made.kind is EventClass.VISIT and self._tree.lemma(predicate.verb) == "return":
            held = made.roles.get(Role.TARGET, {})  # "returned to the Arab League" as a member
            made.roles[Role.TARGET] = {
                a: sure for a, sure in held.items() if a.kind is not ActorClass.ORGANIZATION
            }
        if predicate.frame.kind is EventClass.SANCTION and self._warfare.at_sea(predicate):
            made.kind = EventClass.FORCE
            self._strikes.struck(made, predicate.verb)
        own = [c for one in predicate.objects for c in self._tree.children(one, "nmod:poss")]
        if "debt" in predicate.frame.nouns and any(map(self._tree.pronoun, own)):
            made.roles.clear()  # "paid its debt to X"
        if "debt" in predicate.frame.nouns and made.status is Status.CALLED_OFF:
            made.status = Status.HAPPENED  # who cancels a debt helps
        elif predicate.frame.kind is EventClass.AID and self._withholds(predicate, made):
            made.kind = EventClass.SANCTION
            if made.status is Status.CALLED_OFF:
                made.status = Status.HAPPENED
        if self._menaces.conditional(made, predicate.verb):
            made.kind, made.status = EventClass.THREAT, Status.HAPPENED
            if not made.of(Role.TARGET):  # "would kill its hostages if X attacked"
                self._targets.threatened(made, predicate.verb)
        received = predicate.frame.kind is EventClass.AID and predicate.noun is not None
        if received and predicate.frame.subject is Role.TARGET and not made.of(Role.SOURCE):
            self._relief.giver(made, predicate.noun or predicate.verb)
        self._relief.refine(made, predicate)
        self._deployments.refine(made, predicate)
        self._envoys.returned(made, predicate.verb)
        self._envoys.accredited(made, predicate)
        self.meetings.refine(made, predicate)

    def _said_of(self, verb: Token) -> Iterator[Token]:
        """Of what something is said: "said that the charge was absurd", "it is absurd, X said"."""
        for clause in said_clauses(verb):
            yield from self._tree.children(clause, "nsubj", "nsubj:pass")

    def _ordered_out(self, verb: Token) -> bool:
        """Whether a mission has to close or shrink: "ordered X to close its consulate"."""
        if self._tree.lemma(verb) not in _ORDERING:
            return False
        return any(
            (self._tree.lemma(clause) in _CLOSING and self._mission(one))
            or (self._tree.lemma(clause) in _REDUCING and self._posted(one))
            for clause in self._tree.children(verb, "xcomp", "advcl", "ccomp")
            for one in self._tree.objects(clause)
        )

    def _sent_off(self, verb: Token) -> bool:
        """Whether somebody says that diplomats have to go: "said that X's envoy must leave"."""
        clauses = self._tree.children(verb, "ccomp")
        return any(self._departures.read(clause) is not None for clause in clauses)

    def _mission(self, thing: Token) -> bool:
        """Whether it is an embassy or the like: "its consulate", "its liaison office"."""
        tree = self._tree
        before = {tree.lemma(c) for c in tree.children(thing, "amod", "compound")}
        office = tree.lemma(thing) == "office" and before & _REPRESENTING
        return tree.lemma(thing) in MISSIONS or bool(office)

    def _posted(self, thing: Token) -> bool:
        """Whether it is the staff of an embassy: "its embassy staff", "its diplomats"."""
        tree = self._tree
        some = [thing, *tree.behind(thing, "at", "in", "of")]
        words = {
            tree.lemma(w) for one in some for w in (one, *tree.children(one, "amod", "compound"))
        }
        staff = words & _STAFF
        return "diplomat" in words or bool(staff and words & {"diplomatic", *MISSIONS})

    def _withholds(self, predicate: Predicate, made: Candidate) -> bool:
        """Whether aid is stopped to punish; an aid body that cuts or ends it has none left."""
        lemma = self._tree.lemma(predicate.verb)
        stops = lemma in self._triggers.status.called_off | _REDUCING
        bodies = any(a.kind is ActorClass.ORGANIZATION for a in made.of(Role.SOURCE))
        return predicate.noun is not None and stops and (lemma in _WITHHOLDING or not bodies)

    def _paired(self, made: Candidate, verb: Token) -> Iterator[Candidate]:
        """ "India and Pakistan expel each other's diplomats": one event each way."""
        sources, targets = made.of(Role.SOURCE), made.of(Role.TARGET)
        one_way = made.kind.symmetric or len(sources) != 2 or targets
        mutual = made.kind in RELATIONS and made.pattern == "verb"
        if one_way or made.judges or mutual:
            yield made
            return
        exchanged = made.kind in _ANSWERED and self._tree.lemma(verb) in _EXCHANGING
        both = any(one.lower_ == "other" for one in self._tree.objects(verb))
        both = both or self._envoys.recalled_by_both(made, verb)
        if not (exchanged or both) and not {t.lower_ for t in verb.sent} & self._words.paired:
            yield made
            return
        fire = exchanged and made.kind is EventClass.FORCE  # a clash is told once
        for one, other in (sources,) if fire else (sources, sources[::-1]):
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
