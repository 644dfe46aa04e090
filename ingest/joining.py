"""Joins marks that name one thing together: a list of actors, a town with its state, one day."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.asides import standing
from ingest.atoms import POSSESSIVES
from ingest.collapse import MANY, Mark, Unit
from ingest.gazetteer import Gazetteer
from ingest.memberlists import GROUPS, MemberLists
from ingest.mentions import MentionKind
from ingest.placenames import PLACE_WORDS
from ingest.tenses import NUMBERS, PREPOSITIONS

SORTS = (
    ["countries"], ["factions"], ["groups"], ["militias"], ["movements"], ["nations"],
    ["neighbours"], ["neighbors"], ["organisations"], ["organizations"], ["parties"], ["powers"],
    ["republics"], ["rivals"], ["states"],
)  # fmt: skip
"""Nouns before a list of names that say what those are."""
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
_AFTER_TWO = PLACE_WORDS | {"on", "after", "before", "during", "by", "with", "of", "over", "and"}
"""What may follow a list of two that has a comma before its "and"."""
_SAID = frozenset({"announced", "confirmed", "said", "says"})
"""Verbs behind which a clause begins: "said X and Y had agreed"."""
_INVITING = frozenset({"behest", "initiative", "invitation", "request"})
_SPEAKERS = (["he", "and"], ["she", "and"])
_FACTIONS = frozenset(
    {"guerrillas", "insurgents", "militants", "opposition", "rebels", "separatists"}
)
_OTHERS = frozenset({"her", "his", "its", "other", "their"})
_FRIENDS = 7
"""Words in "and its closest western allies", at the most."""
_DESCRIBING = frozenset({MentionKind.DEMONYM, MentionKind.NAMED, MentionKind.PRONOUN})
"""Mentions that may stand before a noun for others: "its NATO allies"."""
_DAY_WORDS = frozenset({"today", "yesterday", "tomorrow"})
_COMPOUNDED = frozenset({MentionKind.DEMONYM, MentionKind.NAMED, MentionKind.PERSON})
_HYPHENS = frozenset({"-", "–", "/"})
_LINKING = frozenset(
    {"and", "as", "at", "by", "for", "in", "is", "of", "on", "or", "to", "was", "with"}
)
_LONGEST = 60
"""Actors in one list, at the most."""
_FRONTING = frozenset({"amid", "as", "despite", "following", "upon"})
"""What else a sentence may begin with that ends before who acts."""
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
}
_WITHS = {
    (",", "along", "with"),
    (",", "alongside"),
    (",", "together", "with"),
    ("-", "along", "with"),
    ("-", "together", "with"),
    ("-", "as", "well", "as"),
}
"""What adds others to who was named: "Kenya, along with Ghana and Chad,"."""
_OCCASIONS = frozenset({"At", "During", "Following", "In", "On"})
_HELD = frozenset(
    {"convened", "given", "held", "hosted", "meeting", "organised", "organized", "staged", "talks"}
)
"""What is done with an occasion, in its own noun phrase."""
_SIDE = 5
"""Words in "on the South Korean side", at the most."""
_BEING = frozenset({"are", "be", "been", "being", "is", "was", "were"})
_CLOSING = frozenset({"&", "along", "alongside", "and", "as", "or", "plus", "together"})
"""Words of which one stands before the last of a list."""
_COMMAS = ((",",), (";",))


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
        starts = [end - len(token) for end, token in zip(ends, tokens, strict=True)]
        self._groups = MemberLists(tokens, folded, starts, verbs)
        self._gazetteer, self._verbs, self._first = gazetteer, verbs, first

    def joined(self, marks: list[Mark]) -> list[Mark]:
        """Joins lists of actors, a town with the state after it, and two words for one day."""
        marks = self._groups.joined(marks, self._list)
        out: list[Mark] = []
        at = 0
        while at < len(marks):
            joined = self._located(marks, at) or self._same_day(marks, at)
            joined = joined or self._compound(marks, at) or self._list(marks, at)
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
        if self._acts(marks[at].start, following.end):
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

    def _acts(self, town: int, end: int) -> bool:
        """Whether the state that ends there does something in the town that begins a sentence."""
        opens = town > 0 and self._tokens[town - 1] in {"At", "In"}
        if not opens or (town > 1 and self._tokens[town - 2] not in {".", "!", "?"}):
            return False
        at = end
        while at + 1 < len(self._tokens) and self._folded[at].endswith("ly"):
            at += 1
        return at < len(self._tokens) and self._folded[at] in self._verbs

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

    def _list(self, marks: Sequence[Mark], at: int) -> tuple[Mark, int] | None:
        """ "France, Germany and Italy": one plural word."""
        listable = self._listable(marks[at]) or self._speaker(marks[at])
        if not listable or self._topic(marks[at]) or self._inviting(marks[at]):
            return None
        if at + 1 < len(marks) and self._apart_from(marks[at], marks[at + 1]):
            return None
        last = at
        added = commas = 0
        while last + 1 < len(marks) and last - at < _LONGEST and self._listable(marks[last + 1]):
            end = marks[last].end
            between = self._glue(end, marks[last + 1].start)
            closing = self._tokens[marks[last].end - 1] == ","
            mention = marks[last + 1].unit.mention
            many = mention is not None and mention.plural
            between = [t for t in between if not (many and (t.isdigit() or t in NUMBERS))]
            glue = tuple(t for t in between if t not in {"the", "both", "then"})
            if glue[-1:] == ("with",) and self._town(marks[last]):
                break  # "visited Kyiv together with X"
            if glue == ("together", "with") and self._object(marks[last]):
                break  # "urged X together with Y"
            if glue in _WITHS and not commas and last == at + added:
                last += 1
                continue
            if glue in _ANDS or (closing and glue == ("and",)):
                last += 1
                if self._folded[marks[last].start] in POSSESSIVES:
                    continue  # "X and his Greek and French counterparts, Y and Z"
                if self._tokens[marks[last].end : marks[last].end + 1] == [";"]:
                    continue  # "King X and Queen Y of Z; Prime Minister W"
                if self._adds(marks[last].end):
                    added = last - at  # "A and B, together with C"
                    continue
                break
            apart = glue == (";",) and not (
                self._alike(marks[last], marks[last + 1]) and self._runs_on(marks[last + 1])
            )
            if (glue in _COMMAS and not apart) or (closing and not glue):
                last += 1
                commas += 1
                continue
            break
        else:
            between = []
        if last == at or not self._closed(marks, at, last):
            return None
        if last - at > 1 and self._fronted(marks[at], marks[last]):
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

    def _glue(self, start: int, end: int) -> list[str]:
        """The words between two of a list, without where they stand or on whose side.

        ", left, and"; "; on the Peruvian side, by".
        """
        words = list(self._folded[standing(self._folded, start) : end])
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

    def _compound(self, marks: list[Mark], at: int) -> tuple[Mark, int] | None:
        """ "EU-Iran" before a noun, "US-Japan-South Korea": one adjective for all of them.

        So are "French and German" and "US, British and French".
        """
        last = at
        while last + 1 < len(marks) and self._hyphened(marks[last], marks[last + 1]):
            last += 1
        more = self._adjectives(marks, at) if last == at else 0
        both, last = more > 0, last + more
        units = [mark.unit for mark in marks[at : last + 1]]
        following = self._folded[marks[last].end : marks[last].end + 1]
        noun = bool(following) and following[0].replace("-", "").isalpha()
        noun = noun and (following[0] not in self._verbs or (both and following[0].endswith("s")))
        noun = noun and self._tokens[marks[last].end].islower() and following[0] not in _LINKING
        if last == at or not noun or not (both or any(not unit.demonym for unit in units)):
            return None
        mentions = (m for u in units for m in u.mentions)
        unit = Unit(
            start=units[0].start,
            end=units[-1].end,
            actors=tuple(dict.fromkeys(a for u in units for a in u.actors)),
            certainty=min(u.certainty for u in units),
            mentions=tuple(replace(m, kind=MentionKind.DEMONYM) for m in mentions),
        )
        return Mark(start=marks[at].start, end=marks[last].end, unit=unit, word="Israeli"), last + 1

    def _adjectives(self, marks: Sequence[Mark], at: int) -> int:
        """How many adjectives more make one list: "French and German", "US, British and French"."""
        last = at
        while last + 1 < len(marks) and (last == at or self._adjective(marks[last])):
            between = self._folded[marks[last].end : marks[last + 1].start]
            last += 1
            if between in (["and"], [",", "and"]):
                closed = self._adjective(marks[at]) and marks[last].unit.demonym
                return last - at if closed else 0
            if between != [","]:
                break
        return 0

    def _adjective(self, mark: Mark) -> bool:
        """Whether it says whose something is: "Russian", and "US" or "the U.S." as well."""
        words = [t for t in self._tokens[mark.start : mark.end] if t.lower() != "the"]
        return mark.unit.demonym or (len(words) == 1 and words[0].isupper())

    def _hyphened(self, mark: Mark, other: Mark) -> bool:
        """Whether a hyphen without blanks joins two names."""
        tight = self._tokens[mark.end : other.start]
        together = (
            len(tight) == 1 and tight[0] in _HYPHENS and other.unit.start - mark.unit.end == 1
        )
        sorts = [m.kind for unit in (mark.unit, other.unit) for m in unit.mentions]
        return together and len(sorts) > 1 and all(kind in _COMPOUNDED for kind in sorts)

    def _with_faction(self, marks: list[Mark], at: int) -> tuple[Mark, int] | None:
        """ "The government of X and the rebels": one plural word, of which X alone is known."""
        mark, until = marks[at], marks[at + 1].start if at + 1 < len(marks) else len(self._tokens)
        if not self._listable(mark) or self._tokens[mark.end : mark.end + 1] != ["and"]:
            return None
        end = mark.end + 1 + (self._folded[mark.end + 1 : mark.end + 2] == ["the"])
        if end >= until or self._folded[end] not in _FACTIONS or end + 1 >= len(self._tokens):
            return None
        following = self._folded[end + 1]
        if following.isalpha() and following not in self._verbs | _AFTER_TWO:
            return None  # "and opposition leaders"
        unit = replace(mark.unit, end=self._ends[end])
        return Mark(start=mark.start, end=end + 1, unit=unit, word=MANY), at + 1

    def _with_others(
        self, marks: list[Mark], mark: Mark, following: int
    ) -> tuple[Mark, int] | None:
        """ "X and its western allies", "X, Y and other states": of the others nothing is known."""
        if not (self._listable(mark) or mark.word == MANY):
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
        named = [m for m in inside if m.unit.actors and self._listable(m)]
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
        return comma and opens and self._listable(before) and len(kinds) == 1

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
        return on and comma and (start == 0 or self._tokens[start - 1] in {".", "!", "?"})

    def _closed(self, marks: Sequence[Mark], at: int, last: int) -> bool:
        """Whether the list ends with "and", and its last item is not a new clause's subject."""
        between = self._glue(marks[last - 1].end, marks[last].start)
        if not any(t in _CLOSING for t in between):
            return False
        if self._speaker(marks[at]):
            return True
        if self._governed(marks[at].start - 1):
            return True
        before = marks[at - 1] if at else None
        parted = before is not None and self._tokens[before.end : marks[at].start] == [","]
        if before is not None and parted and self._fronted(before, marks[last]):
            return True
        if self._after_occasion(marks[at].start):
            return True
        end = marks[last].end
        following = self._folded[end] if end < len(self._folded) else "."
        if last - at == 1 and "," in between and following.isalpha():
            return following in _AFTER_TWO  # "X met Y, and Z saw W" has no list
        if end < len(self._folded) and self._folded[end] in self._verbs:
            clause = range(max(self._first, marks[at].start - 12), marks[at].start)
            for i in reversed(clause):
                if self._tokens[i] in {
                    ".",
                    ";",
                    ":",
                    "that",
                    "while",
                    "after",
                    "as",
                    "and",
                    "but",
                    "when",
                    "where",
                    "whether",
                    "if",
                }:
                    return True
                if self._folded[i] in _SAID:
                    return True
                if self._folded[i : i + 2] == ["thanks", "to"]:
                    return True
                sort = i == marks[at].start - 1 and [self._folded[i]] in SORTS
                if self._folded[i] in self._verbs and not sort:
                    return False  # "the states X and Y" is no verb
        return True

    def _after_occasion(self, start: int) -> bool:
        """Whether a comma ends the occasion that opens the sentence: "At a rite held in Y, | X"."""
        comma = start - 1 - (self._folded[start - 1 : start] == ["the"])
        if comma < 1 or self._tokens[comma] != ",":
            return False
        begin = comma
        while begin > self._first and self._tokens[begin - 1] not in {".", "!", "?", ";", ":"}:
            begin -= 1
        told = {word for word in self._folded[begin:comma] if word in self._verbs}
        return self._tokens[begin] in _OCCASIONS and bool(told) and told <= _HELD

    def _fronted(self, mark: Mark, last: Mark) -> bool:
        """Whether a comma ends what a sentence begins with: "In a deal with X, Y and Z agreed"."""
        follows = "".join(self._folded[last.end : last.end + 1])
        led = "".join(self._folded[mark.start - 1 : mark.start])
        if follows not in self._verbs or led not in PREPOSITIONS - {"among", "and", "between"}:
            return False
        start = mark.start - 1
        while start > self._first and self._tokens[start - 1] not in {".", "!", "?", ",", ";", ":"}:
            start -= 1
        opening = self._tokens[start]
        return opening[:1].isupper() and opening.lower() in PREPOSITIONS | _FRONTING

    def _governed(self, at: int) -> bool:
        """Whether the word before a list asks for several, or for who has done what is told.

        "Talks between X and Y began"; "a statement issued by X and Y said", but not "was hit by X
        and Y responded".
        """
        if at < 0:
            return False
        if self._folded[at] == "between":
            return True
        done = self._folded[at] == "by" and at > 1 and self._folded[at - 1].endswith("ed")
        return done and self._folded[at - 2] not in _BEING

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
    def _listable(mark: Mark) -> bool:
        unit = mark.unit
        mention = unit.mention
        return mention is not None and bool(unit.actors) and mention.kind in LISTABLE


def _merged(first: Mark, last: Mark) -> Mark:
    """One mark for both, which stand in a list."""
    actors = tuple(dict.fromkeys((*first.unit.actors, *last.unit.actors)))
    mentions = (*first.unit.mentions, *last.unit.mentions)
    unit = replace(last.unit, start=first.unit.start, actors=actors, mentions=mentions)
    return Mark(start=first.start, end=last.end, unit=unit, word=MANY)
