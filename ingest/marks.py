"""Lays the findings of one paragraph side by side: who, which document, which session, when, where.

Where two overlap, the longer title wins over the actors inside it, which it keeps as its ``inner``
actors ("the EU–China summit" names both parties). Lists of actors become one mark.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.model import Actor, Place
from ingest.announcing import Announcing
from ingest.coreference import Referent
from ingest.dates import DateMention
from ingest.documents import SIGNED, DocumentMention, SessionMention
from ingest.folding import fold
from ingest.gazetteer import Gazetteer
from ingest.joining import Joining
from ingest.lists import LISTABLE
from ingest.mentions import HOLDERS, Mention, MentionKind
from ingest.placenames import PlaceNames
from ingest.placewords import REGIONS
from ingest.units import MANY, Content, Mark, Unit, plain_word
from ingest.unknownplaces import FoundPlace

_ON = frozenset({"about", "concerning", "for", "on", "regarding"})
_ABOUT = frozenset(
    {"aid", "conference", "donor", "donors", "international", "peace", "pledging", "reconstruction"}
)
"""Words of a session on the state that its title begins with."""
_ENDS = frozenset({".", "!", "?", '"', "”", "\n"})
_REACH = 2
"""Words before a title among which it is said that somebody signs it."""
_KNOWN = LISTABLE - {MentionKind.NAME}
"""Kinds that are somebody: a run of capitals may as well be the name of a document."""


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
        whole = (self._whole(session, mentions) for session in sessions)
        titled: list[DocumentMention | SessionMention] = [*documents, *whole]
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
        mentions = [(self._seated(m), r) for m, r in mentions if not self._places.elsewhere(m)]
        states = {
            m.start: a
            for m, r in mentions
            for a in r.actors
            if a.iso3 and m.kind is not MentionKind.DEMONYM
        }
        towns = {m.start for m, _ in mentions if m.capital}
        named = {at: state for at, state in states.items() if at not in towns}
        self._places.unknown.adjectives(mention for mention, _ in mentions)
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
            and not self._namesake(m, named)
        ]
        for mention, _ in actors:
            self._take(taken, mention.start, mention.end)
        out.extend(self._actor(mention, referent) for mention, referent in actors)
        out.extend(self._placed(found, taken) for found in self._places.names(taken, states))
        out.extend(self._beside(mark.start) for mark in tuple(out) if self._is_beside(mark, taken))
        ends, first = self._ends, self._first
        joining = Joining(self._tokens, self._folded, ends, self._gazetteer, self._verbs, first)
        demonyms = {self._folded[m.start] for m, _ in mentions if m.kind is MentionKind.DEMONYM}
        announcing = Announcing(self._tokens, self._folded, self._offsets, demonyms, first)
        marks = announcing.called(sorted(out, key=lambda mark: mark.start))
        return announcing.spelled(joining.joined(marks))

    def _seated(self, mention: Mention) -> Mention:
        """Somebody without the town in which a sentence begins: "In Lima | President X said"."""
        start = mention.start
        opens = start == self._first + 1 or (start > 1 and self._tokens[start - 2] in _ENDS)
        if mention.kind not in HOLDERS or not opens or self._folded[start - 1] != "in":
            return mention
        for end in (start + 2, start + 1):
            town = " ".join(self._tokens[start:end])
            title = self._tokens[end : end + 1]
            named = bool(title) and end < mention.end and title[0][:1].isupper()
            if named and self._gazetteer.has_town(town):
                return replace(mention, start=end)
        return mention

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

    def _whole(
        self, found: SessionMention, mentions: Sequence[tuple[Mention, Referent]]
    ) -> SessionMention:
        """The session to the end of the name that its title ends in: "summit of the Group | of 77".

        An acronym in brackets behind that name is no part of the title.
        """
        several = MentionKind.OFFICE  # "meeting of Ministers of the Group | of 77"
        named = (
            m
            for m, _ in mentions
            if m.kind is MentionKind.NAMED or (m.kind is several and m.plural)
        )
        last = max((m.end for m in named if found.start < m.start < found.end), default=0)
        if last <= found.end:
            return found
        more = [] if self._tokens[found.end] == "(" else self._tokens[found.end : last]
        return replace(found, end=last, title=" ".join([found.title, *more]))

    def _is_actor(
        self,
        found: DocumentMention | SessionMention,
        mentions: Sequence[tuple[Mention, Referent]],
    ) -> bool:
        """Whether the tables know the whole title as an actor: "League of Nations".

        What somebody signs is none: "signed the North American Free Trade Agreement".
        """
        before = self._folded[max(0, found.start - _REACH) : found.start]
        if isinstance(found, DocumentMention) and not SIGNED.isdisjoint(before):
            return False
        if isinstance(found, SessionMention) and found.title.endswith("Assembly"):
            return False  # where somebody speaks: it is both
        return any(
            m.kind in _KNOWN and m.start <= found.start and m.end >= found.end for m, _ in mentions
        )

    def _is_word(
        self, mention: Mention, taken: Sequence[bool], states: Mapping[int, Actor]
    ) -> bool:
        """Whether a run of capitals is one unknown word, or is or starts with a place."""
        if mention.kind is MentionKind.GROUP and mention.count == 1:
            return True  # "the rebels" of whom nobody knows which
        return mention.kind is MentionKind.NAME and (
            mention.end - mention.start == 1
            or self._places.ends_site(mention.start, mention.end)
            or self._gazetteer.match(self._tokens, self._folded, mention.start) is not None
            or self._places.unknown.find(mention.start, taken, states) is not None
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
        where: Place | None = None
        body = False
        document = found if isinstance(found, DocumentMention) else None
        for mention, referent in mentions:
            start = mention.start + (self._folded[mention.start] in {"a", "an", "the"})
            if start < found.start or mention.end > found.end or mention.capital:
                continue
            before = self._folded[max(found.start, start - 2) : start]
            host = before[-1:] == ["in"] or before == ["in", "the"]  # "a summit | in the Gambia"
            where = self._places.of_state(mention) if host else where
            body = body or start == found.start  # "the Shanghai Cooperation Organisation summit"
            if document is not None or not (host or self._subject(mention, found)):
                inside.update(dict.fromkeys(referent.actors))
        session = found if isinstance(found, SessionMention) else None
        if session is not None:
            where = where or self._places.of_session(found.start, found.end, named=not body)
        unit = Unit(
            start=self._offsets[found.start],
            end=self._ends[found.end - 1],
            document=document,
            session=session,
            town=where if session is not None else None,
            inner=tuple(inside),
            content=self._content(document, mentions) if document is not None else None,
        )
        word = plain_word(unit)
        if document is not None and not document.proper:
            head = self._tokens[found.start : found.end]
            word = next((t for t in head if t.lower() in _DOCUMENT_HEADS), word)
        return Mark(start=found.start, end=found.end, unit=unit, word=word)

    def _subject(self, mention: Mention, found: SessionMention | DocumentMention) -> bool:
        """Whether a session is only on somebody: "conference on Libya", "a Libya conference"."""
        if _ON & set(self._folded[found.start : mention.start]):
            return True
        name, after = self._tokens[mention.start], self._folded[mention.end : found.end]
        before = self._folded[mention.start - 1] if mention.start > found.start else ""
        alone = mention.kind is MentionKind.NAMED and (before.isalpha() or not before)
        about = bool(after) and set(after) <= _ABOUT
        return alone and about and not name.isupper() and "." not in name

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
                    case = preps[0]
                    return Content(verb=verb, noun=noun, actors=referent.actors, case=case)
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
        if self._adjective(mention):
            unit = replace(unit, mentions=(replace(mention, kind=MentionKind.DEMONYM),))
            return Mark(start=mention.start, end=mention.end, unit=unit, word="Israeli")
        known = self._tokens[mention.start].isascii()  # "Türkiye" may be taken for a verb
        if mention.end - mention.start == 1 and known and not mention.force:
            word = word if word in {"Bush", MANY} else None
        return Mark(start=mention.start, end=mention.end, unit=unit, word=word)

    def _adjective(self, mention: Mention) -> bool:
        """Whether two are named by one adjective: "Sino-Indian talks", "inter-Korean talks"."""
        words = "".join(self._tokens[mention.start : mention.end])
        several = mention.kind is MentionKind.GROUP and mention.count != 1
        joint = several and bool({"-", "–"} & set(words))  # not "the 15-member body"
        return joint and "".join(self._tokens[mention.end : mention.end + 1]).islower()

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
        """Whether a capital is named that is another state's town: "Tripoli in Lebanon".

        ``states`` are those that are named otherwise than by their capitals, which stand in lists.
        """
        around = self._places.unknown.around(mention.end, states) if mention.capital else None
        return around is not None and around not in {e.actor for e in mention.of}


_STRIKES = frozenset({"airstrike", "airstrikes", "bombardment", "bombing", "shelling"})
_RAIDS = frozenset({"raid", "strike", "strikes"})
"""Attacks that are verbs as well."""
_AIMS = frozenset({"against", "at", "in", "near", "on"})
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
