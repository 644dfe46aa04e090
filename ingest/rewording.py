"""Finds what parsers stumble on, and what stands better in its place or in another order.

Each function looks at the tokens of a paragraph and at the marks laid over them, by their first
token; nothing is reworded here.
"""

from collections.abc import Mapping, Sequence

from ingest.mentions import MentionKind
from ingest.tenses import ADVERBS, BEFORE_NOUNS, GIVING, GROUPS, NUMBERS, PREPOSITIONS, Tenses
from ingest.units import Mark

AUXILIARIES = frozenset(
    {"will", "would", "shall", "has", "have", "had", "is", "are", "was", "were"}
)
_RECEIVING = frozenset({"Meeting", "Receiving", "Welcoming", "Hosting", "Greeting", "Visiting"})
_MEETING = {"Meeting": ("While", "holding", "talks"), "Holding": ("While", "holding")}
_MEETING_WORDS = PREPOSITIONS | {"a", "discussions", "talks"}
_MEASURED = frozenset(
    {"day", "hour", "week", "month", "year", "member", "nation", "party", "point", "country", "man"}
)
_COMPOUNDED = frozenset(
    {
        "administered", "aligned", "appointed", "backed", "based", "born", "brokered", "built",
        "called", "controlled", "declared", "elected", "funded", "held", "hour", "imposed", "led",
        "made", "mediated", "occupied", "proclaimed", "run", "running", "scale", "sighted",
        "sponsored", "standing", "styled", "supported", "term", "torn", "wide",
    }
)  # fmt: skip
FLYING = frozenset({"flagged", "operated", "owned", "registered"})
"""What ships and firms are somebody's by."""
HELPED = frozenset(
    {
        "aligned",
        "allied",
        "armed",
        "backed",
        "equipped",
        "friendly",
        "funded",
        "sponsored",
        "supported",
        "trained",
    }
)
"""What somebody is by another's help."""
_BREAKING_OUT = frozenset(
    {
        "between", "breaks", "broke", "continued", "continues", "erupted", "erupts", "escalates",
        "intensified", "intensifies", "raged", "rages", "resumed", "resumes",
    }
)  # fmt: skip
"""What fighting does, or between whom it is."""
_TO_WHOM = frozenset({"against", "on", "to"})
_TIED = frozenset(
    {
        "border", "contacts", "cooperation", "dialogue", "links", "negotiations", "relations",
        "talks", "ties", "trade",
    }
)  # fmt: skip
"""What one has with another: a state behind "with" does something itself elsewhere."""
_SPEAKING_ON = frozenset(
    {
        "accusing", "blaming", "branding", "calling", "citing", "claiming", "condemning",
        "criticising", "criticizing", "demanding", "denouncing", "describing", "labeling",
        "labelling", "saying", "stating", "stressing", "urging", "warning",
    }
)  # fmt: skip
"""What somebody says who has done something to another."""
_PREFIXES = frozenset({"co", "ex", "non", "pre", "re", "vice"})
_WORKING = frozenset({"breakfast", "dinner", "lunch", "meeting", "session", "trip", "visit"})
_AMID = frozenset({"amid", "amidst"})
"""Prepositions that parsers take for nouns."""
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_BEFORE_DAYS = PREPOSITIONS | frozenset(
    {"early", "late", "last", "next", "this", "that", "every", "each", "since", "until", "of", "or"}
)
_BEHIND_DAYS = frozenset({",", ".", "that"})
_HALVES = frozenset({"a.m.", "p.m."})
_NOT_DONE = frozenset({"be", "blame", "have"})
"""What is to be done by others, or not done at all."""
_SUBJECTS = frozenset({"he", "it", "she", "they", "Bush"})
_DOUBTING = frozenset(
    {"allegedly", "nearly", "rarely", "hardly", "reportedly", "supposedly", "supply"}
)
"""Words in "ly" that say whether something was done, or are no adverbs."""
_RELIEF = frozenset({"aid", "help"})
_CARRIERS = frozenset(
    {
        "consignment", "convoy", "convoys", "deliveries", "delivery", "flight", "flights",
        "flotilla", "plane", "planes", "ship", "ships", "shipment", "shipments", "truck", "trucks",
    }
)  # fmt: skip
"""By what aid comes."""
_RECEIVERS = frozenset({"it", "them"})
_WEAPONS = frozenset({"ambush", "bomb", "bombing", "bombings", "bombs", "device", "explosion"})
_ENTRY = frozenset({"accession", "entry", "leadership", "membership"})
_TRUCES = frozenset({"armistice", "ceasefire", "truce"})
_SOUGHT = frozenset(
    {
        "discussions", "efforts", "negotiations", "offer", "plan", "proposal", "proposals", "talks",
    }
)  # fmt: skip
"""What leads to a truce, and is none yet."""
MEASURES = frozenset({"measures", "penalties", "restrictions", "sanctions", "tariffs"})
_BONDS = frozenset({"diplomatic", "relations", "ties"})
_KNOWN_BETTER = {
    "paused": "suspended", "relaxed": "loosened",
    "indiscriminate": "brutal", "sunk": "destroyed", "froze": "withheld", "sever": "end",
    "insurgent": "rebel",
    "underscore": "stress", "underscored": "stressed", "underscores": "stresses",
    "underscoring": "stressing", "vetoed": "rejected", "singled": "picked", "normalise": "restore",
    "normalised": "restored", "normalises": "restores", "normalising": "restoring",
    "normalize": "restore", "normalized": "restored", "normalizes": "restores",
    "normalizing": "restoring", "impassioned": "strong", "resumed": "restarted",
}  # fmt: skip
"""Verbs that the parser takes for adjectives, with others that report the same events."""
_OPPOSING = {"opposed": "rejected", "opposes": "rejects"}
_FOUGHT = frozenset(
    {"across", "against", "along", "in", "inside", "into", "near", "on", "targeting"}
)
"""Words behind an attack."""
_QUOTES = frozenset({'"', "”", "'", "’"})

_PARTED = frozenset({"broken", "cut", "frozen", "severed", "suspended"})
_TIES = frozenset({"contacts", "diplomatic", "relations", "ties"})


def day_after(tokens: Sequence[str], marks: Mapping[int, Mark], at: int) -> Mark | None:
    """The day that stands between the auxiliary at ``at`` and its verb; None where none does."""
    if tokens[at].lower() not in AUXILIARIES:
        return None
    start = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower() in {"in", "on"})
    mark = marks.get(start)
    if mark is None or mark.unit.date is None or mark.end >= len(tokens):
        return None
    following = tokens[mark.end]
    return mark if following.isalpha() and following.islower() and mark.end not in marks else None


def day_behind(
    tokens: Sequence[str], marks: Mapping[int, Mark], mark: Mark, tenses: Tenses
) -> Mark | None:
    """The day that stands between an actor and what they did; None where none does."""
    if not mark.unit.actors or mark.unit.demonym or mark.end + 2 >= len(tokens):
        return None
    if mark.start and tokens[mark.start - 1].lower() in BEFORE_NOUNS:
        return None  # "ministers of X on Monday met"
    day = marks.get(mark.end + (tokens[mark.end].lower() == "on"))
    if day is None or day.unit.date is None or day.unit.date.adjectival or day.end >= len(tokens):
        return None
    at = day.end
    while at + 1 < len(tokens) and (tokens[at] in ADVERBS or tokens[at].endswith("ly")):
        at += 1
    verb = tokens[at]
    return day if verb.islower() and (verb in tenses.verb_forms or verb in tenses.past) else None


def received(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> Mark | None:
    """Who is met where a sentence starts as "Meeting X, Y said …"; parsers see a noun there."""
    if tokens[at] not in _RECEIVING or word_before(tokens, at) != ".":
        return None
    who = marks.get(at + 1 + (at + 2 < len(tokens) and tokens[at + 1].lower() == "with"))
    if who is None or not who.unit.actors:
        return None
    return who if "," in tokens[who.end - 1 : who.end + 1] else None


def meeting(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> tuple[str, ...]:
    """What stands better for "Meeting" in "Meeting in X, Y said"; parsers see a noun there.

    Nothing where no such sentence starts there.
    """
    words = _MEETING.get(tokens[at], ())
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if not words or following not in _MEETING_WORDS or word_before(tokens, at) != ".":
        return ()
    for comma in range(at + 2, min(at + 20, len(tokens) - 2)):
        if tokens[comma] in {".", ";", ":"}:
            return ()
        who = marks.get(comma + 1) or marks.get(comma + 2)
        if tokens[comma] == "," and who is not None and who.unit.actors:
            return words
    return ()


def measured(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> bool:
    """Whether an adjective stands there that parsers stumble on: "four-day", "rebel-held"."""
    if at + 3 >= len(tokens) or tokens[at + 1] != "-":
        return False
    led = tokens[at].islower() and tokens[at] not in _PREFIXES and at not in marks
    if led and tokens[at + 2] in _COMPOUNDED and tokens[at + 3].isalpha() and at + 2 not in marks:
        return True  # "rebel-held"
    number = (tokens[at].isdigit() or tokens[at].lower() in NUMBERS) and tokens[at + 3] != "-"
    measure = number and tokens[at + 2].lower() in _MEASURED
    return measure and at + 1 not in marks and at + 2 not in marks and tokens[at + 3].isalpha()


def described(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> int:
    """The token behind words that say by whose help something is: "a Turkish-backed | group".

    ``at`` where no such words start there.
    """
    mark = marks.get(at)
    if mark is None or not mark.unit.actors or mark.end + 1 >= len(tokens):
        return at
    joined = tokens[mark.end] == "-"
    helped = mark.end + joined
    joining = HELPED | FLYING if joined else HELPED
    if helped + 1 >= len(tokens) or tokens[helped] not in joining or helped in marks:
        return at
    bare = at > 0 and tokens[at - 1].lower() in {"a", "an"}
    following = tokens[helped + 1]
    if not (joined or bare) or not following.isalpha() or following in PREPOSITIONS:
        return at
    return helped + 1


def one_state(mark: Mark) -> bool:
    """Whether the mark is one word that names a state or organisation: "Norway"."""
    mention = mark.unit.mention
    named = mention is not None and mention.kind is MentionKind.NAMED
    return named and mark.end - mark.start == 1 and len(mark.unit.actors) == 1


def participle(tokens: Sequence[str], at: int) -> bool:
    """Whether a participle follows: "calling"."""
    return at < len(tokens) and tokens[at].endswith("ing") and tokens[at].islower()


def bare_day(tokens: Sequence[str], at: int, mark: Mark) -> bool:
    """Whether a day stands without its preposition: "a meeting Friday with X"."""
    if mark.unit.date is None or tokens[at] not in _DAYS or at == 0:
        return False
    before = tokens[at - 1].lower()
    following = tokens[mark.end].lower() if mark.end < len(tokens) else ""
    ends = following in PREPOSITIONS | _BEHIND_DAYS
    return before.isalpha() and before not in _BEFORE_DAYS and ends


_PARTING = frozenset({"at", "by", "from", "in", "on", "over", "to", "via", "with"})
"""What may follow a day that parts a verb from its partner."""


def today_with(tokens: Sequence[str], at: int, mark: Mark, tenses: Tenses) -> bool:
    """Whether a day parts a verb from its partner: "spoke today with X"."""
    if mark.unit.date is None or tokens[at] not in {"today", "yesterday"} or mark.end - at > 1:
        return False
    following = tokens[mark.end] if mark.end < len(tokens) else ""
    before = tokens[at - 1] if at else ""
    return following in _PARTING and (before in tenses.verb_forms or before in tenses.past)


def word_before(tokens: Sequence[str], index: int) -> str:
    """The token before; "." at the start, ";" where the clause starts with "Also" or the like."""
    if index == 0:
        return "."
    first = index == 1 or tokens[index - 2] in {".", ";"}
    also = tokens[index - 1].lower() in {"also", "then", "later"}
    return ";" if first and also else tokens[index - 1]


def easier_word(word: str, before: str, following: str, written: Sequence[str]) -> str:
    """The word in whose place parsers stumble less; the word itself where they do not stumble.

    ``before`` and ``following`` are its neighbours in the text, ``written`` what was written
    before it for the parser.
    """
    if word == "aid" and following in _CARRIERS:
        return "relief"  # "a UN aid convoy": parsers see a verb
    if word in _RELIEF and _given(written):
        return "assistance"  # "sent aid to X", "offered X help": parsers see a verb
    return _easier(word, before, following, written[-1] if written else "")


def _given(written: Sequence[str]) -> bool:
    """Whether what follows is given: behind "sent", or "sent it"."""
    last = [word.lower() for word in written[-2:]]
    return last[-1:] != [] and (
        last[-1] in GIVING or (last[0] in GIVING and last[-1] in _RECEIVERS)
    )


def _easier(word: str, before: str, following: str, written: str) -> str:
    """The same of one word written before."""
    if word == "each" and written in GROUPS:
        return "mutually"  # "India and Pakistan each expelled a diplomat"
    if word.lower() in _AMID:
        return "despite" if word.islower() else "Despite"
    if word == "Over" and (following in NUMBERS or following.replace(",", "").isdigit()):
        return "Nearly"  # "Over 20 countries condemned X": parsers see a preposition
    if word in {"'", "’"} and before.endswith("s") and not written.endswith("s"):
        return "'s"  # "the United States' support", written as "Iraq's"
    if word == "since" and before in {"has", "have", "had"}:
        return "then"  # "has since left"
    if word == "targeting" and (before in _WEAPONS or before in MEASURES):
        return "against"  # "a car bomb targeting X kills Y", "sanctions targeting X"
    if word == "targets" and before[:1].isupper() and following in PREPOSITIONS:
        return "positions"  # "bombed ten Houthi targets in": parsers see a verb
    if word == "cut" and before == "and" and following in _BONDS:
        return "severed"  # parsers see an adjective
    if word == "shelling" and following in {"by", "from", "of"}:
        return "bombardment"  # "killed in shelling by X": parsers see a verb
    if word == "Fighting" and following in _BREAKING_OUT:
        return "Combat"  # parsers see a verb
    if word == "been" and following == "to":
        return "gone"  # "has been to X"
    if word == "offensive" and following in _FOUGHT:
        return "assault"  # "X's offensive in Y": parsers see an adjective
    if word == "claim" and following == "that" and written == "Iraq":
        return "allegation"  # "denied a US claim that": parsers see a verb
    if word in _TRUCES and following in _SOUGHT:
        return "peace"  # "continued ceasefire talks": parsers see a verb in "talks"
    if word in _PARTED and before in {"has", "have", "had"} and following in _TIES:
        return "ended"  # "said it had broken ties": parsers see an adjective
    if word in _OPPOSING and following not in {"by", "to", *_QUOTES}:
        return _OPPOSING[word]  # parsers see a preposition
    if word == "bid" and (before in _ENTRY or (before.isupper() and len(before) > 1)):
        return "application"  # "X's NATO bid": parsers see a verb
    if word in _KNOWN_BETTER:
        return _KNOWN_BETTER[word]
    if _adverb(word) and written in _SUBJECTS and following.endswith("ed"):
        return "also"  # "X sharply criticised Y": parsers see a verb in "sharply"
    if word == "working" and following in _WORKING:
        return "official"  # "a meeting and working lunch": parsers see a verb
    return word


def bound_to(tokens: Sequence[str], at: int, written: str) -> bool:
    """Whether somebody is to do something: "X | is | to train Y", "they | are | to meet".

    Parsers see a noun in the verb. ``written`` was written before it for the parser.
    """
    many = tokens[at] == "are" and written.endswith("s")  # "instructors are to train"
    acting = tokens[at] in {"is", "are"} and (many or written in _SUBJECTS)
    follows = tokens[at + 1 : at + 2] == ["to"] and "".join(tokens[at + 2 : at + 3]).islower()
    return acting and follows and tokens[at + 2] not in _NOT_DONE


def due_to(tokens: Sequence[str], at: int, tenses: Tenses) -> bool:
    """Whether something will be: "talks | are due to | resume"; parsers see a reason in it."""
    due = tokens[at] in {"are", "is", "was", "were"} and tokens[at + 1 : at + 3] == ["due", "to"]
    following = "".join(tokens[at + 3 : at + 4])
    return due and (following == "be" or (following in tenses.past and following[-1] != "s"))


def _adverb(word: str) -> bool:
    """Whether a word says how something was done, and not whether it was."""
    return word.endswith("ly") and word.islower() and len(word) > 5 and word not in _DOUBTING


def goes_on(before: str, word: str) -> bool:
    """Whether a sentence goes on behind "a.m." with the word: "11:30 a.m. Tuesday for"."""
    return before.lower() in _HALVES and (word in _DAYS or not word[:1].isupper())


def speaks_on(word: str, following: str, before: Sequence[str]) -> bool:
    """Whether somebody says something about what they did: "cut ties with X | calling it a foe".

    ``before`` are the words written before it. Parsers take X for who says it.
    """
    asking = word == "calling" and following in {"for", "on", "upon"}
    if word not in _SPEAKING_ON or asking or len(before) < 3:
        return False
    return before[-2] in _TO_WHOM or (before[-2] == "with" and before[-3] in _TIED)
