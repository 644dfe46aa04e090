"""Answers to what was told before: "condemned the launch", "Israel denied the accusation".

Whose deed or word it is stands in a sentence before; the event then has both sides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import BELLIGERENTS, side, side_of, sided
from ingest.nominals import NOBODY, Found
from ingest.retellings import retold
from ingest.syntax import NOMINAL
from ingest.takenup import TakenUp, denies, taken_up
from ingest.tokens import Span, Token
from ingest.told import Told, numbered
from ingest.tree import Tree
from ingest.triggers import Triggers

_ANSWERS = frozenset(
    {
        EventClass.ACCUSATION,
        EventClass.REJECTION,
        EventClass.RELATIONS_DOWNGRADE,
        EventClass.REQUEST,
        EventClass.SUPPORT,
        EventClass.THREAT,
    }
)
_REPLIED = frozenset({EventClass.ACCUSATION, EventClass.REQUEST, EventClass.THREAT})
_BACK = 3
"""How many sentences the deed may lie back."""
_LASTING = frozenset({EventClass.AGREEMENT, EventClass.SIGNING})
_COUNCIL = "organisation/un-security-council"
"""Where states may stop a draft by a veto."""
_FAR = 12
"""How many a deal may lie back, of which an article speaks all along."""
_LEAD = 2
"""Up to which sentence an article tells what it is about."""
_NEAR = 2
"""How many those lie back of which the noun alone says that they are meant."""
_CERTAINTY = 0.75
_LEADING = frozenset(
    {
        EventClass.RELATIONS_DOWNGRADE,
        EventClass.RELATIONS_UPGRADE,
        EventClass.SANCTION,
        EventClass.SIGNING,
    }
)
"""What others answer to as "the move" or "the decision", however far on."""
_VOTED = frozenset({EventClass.AGREEMENT, EventClass.SANCTION, EventClass.SIGNING})
"""What councils do by a vote."""
_BESIDE = frozenset({"appos", "parataxis"})
_ORGANS = frozenset(
    {"cabinet", "court", "judge", "lawmaker", "legislature", "parliament", "senate", "tribunal"}
)
_RULINGS = frozenset({"judgement", "judgment", "ruling", "sentence", "verdict"})
_STEM = 4
"""Letters that a noun shares with its verb: "closure", "closed"."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    told: Told
    words: Span

    def stretch(self) -> tuple[int, int]:
        """Where it stands in the kept text."""
        return self.told.stretch(self.words.start, self.words.end)


def answer(article: Sequence[Told], triggers: Triggers) -> None:
    """Gives answers without a target the one whom they answer.

    ``article`` holds its paragraphs in the order of the text.
    """
    sentences = [_Sentence(told, words) for told in article for words in told.tree.sentences]
    before: list[tuple[int, Candidate]] = []
    for here, told, candidate in numbered(article):
        if candidate.kind in _ANSWERS and not candidate.of(Role.TARGET):
            near = [deed for there, deed in before if here - there <= _BACK]
            lasting = [
                deed
                for there, deed in before
                if deed.kind in _LASTING and _BACK < here - there <= _FAR
            ]
            told_before = sentences[: here - 1]
            lead = [deed for there, deed in before if there <= _LEAD and here - there > _BACK]
            _Answer(candidate, told, near, lasting, lead, told_before, triggers).complete()
        before.append((here, candidate))


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer of which it is not said to whom it is."""

    made: Candidate
    told: Told
    deeds: Sequence[Candidate]
    """What was told right before, in the order of the text."""
    lasting: Sequence[Candidate]
    """The deals told further back."""
    lead: Sequence[Candidate]
    """The deeds with which the article begins, where they lie further back."""
    sentences: Sequence[_Sentence]
    """All that was told before."""
    triggers: Triggers

    def complete(self) -> None:
        """Puts in who did what is answered."""
        mine = self._mine()
        if self._voted_down() or self._vetoed() or self._declined(mine):
            return
        for what in taken_up(self.made, self.told.tree, self.triggers):
            found = (
                self._from_events,
                self._from_affairs,
                self._from_answers,
                self._summed_up,
                self._from_lead,
                self._from_verbs,
                self._from_sentences,
            )
            if mine and any(told(what, mine) for told in found):
                self.made.pattern = "answer"
                return
            if not mine and self._refused(what):
                return

    def _mine(self) -> set[str]:
        return {side(actor) for actor in self.made.of(Role.SOURCE)}

    def _from_events(self, what: TakenUp, mine: set[str]) -> bool:
        """Whether an event told before is meant."""
        words = self.triggers.grammar
        if what.bare:
            return self._done(self.deeds[-1:], what, mine)
        deal = what.noun and what.noun not in words.doings | words.remarks
        return self._done([*(self.lasting if deal else ()), *self.deeds], what, mine)

    def _from_lead(self, what: TakenUp, mine: set[str]) -> bool:
        """Whether that is meant with which the article begins: "France welcomed the move"."""
        lead = [d for d in self.lead if d.kind in _LEADING and d.status is Status.HAPPENED]
        return bool(what.noun) and not what.named and self._done(lead, what, mine)

    def _from_affairs(self, what: TakenUp, mine: set[str]) -> bool:
        """Whether it is what a state held or did at home: "the coup in X", then "the ouster"."""
        family = self.triggers.affairs.get(what.noun, frozenset())
        for sentence in reversed(self.sentences) if family and not what.named else ():
            tree = sentence.told.tree
            for token in sentence.words:
                if token.pos_ not in NOMINAL or tree.lemma(token) not in family:
                    continue
                whose = tree.owner(token) or _held_in(token, tree)
                states = {side_of(actor) for actor in whose.actors}
                country = next(iter(states)) if len(states) == 1 else None
                if country is not None and country.kind is ActorClass.COUNTRY:
                    if country.key in mine:
                        return False
                    self.made.add(Role.TARGET, (country,), _CERTAINTY)
                    self.made.besides.append(sentence.stretch())
                    return True
        return False

    def _done(self, deeds: Sequence[Candidate], what: TakenUp, mine: set[str]) -> bool:
        """Whether one of the deeds is meant, the last first."""
        for deed in reversed(deeds):
            nobody = deed.judges and not deed.of(Role.TARGET)  # "said that the award was void"
            if deed.kind not in what.kinds or nobody:
                continue
            doers = deed.everybody() if what.both else _doers(deed)
            if not doers or {side(actor) for actor in doers} & mine:
                continue
            if what.both and not _at_war(doers):
                continue
            addressed = {side(actor) for actor in deed.of(Role.TARGET)}
            if {side(actor) for actor in what.named} - addressed:
                continue  # "the attack on X" is no other
            rejected = self.made.kind is EventClass.REJECTION and deed.kind in _REPLIED
            same = self._verb().dep_ == "acl:relcl" and deed.start == self.made.start
            rejected = rejected and not same  # "accused the rebels, which X denies"
            if (what.addressed or (rejected and addressed)) and not addressed & mine:
                continue  # who rejects "the charge" is charged
            charged = self.made.judges and deed.kind in _REPLIED and addressed & mine
            if charged and denies(self._verb(), self.told.tree, self.triggers):
                self.made.kind = EventClass.REJECTION  # "this is a lie"
            self.made.add(Role.TARGET, tuple(doers), _CERTAINTY)
            self.made.besides.append((deed.start, deed.end))
            return True
        return False

    def _verb(self) -> Token:
        return self.told.tree.doc[self.made.trigger]

    def _voted_down(self) -> bool:
        """Whether others adopt what one votes against: it is aimed at those who do."""
        tree = self.told.tree
        verb = tree.doc[self.made.trigger]
        around = (c for t in (verb, *verb.children) for c in t.children)
        against = any(c.lower_ == "against" for c in around)
        adopted = [body for deed in self.deeds if deed.kind in _VOTED for body in _council(deed)]
        if tree.lemma(verb) != "vote" or not (against and adopted):
            return False
        self.made.add(Role.TARGET, tuple(adopted[-1:]), _CERTAINTY)
        self.made.pattern = "answer"
        return True

    def _vetoed(self) -> bool:
        """Whether it is a veto, which nobody answers but the council whose draft it stops."""
        tree = self.told.tree
        if tree.lemma(self._verb()) != "veto":
            return False
        here = _Sentence(self.told, self._verb().sent)
        for sentence in (here, *reversed(self.sentences[-_FAR:])):
            units = map(sentence.told.tree.unit, sentence.words)
            named = (a for unit in units for a in (*unit.actors, *unit.inner))
            councils = [actor for actor in named if actor.key == _COUNCIL]
            if councils:
                self.made.add(Role.TARGET, tuple(councils[:1]), _CERTAINTY)
                break
        return True

    def _declined(self, mine: set[str]) -> bool:
        """Whether the other side of the sentence offers it: "X proposed talks, but Y declined"."""
        tree, verb = self.told.tree, self._verb()
        against = any(c.lower_ in {"but", "yet"} for c in verb.children)
        alone = not any(True for _ in tree.obliques(verb)) and not tree.objects(verb)
        if self.made.kind is not EventClass.REJECTION or not (against and alone):
            return False
        offers = tree.lemma(verb.head) in self.triggers.grammar.offering
        found = tree.subject(verb.head) if verb.dep_ == "conj" and offers else NOBODY
        others = tuple(a for a in found.actors if sided(a) and side(a) not in mine)
        self.made.add(Role.TARGET, others, found.certainty * _CERTAINTY)
        return bool(mine and others)

    def _from_answers(self, what: TakenUp, mine: set[str]) -> bool:
        """Whether what others have just answered is meant: "X condemned the ban. Y hailed it"."""
        if what.named or what.noun not in self.triggers.grammar.doings:
            return False
        for other in reversed(self.deeds):
            targets = other.of(Role.TARGET)
            if other.pattern != "answer" or {side(actor) for actor in targets} & mine:
                continue
            self.made.add(Role.TARGET, tuple(targets), _CERTAINTY)
            self.made.besides.append((other.start, other.end))
            return True
        return False

    def _refused(self, what: TakenUp) -> bool:
        """Whether nobody is named, and an offer or request told before was turned down."""
        if self.made.kind is not EventClass.REJECTION or EventClass.REQUEST not in what.kinds:
            return False
        for deed in reversed(self.deeds):
            asked = deed.of(Role.TARGET)
            if deed.kind is EventClass.REQUEST and deed.of(Role.SOURCE) and asked:
                self.made.add(Role.SOURCE, tuple(asked), _CERTAINTY)
                self.made.add(Role.TARGET, tuple(deed.of(Role.SOURCE)), _CERTAINTY)
                self.made.besides.append((deed.start, deed.end))
                self.made.pattern = "answer"
                return True
        return False

    def _summed_up(self, what: TakenUp, mine: set[str]) -> bool:
        """Whether the noun sums up what its own sentence tells: ", in a move welcomed by X"."""
        tree = self.told.tree
        noun = tree.doc[self.made.trigger].head
        beside = noun.dep_ in _BESIDE or (noun.dep_ == "obl" and tree.case(noun) == "in")
        if not beside or what.noun not in self.triggers.grammar.doings:
            return False
        doers = tree.subject(tree.governor(noun))
        sides = {side(actor) for actor in filter(sided, doers.actors)}
        if not sides or sides & mine:
            return False
        self.made.add(Role.TARGET, doers.actors, doers.certainty * _CERTAINTY)
        return True

    def _from_sentences(self, what: TakenUp, mine: set[str]) -> bool:
        """Whether the noun takes up what the subject of a sentence right before does."""
        pointed = not what.noun and not what.addressed and self._pointed()
        if what.named or not (what.noun or pointed):
            return False
        near = -1 if what.bare or pointed else -_NEAR
        for sentence in reversed(self.sentences[near:]):
            verb = self._meant(what, sentence)
            doers = self._subject(verb or sentence.words.root, sentence.told.tree)
            sides = {side(actor) for actor in doers}
            if not sides or sides & mine:
                continue
            if len(sides) > 1 or verb is None or self._unruled(what.noun, verb, sentence):
                return False
            self.made.add(Role.TARGET, doers, _CERTAINTY)
            self.made.besides.append(sentence.stretch())
            return True
        return False

    def _from_verbs(self, what: TakenUp, mine: set[str]) -> bool:
        """Whether the noun takes up what a verb told before: "confiscated …", "the seizure"."""
        verbs = self.triggers.retold.get(what.noun, frozenset())
        for sentence in reversed(self.sentences[-_FAR:]) if verbs and not what.named else ():
            doers = tuple(
                filter(sided, retold(what.noun, verbs, sentence.words, sentence.told.tree))
            )
            sides = {side(actor) for actor in doers}
            if not sides or sides & mine:
                continue
            if len(sides) > 1:
                return False
            self.made.add(Role.TARGET, doers, _CERTAINTY)
            self.made.besides.append(sentence.stretch())
            return True
        return False

    def _pointed(self) -> bool:
        """Whether what the sentence before tells is judged: "said this would ruin the talks"."""
        return self.made.judges and self.made.kind is EventClass.ACCUSATION

    def _unruled(self, noun: str, verb: Token, sentence: _Sentence) -> bool:
        """Whether a court's ruling is meant, of which another is the subject: "X would appeal"."""
        tree = sentence.told.tree
        subjects = tree.children(verb, "nsubj")
        return noun in _RULINGS and not any(tree.lemma(one) in _ORGANS for one in subjects)

    def _subject(self, verb: Token, tree: Tree) -> tuple[Actor, ...]:
        """Who does what the verb tells; the state whose court or parliament it is."""
        found = tree.subject(verb)
        for one in tree.children(verb, "nsubj") if not found else ():
            if tree.lemma(one) in _ORGANS:
                found = tree.owner(one)
        return tuple(filter(sided, found.actors))

    def _meant(self, what: TakenUp, sentence: _Sentence) -> Token | None:
        """The verb of the sentence that the noun may stand for, if there is one."""
        tree, words = sentence.told.tree, self.triggers.grammar
        verb, noun = sentence.words.root, what.noun
        if not noun:  # "this would ruin the talks"
            idle = self.triggers.status.befalling | words.saying - {"announce"}
            return None if tree.lemma(verb) in idle or tree.passive(verb) else verb
        if what.bare:
            turned = self.made.kind is EventClass.REJECTION
            return verb if not turned or tree.lemma(verb) in words.offering else None
        if noun in words.remarks:
            return verb if tree.lemma(verb) in words.saying else None
        frames = self.triggers.verbs.get(tree.lemma(verb), ())
        stance = any(f.kind in _ANSWERS and not (f.nouns or f.judgement) for f in frames)
        offered = self.made.kind is EventClass.REJECTION and noun in words.offered and not stance
        if noun in words.doings or offered:
            return verb
        verbs = (t for t in sentence.words if t.pos_ == "VERB" and len(noun) >= _STEM)
        return next((t for t in verbs if tree.lemma(t)[:_STEM] == noun[:_STEM]), None)


def _council(deed: Candidate) -> list[Actor]:
    """The council or assembly that adopted it."""
    bodies = {ActorClass.BODY, ActorClass.ORGANIZATION}
    return [actor for actor in _doers(deed) if actor.kind in bodies]


def _held_in(affair: Token, tree: Tree) -> Found:
    """The state told right behind what is done about an affair: "won the election | in X"."""
    near = (c for c in tree.behind(affair.head, "in") if c.left_edge.i == affair.i + 1)
    found = next(filter(None, map(tree.actors, near)), NOBODY)
    verb = tree.governor(affair)
    for one in tree.behind(verb, "across", "throughout") if not found else ():
        state = tree.unit(one).state  # "were killed across X in a crackdown"
        found = found or (Found((state,), 0.8, one.i) if state is not None else NOBODY)
    return found or (tree.subject(verb) if tree.case(affair) == "in" else NOBODY)


def _at_war(doers: Sequence[Actor]) -> bool:
    """Whether they are two sides that can fight: who calls for calm asks both."""
    sides = {side(actor): side_of(actor).kind for actor in doers}
    return len(sides) > 1 and BELLIGERENTS.issuperset(sides.values())


def _doers(deed: Candidate) -> list[Actor]:
    """Who did it; those who act together, where there are no sides."""
    if deed.kind.symmetric or deed.kind is EventClass.MEDIATION:
        everybody = deed.everybody()
        lone = deed.kind is EventClass.MEETING and len({side(a) for a in everybody}) == 1
        return [] if lone else everybody
    return deed.of(Role.SOURCE)
