"""Lists of actors: "France, Germany and Italy" is one plural word."""

from collections.abc import Callable, Sequence

from ingest.asides import standing
from ingest.atoms import POSSESSIVES
from ingest.listends import ListEnds
from ingest.mentions import MentionKind
from ingest.quotations import SENTENCE_ENDS
from ingest.tenses import NUMBERS, PREPOSITIONS
from ingest.units import MANY, Mark, Unit

LISTABLE = frozenset(
    {
        MentionKind.NAMED,
        MentionKind.PERSON,
        MentionKind.OFFICE,
        MentionKind.NAME,
        MentionKind.COUNTERPART,
        MentionKind.GROUP,
    }
)
"""Kinds of mentions that stand in lists."""
_INVITING = frozenset({"behest", "initiative", "invitation", "request"})
_SPEAKERS = (["he", "and"], ["she", "and"], ["he", ","], ["she", ","])
_CLAUSES = SENTENCE_ENDS | {
    '"', "“", ",", ":", ";", "as", "earlier", "that", "today", "when", "where", "yesterday",
}  # fmt: skip
"""What the subject of a clause stands behind."""
_LONGEST = 60
"""Actors in one list, at the most."""
_ANDS = {
    ("and",),
    (",", "and"),
    ("&",),
    ("as", "well", "as"),
    (",", "as", "well", "as"),
    ("or",),
    ("and", "of"),
    ("and", "by"),
    (",", "and", "by"),
    (";", "and"),
    ("plus",),
    (",", "plus"),
    (";", "plus"),
    ("along", "with"),
    ("together", "with"),
    ("/",),
}
_WITHS = {
    (",", "along", "with"),
    (",", "alongside"),
    (",", "together", "with"),
    (",", "followed", "by"),
    ("-", "along", "with"),
    ("-", "together", "with"),
    ("-", "as", "well", "as"),
}
"""What adds others to who was named: "Kenya, along with Ghana and Chad,"."""
_BUTS = {("but",), (",", "but"), ("but", "as", "well")}
_DESCRIBING = frozenset(
    {
        "also", "exiled", "fellow", "finally", "former", "host", "interim", "internationally",
        "later", "lately", "nearby", "neighbouring", "neighboring", "provisional",
        "self-proclaimed", "then", "transitional", "un-backed", "un-recognised",
    }
)  # fmt: skip
"""What may stand right before one of a list: "and the internationally recognised government"."""
_RECOGNISED = (["internationally", "recognised"], ["internationally", "recognized"])
"""The same, and no verb: "the internationally | recognised | government"."""
_RANKS = frozenset(
    {"chancellors", "kings", "leaders", "ministers", "premiers", "presidents", "sultans"}
)
"""Offices in the plural before several who hold them: "and Prime Ministers X, Y and Z"."""
_ADDING = frozenset({"eventually", "later", "reportedly", "separately", "subsequently"})
"""What stands between commas before the last of a list: "X and, separately, Y"."""
_ONLY = frozenset({"just", "merely", "only", "simply"})
"""Words in "not only X but also Y"."""
_SIDE = 5
"""Words in "on the South Korean side", at the most."""
_CLOSING = frozenset(
    {"&", "/", "along", "alongside", "and", "as", "but", "followed", "or", "plus", "together"}
)
"""Words of which one stands before the last of a list."""
_COMMAS = ((",",), (";",))


class Lists:
    """Joins the lists of actors of one paragraph."""

    def __init__(
        self, tokens: Sequence[str], folded: Sequence[str], verbs: frozenset[str], first: int
    ) -> None:
        """``first`` is the offset behind the dateline."""
        self._tokens, self._folded, self._verbs = tokens, folded, verbs
        self._ends = ListEnds(tokens, folded, verbs, first)

    def joined(self, marks: Sequence[Mark], at: int) -> tuple[Mark, int] | None:
        """ "France, Germany and Italy": one plural word."""
        listable = self.listable(marks[at]) or self._speaker(marks[at])
        if not listable or self._topic(marks[at]) or self._inviting(marks[at]):
            return None
        if at + 1 < len(marks) and self._apart_from(marks[at], marks[at + 1]):
            return None
        last = self._last(marks, at)
        if last == at or not self._closed(marks, at, last):
            return None
        if last - at > 1 and self._ends.fronted(marks[at], marks[last]):
            return None
        units = [mark.unit for mark in marks[at : last + 1]]
        actors = tuple(dict.fromkeys(a for u in units for a in u.actors))
        unit = Unit(
            start=units[0].start,
            end=units[-1].end,
            actors=actors,
            certainty=min(u.certainty for u in units),
            mentions=tuple(m for u in units for m in u.mentions),
        )
        end = marks[last].end
        if self._added(marks[at].end, marks[at + 1].start) or self._added(
            marks[last - 1].end, marks[last].start
        ):
            end += self._folded[end : end + 1] in ([","], ["-"])  # "X, along with Y and Z,"
        return Mark(start=marks[at].start, end=end, unit=unit, word=MANY), last + 1

    def _last(self, marks: Sequence[Mark], at: int) -> int:
        """The last mark that the words between them make part of one list."""
        last = at
        added = commas = 0
        while last + 1 < len(marks) and last - at < _LONGEST and self._next(marks, at, last):
            closing = self._tokens[marks[last].end - 1] == ","
            glue = self._bare_glue(marks[last], marks[last + 1])
            if glue[-1:] == ("with",) and self._town(marks[last]):
                break  # "visited Kyiv together with X"
            if glue == ("together", "with") and self._object(marks[last]):
                break  # "urged X together with Y"
            if glue == ("and",) and self._gapped(marks[last], marks[last + 1]):
                break
            if glue in _WITHS and not commas and last == at + added:
                last += 1
                continue
            but = glue in _BUTS and self._not_only(marks[at])
            if glue in _ANDS or (closing and glue == ("and",)) or but:
                last += 1
                if self._folded[marks[last].start] in POSSESSIVES:
                    continue  # "X and his Greek and French counterparts, Y and Z"
                if self._tokens[marks[last].end : marks[last].end + 1] == [";"]:
                    continue  # "King X and Queen Y of Z; Prime Minister W"
                if self._adds(marks[last].end):
                    added = last - at  # "A and B, together with C"
                    continue
                if self._ranked(marks[last]):
                    continue  # "President X, and Prime Ministers Y, Z and W"
                if self._on(marks, last, self._person, ((",", "and"),)):
                    continue  # "President X and Premier Y, Minister Z, and Speaker W"
                if last - at == 1 and self._side_of(marks, at, last):
                    continue  # "talks between W and X, Y and Z"
                break
            apart = glue == (";",) and not (
                (self._alike(marks[last], marks[last + 1]) and self._runs_on(marks[last + 1]))
                or self._series(marks, last)
            )
            if (glue in _COMMAS and not apart) or (closing and not glue):
                last += 1
                commas += 1
                continue
            break
        return last

    def _not_only(self, mark: Mark) -> bool:
        """Whether "not only" stands before a mark, and others behind a "but" act as well."""
        before = self._folded[max(0, mark.start - 3) : mark.start]
        before = before[:-1] if before[-1:] == ["the"] else before[-2:]
        return before[-2:-1] == ["not"] and before[-1] in _ONLY

    def _side_of(self, marks: Sequence[Mark], at: int, last: int) -> bool:
        """Whether more follow on the second side: "talks between W and X, Y and Z".

        "After talks between W and X, Y and Z agreed" has two lists.
        """
        start = marks[at].start - 1
        between = self._folded[max(0, start) : start + 1] == ["between"]
        closing = (("and",), (",", "and"))
        return (
            between
            and not self._ends.opened(start)
            and self._on(marks, last, self.listable, closing)
        )

    def _on(
        self,
        marks: Sequence[Mark],
        at: int,
        fits: Callable[[Mark], bool],
        closing: tuple[tuple[str, ...], ...],
    ) -> bool:
        """Whether others that fit follow behind commas, up to one behind closing words."""
        for last in range(at, min(at + _LONGEST, len(marks) - 1)):
            pair = marks[last : last + 2]
            if not all(self.listable(mark) and fits(mark) for mark in pair):
                return False
            glue = self._bare_glue(*pair)
            if glue in closing:
                return last > at
            if glue != (",",):
                return False
        return False

    @staticmethod
    def _person(mark: Mark) -> bool:
        mention = mark.unit.mention
        return mention is not None and mention.kind is MentionKind.PERSON

    def _series(self, marks: Sequence[Mark], at: int) -> bool:
        """Whether semicolons part all that follow in a list up to its "; and"."""
        for last in range(at, min(at + _LONGEST, len(marks) - 1)):
            if not self.listable(marks[last + 1]):
                return False
            glue = self._bare_glue(marks[last], marks[last + 1])
            if glue == (";", "and"):
                return True
            if glue not in {(";",), (",",), ("and",)}:
                return False
        return False

    def _next(self, marks: Sequence[Mark], at: int, last: int) -> bool:
        """Whether the mark behind ``last`` may be one more of the list that starts at ``at``."""
        return self.listable(marks[last + 1]) or self._myself(marks, at, last + 1)

    def _myself(self, marks: Sequence[Mark], at: int, last: int) -> bool:
        """Whether who speaks ends a list that begins a clause: "Minister X and I discussed"."""
        mark, before = marks[last], self._tokens[marks[at].start - 1 : marks[at].start]
        named = bool(mark.unit.actors) and self._tokens[mark.start : mark.end] == ["I"]
        return named and (not before or before[0] in _CLAUSES)

    def _gapped(self, mark: Mark, other: Mark) -> bool:
        """Whether the other begins a clause without its verb: "led by X and Y | by Z"."""
        before = self._folded[max(0, mark.start - 1) : mark.start]
        return before == ["by"] and self._folded[other.end : other.end + 1] == ["by"]

    def _ranked(self, mark: Mark) -> bool:
        """Whether the mark is the first of several who hold one office."""
        follows = self._tokens[mark.end : mark.end + 1] in ([","], ["and"])
        return follows and not _RANKS.isdisjoint(self._folded[mark.start : mark.start + 3])

    def _bare_glue(self, mark: Mark, other: Mark) -> tuple[str, ...]:
        """The words between two marks without articles, and without how many the others are."""
        mention = other.unit.mention
        many = mention is not None and mention.plural
        between = self._glue(mark.end, other.start)
        between = [t for t in between if not (many and (t.isdigit() or t in NUMBERS))]
        while between and (between[-1] in _DESCRIBING or between[-2:] in _RECOGNISED):
            between.pop()  # "and the internationally recognised | government of Yemen"
        if between[-3:] in (["their", "host", ","], ["the", "host", ","]):
            del between[-3:]
        return tuple(t for t in between if t not in {"the", "both", "then"})

    def _closed(self, marks: Sequence[Mark], at: int, last: int) -> bool:
        """Whether the list ends with "and", and its last item is not a new clause's subject."""
        between = self._glue(marks[last - 1].end, marks[last].start)
        if not any(t in _CLOSING for t in between):
            return False
        if self._speaker(marks[at]) or self._myself(marks, at, last):
            return True
        return self._ends.closed(marks, at, last, between)

    def _glue(self, start: int, end: int) -> list[str]:
        """The words between two of a list, without where they stand or on whose side.

        ", left, and"; "; on the Peruvian side, by".
        """
        words = list(self._folded[standing(self._folded, start) : end])
        for at in range(len(words) - 2):
            if words[at] == words[at + 2] == "," and words[at + 1] in _ADDING:
                del words[at : at + 3]  # "and, separately, by"
                break
        if "side" not in words or words[:1] not in ([","], [";"], ["and"]):
            return words
        lead = 1 + (words[1:2] == ["and"])
        side = words.index("side")
        behind = [word for word in words[side + 1 :] if word not in {",", "by", ":"}]
        named = words[lead : lead + 1] in (["for"], ["from"], ["on"]) and side - lead < _SIDE
        return ["and"] if named and not behind else words

    def _added(self, start: int, end: int) -> bool:
        """Whether the words between two of a list add others between commas or dashes."""
        words = tuple(t for t in self._folded[start:end] if t != "the")
        return words in _WITHS or words == (",", "as", "well", "as")

    def _adds(self, end: int) -> bool:
        """Whether more are added to a list that ends there: "A and B, as well as C"."""
        end += self._tokens[end : end + 1] == [","]
        return tuple(self._folded[end : end + 3]) == ("as", "well", "as") or tuple(
            self._folded[end : end + 2]
        ) in {("along", "with"), ("together", "with")}

    def _speaker(self, mark: Mark) -> bool:
        """Whether a known pronoun begins a list: "said he and the leaders of X had met"."""
        known = bool(mark.unit.actors) and mark.end - mark.start == 1
        return known and self._folded[mark.start : mark.end + 1] in _SPEAKERS

    def _apart_from(self, mark: Mark, other: Mark) -> bool:
        """Whether a capital is where something was: "after talks in Cairo, X and Y agreed"."""
        there = mark.start > 0 and self._folded[mark.start - 1] in {"at", "in"}
        capitals = [any(m.capital for m in one.unit.mentions) for one in (mark, other)]
        return there and capitals == [True, False]

    def _inviting(self, mark: Mark) -> bool:
        """Whether somebody only asks others to come: "At the invitation of X, Y and Z visited"."""
        led = self._folded[max(0, mark.start - 2) : mark.start]
        opens = {"At", "On", "Upon"} & set(self._tokens[max(0, mark.start - 5) : mark.start])
        return len(led) == 2 and led[1] == "of" and led[0] in _INVITING and bool(opens)

    def _topic(self, mark: Mark) -> bool:
        """Whether a sentence begins with what it is on: "On Syria, X and Y agreed"."""
        start = mark.start - 1
        on = start >= 0 and self._tokens[start] in {"On", "Regarding", "Concerning", "About"}
        comma = self._tokens[mark.end : mark.end + 1] == [","]
        return on and comma and (start == 0 or self._tokens[start - 1] in SENTENCE_ENDS)

    def _runs_on(self, mark: Mark) -> bool:
        """Whether a list with semicolons may go on or end behind a state: no clause starts there.

        "Was vetoed by X; Y and Z abstained".
        """
        mention = mark.unit.mention
        named = mention is not None and mention.kind is MentionKind.NAMED
        return not named or "".join(self._tokens[mark.end : mark.end + 1]) in {"", ";", ".", ")"}

    @staticmethod
    def _alike(mark: Mark, other: Mark) -> bool:
        """Whether both are states, or both persons."""
        return mark.unit.actors[0].kind is other.unit.actors[0].kind

    @staticmethod
    def _town(mark: Mark) -> bool:
        """Whether it is where something is as well, and who it is may be told behind it."""
        mention = mark.unit.mention
        return mark.unit.place is not None or (mention is not None and bool(mention.capital))

    def _object(self, mark: Mark) -> bool:
        """Whether a verb or preposition right before it governs it: "urged X", "sanctions on X"."""
        before = "".join(self._folded[max(0, mark.start - 1) : mark.start])
        return before in self._verbs or before in PREPOSITIONS

    @staticmethod
    def listable(mark: Mark) -> bool:
        """Whether a mark may stand in a list."""
        unit = mark.unit
        mention = unit.mention
        return mention is not None and bool(unit.actors) and mention.kind in LISTABLE
