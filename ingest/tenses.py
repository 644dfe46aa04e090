"""Puts the historical present into the past, and pronouns in the place of actors.

Headlines and diaries say "Canada expels" and "Met with President X."; parsers know "expelled" and
"he met" better.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import ActorClass
from ingest.datewords import date_words
from ingest.mentions import PEOPLE
from ingest.placewords import COMPASS
from ingest.units import MANY, Unit

BEING = frozenset({"are", "be", "been", "being", "is", "was", "were"})
HAVING = frozenset({"had", "has", "have"})
NUMBERS = frozenset(
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "multi", "several",
    }
)  # fmt: skip
_GOVERNING = frozenset(
    {
        "of", "with", "between", "among", "by", "against", "from", "at", "into", "without",
        "targeting", "involving", "featuring", "grouping", "comprising",
    }
)  # fmt: skip
_CONJUNCTIONS = frozenset({"after", "before", "and"})
"""Prepositions that may as well start a clause: "after Norway condemned …"."""
PREPOSITIONS = frozenset(
    {
        "of", "with", "between", "among", "by", "to", "for", "from", "on", "at", "in",
        "into", "against", "over", "about", "after", "before", "during", "under", "through",
        "towards", "toward", "without", "including", "and",
    }
)  # fmt: skip
BEFORE_NOUNS = PREPOSITIONS - _CONJUNCTIONS
"""Prepositions behind which no clause starts."""
GROUPS = frozenset({MANY, "they", "them"})
"""The plain words for several actors."""
ADVERBS = frozenset(
    {
        "also", "formally", "strongly", "again", "reportedly", "officially", "later", "then",
        "publicly", "immediately", "jointly", "mutually", "both", "all", "unanimously",
        "temporarily",
    }
)  # fmt: skip
"""Words that stand between an actor and the verb."""
_VERBAL = frozenset(
    {
        ("calls", "on"), ("calls", "upon"), ("calls", "for"), ("heads", "to"), ("heads", "for"),
        ("returns", "to"), ("returns", "from"), ("meets", "with"), ("calls", "off"),
        ("warns", "that"), ("fire", "warning"), ("fire", "rockets"), ("fire", "missiles"),
        ("threatens", "to"), ("agrees", "to"), ("pledges", "to"), ("offers", "to"),
    }
)  # fmt: skip
_ACTING = frozenset({("appeals", "to")})
"""What is a verb behind who does it, and elsewhere a noun."""
_DIGITS = 4
"""Digits of a year."""
_DATING = frozenset({"by", "during", "early", "in", "late", "since", "until"})
"""Words before a year."""
_ARMED = frozenset(
    {
        "assailants", "attackers", "bombers", "commandos", "demonstrators", "fighters", "forces",
        "guerrillas", "gunmen", "insurgents", "militants", "militiamen", "pirates", "planes",
        "police", "policemen", "protesters", "rebels", "separatists", "settlers", "snipers",
        "soldiers", "terrorists", "troops", "warplanes", "warships",
    }
)  # fmt: skip
"""Plurals behind which a base form is a verb that parsers take for a noun: "gunmen ambush a"."""
_COLLECTIVE = frozenset(
    {"authorities", "forces", "guards", "leaders", "military", "officials", "police", "troops"}
)
"""Last words of the names of bodies that take a plural verb: "Indian police accuse"."""
_BEGINNING = frozenset({"", ".", ",", ";", "after", "and", "as", "but", "the", "when", "while"})
"""What stands before the subject of a clause that tells something."""
_MODIFYING = BEFORE_NOUNS | {
    "the", "'s", "’s", "'", "’", "a", "its", "his", "her", "their", "our", "these", "those", "such",
    "fresh", "growing", "international", "mounting", "new", "repeated", "renewed", "widespread",
    "urgent", "any", "no", "many", "several", "despite", "amid", "issued", "ignored", "rejected",
    "reiterated", "echoed", "joined", "made", "up",
}  # fmt: skip
"""Words before a noun like a verb: "fresh calls for"."""
_PARTS = COMPASS | {"central"}
_CLAUSES = frozenset(
    {
        "add", "added", "alleged", "allege", "alleges", "announce", "announced", "announces",
        "argued", "believe", "believes", "claim", "claimed", "claims", "confirmed", "confirms",
        "declared", "had", "has", "have", "hope", "hoped", "hopes", "insisted", "insists", "know",
        "reported", "reports", "revealed", "said", "say", "says", "stated", "suggested", "think",
        "thinks", "warned", "warns",
    }
)  # fmt: skip
"""Verbs behind which a clause may begin: "said Norway rejected"."""
GIVING = frozenset(
    {
        "gave", "give", "given", "gives", "giving", "grant", "granted", "granting", "grants",
        "lend", "lending", "lends", "lent", "offer", "offered", "offering", "offers", "promised",
        "promises", "send", "sending", "sends", "sent",
    }
)  # fmt: skip
"""Verbs whose first object may stand before a noun like a verb: "gave Lebanon aid"."""

_NO_OBJECT = frozenset({"", ",", ".", ";", "and", "as", "at", "by", "from", "in", "of", "or"})
"""What stands behind a participle rather than behind a verb with an object."""
_BEFORE_OBJECTS = NUMBERS | frozenset(
    {
        "a", "aid", "all", "an", "any", "arms", "diplomatic", "economic", "financial", "her", "him",
        "his", "humanitarian", "it", "its", "joint", "military", "new", "on", "relations",
        "sanctions", "that", "the", "their", "them", "ties", "to", "troops", "weapons", "with",
    }
)  # fmt: skip
"""Words behind a verb with which its object begins."""


@dataclass(frozen=True, slots=True)
class Tenses:
    """Puts verbs of the historical present ("Canada expels") into the past, which parsers know."""

    past: Mapping[str, str]
    doubtful: frozenset[str]
    """Forms that may as well be nouns."""
    past_forms: frozenset[str] = frozenset()
    """Past tenses that are no other form of their verb."""
    verb_forms: frozenset[str] = frozenset()
    """Finite forms of verbs, of the lexicon and the commonest."""

    def pronoun(self, tokens: Sequence[str], start: int, end: int, many: bool) -> str | None:
        """The pronoun for an actor, or for ``many``: "they" before a verb, "them" after "with".

        A noun before a past tense ("ministers met", "Norway condemned") may be read as if the verb
        belonged to it. None where no pronoun can stand.
        """
        following = tokens[end].lower() if end < len(tokens) else ""
        if following in {"'s", "’s", "'", "’", "-"}:
            return None
        before = tokens[start - 1].lower() if start else ""
        if (before.isdigit() and not _year(tokens, start)) or before in NUMBERS:
            return None  # "12 Russian diplomats"
        if before in _GOVERNING:
            return "them" if many else None
        led = _led(tokens, start)
        if not many and led in BEFORE_NOUNS:
            return None
        at = end
        while at < len(tokens) and (tokens[at].lower() in ADVERBS or tokens[at].endswith("ly")):
            at += 1
        verb = tokens[at].lower() if at < len(tokens) else ""
        if not many and before in self.verb_forms and before not in _CLAUSES | GIVING:
            return None  # "expelled a diplomat accused of spying"
        planned = start > 1 and tokens[start - 2] == "to" and before in self.past
        if planned and before not in _CLAUSES | GIVING:
            return "them" if many else None  # "its decision to recognise X angered Y"
        noun = verb in self.doubtful and not verb.endswith("s")
        after = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        if noun and not many and after in self.past and after.endswith("s"):
            return None  # "a U.S. raid kills four"
        if noun and not many and before.isalpha() and before not in GIVING:
            return None  # "reiterated U.S. support"; but "gave Lebanon aid"
        if verb in self.verb_forms or verb in self.past or verb in self.past_forms:
            return "they" if many else "it"
        if not many:
            return None
        earlier = tokens[start - 2].lower() if start > 1 else ""
        gerund = before.endswith("ing") and earlier in PREPOSITIONS  # "after meeting A and B"
        downed = before == "down"  # "shot down a Russian warplane"
        downed = downed or (before == "together" and earlier in {"bring", "bringing", "brought"})
        governed = before in PREPOSITIONS or before in self.verb_forms or gerund or downed
        return "them" if governed else "they"

    def lacks_subject(self, word: str, before: str, following: str) -> bool:
        """Whether a sentence starts with a past tense, as in a diary: "Met with President X."."""
        if before not in {".", ";"} or (before == "." and not word[:1].isupper()):
            return False
        low = word.lower()
        if low == "led" or (low.endswith("ed") and low not in self.past_forms):
            return before == "." and following in {"a", "an", "the"}  # "Reopened the embassy"
        return low in self.past_forms and following not in {"by", "as", "in", ",", "to"}

    def second(self, word: str, following: str, *, named: bool) -> bool:
        """Whether a word behind "and" is a past tense with an object, and no participle.

        ``named`` says whether somebody is named behind it.
        """
        if word not in self.past_forms or following in _NO_OBJECT:
            return False
        object_follows = following in _BEFORE_OBJECTS or following in self.doubtful
        return named or object_follows or following.isdigit() or not word.endswith("ed")

    def bare_noun(self, word: str, following: str) -> bool:
        """Whether a sentence starts with a noun like a verb: "Clashes between"."""
        return word.lower() in self.doubtful and word.endswith("s") and following == "between"

    def past_of(
        self, word: str, following: str, words: Sequence[str], units: Sequence[Unit]
    ) -> str | None:
        """The past form of a word that follows an actor (or an adverb after one), or a verb.

        ``words`` and their ``units`` are what stands before it. None where the word is no verb of
        the lexicon, or may be a noun.
        """
        past = self.past.get(word)
        if past is None or not units or word == "be":
            return None  # "demands that its troops be sent"
        third = word.endswith("s")
        at = len(units) - 1
        while at > 0 and (words[at].lower() in ADVERBS or words[at].endswith("ly")):
            at -= 1
        unit, last = units[at], words[at]
        person = any(m.kind in PEOPLE for m in unit.mentions)
        if unit.actors and not unit.demonym and not any(m.possessive for m in unit.mentions):
            if last in GROUPS:
                return None if third else past
            bands = all(a.kind is ActorClass.ARMED_GROUP for a in unit.actors)
            if bands and last.endswith("s") and not third and word not in self.doubtful:
                return past  # "the Houthis detain"
            if not third and word not in self.doubtful and _collective(unit):
                before = words[at - 1].lower() if at else ""
                if before in _BEGINNING:
                    return past  # "Indian police accuse", "Hamas accuse"
            if third and (person or word not in self.doubtful or (word, following) in _ACTING):
                return past
        people = unit.demonym and last[:1].isupper() and last.endswith("s")
        if people and not third and not last.endswith("ss"):
            return past  # "Palestinians accuse"
        noun = last.lower() in _MODIFYING or last.lower() in self.past_forms
        if (word, following) in _VERBAL and not noun:
            return past
        armed = last.lower() in _ARMED and word in self.doubtful and not third
        if armed and following.isalnum():
            return None if following in PREPOSITIONS - {"at", "between"} else past
        if third and word not in self.doubtful:
            verbs = (u.present for u in units[-14:])
            return past if last in {"and", ",", "but", "who", "which"} and any(verbs) else None
        return None


def _collective(unit: Unit) -> bool:
    """Whether many are meant by one name, so that a base form behind it is a verb."""
    bands = all(actor.kind is ActorClass.ARMED_GROUP for actor in unit.actors)
    names = (mention.name.lower().split()[-1:] for mention in unit.mentions)
    return bands or any(not _COLLECTIVE.isdisjoint(name) for name in names)


def _year(tokens: Sequence[str], start: int) -> bool:
    """Whether a day or a year stands before a token: "in 2017 | X", "on March 5 | X"."""
    before = tokens[start - 2].lower() if start > 1 else ""
    year = len(tokens[start - 1]) == _DIGITS and tokens[start - 1][:2] in {"19", "20"}
    return before in date_words().months or (year and before in _DATING)


def _led(tokens: Sequence[str], start: int) -> str:
    """The word before an actor, or before the part of it: "in | southern X", "in | north and east".

    The parts may be two that "and" joins.
    """
    at = start - 1
    while at > 0 and (_part(tokens[at]) or (tokens[at] == "and" and _part(tokens[at - 1]))):
        at -= 1
    return tokens[at].lower() if at >= 0 else ""


def _part(word: str) -> bool:
    """Whether a word names a part of what stands behind it: "southern"."""
    return word.lower() in _PARTS or word.lower().endswith("ern")
