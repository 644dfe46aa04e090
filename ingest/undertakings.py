"""What one side alone agrees to, accepts or promises, and with regard to whom.

"Sudan agreed to demilitarise its border with X", "the group declared a truce in its war on X": the
other side stands in what is agreed to. A truce has another side, and an organisation members, be
they named or not.
"""

from collections.abc import Iterator, Sequence

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of, sided
from ingest.governed import MEASURES
from ingest.roles import TALKS
from ingest.syntax import denied, infinitive
from ingest.tokens import Token
from ingest.told import Told
from ingest.triggers import Triggers

_TOLD = TALKS | MEASURES | {EventClass.MEDIATION, EventClass.SIGNING, EventClass.AGREEMENT}
"""What is promised and told as an event itself: "promised to meet X"."""
_TO_COME = TALKS - {EventClass.VISIT} | {EventClass.AID, EventClass.RELATIONS_UPGRADE}
"""What is to come where it is agreed to."""
_HOSTILE = frozenset(
    {
        EventClass.ACCUSATION,
        EventClass.FORCE,
        EventClass.REJECTION,
        EventClass.RELATIONS_DOWNGRADE,
        EventClass.SANCTION,
        EventClass.THREAT,
    }
)
"""What is threatened and not promised."""
_DEEDS = frozenset({EventClass.SANCTION, EventClass.SIGNING})
"""What a body does by deciding on it."""
_TO = frozenset({"to", "on", "upon"})
"""Prepositions before what is agreed to."""
_TOWARDS = frozenset(
    {"among", "around", "between", "for", "from", "of", "on", "to", "toward", "towards", "with"}
)
"""Prepositions before those whom it concerns."""
_GRANTING = frozenset({"announce", "confirm", "declare"})
"""Verbs by which one grants what one says that one will do."""
_GIVING = frozenset({"agree", "commit", "pledge", "promise"})
_GIVEN = frozenset(
    {
        "allow", "donate", "give", "grant", "help", "lend", "let", "offer", "provide", "sell",
        "send", "supply",
    }
)  # fmt: skip
"""What is done for others: "agreed to give X more time"."""
_HELPING = frozenset({"aid", "assist", "help", "protect", "support", "train"})
"""What those are sent for who help: "agreed to send a team to train X's army"."""
_UNDOING = frozenset(
    {
        "abandon", "abrogate", "ban", "bar", "block", "cancel", "reconsider", "renegotiate",
        "repeal", "review", "revise", "revoke", "scrap", "terminate", "veto",
    }
)  # fmt: skip
"""What is no favour to those with whom it is vowed to be done."""
_DECIDING = frozenset({"agree", "approve", "authorise", "authorize", "extend", "renew", "vote"})
"""Verbs by which members agree, and not one alone."""
_WITHIN = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "obl:agent", "parataxis"})
"""Relations of clauses that tell something else."""
_FOES = frozenset({"against", "in", "inside"})
"""Prepositions before the other side of a truce."""
_NAMING = frozenset({"compound", "flat"})
_CERTAINTY = 0.75


def undertake(article: Sequence[Told], triggers: Triggers) -> None:
    """Gives agreements of one side the other, where what is agreed to names it."""
    for told in article:
        for candidate in told.candidates:
            if candidate.kind is not EventClass.AGREEMENT:
                continue
            if candidate.status is not Status.HAPPENED:
                continue
            if len(_sides(candidate)) == 1:
                _Undertaking(candidate, told, triggers).complete()
            elif _Undertaking(candidate, told, triggers).only_planned():
                candidate.roles.clear()
            else:
                _Undertaking(candidate, told, triggers).turn()


def _sides(candidate: Candidate) -> set[str]:
    """The sides that take part in the event."""
    return {side(actor) for actor in candidate.everybody()}


class _Undertaking:
    """One agreement of which one side is named."""

    def __init__(self, made: Candidate, told: Told, triggers: Triggers) -> None:
        self._made, self._told, self._tree = made, told, told.tree
        self._triggers, self._words = triggers, triggers.grammar
        self._trigger = told.tree.doc[made.trigger]
        self._mine = _sides(made)
        self._truce = self._tree.lemma(self._trigger) in self._words.truces

    def complete(self) -> None:
        """Puts in the other side, or says that the one is enough."""
        heads = list(self._agreed_to())
        if not heads:
            return
        self._truce = self._truce or any(self._ends_war(t) for one in heads for t in one.subtree)
        found = self._other(heads)
        if found and not self._told_already(heads, found):
            role = Role.TARGET if self._made.of(Role.SOURCE) else Role.PARTICIPANT
            self._made.add(role, found, _CERTAINTY)
        elif not found:
            one = side_of(self._made.everybody()[0])
            joint = one.kind is ActorClass.ORGANIZATION and self._decided()
            self._made.alone = (joint and not self._done_by(heads)) or self._truce

    def only_planned(self) -> bool:
        """Whether two say that they plan what is told as theirs: "pledged to meet next week"."""
        below = self._tree.children(self._trigger, "xcomp")
        at = {one.i for one in below} if self._tree.lemma(self._trigger) == "pledge" else set()
        return any(
            other.kind in TALKS and other.trigger in at and self._mine <= _sides(other)
            for other in self._told.candidates
        )

    def turn(self) -> None:
        """Aims at who is granted something what several agree to give: "agreed to send X arms"."""
        made, tree = self._made, self._tree
        doers = tree.subject(self._trigger).actors
        if tree.lemma(self._trigger) not in _GIVING or set(made.everybody()) != set(doers):
            return
        clauses = tree.children(self._trigger, "xcomp")
        given = [c for c in clauses if infinitive(c) and tree.lemma(c) in _GIVEN]
        found = self._other(given)
        if found and all(actor.kind is ActorClass.COUNTRY for actor in found):
            made.roles.clear()
            made.add(Role.SOURCE, doers, _CERTAINTY)
            made.add(Role.TARGET, found, _CERTAINTY)

    def _done_by(self, heads: Sequence[Token]) -> bool:
        """Whether what one side decides on is told as its deed: "voted to adopt a resolution"."""
        below = {t.i for one in heads for t in one.subtree}
        return any(
            other.kind in _DEEDS
            and other.status is Status.HAPPENED
            and other.trigger in below
            and self._mine <= _sides(other)
            for other in self._told.candidates
        )

    def _ends_war(self, token: Token) -> bool:
        """Whether it is a word for a truce, or the title of one."""
        document = self._tree.unit(token).document
        words = document.title.lower().split() if document is not None else ()
        return not self._words.truces.isdisjoint((self._tree.lemma(token), *words))

    def _decided(self) -> bool:
        """Whether the words say that members agreed: "X agreed to", "X reached a deal"."""
        lemma = self._tree.lemma(self._trigger)
        return lemma in _DECIDING or self._trigger.pos_ != "VERB"

    def _agreed_to(self) -> Iterator[Token]:
        """What stands for that which is agreed to; nothing where the words do not fit."""
        tree, trigger = self._tree, self._trigger
        lemma = tree.lemma(trigger)
        if trigger.pos_ != "VERB":
            above = trigger.head
            if trigger.dep_ == "obj" and tree.lemma(above) in self._words.concluding:
                yield trigger
                yield from self._fought(above)
            return
        if lemma in _GRANTING:
            yield from (c for c in tree.children(trigger, "ccomp") if self._own(c))
            return
        if lemma not in self._words.undertaking | _DECIDING or tree.passive(trigger):
            return
        if lemma == "vote" and any(
            actor.kind is not ActorClass.ORGANIZATION for actor in self._made.everybody()
        ):
            return  # a parliament may vote on anything
        for clause in tree.children(trigger, "xcomp", "advcl"):
            bound = clause.tag_ == "VBG" and any(c.lower_ == "to" for c in clause.children)
            if (bound or infinitive(clause)) and not (lemma != "agree" and self._hostile(clause)):
                yield clause
        yield from tree.behind(trigger, *_TO)
        if lemma != "agree":
            yield from tree.objects(trigger)
        yield from self._fought(trigger)

    def _own(self, clause: Token) -> bool:
        """Whether who says that something will be done does it: "X announced that it would"."""
        doers = {side(actor) for actor in self._tree.subject(clause).actors}
        return self._tree.lemma(clause) in self._words.granting and bool(doers & self._mine)

    def _fought(self, verb: Token) -> Iterator[Token]:
        """The war in which a truce is made: "agreed to a truce in its conflict with X"."""
        for case, child in self._tree.obliques(verb):
            if case in {"in", "with"} and self._tree.lemma(child) in self._words.wars:
                yield child

    def _hostile(self, clause: Token) -> bool:
        """Whether it is no promise: "vowed to retaliate against X", "promised not to recognise"."""
        frames = self._triggers.verbs.get(self._tree.lemma(clause), ())
        against = any(case == "against" for case, _ in self._tree.obliques(clause))
        refused = denied(clause)
        if self._tree.lemma(clause) in _UNDOING:
            return True  # "promised to renegotiate the treaty with X"
        if refused and any(f.force for f in frames):
            return False  # "promised not to attack X"
        granted = self._tree.lemma(clause) in self._words.granting
        return (
            against
            or refused
            or any(
                not granted and f.kind in _HOSTILE and not (f.nouns or f.foretold) for f in frames
            )
        )

    def _told_already(self, heads: Sequence[Token], found: Sequence[Actor]) -> bool:
        """Whether another event of the sentence tells the same of the same sides."""
        agreed = self._tree.lemma(self._trigger) == "agree"  # "agreed to lend X money" tells both
        later = _TO_COME if agreed else frozenset()
        below = {t.i for one in heads for t in one.subtree}
        both = self._mine | {side(actor) for actor in found}
        return any(
            other is not self._made
            and other.kind in _TOLD
            and not (other.kind in later and other.status is not Status.HAPPENED)
            and other.trigger in below
            and both <= _sides(other)
            for other in self._told.candidates
        )

    def _other(self, heads: Sequence[Token]) -> tuple[Actor, ...]:
        """Whom what is agreed to names first of other sides."""
        for head in heads:
            for token in sorted(head.subtree, key=lambda token: token.i):
                unit = self._tree.unit(token)
                actors = tuple(a for a in unit.actors if sided(a) and side(a) not in self._mine)
                fits = actors and token.i > self._trigger.i and self._leads(token, head)
                if fits and not (unit.demonym and not self._carried(token)):
                    return actors
        return ()

    def _carried(self, token: Token) -> bool:
        """Whether an adjective says whose those are whom it concerns: "Korean hostages"."""
        lemma = self._tree.lemma(token.head)
        return lemma in self._words.carriers | self._words.offered | self._words.freed

    def _leads(self, token: Token, head: Token) -> bool:
        """Whether nothing but fit words stand between the actor and what is agreed to."""
        at = token
        while at != head:
            above, case = at.head, self._tree.case(at)
            proposed = self._tree.lemma(above) in self._words.offered
            helps = infinitive(at) and self._tree.lemma(at) in _HELPING
            if at.dep_ in _WITHIN and not (helps or self._tree.lemma(at) in self._words.offering):
                return False
            handed = self._tree.parted(above, at)  # "agreed to hand | over the men to X"
            if case and case not in _TOWARDS and at.dep_ not in _NAMING and not handed:
                by = case == "by" and (proposed or self._tree.lemma(above) in self._words.offering)
                if not (by or (self._truce and case in _FOES)):
                    return False
            at = above
        return True
