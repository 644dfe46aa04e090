"""Where: the place of an event, by its nearness in the parse."""

from collections.abc import Callable

from graph.model import EventClass, Place
from ingest.circumstances import (
    AFTER,
    BEFORE,
    EDGES,
    FAR,
    GROUNDS,
    OCCASION,
    aside,
    distance,
    marked,
)
from ingest.narration import TALKS
from ingest.occasions import clause
from ingest.placewords import COMPASS
from ingest.sayings import discussed, of_content, of_news, only_told_there, said_there
from ingest.syntax import NOMINAL, OBJECTS, infinitive
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.units import Unit

_AT = frozenset({"in", "at", "near", "outside", "inside", "around"})
_ON = frozenset({"off", "on"})
SCENES = frozenset({EventClass.MEETING, EventClass.VISIT, EventClass.CONVENING, EventClass.SIGNING})
"""What takes place somewhere, and so says where its participants are."""
_HELD = SCENES | {EventClass.AGREEMENT}
_SPOTS = frozenset(
    {
        "area", "bank", "camp", "capital", "center", "centre", "city", "coast",
        "countryside", "desert", "district", "east", "garden", "hall", "headquarters", "heart",
        "island", "lawn", "middle", "mountain", "neighborhood", "neighbourhood", "north",
        "outskirts", "part", "peninsula", "port", "province", "quarter", "region", "resort",
        "room", "settlement", "shore", "south", "space", "square", "state", "strip", "suburb",
        "town", "village", "water", "waters", "west", "zone",
    }
)  # fmt: skip
"""What is "of" a place and where something can be: "in the East Room of the White House"."""
_HOUSES = frozenset(
    {
        "airport", "building", "center", "centre", "club", "complex", "embassy", "hall",
        "headquarters", "hotel", "house", "lodge", "mansion", "ministry", "office", "palace",
        "residence", "university",
    }
)  # fmt: skip
"""Where states receive, as the last word of a name."""
_TRIPS = frozenset({"journey", "stay", "tour", "trip", "visit"})
_MISSIONS = frozenset({"consulate", "embassy", "legation", "mission"})
_SEIZED = frozenset({"capture", "control", "siege"})
"""What those who use force take or lay "of" a place."""
_LEAVING = frozenset({"depart", "fly", "go", "head", "leave", "proceed", "return", "travel"})
"""Verbs of going on from where one was."""
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
_DONE = frozenset({EventClass.CONVENING, EventClass.FORCE, EventClass.MEETING, EventClass.VISIT})
"""What may be told at another place than where it was."""
_NEAR = 4
_ENTERED = frozenset({"across", "against", "into", "over", "throughout"})
_TOWNS = frozenset(
    {
        "capital",
        "city",
        "district",
        "island",
        "port",
        "province",
        "peninsula",
        "region",
        "town",
        "village",
    }
)
_DEPLOYING = frozenset({"deploy", "redeploy", "dispatch", "send"})
_UPON = frozenset({"against", "at", "on"})
_RAIDS = frozenset(
    {
        "airstrike", "assault", "attack", "bombardment", "bombing", "fire", "launch", "missile",
        "offensive", "raid", "rocket", "shelling", "strike",
    }
)  # fmt: skip
_APART = frozenset({"acl:relcl", "advcl", "ccomp", "csubj"})
"""Clauses that may be somewhere else."""
_HURTING = frozenset({"damage", "destroy", "die", "injure", "kill", "wound"})
"""Verbs of a clause that says what force has done: "struck two towns, killing a man in X"."""
_ACCORDS = frozenset({EventClass.AGREEMENT, EventClass.RELATIONS_UPGRADE, EventClass.SIGNING})
_TALKS = frozenset({"discussion", "meeting", "negotiation", "summit", "talk"})
"""What leads to accords."""
_VENUES = frozenset({"host", "location", "place", "scene", "setting", "site", "venue"})
_TRYING = frozenset({"attempt", "seek", "try"})
_FAR_OFF = GROUNDS | AFTER | BEFORE | {"amid", "despite", "from", "to"}
_BEHIND = AFTER | {"amid", "before", "despite", "over", "since"}
_MEANWHILE = frozenset({"and", "but", "while", "whereas"})
_JOINING = frozenset({",", "in", "the"})


class Whereabouts:
    """Places of the events of one parsed paragraph."""

    def __init__(
        self,
        tree: Tree,
        is_town: Callable[[Place], bool] = lambda place: place.latitude is not None,
    ) -> None:
        """``is_town`` tells a town from a venue, a region or a state."""
        self._tree, self._is_town = tree, is_town

    def place(self, trigger: Token, kind: EventClass) -> Place | None:
        """The place that the text gives the event; None where none."""
        best: tuple[int, int] | None = None
        chosen: Token | None = None
        for token, unit in marked(self._tree, trigger.sent):
            if unit.place is None:
                continue
            holder = self._holder(token, unit, kind)
            steps = distance(self._tree, holder, trigger) if holder is not None else FAR
            if holder is not None and kind is EventClass.FORCE and self._struck(holder, trigger):
                steps = min(steps, _NEAR)
            if holder is None or steps > _NEAR:
                continue
            if kind in _HELD and unit.place.country is None and unit.place.latitude is not None:
                continue  # "settled their dispute over the border in the Barents Sea"
            if kind in _SAID and not said_there(self._tree, holder, trigger):
                continue
            if kind in _DONE and only_told_there(self._tree, holder, trigger):
                continue
            if kind in _HELD and (aside(holder) != aside(trigger) or _of_object(holder, trigger)):
                continue
            if kind in SCENES and self._left(holder, trigger):
                continue
            content = of_content(self._tree, holder) or self._tree.judged_in(holder) is not None
            content = content or discussed(self._tree, holder)
            if content and not self._is_town(unit.place):
                continue
            if kind is not EventClass.FORCE and of_news(self._tree, holder, trigger):
                continue
            rank = (steps, abs(token.i - trigger.i))
            if best is None or rank < best:
                best, chosen = rank, token
        if chosen is None:
            chosen = self._only(trigger, kind)
        if chosen is None:
            chosen = self._where(trigger)
        if chosen is None:
            chosen = self._ahead(trigger, kind)
        if chosen is None:
            place = self._hosting(trigger) or self._attended(trigger, kind)
            return place or self._led_to(trigger, kind)
        place = self._tree.unit(chosen).place
        town = self._beside(place, trigger) if kind in SCENES else None
        return self._town_of(chosen) or self._within(chosen) or town or place

    def _led_to(self, trigger: Token, kind: EventClass) -> Place | None:
        """Where the talks were that led to an accord: "agree on it … following talks in Lima"."""
        for token in trigger.sent if kind in _ACCORDS else ():
            talks = self._tree.lemma(token) in _TALKS and token.i > trigger.i
            if talks and AFTER & set(self._tree.cases(token)):
                for case, at in self._tree.obliques(token):
                    if case in _AT and self._tree.unit(at).place is not None:
                        return self._tree.unit(at).place
        return None

    def _beside(self, state: Place | None, trigger: Token) -> Place | None:
        """The one town beside the state where something was: "in Kenya, at a fair in Nairobi"."""
        if state is None or state.country is None or state.label != state.country.label:
            return None
        found = {
            unit.place
            for token, unit in marked(self._tree, trigger.sent)
            if unit.place is not None
            and self._is_town(unit.place)
            and unit.place.country == state.country
            and self._tree.case(token) in _AT
            and distance(self._tree, token, trigger) <= _NEAR
        }
        return next(iter(found)) if len(found) == 1 else None

    def _only(self, trigger: Token, kind: EventClass) -> Token | None:
        """The one place of the clause, however far from the event the parse hangs it."""
        if kind not in {EventClass.FORCE, EventClass.MEETING}:
            return None
        found: list[tuple[Token, Token]] = []
        for token, unit in marked(self._tree, trigger.sent):
            holder = self._holder(token, unit, kind) if unit.place is not None else None
            if holder is not None:
                found.append((token, holder))
        if len(found) != 1:
            return None
        token, holder = found[0]
        if only_told_there(self._tree, holder, trigger):
            return None
        at = holder
        while at.head != at and at != trigger and at not in trigger.ancestors:
            there = kind is EventClass.FORCE and self._there(at, holder)
            there = there or (at == holder and at.head.head == trigger)  # "X, who is in Lima, met"
            apart = at.dep_ in _APART and not there
            above = kind is EventClass.FORCE and at == holder  # "shot down over the city of X"
            if apart or (not above and set(self._tree.cases(at)) & _FAR_OFF):
                return None
            at = at.head
        place = self._tree.unit(token).place
        if (
            place is None
            or aside(holder) != aside(trigger)
            or _of_object(holder, trigger)
            or (of_content(self._tree, holder) and not self._is_town(place))
            or (discussed(self._tree, holder) and not self._is_town(place))
            or self._tree.judged_in(holder) is not None
            or self._left(holder, trigger)
        ):
            return None
        return None if of_news(self._tree, holder, trigger) else token

    def _there(self, clause: Token, holder: Token) -> bool:
        """Whether a clause is about what force did or hit: "struck a man who lived in X"."""
        if self._tree.lemma(clause) in _HURTING or holder.i < clause.i:
            return True
        hurt = clause.dep_ == "advcl" and self._tree.lemma(clause.head) in _HURTING
        if hurt and any(c.lower_ in {"as", "when"} for c in clause.children):
            return True  # "were killed when X attacked their base in Y"
        relative = any(c.tag_ == "WDT" for c in clause.children)
        bare = clause.tag_ == "VBG" and clause.doc[max(0, clause.i - 1)].pos_ in NOMINAL
        return relative or bare or clause.dep_ == "acl:relcl"

    def _holder(self, token: Token, unit: Unit, kind: EventClass) -> Token | None:
        """The word that says that something was at the place; None where none does.

        It is the place itself, or the room, coast or region that is "of" it.
        """
        tree = self._tree
        if unit.mention is not None and unit.mention.force:
            return None  # "fired at troops of X"
        if unit.mention is not None and _MISSIONS & set(unit.mention.name.lower().split()):
            return None  # "at the French embassy in Rome"
        if infinitive(token.head) and tree.lemma(token.head.head) in _TRYING:
            return None  # "killed men trying to cross into X"
        first = token
        while token.head != token and tree.unit(token.head) is unit:
            token = token.head  # "in Donetsk | Oblast"
        at = token
        if token.dep_ in {"compound", "flat", "amod", "nmod:desc"}:
            at = token.head  # "in the Xinjiang region"
            state = unit.place is not None and not self._is_town(unit.place)
            if unit.mention is not None and state and self._spot(at) not in _SPOTS:
                return None  # "killed in a U.S. strike"
            if any(tree.unit(c).place and tree.case(c) == "of" for c in at.children):
                return None  # "in the Red Sea resort of X"
        case = tree.case(at) or (tree.case(first) if first != token else "") or self._house(at)
        if case == "from" and kind in _SAID and self._opens(at):
            return at  # "From Lima, X denounced Y"
        if case == "to" and tree.lemma(at.head) == "welcome" and at.dep_ == "obl":
            return at  # "welcomed X to Lima"
        town = unit.place is not None and self._is_town(unit.place)
        trip = town and case == "to" and tree.lemma(at.head) in _TRIPS
        if trip and tree.case(at.head) in {"during", "on"}:
            return at.head  # "urged X to act during a visit to Lima"
        if token.dep_ == "nmod:poss" and tree.case(token.head) in _AT | _ON:
            named = any(tree.unit(c).place for c in token.head.children if c != token)
            part = token.head.lower_ in COMPASS or self._spot(token.head) in _SPOTS
            if not named and (part or (kind is EventClass.FORCE and unit.mention is None)):
                at = token.head  # "in Kenya's north", "in Hebron's market"
                case = tree.case(at)
        spots = _SPOTS | _SEIZED if kind is EventClass.FORCE else _SPOTS
        if case == "of" and self._spot(at.head) in spots:
            at = at.head
            case = tree.case(at)
        elif at.dep_ == "appos" and tree.lemma(at.head) in _TOWNS:
            at = at.head  # "in the English city Liverpool"
            case = tree.case(at)
        elif self._beside_venue(at):
            return at.head  # "at State House, Nairobi"
        if kind is EventClass.FORCE and self._hit(at, unit):
            return at
        entered = _ENTERED if kind is EventClass.FORCE else frozenset[str]()
        if at != token or unit.mention is None:
            fits = case in _AT | _ON | entered
        else:  # a state, or the town by which one is named: "called on Oslo" is no place
            town = unit.place is not None and unit.place.latitude is not None
            fits = case in (_AT if town else {"in", "at"} | entered - {"against", "over"})
        return at if fits else None

    def _left(self, holder: Token, trigger: Token) -> bool:
        """Whether one had left it by then: "after talks in Oslo X flew to Lima and met Y"."""
        at = holder
        while at.head != at and at.head.pos_ in NOMINAL:
            at = at.head
        over = bool(set(self._tree.cases(at)) & AFTER) and at != holder
        return over and trigger not in {at, holder} and self._tree.lemma(at.head) in _LEAVING

    def _house(self, town: Token) -> str:
        """The preposition before a house or "the capital" that is named with its town."""
        names = (c for c in town.children if c.dep_ == "compound")
        names = (c for c in names if c.text[:1].isupper() or c.lower_ in _TOWNS)
        return next((case for name in names if (case := self._tree.case(name))), "")

    def _beside_venue(self, town: Token) -> bool:
        """Whether a town stands right behind a house in it: "at the Serena Hotel, Nairobi"."""
        house = town.head
        near = town.dep_ in {"appos", "conj"} and house.i == town.i - 2
        comma = near and town.doc[town.i - 1].text == ","
        return comma and self._spot(house) in _HOUSES and self._tree.case(house) in _AT

    @staticmethod
    def _opens(token: Token) -> bool:
        """Whether a sentence begins with where its subject speaks: "From Lima, …"."""
        behind = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
        return token.i == token.sent.start + 1 and behind == ","

    def _struck(self, holder: Token, trigger: Token) -> bool:
        """Whether what was hit is there: "an airstrike on a car in X", "killed a man in X"."""
        act = trigger
        while act.pos_ == "NOUN" and act.head != act:
            act = act.head
        at = holder.head
        while at not in {trigger, act} and at.pos_ in {"NOUN", "PROPN"} and at.head != at:
            if set(self._tree.cases(at)) & _BEHIND:
                return False  # "invaded X after a coup in Y"
            at = at.head
        return at in {trigger, act} and (act == trigger or act.dep_ != "advcl")

    def _hit(self, token: Token, unit: Unit) -> bool:
        """Whether force is used on the place itself: "bombed the town of X", "crossed into Y"."""
        case = self._tree.case(token)
        if case == "of" and self._spot(token.head) in _TOWNS:
            return token.head.dep_ in OBJECTS
        named = self._tree.unit(token).place is None  # "seized the village of X"
        named = named or unit.mention is None  # "retook X District"
        town = named or (unit.place is not None and unit.place.latitude is not None)
        if case == "to":  # "deploys troops to X"
            return bool({self._tree.lemma(t) for t in (token.head, token.head.head)} & _DEPLOYING)
        raids = (token.head, *(c for c in token.head.children if c.dep_ == "obj"))
        raided = case in _UPON and any(self._tree.lemma(raid) in _RAIDS for raid in raids)
        return case == "into" or (town and (raided or (not case and token.dep_ in OBJECTS)))

    def _spot(self, token: Token) -> str:
        """The noun that a word stands for: "room" of "the East Room"."""
        mention = self._tree.unit(token).mention
        name = mention.name.split() if mention is not None else []
        return name[-1].lower() if name else self._tree.lemma(token)

    def _town_of(self, token: Token) -> Place | None:
        """The town named right after a venue in it: "at the White House in Washington"."""
        place, doc = self._tree.unit(token).place, token.doc
        if place is None or self._is_town(place) or self._village(token, place):
            return None
        for at in range(token.i + 1, min(token.i + 3, token.sent.end)):
            unit = self._tree.unit(doc[at])
            other = unit.place
            if other is not None:
                joined = doc[token.i + 1].lower_ in {"in", ","} and other.country == place.country
                named = self._is_town(other) or (
                    place.latitude is other.latitude is None
                    and unit.mention is None
                    and doc[at].head == token
                )  # "at Mimi Castle in Bulboaca"
                return other if joined and named else None
        return None

    def _village(self, token: Token, place: Place) -> bool:
        """Whether it is a town itself that no table knows: "in Masrib, Deir ez-Zor", no venue."""
        behind = token.doc[min(token.i + 1, token.sent.end - 1)].lower_
        plain = place.latitude is None and " " not in place.label
        return plain and behind == "," and self._tree.case(token) == "in"

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

    def _where(self, trigger: Token) -> Token | None:
        """The place before "where" in whose clause the event is: "flew to X, where he met Y"."""
        where = next((c for c in clause(trigger).children if c.lower_ == "where"), None)
        if where is None or any(t.lower_ == "," for t in trigger.doc[where.i : trigger.i]):
            return None
        for at in range(where.i - 1, max(where.i - 4, trigger.sent.start) - 1, -1):
            if self._tree.unit(trigger.doc[at]).place is not None:
                return trigger.doc[at]
        return None

    def _ahead(self, trigger: Token, kind: EventClass) -> Token | None:
        """The place with which the sentence begins: "In Libya, X backed Y, while Z backed W"."""
        first = trigger.sent.start
        if trigger.doc[first].lower_ != "in" or trigger.pos_ != "VERB" or kind in SCENES:
            return None
        told = trigger.dep_ == "conj" or (
            trigger.dep_ == "advcl" and any(c.lower_ in _MEANWHILE for c in trigger.children)
        )
        place = trigger.doc[first + 1]
        opens = self._tree.unit(place).place is not None and self._opens(place)
        return place if told and opens and trigger.head == place.head else None

    def _attended(self, trigger: Token, kind: EventClass) -> Place | None:
        """The town in the name of the session that it is, or was at: "met at the Doha summit"."""
        if kind not in _HELD | _SAID:
            return None
        around = list(self._tree.behind(trigger, *(OCCASION - AFTER)))
        edged = not EDGES.isdisjoint(self._tree.lemmas)
        edges = (t for t in trigger.sent if self._tree.lemma(t) in EDGES) if edged else ()
        beside = [child for edge in edges for child in edge.children]  # "on the margins of"
        towns = [self._tree.unit(one).town for one in (trigger, *around, *beside)]
        towns += [self._before(one) for one in (trigger, *around)]
        towns += [
            self._tree.unit(where).place
            for one in beside
            for where in self._tree.behind(one, "in", "at")
        ]
        return next((town for town in towns if town is not None), None)

    def _before(self, talks: Token) -> Place | None:
        """The town by whose name talks are called: "the Geneva talks"."""
        name = talks.doc[max(0, talks.i - 1)]
        place = self._tree.unit(name).place
        called = name.dep_ == "compound" and name.head == talks and talks.lower_ in TALKS
        return place if called and place is not None and self._is_town(place) else None

    def _hosting(self, trigger: Token) -> Place | None:
        """The town that hosts it: "Geneva hosted talks", "Geneva was the venue of the talks"."""
        above = trigger.head
        venue = self._tree.lemma(above) in _VENUES and any(c.dep_ == "cop" for c in above.children)
        verb = above if venue or trigger.dep_ in OBJECTS else trigger
        if not venue and self._tree.lemma(verb) != "host":
            return None
        for child in self._tree.children(verb, "nsubj", "obl:agent"):
            place = self._tree.unit(child).place
            if place is not None and self._is_town(place):
                return place
        return None


def _of_object(holder: Token, trigger: Token) -> bool:
    """Whether a place is that of what was dealt with at talks: "at the talks X blamed war in Y"."""
    at = holder.head
    while at != trigger and at.pos_ in NOMINAL and at.head != at:
        if at.dep_ in OBJECTS and at.head in trigger.ancestors and trigger.dep_.startswith("obl"):
            return True
        at = at.head
    return False
