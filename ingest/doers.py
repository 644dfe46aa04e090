"""Who does what a verb tells, where its subject is not all there is to say."""

from collections.abc import Collection, Iterator

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.blacklists import Blacklists
from ingest.candidates import Candidate
from ingest.checks import side, sided
from ingest.governed import MEASURES
from ingest.nominals import NOBODY, Found
from ingest.predicates import Predicate
from ingest.roles import STATEMENTS, TALKS
from ingest.strikes import Strikes, bystander, flown, loner
from ingest.syntax import SUBJECTS
from ingest.tenses import HAVING
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_IRREGULAR = frozenset(
    {
        "fighter", "group", "guerrilla", "gunman", "insurgent", "man", "militant", "operative",
        "rebel", "terrorist",
    }
)  # fmt: skip
"""Armed people who are not the state's in which they are."""

_BESIDE = frozenset({"along", "together"})
_ALONG = frozenset({"alongside", "with"})
_SAYING = frozenset(
    {
        "add", "announce", "declare", "emphasise", "emphasize", "insist", "reiterate", "say",
        "state", "stress", "tell", "warn",
    }
)  # fmt: skip
_VOICING = frozenset(
    {"convey", "deliver", "express", "extend", "reaffirm", "reiterate", "renew", "repeat", "voice"}
)
"""Verbs by which one says what those feel for whom one speaks."""
_JOINING = frozenset({"join"})
_COMING_ALONG = frozenset({"accompany", "flank", "join"})
_CARRYING = frozenset({"bring", "carry", "fly", "take", "transport"})
_COURTS = frozenset({"court", "judge", "tribunal"})
_PLEAS = frozenset({"appeal", "case", "challenge", "complaint", "lawsuit", "petition", "suit"})
"""What private people bring before a court."""


def _foreign(actor: Actor, own: Collection[str]) -> bool:
    """Whether somebody is of another side; who is only "Minister X" is rather of one's own."""
    return sided(actor) and side(actor) not in own


def _companion(actor: Actor, doer: Found) -> bool:
    """Whether a person is of the side of those with whom he or she travels."""
    sides = {side(one) for one in doer.actors}
    return actor.kind is ActorClass.PERSON and sided(actor) and side(actor) in sides


class Doers:
    """Finds who does what the verbs of one paragraph tell."""

    def __init__(self, tree: Tree, triggers: Triggers, strikes: Strikes) -> None:
        self._tree, self._words = tree, triggers.grammar
        self._strikes, self._blacklists = strikes, Blacklists(tree, triggers.grammar)

    def doer(self, predicate: Predicate) -> Found:
        """Who does what the verb tells."""
        tree, verb, frame = self._tree, predicate.verb, predicate.frame
        if (
            frame.subject is Role.TARGET
        ):  # "X will face consequences", "X's bid has the support of Y"
            return tree.patient_or_subject(verb) or self._owner_of_subject(verb)
        if frame.force and bystander(verb, tree):
            bombs = tree.children(verb.head.head, "nsubj")
            return next(filter(None, (tree.owner(one, inside=False) for one in bombs)), NOBODY)
        if frame.force and not predicate.passive and (struck := self._strikes.right_before(verb)):
            return struck
        if frame.travel and any(map(flown, tree.children(verb, "nsubj"))):
            return NOBODY  # "rockets fired from X landed in Y"
        subject = tree.agent(verb) if predicate.passive else tree.subject(verb)
        if frame.force and predicate.passive and loner(subject, tree):
            return NOBODY  # "was stabbed by an Algerian man"
        if subject and frame.kind in STATEMENTS and (above := self._above(predicate, subject)):
            return above
        if subject and (whose := self._voiced(predicate, subject)):
            return whose
        if frame.travel and not subject and (carried := self._carried(verb)):
            return carried
        if frame.kind is EventClass.VISIT and subject and self._crowd(subject):
            return NOBODY  # "hundreds of Kenyans travelled to X"
        if subject and self._presiding(predicate, subject):
            return NOBODY
        if subject and not (frame.force and self._guests(subject)):
            return self._joined(verb, self._speaking(predicate, subject))
        told = predicate.passive and frame.kind in MEASURES and verb.dep_ == "ccomp"
        if told and tree.lemma(verb.head) == "announce":
            return tree.subject(verb.head)  # "announced that the assets were frozen"
        if frame.kind in STATEMENTS:
            for child in tree.children(verb, "nsubj"):
                if tree.lemma(child) in self._words.texts or tree.unit(child).document is not None:
                    return tree.owner(child) or self._inner(child)  # "a resolution of X asks"
                if tree.unit(child).session is not None:
                    return self._inner(child)  # "the Summit of X thanked Y"
        if frame.kind is EventClass.CONVENING and predicate.passive:
            return tree.patient_or_subject(verb.head)  # "Gathered in X, the ministers signed"
        if frame.kind is EventClass.AID and predicate.passive:  # "are transferred from X to Y"
            given = (tree.actors(one) for one in tree.behind(verb, "from"))
            return next(filter(None, given), NOBODY)
        if frame.kind in STATEMENTS and predicate.noun is not None:
            owners = (tree.actors(one) for one in tree.children(predicate.noun, "nmod:poss"))
            owner = next(filter(None, owners), NOBODY)  # "the ministry voiced X's rejection of"
            return owner or (self._reporting(verb) if predicate.passive else NOBODY)
        if frame.kind in STATEMENTS and predicate.passive and not frame.judgement:
            return self._reporting(verb)
        if frame.listed:
            return self._blacklists.lister(verb)
        if frame.leaving and predicate.passive:  # "was told to leave by X"
            clauses = tree.children(verb, "xcomp", "advcl", "ccomp")
            return next((by for c in clauses if (by := tree.agent(c))), NOBODY)
        return self._strikes.wielder(verb, predicate.passive) if frame.force else NOBODY

    def _carried(self, verb: Token) -> Found:
        """The persons who travel in what arrives: "a plane carrying X landed in Y"."""
        tree = self._tree
        vessels = (c for c in verb.children if c.dep_ in SUBJECTS)
        clauses = (c for one in vessels for c in tree.children(one, "acl", "acl:relcl"))
        for clause in clauses:
            for one in tree.objects(clause) if tree.lemma(clause) in _CARRYING else ():
                found = tree.actors(one, deep=False)
                if found and all(actor.kind is ActorClass.PERSON for actor in found.actors):
                    return tree.lowered(found, 0.9)
        return NOBODY

    def _crowd(self, found: Found) -> bool:
        """Whether only people of a state travel, by no more than its adjective."""
        noun = self._tree.doc[found.token]
        return any(
            self._tree.unit(one).demonym and one.lower_.endswith("s")
            for one in (noun, *self._tree.behind(noun, "of"))
            if one.dep_ not in {"amod", "compound"}
        )

    def _above(self, predicate: Predicate, subject: Found) -> Found:
        """Who says it of whom they told: "said that Y did it, accusing Y of lies"."""
        verb, clause = predicate.verb, predicate.verb.head
        if verb.tag_ != "VBG" or verb.dep_ != "advcl" or clause.dep_ != "ccomp":
            return NOBODY
        if any(c.dep_ in {"mark", "case"} for c in verb.children):
            return NOBODY  # "after accusing X"
        aimed = {side(a) for o in predicate.objects for a in self._tree.actors(o).actors}
        itself = aimed and aimed <= {side(a) for a in subject.actors}
        return self._tree.lowered(self._tree.subject(clause.head), 0.9) if itself else NOBODY

    def _presiding(self, predicate: Predicate, found: Found) -> bool:
        """Whether a court of a state does its daily work: "a court of X rejected an appeal"."""
        noun = self._tree.doc[found.token]
        court = noun.head if self._tree.unit(noun).demonym else noun
        if self._tree.lemma(court) not in _COURTS:
            return False
        pleas = any(self._tree.lemma(one) in _PLEAS for one in predicate.objects)
        return pleas or predicate.frame.kind is EventClass.AGREEMENT

    def _speaking(self, predicate: Predicate, subject: Found) -> Found:
        """Who says that their state does it: "Norway did not accept it, said Minister X".

        What it has done before is the state's.
        """
        verb = predicate.verb
        told = verb.dep_ in {"ccomp", "parataxis"} and self._tree.lemma(verb.head) in _SAYING
        states = all(actor.kind is ActorClass.COUNTRY for actor in subject.actors)
        before = any(c.dep_ == "aux" and c.lower_ in HAVING for c in verb.children)
        if not told or before or not states or predicate.frame.kind not in STATEMENTS:
            return subject
        speaker = self._tree.subject(verb.head)
        persons = all(actor.kind is ActorClass.PERSON for actor in speaker.actors)
        own = {side(a) for a in speaker.actors} == {side(a) for a in subject.actors}
        return speaker if speaker and persons and own else subject

    def _reporting(self, verb: Token) -> Found:
        """Who tells of words of their own: "X has been asked to leave, Minister Y said"."""
        told = verb.dep_ in {"ccomp", "parataxis"} and self._tree.lemma(verb.head) in _SAYING
        asked = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
        if not told or asked & {"if", "whether", "why", "how"}:
            return NOBODY
        return self._tree.lowered(self._tree.subject(verb.head), 0.8)

    def _voiced(self, predicate: Predicate, subject: Found) -> Found:
        """Whose the feeling is that somebody else voices: "he expressed the union's concern"."""
        told = predicate.frame.kind in STATEMENTS and not predicate.passive
        if not told or predicate.noun is None or self._tree.lemma(predicate.verb) not in _VOICING:
            return NOBODY
        for owner in self._tree.children(predicate.noun, "nmod:poss"):
            found = NOBODY if self._tree.pronoun(owner) else self._tree.actors(owner)
            if found and {side(a) for a in found.actors}.isdisjoint(map(side, subject.actors)):
                return self._tree.lowered(found, 0.9)
        return NOBODY

    def _joined(self, verb: Token, subject: Found) -> Found:
        """Who does it together with whom they join: "X joined Y in condemning Z"."""
        head = verb.head
        if verb.tag_ != "VBG" or self._tree.lemma(head) != "join" or verb.dep_ != "advcl":
            return subject
        others = [a for one in self._tree.objects(head) for a in self._tree.actors(one).actors]
        if self._tree.passive(head):  # "X was joined by Y in"
            others.extend(self._tree.agent(head).actors)
        actors = tuple(dict.fromkeys((*subject.actors, *others)))
        return Found(actors, subject.certainty, subject.token)

    def _guests(self, found: Found) -> bool:
        """Whether fighters of nobody known only are in a state: "gunmen in X killed ten"."""
        noun = self._tree.doc[found.token]
        nobody = not self._tree.unit(noun).actors and self._tree.lemma(noun) in _IRREGULAR
        return nobody and not self._tree.owner(noun, inside=False, of=False)

    def _owner_of_subject(self, verb: Token) -> Found:
        """Whose the thing is of which the verb tells."""
        for child in self._tree.children(verb, "nsubj"):
            return self._tree.owner(child)
        return NOBODY

    def _inner(self, token: Token) -> Found:
        """Who is named in the title of a document, where it is one alone."""
        unit = self._tree.unit(token)
        return Found(unit.inner, 0.8, token.i) if len(unit.inner) == 1 else NOBODY

    def act(self, made: Candidate, predicate: Predicate, doer: Found) -> None:
        """Puts who does it into the event."""
        tree, verb, frame = self._tree, predicate.verb, predicate.frame
        clash = frame.force and tree.lemma(verb) in self._words.mutual
        others = any(case in {"with", "against"} for case, _ in tree.obliques(verb))
        things = {tree.lemma(one) for one in predicate.objects if one.pos_ == "NOUN"}
        others = others or bool(things - self._words.wars)  # "vowed to fight crime together"
        if clash and len(doer.actors) > 1 and not others:
            if self._private(doer):
                return
            made.add(frame.subject, doer.actors[:1], doer.certainty)
            made.add(Role.TARGET, doer.actors[1:], doer.certainty)
        elif "@holder" in frame.nouns:
            return  # "sent Minister X to Y": who sends stays at home
        elif frame.kind is EventClass.VISIT and frame.nouns:
            sender = tuple(a.represents or a for a in doer.actors)  # who is sent goes for them
            made.add(frame.subject, sender, doer.certainty)
        else:
            made.add(frame.subject, doer.actors, doer.certainty)
        if doer and not predicate.passive:
            self._accompanying(made, predicate, doer)

    def _private(self, found: Found) -> bool:
        """Whether states are only those of private people: "Polish and Russian fans clashed"."""
        noun = self._tree.doc[found.token]
        people = noun.head if self._tree.unit(noun).demonym else noun
        return not {people.lower_, self._tree.lemma(people)}.isdisjoint(self._tree.private)

    def _accompanying(self, made: Candidate, predicate: Predicate, doer: Found) -> None:
        """Puts in who of another side comes along: "X, accompanied by Y, met Z"."""
        verb, frame = predicate.verb, predicate.frame
        states = (self._tree.units[token.i].state for token in verb.subtree)
        own = {side(actor) for actor in (*doer.actors, *filter(None, states))}
        for token in (self._tree.doc[doer.token], predicate.verb):
            for clause in self._tree.children(token, "acl", "acl:relcl", "advcl"):
                journey = predicate.frame.kind is EventClass.VISIT
                together = journey or predicate.frame.kind in TALKS
                coming = _COMING_ALONG if together else _JOINING
                if self._tree.lemma(clause) not in coming or clause.tag_ != "VBN":
                    continue
                found = self._tree.agent(clause)
                others = tuple(
                    actor
                    for actor in found.actors
                    if _foreign(actor, own) or (journey and _companion(actor, doer))
                )
                made.add(predicate.frame.subject, others, found.certainty * 0.9)
        for one in self._along(predicate.verb):
            if (frame.force or frame.kind in MEASURES) and one.i > verb.i:
                continue  # "sanctioned firms of X, along with men of Y"
            found = self._tree.actors(one)
            others = tuple(actor for actor in found.actors if side(actor) not in own)
            made.add(predicate.frame.subject, others, found.certainty * 0.9)

    def _along(self, verb: Token) -> Iterator[Token]:
        """Who goes along with a traveller: "went to X together with Y", "alongside Y"."""
        for token in verb.subtree:
            case = self._tree.case(token)
            if case not in _ALONG:
                continue
            before = next((c.i - 1 for c in token.children if c.lower_ == case), -1)
            leads = before >= 0 and verb.doc[before].lower_ in _BESIDE
            if case == "alongside" or leads:
                yield token
