"""Joins marks that name one thing together: a list of actors, a town with its state, one day."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.compounds import Compounds
from ingest.gazetteer import Gazetteer
from ingest.lexicon import load_triggers
from ingest.listends import AFTER_TWO
from ingest.lists import Lists
from ingest.memberlists import GROUPS, MemberLists
from ingest.mentions import HOLDERS, MentionKind
from ingest.quotations import sentence_start
from ingest.units import MANY, Mark, Unit

_FACTIONS = frozenset(
    {"guerrillas", "insurgents", "militants", "opposition", "rebels", "separatists"}
)
_WHOLLY = (
    ("both",), ("all", "of"), ("both", "of"), ("each", "of"), ("not", "only"), ("not", "just"),
    ("not", "merely"), ("not", "simply"),
)  # fmt: skip
"""What may stand before a list whose members all act."""
_OTHERS = frozenset({"her", "his", "its", "other", "their"})
_OPENING = frozenset(
    {"after", "ahead", "amid", "at", "before", "during", "following", "in", "since", "upon"}
)
"""Words that begin a sentence with what comes before its clause."""
_FRIENDS = 7
"""Words in "and its closest western allies", at the most."""
_DESCRIBING = frozenset({MentionKind.DEMONYM, MentionKind.NAMED, MentionKind.PRONOUN})
"""Mentions that may stand before a noun for others: "its NATO allies"."""
_NAMED = HOLDERS | {MentionKind.NAME}
_DAY_WORDS = frozenset({"today", "yesterday", "tomorrow"})


class Joining:
    """Joins the marks of one paragraph."""

    def __init__(
        self,
        tokens: Sequence[str],
        folded: Sequence[str],
        ends: Sequence[int],
        gazetteer: Gazetteer,
        verbs: frozenset[str],
        first: int,
    ) -> None:
        """``ends`` are the offsets behind the tokens; ``first`` is that behind the dateline."""
        self._tokens, self._folded, self._ends = tokens, folded, ends
        self._starts = [end - len(token) for end, token in zip(ends, tokens, strict=True)]
        self._groups = MemberLists(tokens, folded, self._starts, verbs)
        self._lists = Lists(tokens, folded, verbs, first)
        self._compounds = Compounds(tokens, folded, verbs)
        self._gazetteer, self._verbs = gazetteer, verbs

    def joined(self, marks: list[Mark]) -> list[Mark]:
        """Joins lists of actors, a town with the state after it, and two words for one day."""
        marks = self._groups.joined(self._with_state(marks), self._lists.joined)
        out: list[Mark] = []
        at = 0
        while at < len(marks):
            joined = self._located(marks, at) or self._same_day(marks, at)
            joined = joined or self._compounds.joined(marks, at) or self._lists.joined(marks, at)
            joined = joined or self._with_faction(marks, at)
            more = self._with_others(marks, *(joined or (marks[at], at + 1)))
            while more and out and self._goes_on(out[-1], more[0]):
                more = _merged(out.pop(), more[0]), more[1]
            joined = more or joined
            if joined is None:
                out.append(marks[at])
                at += 1
            else:
                mark, at = joined
                out.append(self._with_both(mark))
        return self._groups.named_later(out)

    def _with_both(self, mark: Mark) -> Mark:
        """The list with "both" or "all of" before it, a second subject to the parser."""
        if mark.word != MANY or len(mark.unit.actors) < 2:
            return mark
        for words in _WHOLLY:
            start = mark.start - len(words)
            if start >= 0 and tuple(self._folded[start : mark.start]) == words:
                unit = replace(mark.unit, start=self._starts[start])
                return replace(mark, start=start, unit=unit)
        return mark

    def _with_state(self, marks: list[Mark]) -> list[Mark]:
        """ "Turkey's Erdogan": one mark, where it is known that he speaks for it."""
        out: list[Mark] = []
        for mark in marks:
            before = out[-1] if out else None
            state = before.unit.actors if before is not None else ()
            owned = self._folded[before.end : mark.start] if before is not None else []
            if before is not None and len(state) == 1 and owned in (["'s"], ["’s"]):
                spoken = tuple(actor.represents for actor in mark.unit.actors)
                mention = mark.unit.mention
                if spoken == state and mention is not None and mention.kind in _NAMED:
                    unit = replace(mark.unit, start=before.unit.start)
                    out[-1] = replace(mark, start=before.start, unit=unit)
                    continue
            out.append(mark)
        return out

    def _located(self, marks: list[Mark], at: int) -> tuple[Mark, int] | None:
        """ "Lima, Peru": one place."""
        here = marks[at].unit
        if here.place is None or at + 1 >= len(marks):
            return None
        following = marks[at + 1]
        mention = following.unit.mention
        if (
            following.start != marks[at].end + 1
            or self._tokens[marks[at].end] != ","
            or mention is None
            or mention.kind is not MentionKind.NAMED
            or len(following.unit.actors) != 1
        ):
            return None
        if self._act(marks, at):
            return None  # "In Tokyo, Japan summoned the envoy"
        state = following.unit.actors[0]
        name = " ".join(self._tokens[marks[at].start : marks[at].end])
        place = self._gazetteer.find(name, near=(state,))
        if place is None or place.country != state:
            return None
        end = following.end
        if end < len(self._tokens) and self._tokens[end] == ",":
            end += 1
        unit = Unit(start=here.start, end=following.unit.end, place=place)
        return Mark(start=marks[at].start, end=end, unit=unit, word="Paris"), at + 2

    def _act(self, marks: list[Mark], at: int) -> bool:
        """Whether the state behind a town acts, by itself or with others that follow it.

        The sentence begins with what the town is part of: "After talks in Tokyo, Japan and Kenya
        agreed", where a town called by its state would have a comma behind the state.
        """
        town = marks[at].start
        start = sentence_start(self._tokens, town)
        if self._folded[start] not in _OPENING or (
            town > start + 1 and "," in self._tokens[start:town]
        ):
            return False
        end, present = marks[at + 1].end, False
        for other in marks[at + 2 : at + 3]:
            between = [word for word in self._folded[end : other.start] if word != "the"]
            if between == ["and"] and self._lists.listable(other):  # "Japan and Kenya agree"
                end, present = other.end, True
        while end + 1 < len(self._tokens) and self._folded[end].endswith("ly"):
            end += 1
        word = self._folded[end] if end < len(self._tokens) else ""
        return word in self._verbs or (present and word in load_triggers().past)

    def _same_day(self, marks: list[Mark], at: int) -> tuple[Mark, int] | None:
        """ "The ministry today, Tuesday, summoned": one day."""
        here = marks[at].unit.date
        if here is None or self._folded[marks[at].start] not in _DAY_WORDS:
            return None
        following = marks[at + 1] if at + 1 < len(marks) else marks[at]
        date, comma = following.unit.date, self._tokens[marks[at].end : following.start] == [","]
        if date is None or not comma or (here.value or date.value) != (date.value or here.value):
            return None
        end = following.end
        if end < len(self._tokens) and self._tokens[end] == ",":
            end += 1
        unit = Unit(start=here.start, end=date.end, date=date if date.value is not None else here)
        return Mark(start=marks[at].start, end=end, unit=unit, word="yesterday"), at + 2

    def _with_faction(self, marks: list[Mark], at: int) -> tuple[Mark, int] | None:
        """ "The government of X and the rebels": one plural word, of which X alone is known."""
        mark, until = marks[at], marks[at + 1].start if at + 1 < len(marks) else len(self._tokens)
        if not self._lists.listable(mark) or self._tokens[mark.end : mark.end + 1] != ["and"]:
            return None
        end = mark.end + 1 + (self._folded[mark.end + 1 : mark.end + 2] == ["the"])
        if end >= until or self._folded[end] not in _FACTIONS or end + 1 >= len(self._tokens):
            return None
        following = self._folded[end + 1]
        if following.isalpha() and following not in self._verbs | AFTER_TWO:
            return None  # "and opposition leaders"
        if following in {"from", "of"} and end + 2 <= until <= end + 3:
            return None  # "and the rebels | of the X Front"
        unit = replace(mark.unit, end=self._ends[end])
        return Mark(start=mark.start, end=end + 1, unit=unit, word=MANY), at + 1

    def _with_others(
        self, marks: list[Mark], mark: Mark, following: int
    ) -> tuple[Mark, int] | None:
        """ "X and its western allies", "X, Y and other states": of the others nothing is known."""
        if not (self._lists.listable(mark) or mark.word == MANY):
            return None
        and_ = mark.end + (self._tokens[mark.end : mark.end + 1] == [","])
        rest = self._folded[and_ : and_ + _FRIENDS]
        if rest[:1] != ["and"] or not (_OTHERS & set(rest[1:4])):
            return None
        noun = next((and_ + i for i, word in enumerate(rest) if word in GROUPS), len(self._tokens))
        if noun + 1 >= len(self._tokens) or self._tokens[noun + 1][0].isupper():
            return None  # "its allies Kenya and Ghana"
        if mark.start and {self._folded[mark.start - 1], self._folded[noun + 1]} <= self._verbs:
            return None  # "X attacked Y and its allies condemned"
        inside = [m for m in marks[following : following + _FRIENDS] if m.start <= noun]
        known = [m.unit.mention for m in inside if m.unit.mention is not None]
        if len(known) < len(inside) or any(m.kind not in _DESCRIBING for m in known):
            return None
        named = [m for m in inside if m.unit.actors and self._lists.listable(m)]
        apart = [t for t in self._folded[and_ + 1 : noun] if t in self._verbs or not t.isalpha()]
        if apart:
            return None
        actors = tuple(dict.fromkeys(a for m in (mark, *named) for a in m.unit.actors))
        unit = replace(mark.unit, end=self._ends[noun], actors=actors)
        return Mark(start=mark.start, end=noun + 1, unit=unit, word=MANY), following + len(inside)

    def _goes_on(self, before: Mark, mark: Mark) -> bool:
        """Whether a list goes on with the mark: "X, | Y and other states"."""
        comma = self._tokens[before.end : mark.start] in ([","], [",", "the"])
        kinds = {m.unit.mention.kind for m in (before, mark) if m.unit.mention is not None}
        opens = before.start == 0 or self._tokens[before.start - 1] not in {"In", "On"}
        return comma and opens and self._lists.listable(before) and len(kinds) == 1


def _merged(first: Mark, last: Mark) -> Mark:
    """One mark for both, which stand in a list."""
    actors = tuple(dict.fromkeys((*first.unit.actors, *last.unit.actors)))
    mentions = (*first.unit.mentions, *last.unit.mentions)
    unit = replace(last.unit, start=first.unit.start, actors=actors, mentions=mentions)
    return Mark(start=first.start, end=last.end, unit=unit, word=MANY)
