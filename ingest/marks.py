"""Lays the findings of one paragraph side by side: who, which document, which session, when, where.

Where two overlap, the longer title wins over the actors inside it, which it keeps as its ``inner``
actors ("the EU–China summit" names both parties). Lists of actors become one mark.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.model import Actor, ActorClass
from ingest.atoms import DETERMINERS, POSSESSIVES
from ingest.collapse import MANY, Content, Mark, Unit, plain_word
from ingest.coreference import Referent
from ingest.dates import DateMention
from ingest.documents import DocumentMention, SessionMention
from ingest.folding import fold
from ingest.gazetteer import Gazetteer
from ingest.mentions import Mention, MentionKind
from ingest.placenames import PLACE_WORDS, REGIONS, FoundPlace, PlaceNames
from ingest.tenses import NUMBERS

_LISTABLE = frozenset(
    {
        MentionKind.NAMED,
        MentionKind.PERSON,
        MentionKind.OFFICE,
        MentionKind.NAME,
        MentionKind.COUNTERPART,
        MentionKind.GROUP,
    }
)
_KNOWN = _LISTABLE - {MentionKind.NAME}
"""Kinds that are somebody: a run of capitals may as well be the name of a document."""

_OPENING = ([","], [":"], ["—"], ["–"], ["("], ["-"], ["--"])
_CLOSING = ([","], ["—"], ["–"], [")"], ["-"], ["--"])
"""What opens and closes the list of those whom a number has announced."""
_SORTS = (
    ["countries"], ["factions"], ["groups"], ["militias"], ["movements"], ["nations"],
    ["neighbours"], ["neighbors"], ["organisations"], ["organizations"], ["parties"], ["powers"],
    ["republics"], ["rivals"], ["states"],
)  # fmt: skip
_SORT = (["faction"], ["group"], ["militia"], ["movement"], ["organisation"], ["organization"])
"""Nouns before a list of names, and before one name, that say what bears it."""
_QUALIFYING = frozenset(
    {
        "armed", "baltic", "extremist", "fellow", "islamic", "islamist", "jihadist", "main",
        "militant", "neighbouring", "neighboring", "opposing", "radical", "rebel", "rival",
        "separatist", "shia", "shiite", "sunni", "terrorist", "warring",
    }
)  # fmt: skip
_PARTIES = frozenset({ActorClass.ARMED_GROUP, ActorClass.ORGANIZATION, ActorClass.NGO})
_AFTER_TWO = PLACE_WORDS | {"on", "after", "before", "during", "by", "with", "of", "over", "and"}
"""What may follow a list of two that has a comma before its "and"."""


class Layout:
    """The tokens of a paragraph with all that was found in them."""

    def __init__(
        self,
        tokens: Sequence[str],
        offsets: Sequence[int],
        gazetteer: Gazetteer,
        verb_forms: frozenset[str],
        first: int = 0,
    ) -> None:
        """``first`` is the token behind the dateline, where the text itself begins."""
        self._tokens, self._offsets = tokens, offsets
        self._folded = [fold(token) for token in tokens]
        self._gazetteer, self._verbs, self._first = gazetteer, verb_forms, first
        self._places = PlaceNames(self._tokens, self._folded, gazetteer)
        self._ends = [o + len(t) for o, t in zip(offsets, tokens, strict=True)]
        self._demonyms: set[str] = set()
        """The words of the paragraph that only say of which state somebody is."""

    def marks(
        self,
        mentions: Sequence[tuple[Mention, Referent]],
        documents: Sequence[DocumentMention],
        sessions: Sequence[SessionMention],
        dates: Sequence[DateMention],
    ) -> list[Mark]:
        """All marks in the order of the text; none overlaps another."""
        taken = [False] * (len(self._tokens) + 1)
        out: list[Mark] = []
        titled: list[DocumentMention | SessionMention] = [*documents, *sessions]
        for found in sorted(titled, key=lambda d: (d.start - d.end, d.start)):
            if any(taken[found.start : found.end]):
                continue
            if self._is_actor(found, mentions):
                continue
            self._take(taken, found.start, found.end)
            out.append(self._titled(found, mentions))
        for date in dates:
            span = self._span(date)
            if span is None or any(taken[span[0] : span[1]]):
                continue
            self._take(taken, *span)
            unit = Unit(start=date.start, end=date.end, date=date)
            before = self._folded[span[0] - 1] if span[0] else ""
            word = None if span[1] - span[0] == 1 else _date_word(date, before)
            out.append(Mark(start=span[0], end=span[1], unit=unit, word=word))
        mentions = [(m, r) for m, r in mentions if not self._places.elsewhere(m)]
        states = {
            m.start: a
            for m, r in mentions
            for a in r.actors
            if a.iso3 and m.kind is not MentionKind.DEMONYM
        }
        self._demonyms = {
            self._folded[m.start] for m, _ in mentions if m.kind is MentionKind.DEMONYM
        }
        capitals = self._places.capitals(mention for mention, _ in mentions)
        out.extend(
            self._placed(found, taken) for found in capitals if not any(taken[found[0] : found[1]])
        )
        actors = [
            (m, r)
            for m, r in mentions
            if not any(taken[m.start : m.end])
            and (r.actors or not self._is_word(m, taken, states))
            and not self._in_place(m)
            and not self._namesake(m, states)
        ]
        for mention, _ in actors:
            self._take(taken, mention.start, mention.end)
        out.extend(self._actor(mention, referent) for mention, referent in actors)
        out.extend(self._placed(found, taken) for found in self._places.names(taken, states))
        out.extend(self._beside(mark.start) for mark in tuple(out) if self._is_beside(mark, taken))
        return self._spelled(self._join(sorted(out, key=lambda mark: mark.start)))

    def _is_beside(self, mark: Mark, taken: Sequence[bool]) -> bool:
        place = mark.unit.place is not None and self._places.beside(mark.start)
        return place and not any(taken[mark.start - 2 : mark.start])

    def _beside(self, at: int) -> Mark:
        """ "Southwest of X" as "near X", which a parser does not take for a name."""
        start, end = at - 2, at
        unit = Unit(start=self._offsets[start], end=self._ends[end - 1])
        return Mark(start=start, end=end, unit=unit, word="near")

    @staticmethod
    def _take(taken: list[bool], start: int, end: int) -> None:
        taken[start:end] = [True] * (end - start)

    def _is_actor(
        self,
        found: DocumentMention | SessionMention,
        mentions: Sequence[tuple[Mention, Referent]],
    ) -> bool:
        """Whether the tables know the whole title as an actor: "League of Nations"."""
        return any(
            m.kind in _KNOWN and m.start <= found.start and m.end >= found.end for m, _ in mentions
        )

    def _is_word(
        self, mention: Mention, taken: Sequence[bool], states: Mapping[int, Actor]
    ) -> bool:
        """Whether a run of capitals is one unknown word, or is or starts with a place."""
        return mention.kind is MentionKind.NAME and (
            mention.end - mention.start == 1
            or self._gazetteer.match(self._tokens, self._folded, mention.start) is not None
            or self._places.unknown(mention.start, taken, states) is not None
        )

    def _in_place(self, mention: Mention) -> bool:
        """Whether the mention is only part of a place: "the South China Sea"."""
        if mention.kind not in {MentionKind.NAMED, MentionKind.DEMONYM, MentionKind.NAME}:
            return False
        for start in range(max(0, mention.start - 2), mention.start + 1):
            if self._tokens[start][:1].isupper():
                found = self._gazetteer.match(self._tokens, self._folded, start)
                if (
                    found
                    and found[0] >= mention.end
                    and found[0] - start > mention.end - mention.start
                ):
                    return (start, found[0]) != (mention.start, mention.end)
        return False

    def _titled(
        self,
        found: DocumentMention | SessionMention,
        mentions: Sequence[tuple[Mention, Referent]],
    ) -> Mark:
        inside: dict[Actor, None] = {}
        for mention, referent in mentions:
            start = mention.start + (self._folded[mention.start] in {"a", "an", "the"})
            if start >= found.start and mention.end <= found.end and not mention.capital:
                inside.update(dict.fromkeys(referent.actors))
        document = found if isinstance(found, DocumentMention) else None
        session = found if isinstance(found, SessionMention) else None
        unit = Unit(
            start=self._offsets[found.start],
            end=self._ends[found.end - 1],
            document=document,
            session=session,
            inner=tuple(inside),
            content=self._content(document, mentions) if document is not None else None,
        )
        word = plain_word(unit)
        if document is not None and not document.proper:
            head = self._tokens[found.start : found.end]
            word = next((t for t in head if t.lower() in _DOCUMENT_HEADS), word)
        return Mark(start=found.start, end=found.end, unit=unit, word=word)

    def _content(
        self,
        found: DocumentMention,
        mentions: Sequence[tuple[Mention, Referent]],
    ) -> Content | None:
        """What the title says that the document does, where it names to whom."""
        end = max(found.end, found.told)
        for at in range(found.start + 1, end):
            verb = self._folded[at]
            infinitive = self._folded[at - 1] in {"to", "that", "which"}
            if not (verb.endswith("ing") or infinitive):
                continue
            for mention, referent in mentions:
                between = self._folded[at + 1 : mention.start]
                near = at < mention.start < end and len(between) < 5
                if not near or not referent.actors:
                    continue
                preps = [word for word in between if word in _CONTENT_PREPS]
                if not preps:
                    return Content(verb=verb, noun="", actors=referent.actors)
                noun = between[between.index(preps[0]) - 1] if between[0] not in preps else ""
                if len(preps) == 1 and between[-1] in {*preps, "the"}:
                    return Content(verb=verb, noun=noun, actors=referent.actors)
                return None
        return None

    def _span(self, date: DateMention) -> tuple[int, int] | None:
        """The tokens that a date covers."""
        start = next((i for i, end in enumerate(self._ends) if end > date.start), None)
        if start is None:
            return None
        end = start
        while end < len(self._tokens) and self._offsets[end] < date.end:
            end += 1
        return (start, end) if end > start else None

    def _actor(self, mention: Mention, referent: Referent) -> Mark:
        place = self._places.of_state(mention) or self._places.of_post(mention)
        unit = Unit(
            start=self._offsets[mention.start],
            end=self._ends[mention.end - 1],
            actors=referent.actors,
            certainty=referent.certainty,
            mentions=(mention,),
            place=place,
        )
        word = plain_word(unit)
        if self._striking(mention):
            return Mark(start=mention.start, end=mention.end, unit=unit, word="Israeli")
        if mention.end - mention.start == 1 and not mention.force:
            word = word if word in {"Bush", MANY} else None
        return Mark(start=mention.start, end=mention.end, unit=unit, word=word)

    def _striking(self, mention: Mention) -> bool:
        """Whether the mention only says whose attack follows: "a Nigerian Air Force airstrike"."""
        long = mention.kind is MentionKind.NAMED and mention.end - mention.start > 1
        at = mention.end
        if not long or at >= len(self._tokens):
            return False
        aimed = self._folded[at + 1 : at + 2]
        noun = not aimed or aimed[0] in _AIMS or not aimed[0].isalpha()
        return self._tokens[at] in _STRIKES or (self._tokens[at] in _RAIDS and noun)

    def _placed(self, found: FoundPlace, taken: list[bool]) -> Mark:
        start, end, place = found
        single = end - start == 1 or self._folded[end - 1] in REGIONS  # "Kursk Oblast"
        whole = single and self._tokens[start][:1].isupper()
        self._take(taken, start, end)
        unit = Unit(start=self._offsets[start], end=self._ends[end - 1], place=place)
        return Mark(start=start, end=end, unit=unit, word=None if whole else "Paris")

    def _namesake(self, mention: Mention, states: dict[int, Actor]) -> bool:
        """Whether a capital is named that is another state's town: "Tripoli in Lebanon"."""
        around = self._places.around(mention.end, states) if mention.capital else None
        return around is not None and around not in {e.actor for e in mention.of}

    def _join(self, marks: list[Mark]) -> list[Mark]:
        """Joins lists of actors, a town with the state after it, and two words for one day."""
        out: list[Mark] = []
        at = 0
        while at < len(marks):
            joined = self._located(marks, at) or self._same_day(marks, at) or self._list(marks, at)
            joined = joined or self._with_faction(marks, at)
            if joined is None:
                out.append(marks[at])
                at += 1
            else:
                mark, at = joined
                out.append(mark)
        return out

    def _spelled(self, marks: list[Mark]) -> list[Mark]:
        """One mark for those who are announced and then named: "the three states, X, Y and Z"."""
        out: list[Mark] = []
        for mark in marks:
            announced = False
            while out and self._announces(out[-1], mark):  # "officials of the two states, X and Y"
                last, announced = out.pop(), True
                closed = self._tokens[mark.end : mark.end + 1] in _CLOSING
                unit = replace(mark.unit, start=last.unit.start)
                mark = replace(mark, start=last.start, end=mark.end + closed, unit=unit)
            if announced:
                out.append(mark)
                continue
            start = self._described(mark)
            while out and start < mark.start and (out[-1].end > start or self._before(out, start)):
                start = min(start, out.pop().start)
            unit = replace(mark.unit, start=self._offsets[start]) if start < mark.start else None
            word = mark.word or self._tokens[mark.end - 1]
            out.append(mark if unit is None else replace(mark, start=start, unit=unit, word=word))
        return out

    @staticmethod
    def _before(marks: Sequence[Mark], start: int) -> bool:
        """Whether unknown capitals end there: "the Central American | states X and Y"."""
        mention = marks[-1].unit.mention
        unknown = mention is not None and mention.kind is MentionKind.NAME
        return unknown and not marks[-1].unit.actors and marks[-1].end == start

    def _announces(self, last: Mark, mark: Mark) -> bool:
        """Whether a number of parties or of office-holders is spelled out right behind it."""
        mention, between = last.unit.mention, self._tokens[last.end : mark.start]
        if mention is None or mark.word != MANY or not mark.unit.actors:
            return False
        if mention.kind is MentionKind.GROUP:
            return len(mark.unit.actors) == mention.count and between in _OPENING
        holders = mention.kind is MentionKind.OFFICE and mention.plural and not mention.of
        return holders and between in ([":"], ["—"], ["–"], ["--"], ["from"], ["of"])

    def _described(self, mark: Mark) -> int:
        """Where the noun before names starts that says what they are: "the rival factions X, Y"."""
        actors, at = mark.unit.actors, mark.start - 1
        many = mark.word == MANY and self._folded[at : at + 1] in _SORTS
        party = len(actors) == 1 and actors[0].kind in _PARTIES
        beside = self._folded[at : at + 1] in (["neighbouring"], ["neighboring"])
        named = mark.unit.mention is not None and mark.unit.mention.kind is MentionKind.NAMED
        if beside and named and len(actors) == 1:
            return at
        if not many and not (party and self._folded[at : at + 1] in _SORT):
            return mark.start
        while at > self._first and self._folded[at - 1] in _QUALIFYING | self._demonyms:
            at -= 1
        return at - (party and at > self._first and self._folded[at - 1] in DETERMINERS)

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

    def _list(self, marks: list[Mark], at: int) -> tuple[Mark, int] | None:
        """ "France, Germany and Italy": one plural word."""
        listable = self._listable(marks[at]) or self._speaker(marks[at])
        if not listable or self._topic(marks[at]) or self._inviting(marks[at]):
            return None
        last = at
        commas = 0
        while last + 1 < len(marks) and last - at < _LONGEST and self._listable(marks[last + 1]):
            between = self._folded[marks[last].end : marks[last + 1].start]
            closing = self._tokens[marks[last].end - 1] == ","
            mention = marks[last + 1].unit.mention
            many = mention is not None and mention.plural
            between = [t for t in between if not (many and (t.isdigit() or t in NUMBERS))]
            glue = tuple(t for t in between if t not in {"the", "both", "then"})
            if glue in _ANDS or (closing and glue == ("and",)):
                last += 1
                if self._folded[marks[last].start] in POSSESSIVES:
                    continue  # "X and his Greek and French counterparts, Y and Z"
                if self._tokens[marks[last].end : marks[last].end + 1] == [";"]:
                    continue  # "King X and Queen Y of Z; Prime Minister W"
                break
            apart = glue == (";",) and not self._alike(marks[last], marks[last + 1])
            if (glue in _COMMAS and not apart) or (closing and not glue):
                last += 1
                commas += 1
                continue
            break
        else:
            between = []
        if last == at or not self._closed(marks, at, last):
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
        return Mark(start=marks[at].start, end=marks[last].end, unit=unit, word=MANY), last + 1

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

    def _speaker(self, mark: Mark) -> bool:
        """Whether a known pronoun begins a list: "said he and the leaders of X had met"."""
        known = bool(mark.unit.actors) and mark.end - mark.start == 1
        return known and self._folded[mark.start : mark.end + 1] in _SPEAKERS

    def _inviting(self, mark: Mark) -> bool:
        """Whether somebody only asks others to come: "At the invitation of X, Y and Z visited"."""
        led = self._folded[max(0, mark.start - 2) : mark.start]
        return len(led) == 2 and led[1] == "of" and led[0] in _INVITING

    def _topic(self, mark: Mark) -> bool:
        """Whether a sentence begins with what it is on: "On Syria, X and Y agreed"."""
        start = mark.start - 1
        on = start >= 0 and self._tokens[start] in {"On", "Regarding", "Concerning", "About"}
        comma = self._tokens[mark.end : mark.end + 1] == [","]
        return on and comma and (start == 0 or self._tokens[start - 1] in {".", "!", "?"})

    def _closed(self, marks: list[Mark], at: int, last: int) -> bool:
        """Whether the list ends with "and", and its last item is not a new clause's subject."""
        between = self._folded[marks[last - 1].end : marks[last].start]
        if not any(t in {"and", "&", "as", "or", "plus"} for t in between):
            return False
        if self._speaker(marks[at]):
            return True
        if self._governed(marks[at].start - 1):
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
                sort = i == marks[at].start - 1 and [self._folded[i]] in _SORTS
                if self._folded[i] in self._verbs and not sort:
                    return False  # "the states X and Y" is no verb
        return True

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

    @staticmethod
    def _alike(mark: Mark, other: Mark) -> bool:
        """Whether both are states, or both persons."""
        return mark.unit.actors[0].kind is other.unit.actors[0].kind

    @staticmethod
    def _listable(mark: Mark) -> bool:
        unit = mark.unit
        mention = unit.mention
        return mention is not None and bool(unit.actors) and mention.kind in _LISTABLE


_SAID = frozenset({"announced", "confirmed", "said", "says"})
"""Verbs behind which a clause begins: "said X and Y had agreed"."""
_INVITING = frozenset({"behest", "initiative", "invitation", "request"})
_SPEAKERS = (["he", "and"], ["she", "and"])
_FACTIONS = frozenset(
    {"guerrillas", "insurgents", "militants", "opposition", "rebels", "separatists"}
)
_STRIKES = frozenset({"airstrike", "airstrikes", "bombardment", "bombing", "shelling"})
_RAIDS = frozenset({"raid", "strike", "strikes"})
"""Attacks that are verbs as well."""
_AIMS = frozenset({"against", "at", "in", "near", "on"})
_DAY_WORDS = frozenset({"today", "yesterday", "tomorrow"})
_LONGEST = 60
"""Actors in one list, at the most."""
_ANDS = {
    ("and",),
    (",", "and"),
    ("&",),
    ("as", "well", "as"),
    (",", "as", "well", "as"),
    ("or",),
    ("along", "with"),
    ("and", "of"),
    (";", "and"),
    ("plus",),
    (",", "plus"),
    (";", "plus"),
}
_BEING = frozenset({"are", "be", "been", "being", "is", "was", "were"})
_COMMAS = ((",",), (";",))
_CONTENT_PREPS = frozenset(
    {
        "on",
        "against",
        "of",
        "for",
        "in",
        "to",
        "with",
        "from",
        "at",
        "by",
        "between",
        "into",
        "over",
    }
)
_DOCUMENT_HEADS = frozenset(
    [
        "agreement",
        "treaty",
        "pact",
        "accord",
        "deal",
        "statement",
        "declaration",
        "resolution",
        "memorandum",
        "communique",
        "communiqué",
        "protocol",
        "plan",
        "convention",
        "charter",
        "agreements",
        "memoranda",
        "treaties",
        "statements",
        "accords",
        "declarations",
        "deals",
        "document",
        "documents",
        "text",
        "contract",
        "contracts",
        "protocols",
        "roadmap",
        "truce",
        "ceasefire",
        "framework",
        "law",
        "bill",
        "constitution",
        "letter",
        "letters",
        "report",
    ]
)


_BEFORE_DATES = frozenset(
    [
        "in",
        "on",
        "of",
        "since",
        "by",
        "until",
        "from",
        "before",
        "after",
        "for",
        "during",
        "between",
        "through",
        "over",
        "around",
        "till",
        "to",
    ]
)


def _date_word(date: DateMention, before: str) -> str:
    if date.adjectival:
        return "Monday"
    if before not in _BEFORE_DATES:
        return "yesterday"
    if date.precision == "day":
        return "Monday"
    return "June" if date.precision == "month" else "2014"
