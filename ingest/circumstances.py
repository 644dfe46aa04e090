"""When and where: the date and the place of an event, by their nearness in the parse."""

import datetime
from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from graph.model import EventClass, Place, Status
from ingest.collapse import Unit
from ingest.dates import DateMention
from ingest.narration import TALKS, Narration
from ingest.parse import OBJECTS, PAST, tagged_verb
from ingest.tree import Tree

_AT = frozenset({"in", "at", "near", "outside", "inside", "around"})
_ON = frozenset({"off", "on"})
SCENES = frozenset({EventClass.MEETING, EventClass.VISIT, EventClass.CONVENING, EventClass.SIGNING})
"""What takes place somewhere, and so says where its participants are."""
_HELD = SCENES | {EventClass.AGREEMENT}
_SPOTS = frozenset(
    {
        "capital", "center", "centre", "city", "coast", "district", "east", "garden", "hall",
        "headquarters", "island", "lawn", "north", "outskirts", "port", "province", "region",
        "resort", "room", "shore", "south", "state", "suburb", "town", "village", "water", "waters",
        "west",
    }
)  # fmt: skip
"""What is "of" a place and where something can be: "in the East Room of the White House"."""
_SAID = frozenset(
    {
        EventClass.ACCUSATION,
        EventClass.REJECTION,
        EventClass.REQUEST,
        EventClass.SANCTION,
        EventClass.SUPPORT,
        EventClass.THREAT,
    }
)
_SPEAKING = frozenset(
    {"address", "arrive", "come", "fly", "gather", "go", "meet", "speak", "talk", "travel", "visit"}
)
"""Verbs of a clause that says where words were said."""
_NEAR = 4
_BOUNDS = frozenset({"since", "by", "until", "before"})
_OCCASION = frozenset({"at", "during", "in", "after", "following"})
_GROUNDS = frozenset({"for", "over", "about", "against", "of", "since", "after", "despite"})
"""Prepositions before what lies behind an act: its time and place are not those of the act."""
_NEWS = frozenset(
    {
        "attack", "bombing", "clash", "conflict", "coup", "crisis", "disaster", "earthquake",
        "election", "explosion", "fighting", "flood", "invasion", "killing", "massacre", "protest",
        "shooting", "situation", "strike", "violence", "war",
    }
)  # fmt: skip
"""What states react to where they are."""
_HAVING = frozenset({"conduct", "have", "hold", "make", "pay", "take"})
_GROUND = 3
_CONTENT = frozenset({"on", "over", "to", "for", "against", "about"})
"""Words behind which a title says what a document is about."""
_PLANNING = frozenset({"expect", "hope", "intend", "plan", "schedule", "set", "slate"})
_FAR = 6
_ASSEMBLED = frozenset({"address", "assemble", "convene", "gather", "meet", "speak"})
"""Verbs of a clause that says where and when the act of the main clause was: "Gathered in X, …"."""
_BEFORE = frozenset({"ahead", "before", "prior"})
_AFTER = frozenset({"after", "following"})
_PLEDGING = frozenset(
    {"agree", "decide", "offer", "pledge", "plan", "promise", "propose", "vow", "want"}
)
_TAKING_PLACE = frozenset({"begin", "end", "happen", "hold", "occur", "open", "start", "take"})
_BARRIERS = {"advcl": 6, "ccomp": 4, "acl:relcl": 4, "parataxis": 3, "acl": 3}
"""How much further a date in a clause of its own is from the event outside."""
_ENTERED = frozenset({"across", "against", "into", "over", "throughout"})
_TOWNS = frozenset(
    {"city", "district", "island", "port", "province", "peninsula", "region", "town", "village"}
)
_JOINING = frozenset({",", "in", "the"})


def aside(token: Token) -> Token | None:
    """The clause around a token that tells what came before or after the rest of its sentence."""
    at = token
    while at.head != at:
        leads = {child.lower_ for child in at.children if child.dep_ in {"case", "mark"}}
        if at.dep_ == "advcl" and leads & (_BEFORE | _AFTER):
            return at
        at = at.head
    return None


class Circumstances:
    """Dates and places of the events of one parsed paragraph."""

    def __init__(
        self,
        tree: Tree,
        published: str | None,
        brief: bool = False,
        is_town: Callable[[Place], bool] = lambda place: place.latitude is not None,
    ) -> None:
        """``brief`` says that the text tells the news of its day in the present tense.

        ``is_town`` tells a town from a venue, a region or a state.
        """
        self._is_town = is_town
        self._tree, self._published = tree, published
        self._narration = Narration(tree, brief)

    def date(self, trigger: Token, status: Status) -> str | None:
        """The date that the text gives the event, as precise as the text; None where none."""
        planned = status is Status.PLANNED
        days = None if planned else self._days_before(trigger)
        if days is not None:
            return self._counted(trigger, days)
        now = not planned and self._narration.now(trigger)
        best: tuple[int, int] | None = None
        chosen: DateMention | None = None
        for token, unit in self._units(trigger.sent):
            date = unit.date
            if date is None or date.dateline or date.bound in _BOUNDS:
                continue
            when = date.when(planned=planned)
            if when is None or (
                planned and self._published and when < self._published[: len(when)]
            ):
                continue
            if planned and not date.future and self._of_past_act(token, trigger):
                continue
            if date.adjectival and not self._dates_noun(token, trigger):
                continue
            if self._tree.case(token) == "of" and token.head not in {trigger, trigger.head}:
                continue  # "lodged a protest over the incident of Saturday"
            other = aside(token)
            if other is not None and other != aside(trigger):
                continue  # "met X after talks with Y on Monday"
            distance = 1 if self._had(token, trigger) else self._distance(token, trigger)
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

    def to_come(self, trigger: Token) -> bool:
        """Whether a report tells in the present what is to come: "X flies to Y on Saturday"."""
        if not self._narration.ahead(trigger):
            return False
        days = (unit.date for token, unit in self._units(trigger.sent) if token.head == trigger)
        return any(
            day is not None
            and day.precision == "day"
            and day.relative
            and day.future is not False
            and bool(day.upcoming)
            and day.upcoming != day.value
            for day in days
        )

    def _had(self, token: Token, trigger: Token) -> bool:
        """Whether a clause says when one had what the trigger names: "talks that X had on …"."""
        clause = token.head
        inside = clause.head == trigger and clause.dep_.startswith("acl")
        return inside and self._tree.lemma(clause) in _HAVING

    def over(self, trigger: Token) -> bool:
        """Whether what something came before is over by now: "before the invasion in 2003"."""
        if trigger.pos_ != "NOUN" or not set(self._tree.cases(trigger)) & _BEFORE:
            return False
        for token, unit in self._units(trigger.sent):
            date = unit.date
            own = token.head == trigger or token.head.head == trigger
            if date is not None and own and not date.relative and date.value and self._published:
                return date.value < self._published[: len(date.value)]
        return False

    def _days_before(self, trigger: Token) -> int | None:
        """How many days the clause lies before the rest: "two days after X left, Y returns"."""
        if trigger.dep_ != "advcl":
            return None
        for token, unit in self._units(trigger.sent):
            counted = unit.date is not None and unit.date.days_before is not None
            between = trigger.doc[token.i + 1 : trigger.i]
            if counted and token.i < trigger.i and not any(map(tagged_verb, between)):
                return unit.date.days_before if unit.date is not None else None
        return None

    def _counted(self, trigger: Token, days: int) -> str | None:
        """The day that lies some days before that of the main clause; None where that has none."""
        main = self.date(trigger.head, Status.HAPPENED)
        if main is None or len(main) != len("2024-11-14"):
            return None
        day = datetime.date.fromisoformat(main) - datetime.timedelta(days=days)
        return day.isoformat()

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
        while at != trigger and at.head != at and not tagged_verb(at):
            at = at.head
        if at == trigger or not tagged_verb(at) or at.tag_ not in PAST:
            return False
        between = trigger.doc[trigger.i + 1 : token.i]
        own = token.i > trigger.i and not any(map(tagged_verb, between))
        return not own and self._tree.lemma(at) not in _PLANNING

    def _background(self, date: DateMention, token: Token, trigger: Token, now: bool) -> bool:
        """Whether a date of long ago belongs to another thing: "thanked X for its help in 2014"."""
        value, published = date.value, self._published
        if value is None or published is None or date.precision == "day":
            return False
        day = published[: len(value)]
        return value <= day if now else value < day and self._of_ground(token, trigger)

    def _of_ground(self, token: Token, trigger: Token) -> bool:
        """Whether the words right before a date tell what somebody is thanked or blamed for."""
        at = trigger.doc[max(0, token.i - 2)]
        while at != trigger and at.head != at:
            if at.dep_.startswith(("obl", "advcl")) and self._tree.case(at) in _GROUNDS:
                return True
            at = at.head
        return False

    def place(self, trigger: Token, kind: EventClass) -> Place | None:
        """The place that the text gives the event; None where none."""
        best: tuple[int, int] | None = None
        chosen: Token | None = None
        for token, unit in self._units(trigger.sent):
            if unit.place is None:
                continue
            holder = self._holder(token, unit, kind)
            distance = self._distance(holder, trigger) if holder is not None else _FAR
            if holder is None or distance > _NEAR:
                continue
            if kind in _SAID and not self._said_there(holder, trigger):
                continue
            if kind in _HELD and aside(holder) != aside(trigger):
                continue
            if self._of_content(holder, unit.place):
                continue
            if kind is not EventClass.FORCE and self._of_news(holder, trigger):
                continue
            rank = (distance, abs(token.i - trigger.i))
            if best is None or rank < best:
                best, chosen = rank, token
        if chosen is None:
            return self._hosting(trigger)
        return self._town_of(chosen) or self._within(chosen) or self._tree.unit(chosen).place

    def _holder(self, token: Token, unit: Unit, kind: EventClass) -> Token | None:
        """The word that says that something was at the place; None where none does.

        It is the place itself, or the room, coast or region that is "of" it.
        """
        tree = self._tree
        at = token
        if token.dep_ in {"compound", "flat", "amod", "nmod:desc"}:
            at = token.head  # "in the Xinjiang region"
            state = unit.place is not None and not self._is_town(unit.place)
            if unit.mention is not None and state and self._spot(at) not in _SPOTS:
                return None  # "killed in a U.S. strike"
        case = tree.case(at)
        if case == "of" and self._spot(at.head) in _SPOTS:
            at = at.head
            case = tree.case(at)
        if kind is EventClass.FORCE and self._hit(at, unit):
            return at
        if at != token or unit.mention is None:
            fits = case in _AT | _ON | (_ENTERED if kind is EventClass.FORCE else set())
        else:  # a state, or the town by which one is named: "called on Oslo" is no place
            town = unit.place is not None and unit.place.latitude is not None
            fits = case in (_AT if town else {"in", "at"})
        return at if fits else None

    def _hit(self, token: Token, unit: Unit) -> bool:
        """Whether force is used on the place itself: "bombed the town of X", "crossed into Y"."""
        case = self._tree.case(token)
        if case == "of" and self._spot(token.head) in _TOWNS:
            return token.head.dep_ in OBJECTS
        town = unit.place is not None and self._is_town(unit.place)
        return case == "into" or (not case and town and token.dep_ in OBJECTS)

    def _of_content(self, holder: Token, place: Place) -> bool:
        """Whether a place is what a document is on: "a resolution to end the war in Yemen"."""
        mention = self._tree.unit(holder.head).document
        title = mention.title.split() if mention is not None and not mention.proper else []
        return bool(_CONTENT & set(title)) and not self._is_town(place)

    def _of_news(self, holder: Token, trigger: Token) -> bool:
        """Whether a place is that of the news behind an act: "spoke after the attack in X"."""
        head = holder.head
        behind = bool(set(self._tree.cases(head)) & (_GROUNDS | _AFTER | {"amid", "on"}))
        behind = behind or (head.dep_ == "obj" and head.head == trigger)  # "discussed the war in"
        return head != trigger and behind and self._tree.lemma(head) in _NEWS

    def _spot(self, token: Token) -> str:
        """The noun that a word stands for: "room" of "the East Room"."""
        mention = self._tree.unit(token).mention
        name = mention.name.split() if mention is not None else []
        return name[-1].lower() if name else self._tree.lemma(token)

    def _said_there(self, holder: Token, trigger: Token) -> bool:
        """Whether words were said at a place, and it is not that of what they are about.

        "In Lima, X blamed Y", "X said in Lima", but not "X blamed Y for the attack in Lima".
        """
        clause = holder.head
        if clause == trigger.head and trigger.dep_ == "advcl":  # "arrived in Lima to urge X"
            return self._tree.lemma(clause) in _SPEAKING
        saying = {trigger} | ({trigger.head} if trigger.dep_ in {"ccomp", "parataxis"} else set())
        if clause not in saying:
            speaking = clause.dep_ == "advcl" and self._tree.lemma(clause) in _SPEAKING
            occasion = self._tree.case(clause) in _OCCASION  # "at its summit in Lima"
            return clause.head in saying and (speaking or occasion)
        if clause != trigger:
            return True  # "X said in Lima that …"
        before = trigger.doc[max(0, holder.i - 2)]
        return holder.i < trigger.i or before == trigger or bool(self._tree.unit(before).actors)

    def _town_of(self, token: Token) -> Place | None:
        """The town named right after a venue in it: "at the White House in Washington"."""
        place, doc = self._tree.unit(token).place, token.doc
        if place is None or self._is_town(place):
            return None
        for at in range(token.i + 1, min(token.i + 3, token.sent.end)):
            other = self._tree.unit(doc[at]).place
            if other is not None:
                joined = doc[token.i + 1].lower_ in {"in", ","} and other.country == place.country
                return other if joined and self._is_town(other) else None
        return None

    def _within(self, token: Token) -> Place | None:
        """The town named right before the region it is in: "in Jenin, in the occupied X"."""
        region, doc = self._tree.unit(token).place, token.doc
        if region is None or self._is_town(region):
            return None
        at = token.i - 1
        while at > token.sent.start and (doc[at].lower_ in _JOINING or doc[at].dep_ == "amod"):
            at -= 1
        town = self._tree.unit(doc[at]).place if at < token.i - 1 else None
        return town if town is not None and town.country == region.country else None

    def _hosting(self, trigger: Token) -> Place | None:
        """The town that hosts it: "Geneva hosted talks between X and Y"."""
        verb = trigger.head if trigger.dep_ in OBJECTS else trigger
        if self._tree.lemma(verb) != "host":
            return None
        for child in self._tree.children(verb, "nsubj", "obl:agent"):
            place = self._tree.unit(child).place
            if place is not None and self._is_town(place):
                return place
        return None

    def _units(self, sentence: Span) -> Iterator[tuple[Token, Unit]]:
        """The dates and places of a sentence, each with its first token."""
        seen: set[int] = set()
        for at in range(sentence.start, sentence.end):
            unit = self._tree.units[at]
            if (unit.date is not None or unit.place is not None) and id(unit) not in seen:
                seen.add(id(unit))
                yield self._tree.doc[at], unit

    def _distance(self, token: Token, trigger: Token) -> int:
        """Steps in the parse from one token to the other; a date in another clause is far."""
        above = {trigger: 0}
        at, steps = trigger, 0
        while at.head != at and steps < _FAR:
            steps += 1 if at.dep_ not in {"advcl", "conj", "ccomp", "acl:relcl", "parataxis"} else 2
            at = at.head
            above[at] = steps
        at, steps, after = token, 0, False
        while at not in above:
            if at.head == at or steps > _FAR:
                return _FAR + 1
            own = at.head == trigger and (  # "the summit, held in Lima"
                at.dep_ == "acl"
                or (at.dep_ == "acl:relcl" and self._tree.lemma(at) in _TAKING_PLACE)
            )
            cases = set(self._tree.cases(at)) if at.dep_.startswith("obl") else set()
            if cases & _GROUNDS and self._tree.lemma(at) not in TALKS and at != token:
                steps += _GROUND
            after = after or bool(set(self._tree.cases(at)) & _AFTER)
            pledged = at.dep_ == "xcomp" and at.tag_ == "VB" and not after
            if pledged and self._tree.lemma(at.head) in _PLEDGING:
                return _FAR + 1  # "agreed to meet on Friday": not the day of the agreement
            assembled = at.dep_ == "advcl" and self._tree.lemma(at) in _ASSEMBLED
            steps += 1 + (1 if own or assembled else _BARRIERS.get(at.dep_, 0))
            at = at.head
        if at != trigger and at.dep_ in {"conj"} and trigger.head == at.head:
            steps += 1
        return steps + above[at]
