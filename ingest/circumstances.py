"""When and where: the date and the place of an event, by their nearness in the parse."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from graph.model import Place, Status
from ingest.collapse import Unit
from ingest.dates import DateMention
from ingest.narration import Narration
from ingest.tree import Tree

_AT = frozenset({"in", "at", "near", "outside", "inside", "on", "around"})
_BOUNDS = frozenset({"since", "by", "until", "before"})
_OCCASION = frozenset({"at", "during", "in", "after", "following"})
_GROUNDS = frozenset({"for", "over", "about", "against", "of", "since", "after", "despite"})
_PAST = frozenset({"VBD", "VBN"})
_PLANNING = frozenset({"expect", "hope", "intend", "plan", "schedule", "set", "slate"})
_FAR = 6
_TAKING_PLACE = frozenset({"begin", "end", "happen", "hold", "occur", "open", "start", "take"})
_BARRIERS = {"advcl": 6, "ccomp": 4, "acl:relcl": 4, "parataxis": 3, "acl": 3}
"""How much further a date in a clause of its own is from the event outside."""


class Circumstances:
    """Dates and places of the events of one parsed paragraph."""

    def __init__(self, tree: Tree, published: str | None, brief: bool = False) -> None:
        """``brief`` says that the text tells the news of its day in the present tense."""
        self._tree, self._published = tree, published
        self._narration = Narration(tree, brief)

    def date(self, trigger: Token, status: Status) -> str | None:
        """The date that the text gives the event, as precise as the text; None where none."""
        planned = status is Status.PLANNED
        now = not planned and self._narration.now(trigger)
        best: tuple[int, int] | None = None
        chosen: DateMention | None = None
        for token, unit in self._units(trigger.sent):
            date = unit.date
            if date is None or date.dateline or date.bound in _BOUNDS:
                continue
            if date.when(planned=planned) is None:
                continue
            if planned and not date.future and self._of_past_act(token, trigger):
                continue
            if date.adjectival and not self._dates_noun(token, trigger):
                continue
            distance = self._distance(token, trigger)
            if date.bound == "from" and distance > 1 + (trigger.pos_ == "NOUN"):
                continue  # "decided to let X join from 1 May"
            if self._background(date, token, trigger, now and distance > 1):
                continue
            if distance <= _FAR:
                rank = (distance, abs(token.i - trigger.i))
                if best is None or rank < best:
                    best, chosen = rank, date
        if chosen is not None:
            return chosen.when(planned=planned)
        return self._published if now else None

    def _dates_noun(self, token: Token, trigger: Token) -> bool:
        """Whether a date that modifies a noun dates the event: "Monday's talks".

        The noun is the event, or the occasion of it: "at Monday's meeting X urged Y".
        """
        noun = token.head
        if noun == trigger:
            return trigger.pos_ in {"NOUN", "PROPN"}
        date = self._tree.unit(token).date
        daily = date is not None and date.precision == "day"
        return daily and noun.head == trigger and self._tree.case(noun) in _OCCASION

    def _of_past_act(self, token: Token, trigger: Token) -> bool:
        """Whether a date belongs to an act before a planned event: "said on Monday it would".

        A date right behind the planned event is its own, wherever the parse hangs it.
        """
        at = token
        while at != trigger and at.head != at and not self._verbal(at):
            at = at.head
        if at == trigger or not self._verbal(at) or at.tag_ not in _PAST:
            return False
        between = trigger.doc[trigger.i + 1 : token.i]
        own = token.i > trigger.i and not any(map(self._verbal, between))
        return not own and self._tree.lemma(at) not in _PLANNING

    def _background(self, date: DateMention, token: Token, trigger: Token, now: bool) -> bool:
        """Whether a date of long ago belongs to another thing: "thanked X for its help in 2014"."""
        value, published = date.value, self._published
        if value is None or published is None or date.precision == "day":
            return False
        if value >= published[: len(value)]:
            return False
        return now or self._of_ground(token, trigger)

    def _of_ground(self, token: Token, trigger: Token) -> bool:
        """Whether the words right before a date tell what somebody is thanked or blamed for."""
        at = trigger.doc[max(0, token.i - 2)]
        while at != trigger and at.head != at:
            if at.dep_.startswith(("obl", "advcl")) and self._tree.case(at) in _GROUNDS:
                return True
            at = at.head
        return False

    @staticmethod
    def _verbal(token: Token) -> bool:
        return token.pos_ == "VERB" or token.tag_.startswith("VB")

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
            own = at.head == trigger and (  # "the summit, held in Lima"
                at.dep_ == "acl"
                or (at.dep_ == "acl:relcl" and self._tree.lemma(at) in _TAKING_PLACE)
            )
            steps += 1 + (1 if own else _BARRIERS.get(at.dep_, 0))
            at = at.head
        if at != trigger and at.dep_ in {"conj"} and trigger.head == at.head:
            steps += 1
        return steps + above[at]
