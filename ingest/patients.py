"""To whom it is done what a verb tells: in objects, behind prepositions, in clauses."""

from collections.abc import Iterator

from graph.model import ActorClass, EventClass, Role
from ingest.belonging import belonging
from ingest.candidates import RELATIONS, Candidate
from ingest.claims import Claims
from ingest.culprits import WHERE, Culprits
from ingest.deeds import Deeds
from ingest.mentions import MentionKind
from ingest.nominals import NOBODY, Found
from ingest.objectnouns import CASES, ObjectNouns
from ingest.praise import praised
from ingest.predicates import Predicate
from ingest.roles import STATEMENTS, TALKS, Roles
from ingest.strikes import BORDERS, FLYING, Strikes, flown
from ingest.targets import Targets
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame

_APART = frozenset({"advcl", "conj", "parataxis"})
"""Relations of what is not said of a verb's object."""
_OWN = frozenset({"citizen", "compatriot", "national", "people", "resident", "subject"})
_TOLD = frozenset({"assure", "convince", "inform", "notify", "promise", "remind", "show"})
"""Of whom one does so, what a clause tells is no deed to them."""
_CHARGING = frozenset({"accuse", "blame", "charge", "suspect"})
_AIMED = frozenset({"at", "against", "into", "over", "toward", "towards"})
"""Prepositions behind what is fired."""
_THITHER = frozenset({EventClass.AID, EventClass.SANCTION})
_PARLEYS = frozenset(
    {"conference", "dialogue", "meeting", "negotiation", "summit", "talk", "talks"}
)
"""What is not of the state in which it is held."""
_SENDING = frozenset({"deploy", "launch"})
"""Verbs of force whose object is what is used, and not whom it hits."""
_TAKING = frozenset({"abduct", "kidnap"})
_CRIMINALS = frozenset({"gang", "suspect", "criminal"})
_HANDING_OVER = frozenset(
    {"cede", "deliver", "extradite", "give", "hand", "return", "surrender", "transfer"}
)
_TRAVELLING = frozenset(
    {"citizen", "expatriate", "national", "resident", "tourist", "traveler", "traveller"}
)
"""Whom a state warns of others, or of where they go."""
_THEM = frozenset({"her", "him", "it", "them"})
_COUNTS = frozenset({"dozen", "hundred", "score", "thousand"})
"""How many are struck: "captured dozens of soldiers"."""
_LADEN = frozenset({"bring", "carry", "ferry", "transport"})
_PULLING_OUT = frozenset({"departure", "pullback", "pullout", "retreat", "withdrawal"})
"""What is demanded of those whose it is; "demanded the release of X" is not."""
_OF_WHAT = frozenset({"about", "against", "over"})
"""Before what one complains of."""

_PERSONAL = frozenset({"he", "her", "him", "she"})
"""Pronouns of one person."""


class Patients:
    """Finds to whom it is done what the verbs of one paragraph tell."""

    def __init__(
        self, tree: Tree, triggers: Triggers, roles: Roles, strikes: Strikes, targets: Targets
    ) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self._strikes, self._targets = strikes, targets
        self._deeds = Deeds(tree, triggers)
        self._culprits = Culprits(tree, triggers, self._deeds)
        self._nouns = ObjectNouns(tree, self._deeds, self._culprits)
        self._claims = Claims(tree, triggers, roles, targets, self._culprits)

    def objects(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in those who stand as objects or with them."""
        tree, frame, noun = self._tree, predicate.frame, predicate.noun
        if noun is not None:
            self._nouns.add(made, frame, noun)
            if frame.kind in RELATIONS and not made.of(Role.SOURCE):
                found = tree.actors(noun) or tree.owner(noun, inside=False, of=False)
                made.add(Role.SOURCE, found.actors, found.certainty)  # "X's embassy was reopened"
            if frame.kind is EventClass.SANCTION and predicate.passive and not made.of(Role.SOURCE):
                found = tree.owner(noun, inside=False, of=False)  # "EU sanctions were lifted"
                made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
            if frame.subject is Role.TARGET and not predicate.passive and not made.of(Role.SOURCE):
                found = tree.owner(noun, inside=False, of=False)  # "has X's support"
                made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        if frame.indirect is not None:
            objects = list(tree.children(predicate.verb, "obj"))
            apart = noun is None or noun in objects  # "the tanks that X gave Y"
            objects = objects[:-1] if apart else objects
            if tree.retained(predicate.verb):  # "X was granted a loan by Y"
                objects = list(tree.children(predicate.verb, "nsubj:pass"))
            for child in (*tree.children(predicate.verb, "iobj"), *objects):
                if child != noun:  # "permitted X access", parsed as two objects
                    found = tree.actors(child)
                    made.add(frame.indirect, found.actors, found.certainty)
        if frame.object is not None:
            self._acted_on(made, predicate, frame.object)
        elif frame.carrier and not made.of(Role.TARGET) and not frame.nouns:
            for one in predicate.objects:
                of = frame.kind is not EventClass.REQUEST or tree.lemma(one) in _PULLING_OUT
                found = tree.actors(one) or tree.owner(one, of=of)
                found = found or self._culprits.strayed(predicate, one)
                if frame.judgement and not found:
                    found = self._culprits.by_whom(predicate)
                if not frame.judgement or self._judged(predicate, one):
                    made.add(Role.TARGET, found.actors, found.certainty * 0.9)

    def beside(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in those whom the verb's prepositions and clauses name."""
        frame, verb = predicate.frame, predicate.verb
        if frame.carrier and not (predicate.objects or made.of(Role.TARGET)):
            for clause in self._deeds_told(verb, frame):
                found = self._tree.doer(clause)
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        before = len(made.of(Role.TARGET))
        self._obliques(made, predicate)
        if frame.kind is EventClass.AID and 0 < before < len(made.of(Role.TARGET)):
            self._handed_on(made, predicate)
        if not made.of(Role.TARGET):
            self._claims.add(made, verb, frame)

    def _deeds_told(self, verb: Token, frame: VerbFrame) -> Iterator[Token]:
        """The clauses that tell what one supports or blames: "what X does", "that X has done"."""
        blaming = frame.kind is EventClass.ACCUSATION and not frame.judgement
        for clause in self._tree.children(verb, "ccomp", "advcl", "csubj"):
            first = clause.left_edge.lower_
            that = blaming and first == "that" and (clause.dep_ == "ccomp" or clause.i < verb.i)
            what = clause.dep_ == "ccomp" and any(c.lower_ == "what" for c in clause.children)
            if that or what:
                yield clause

    def _handed_on(self, made: Candidate, predicate: Predicate) -> None:
        """Leaves out whose goods they were that go to others: "gave seized X weapons to Y"."""
        noun = predicate.noun
        found = self._tree.owner(noun, inside=False) if noun is not None else NOBODY
        held = made.roles.get(Role.TARGET, {})
        others = {actor: sure for actor, sure in held.items() if actor not in found.actors}
        made.roles[Role.TARGET] = others or held

    def _judged(self, predicate: Predicate, thing: Token) -> bool:
        """Whether what the frame asks for is said of the object: something bad, or good."""
        if predicate.frame.kind is EventClass.SUPPORT:
            return praised(predicate.verb, self._tree, self._triggers.status)
        return self._judged_badly(predicate.verb, thing)

    def _judged_badly(self, verb: Token, thing: Token) -> bool:
        """Whether something bad is said of the object: "called the plan dangerous"."""
        words = self._triggers.status.negative
        names = list(self._tree.behind(verb, "as"))
        clauses = self._tree.children(verb, "advcl")
        names += [one for one in clauses if any(c.lower_ == "as" for c in one.children)]
        beside = (c for c in verb.children if c.dep_ in _APART and c.pos_ == "VERB")
        apart = {t.i for c in beside for t in c.subtree}
        said = [t for name in names for t in name.subtree] or [
            t for t in verb.subtree if t.i > thing.i and t.i not in apart
        ]
        return any(self._tree.lemma(t) in words or t.lower_ in words for t in said)

    def _acted_on(self, made: Candidate, predicate: Predicate, role: Role) -> None:
        """Puts the objects into their role, or those at whom they are fired."""
        tree, frame = self._tree, predicate.frame
        if frame.infinitive_object and (asking := self._kept_from(predicate.verb)):
            made.add(role, asking.actors, asking.certainty * 0.9)
            return
        for one in predicate.objects:
            unit = tree.unit(one)
            troops = any(mention.force for mention in unit.mentions)  # "visited the USS Porter"
            if frame.kind is EventClass.VISIT and (unit.place is not None or troops):
                continue
            if frame.kind is EventClass.REQUEST and self._own_people(one):
                continue  # "asked its citizens to leave X"
            if frame.force and tree.lemma(predicate.verb) in _SENDING:
                continue
            if frame.kind is EventClass.REJECTION and self._charge(predicate.verb):
                continue
            if frame.force and tree.lemma(predicate.verb) in FLYING and flown(one):
                continue  # "fired rockets from X"
            found = self._patient(predicate, one)
            if one.lower_ == "it" and set(found.actors) & set(made.of(Role.SOURCE)):
                continue  # "X announced the plan, but Y rejected it"
            if not found and one.lower_ in _THEM and frame.kind in STATEMENTS:
                found = self._done_to(predicate.verb)
            themselves = frame.kind is EventClass.SUPPORT and bool(tree.unit(one).actors)
            if themselves and set(found.actors) < set(made.of(Role.SOURCE)):
                made.drop(found.actors, Role.SOURCE)  # "We thank X", say X and Y
            made.add(role, found.actors, found.certainty)
        if frame.force and not predicate.objects:
            found = self._before(predicate.verb)
            made.add(role, found.actors, found.certainty * 0.85)
        if frame.force and not made.of(Role.TARGET):
            self._explained(made, predicate)
            self._parted(made, predicate)
            for one in predicate.objects:
                for found in belonging(one, predicate.verb, tree, self._triggers):
                    made.add(role, found.actors, found.certainty)
        if frame.force and not made.of(Role.TARGET):
            fired = [c for one in predicate.objects for c in (one, *tree.children(one, "conj"))]
            for one in fired:  # "fired a missile at X", parsed as "missile at X"
                for case, child in tree.obliques(one):
                    if case in _AIMED and not made.of(Role.TARGET):
                        found = tree.actors(child) or tree.owner(child)
                        made.add(Role.TARGET, found.actors, found.certainty * 0.9)

    def _charge(self, verb: Token) -> bool:
        """Whether the charge above is denied: "accused X of arming rebels, which it denies"."""
        which = any(child.lower_ == "which" for child in verb.children)
        above = (self._tree.lemma(one) for one in verb.ancestors)
        return which and verb.dep_ == "acl:relcl" and not _CHARGING.isdisjoint(above)

    def _done_to(self, verb: Token) -> Found:
        """Whom the verb above hits, who are "them" here: "put sanctions on X, accusing them"."""
        tree, above = self._tree, verb.head
        comma = verb.i > 0 and verb.doc[verb.i - 1].text == ","
        if verb.tag_ != "VBG" or verb.dep_ != "advcl" or not comma or verb.i < above.i:
            return NOBODY
        things = tree.objects(above)
        on = (c for one in (*things, above) for c in tree.behind(one, "against", "on"))
        return tree.lowered(next(filter(None, map(tree.actors, (*things, *on))), NOBODY), 0.85)

    def _before(self, verb: Token) -> Found:
        """Whose things stand right before the clause: "returned three of X's ships | it seized"."""
        above, start = verb.head, verb.left_edge
        behind = start.lower_ == "that" and start.i > start.sent.start
        thing = start.doc[start.i - 1] if behind else None
        if thing is not None and any(m.force for m in self._tree.unit(thing).mentions):
            said = self._tree.lemma(above) in self._words.saying | _TOLD
            return NOBODY if said else self._tree.actors(thing)  # "the X jet | that Y shot down"
        told = verb.dep_ != "ccomp" or self._tree.lemma(above) in self._words.saying | _TOLD
        near = (one for one in self._tree.objects(above) if one.i + 1 == verb.left_edge.i)
        thing = None if told else next(near, None)
        if thing is None:
            return NOBODY
        unit = self._tree.unit(thing)
        if any(mention.force for mention in unit.mentions):
            return self._tree.actors(thing)
        return NOBODY if unit.actors else self._tree.owner(thing)

    def _kept_from(self, verb: Token) -> Found:
        """Who does not get somebody or something: "refused to hand a man over to X"."""
        for clause in self._tree.children(verb, "xcomp"):
            if self._tree.lemma(clause) in _HANDING_OVER:
                to = self._tree.behind(clause, "to")
                return next(filter(None, map(self._tree.actors, to)), NOBODY)
        return NOBODY

    def _own_people(self, thing: Token) -> bool:
        """Whether somebody's own people are meant, and no state: "its citizens"."""
        tree = self._tree
        owned = any(map(tree.pronoun, tree.children(thing, "nmod:poss")))
        return owned and tree.lemma(thing) in tree.private | _OWN

    def _explained(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in whose it is by what is said of it: "the Z, a ship of X", "carrying X's arms"."""
        tree, words = self._tree, self._words
        policing = tree.lemma(predicate.verb) in words.policing
        for one in predicate.objects if not policing else ():
            loads = (c for c in tree.children(one, "acl") if tree.lemma(c) in _LADEN)
            things = [thing for c in loads for thing in tree.objects(c)]
            named = [c for c in tree.children(one, "appos") if tree.lemma(c) in words.carriers]
            for thing in (*named, *things):
                found = tree.owner(thing, inside=False)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _parted(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in of whom those are who are struck: "killed militants | from X"."""
        tree = self._tree
        fired = tree.lemma(predicate.verb) in FLYING
        struck = (one for one in predicate.objects if not (fired and flown(one)))
        ends = {one.i + 1 for one in struck if tree.lemma(one) in self._words.carriers}
        for case, child in tree.obliques(predicate.verb):
            if case == "from" and child.left_edge.i in ends:
                found = tree.actors(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _patient(self, predicate: Predicate, thing: Token) -> Found:
        """Whom an object names, or whose it is."""
        tree, frame = self._tree, predicate.frame
        counted = frame.force or frame.kind is EventClass.SANCTION
        if counted and tree.lemma(thing) in _COUNTS:
            thing = next(tree.behind(thing, "of"), thing)
        if frame.kind is EventClass.REJECTION and tree.lemma(thing) in _PARLEYS:
            partners = map(tree.actors, tree.behind(thing, "with"))  # "boycotted talks in X"
            return next(filter(None, partners), tree.owner(thing, inside=False))
        found = tree.actors(thing)
        blaming = frame.kind in {EventClass.ACCUSATION, EventClass.REJECTION}
        suffered = blaming and self._deeds.harms(thing)
        if frame.infinitive_object and not (found or suffered):
            found = tree.owner(thing)
        if not found and frame.carrier and not self._anybodys(predicate, thing):
            hit = suffered and self._deeds.forced(thing)
            if frame.kind is EventClass.SUPPORT:
                if tree.lemma(thing) in self._words.falls:
                    return NOBODY  # "welcomed the ouster of X"
                hit = any(tree.lemma(one) in _PARLEYS for one in thing.subtree)
            # "the invasion of X" is not X's deed
            found = tree.lowered(tree.owner(thing, of=not suffered, inside=not hit), 0.9)
            if suffered and not found:
                found = self._culprits.from_where(thing) or self._culprits.done_by(predicate)
            if suffered and not (found or hit):
                # "condemned the arrest of journalists in X", "the jailing of X's opposition leader"
                found = self._culprits.there(thing) or self._culprits.at_home(thing)
            if blaming and not (found or hit):
                found = self._culprits.strayed(predicate, thing)
        under = predicate.verb.subtree if thing == predicate.verb.head and frame.force else ()
        if any(set(found.actors) & set(tree.unit(one).actors) for one in under):
            return NOBODY  # "a missile fired from X" hits somebody else
        return self._guests(thing, found) if frame.persons else found

    def _guests(self, token: Token, found: Found) -> Found:
        """The persons among those received: one welcomes a proposal, and receives a minister."""
        suffering = token.dep_ == "nsubj:pass" and token.lower_ in {"he", "i", "she", "they", "we"}
        received = suffering or token.lower_ in {"her", "him", "me", "them", "us"}
        if self._tree.pronoun(token) and not received:
            return NOBODY
        guests = tuple(a for a in found.actors if a.kind is ActorClass.PERSON)
        mention = self._tree.unit(token).mention
        unnamed = mention is not None and mention.kind is MentionKind.OFFICE
        if not guests and (unnamed or (received and token.lower_ in _PERSONAL)):
            guests = found.actors  # an unnamed minister stands for the state
        visitors = self._words.visitors
        if not guests and mention is not None and mention.kind is MentionKind.NAMED:
            sent = not visitors.isdisjoint(mention.name.lower().split())
            guests = found.actors if sent else ()  # "a Lao delegation", "a team from X's army"
        if not guests and mention is None and self._tree.lemma(token) in visitors:
            guests = self._tree.owner(token).actors  # "a team from X"
        return Found(guests, found.certainty, found.token)

    def _anybodys(self, predicate: Predicate, thing: Token) -> bool:
        """Whether who is acted on need not be of the state that is named with them."""
        tree, frame, carriers = self._tree, predicate.frame, self._words.carriers
        verb, lemma = tree.lemma(predicate.verb), tree.lemma(thing)
        if verb == "seize":  # goods may be anybody's
            policing = lemma not in carriers | {"control"}
        else:
            taken = verb in _TAKING and lemma not in _CRIMINALS
            policing = frame.force and verb in self._words.policing and not taken
            if frame.force and taken:
                return False  # "kidnapped two French journalists"
        sanction = frame.kind is EventClass.SANCTION
        wares = self._words.wares if sanction else frozenset()
        barred = sanction or frame.kind is EventClass.REJECTION
        let_in = barred and self._targets.entering(predicate.verb)
        if frame.kind is EventClass.THREAT and lemma in _TRAVELLING:
            return True  # "warned its travellers in X"
        unnamed = lemma not in carriers | wares and not let_in
        private = unnamed and (sanction or lemma in tree.private)
        return policing or private

    def _obliques(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in those behind the verb's prepositions."""
        tree, frame = self._tree, predicate.frame
        accusing = frame.kind is EventClass.ACCUSATION
        pairs = list(tree.obliques(predicate.verb))
        for _, child in tuple(pairs):  # "spoke by phone with X"
            if tree.lemma(child) in self._words.phones:
                pairs.extend(tree.obliques(child))
        if frame.kind is EventClass.COOPERATION:  # "extradited a man to X"
            pairs.extend(pair for one in predicate.objects for pair in tree.obliques(one))
            # "the remains of soldiers | to X", "from X | to Y"
            inner = [c for case, c in pairs if case in {"from", "of"}]
            pairs.extend(pair for one in inner for pair in tree.obliques(one))
        if accusing:  # "complained to the court about X": X is blamed
            heard = [c for case, c in pairs if case in {"at", "to", "with"}]
            about = [pair for one in heard for pair in tree.obliques(one)]
            pairs.extend(pair for pair in about if pair[0] in _OF_WHAT)
            pairs.sort(key=lambda pair: pair[0] in {"to", "with"})
        for case, child in pairs:
            forum = accusing and case in {"at", "to", "with"}
            if tree.lemma(predicate.verb) == "vote" and self._text(child):
                continue  # "voted against it"
            if case not in frame.preps or (forum and made.of(Role.TARGET)):
                continue
            if forum and self._heard(predicate, child):
                continue  # "filed a complaint | with the court"
            if frame.judgement and not self._judged_badly(predicate.verb, child):
                continue  # "referred to X as a partner"
            role = frame.preps[case]
            if frame.force and (tree.lemma(child) in BORDERS or self._bordering(child)):
                continue  # "bombed a camp near the border with X"
            if frame.force and predicate.passive and case == "with":
                role = Role.SOURCE  # "were killed in a clash with X"
            unit = tree.unit(child)
            warned = frame.kind is EventClass.THREAT and case in {"against", "over"}
            warned = warned or (accusing and case == "over")  # "protested over X's raid"
            if role is None and warned and not made.of(Role.TARGET):
                found = self._culprits.culprit(child)  # "warned against a drill by X"
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
            if role is None:
                if frame.force and case in WHERE and not made.of(Role.TARGET):
                    self._strikes.where(made, child)
                continue
            if frame.kind in _THITHER and unit.state is not None and unit.mention is None:
                made.add(role, (unit.state,), 0.75)  # "delivered food to Port-au-Prince"
                continue
            if frame.kind is EventClass.VISIT or (unit.place is not None and unit.mention is None):
                continue
            found = tree.acting(child) if frame.kind in TALKS else tree.actors(child)
            if not found and frame.carrier:
                found = self._culprits.culprit(child) if accusing else tree.owner(child)
                found = found or (self._culprits.done_by(predicate) if accusing else NOBODY)
            if frame.bare:
                found = self._guests(child, found)
            made.add(role, found.actors, found.certainty)

    def _heard(self, predicate: Predicate, before: Token) -> bool:
        """Whether an organisation is to judge a case, and is not blamed in it."""
        case = predicate.noun is not None and self._tree.lemma(predicate.noun) in CASES
        courts = (a.kind is ActorClass.ORGANIZATION for a in self._tree.actors(before).actors)
        return case and any(courts)

    def _text(self, child: Token) -> bool:
        """Whether a text is meant that is only taken up, or those who voted: "it", "them"."""
        listed = any(c.dep_ == "cop" for c in child.children)
        return listed or child.lower_ in {"it", "them", "this"}

    def _bordering(self, token: Token) -> bool:
        """Whether a border with somebody is meant, wherever the parse hangs them."""
        start = token.left_edge.i
        before = token.doc[max(0, start - 1) : start]
        return self._tree.case(token) == "with" and any(
            self._tree.lemma(one) in BORDERS for one in before
        )
