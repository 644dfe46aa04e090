"""When and where: the date and the place of an event, by their nearness in the parse."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from graph.model import Place, Status
from ingest.collapse import Unit
from ingest.dates import DateMention
from ingest.tree import Tree

_AT = frozenset({"in", "at", "near", "outside", "inside", "on", "around"})
_BOUNDS = frozenset({"since", "by", "until", "before"})
_FAR = 6
_BARRIERS = {"advcl": 6, "ccomp": 4, "acl:relcl": 4, "parataxis": 4, "acl": 3}
"""How much further a date in a clause of its own is from the event outside."""
_DATED_STYLE = frozenset({"VBZ", "VBP"})


class Circumstances:
    """Dates and places of the events of one parsed paragraph."""

    def __init__(self, tree: Tree, published: str | None, brief: bool = False) -> None:
        """``brief`` says that the text tells the news of its day in the present tense."""
        self._tree, self._published, self._brief = tree, published, brief

    def date(self, trigger: Token, status: Status) -> str | None:
        """The date that the text gives the event, as precise as the text; None where none."""
        best: tuple[int, int] | None = None
        chosen: DateMention | None = None
        for token, unit in self._units(trigger.sent):
            date = unit.date
            if date is None or date.dateline or date.bound in _BOUNDS:
                continue
            if date.when(planned=status is Status.PLANNED) is None:
                continue
            distance = self._distance(token, trigger)
            if date.adjectival and distance > 1:
                continue
            if distance <= _FAR:
                rank = (distance, abs(token.i - trigger.i))
                if best is None or rank < best:
                    best, chosen = rank, date
        if chosen is not None:
            return chosen.when(planned=status is Status.PLANNED)
        if status is not Status.PLANNED and self._narrated_now(trigger):
            return self._published
        return None

    def place(self, trigger: Token) -> Place | None:
        """The place that the text gives the event; None where none."""
        best: tuple[int, int] | None = None
        chosen: Place | None = None
        for token, unit in self._units(trigger.sent):
            if unit.place is None:
                continue
            holder = token
            if token.dep_ in {"compound", "flat", "amod", "nmod:desc"}:
                holder = token.head  # "in the Xinjiang region"
            case = self._tree.case(holder)
            if case not in _AT or (unit.mention is not None and case not in {"in", "at"}):
                continue
            distance = self._distance(token, trigger)
            if distance <= 4:
                rank = (distance, abs(token.i - trigger.i))
                if best is None or rank < best:
                    best, chosen = rank, unit.place
        return chosen

    def _units(self, sentence: Span) -> Iterator[tuple[Token, Unit]]:
        seen: set[int] = set()
        for token in sentence:
            unit = self._tree.unit(token)
            if id(unit) not in seen:
                seen.add(id(unit))
                yield token, unit

    def _distance(self, token: Token, trigger: Token) -> int:
        """Steps in the parse from one token to the other; a date in another clause is far."""
        above = {trigger: 0}
        at, steps = trigger, 0
        while at.head != at and steps < _FAR:
            steps += 1 if at.dep_ not in {"advcl", "conj", "ccomp", "acl:relcl", "parataxis"} else 2
            at = at.head
            above[at] = steps
        at, steps = token, 0
        while at not in above:
            if at.head == at or steps > _FAR:
                return _FAR + 1
            own = at.dep_ == "acl" and at.head == trigger  # "the summit, held in Lima"
            steps += 1 + (1 if own else _BARRIERS.get(at.dep_, 0))
            at = at.head
        if at != trigger and at.dep_ in {"conj"} and trigger.head == at.head:
            steps += 1
        return steps + above[at]

    def _narrated_now(self, trigger: Token) -> bool:
        """Whether it is told in the present tense of the day's news: "expels", "is meeting"."""
        at = trigger
        for _ in range(4):
            if at.pos_ in {"VERB", "AUX"} or at.tag_.startswith("VB"):
                finite = at.tag_ in _DATED_STYLE or any(
                    c.tag_ in _DATED_STYLE
                    and c.dep_.startswith(("aux", "cop"))
                    and c.lemma_.lower() in {"be", "do"}
                    for c in at.children
                )
                past = any(
                    c.dep_.startswith("aux") and c.lemma_.lower() == "have" for c in at.children
                )
                if self._tree.unit(at).present:
                    finite = True
                if finite and not past:
                    return at.dep_ not in {"advcl"} or at != trigger
                if at.tag_ in {"VBD"} or past:
                    return self._brief and past and at.dep_ in {"ROOT", "conj", "parataxis"}
                if (
                    at.dep_ == "advcl"
                    and at == trigger
                    and any(
                        c.dep_ == "mark" and c.lower_ in {"after", "since", "before"}
                        for c in at.children
                    )
                ):
                    return False
            elif at.dep_.startswith("obl") and set(self._tree.cases(at)) & {
                "after",
                "following",
                "since",
                "despite",
                "over",
                "amid",
            }:
                return False
            if at.head == at:
                break
            at = at.head
        return False


def is_brief(trees: Sequence[Tree]) -> bool:
    """Whether the texts tell the news of their day in the present tense, as a chronicle does."""
    present = past = 0
    for tree in trees:
        for sentence in tree.doc.sents:
            root = sentence.root
            if root.tag_ in _DATED_STYLE or tree.unit(root).present:
                present += 1
            elif root.tag_ == "VBD":
                past += 1
    return present > past
