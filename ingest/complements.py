"""Where a title ends: behind its capitals, or where a clause, a place or a day begins."""

from ingest.series import series_end
from ingest.titles import DASHES, NUMBER, YEAR, YEARS, TokenText
from ingest.titlewords import PhraseWords

# "Over the last four years", "on a regular basis".
_TIMES = frozenset(
    {"last", "past", "next", "same", "coming", "basis", "course", "occasion", "margins"}
)
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "tenth"})
_FIELDS = frozenset({"field", "fields", "area", "areas", "sphere", "domain"})


_ASKING = frozenset(
    {"aims", "allows", "appeals", "asks", "calls", "demands", "insists", "provides"}
)
_JOINT = frozenset({"assistance", "collaboration", "cooperation", "participation", "trade"})
"""What is on something with "in" behind it: "on cooperation in fishing"."""
_LOOSELY = 20
"""Words up to which a document's deed is told in its title."""
_CALLING = frozenset({"branding", "calling", "describing", "labeling", "labelling", "terming"})
"""What is done to what is judged: "a statement | calling the raid a crime"."""
_BEHALF = frozenset({"aid", "defence", "defense", "favor", "favour", "honor", "honour", "support"})
"""What a declaration is in: "in support of X"."""
_RULING = frozenset({"authority", "control", "jurisdiction", "rights", "sovereignty"})
"""What is over something: "rights over the sea"."""
_SPANS = frozenset(
    {"billion", "day", "days", "million", "month", "months", "week", "weeks", "year", "years"}
)
_VERBS = frozenset({",", "and", "or"})
_WOULD = frozenset({"will", "would"})
_STATES = frozenset({"is", "was", "has", "does", "says", "hopes", "wants"})
_LOOSE = frozenset({"and", "calling", "the", "a", "an", "in", "with", "its", "their", ",", "of"})


def formal_end(text: TokenText, words: PhraseWords, end: int) -> int:
    """Where the capitals after a title's head end: "… on Migration, Mobility and the Seas"."""
    at = end
    while at < len(text.tokens):
        after = _capitals(text, words, _past_connector(text, words, at, inside=at > end))
        if after is None:
            after = _listed(text, words, at) if at > end else None
        if after is None:
            break
        at = after
    return _with_years(text, at)


def _past_connector(text: TokenText, words: PhraseWords, at: int, *, inside: bool) -> int | None:
    """Where the capitals after a connecting word should start; None if none stands at ``at``."""
    low = text.word(at)
    following = at + 1 + (text.word(at + 1) in {"the", "a", "an", "its", "their"})
    if low in words.leads or low in {"against", "to"}:
        return following
    if low == "with" and text.word(at + 1) == "respect" and text.word(at + 2) == "to":
        return at + 3
    if low in {"in", "with"} and text.word(following) in words.regions:
        return following
    if low == "in" and following == at + 2:
        elsewhere = text.word(following) in words.formal or _is_venue(text, words, following)
        return None if elsewhere else following
    if low == "between" and text.word(following) in words.formal and following > at + 1:
        return following
    if low in {"and", "&", "e", "y"} and inside:
        formal = text.word(following) in words.formal
        return following if formal or following == at + 1 else None
    return None


def _is_venue(text: TokenText, words: PhraseWords, at: int) -> bool:
    """Whether the capitals from ``at`` on are where one signs: "the East Room", "the Kremlin"."""
    end = at
    while text.capital(end):
        if text.word(end) in words.venues:
            return True
        end += 1
    return False


def _capitals(text: TokenText, words: PhraseWords, at: int | None) -> int | None:
    """Where the run of capitals that starts at ``at`` ends; None where there is none."""
    if at is None or not text.capital(at) or text.word(at) in words.time_words:
        return None
    end = at + 1
    while end < len(text.tokens):
        low = text.word(end)
        plural = low in {"'", "’"} and text.word(end - 1).endswith("s")  # "Seafarers' Certificates"
        genitive = (plural or low in {"'s", "’s", *words.particles}) and text.capital(end + 1)
        dash = low in DASHES and text.tight(end) and end + 1 < len(text.tokens)
        if genitive or dash:
            end += 2
        elif text.capital(end) and low not in words.stops and low not in words.time_words:
            end += 1
        else:
            break
    return end


def _listed(text: TokenText, words: PhraseWords, at: int) -> int | None:
    """Where a list that goes on with a comma at ``at`` ends, if all of it has capitals."""
    while text.word(at) == ",":
        closing = text.word(at + 1) in {"and", "&"}
        after = _capitals(text, words, at + 1 + closing)
        if after is None:
            return None
        if closing:
            return after
        at = after
        if text.word(at) in {"and", "&", "e", "y"}:
            following = at + 1 + (text.word(at + 1) == "the")
            return _capitals(text, words, following)
    return None


def _with_years(text: TokenText, at: int) -> int:
    """Past "(2015)", "(2023–2027)" or "2023–2027" where a title ends with one."""
    inner = at + (text.word(at) == "(")
    end = inner
    if YEARS.fullmatch(text.word(inner)):
        end = inner + 1
    elif YEAR.fullmatch(text.word(inner)):
        ranged = text.word(inner + 1) in DASHES and NUMBER.fullmatch(text.word(inner + 2))
        end = inner + 3 if ranged else inner + (inner > at)
    if inner > at:
        return end + 1 if end > inner and text.word(end) == ")" else at
    return end


def plain_end(
    text: TokenText, words: PhraseWords, end: int, *, verbs: bool = False, infinitive: bool = False
) -> int:
    """Where the complement of a head ends that is told in common words: "on visa-free travel".

    ``verbs`` allows "condemning …", ``infinitive`` allows "to lift …"; then objects with "with" and
    "in" belong to it.
    """
    low = text.word(end)
    loose = False
    own = low == "of" and text.word(end + 2) == "own"
    if own or (low == "on" and _is_day(text, end + 1)):
        return end  # "an accord | of their own", "the treaty | on the first"
    if low in words.leads or (low == "aimed" and text.word(end + 1) == "at"):
        at = end + 1 + (low == "aimed")
        if text.word(at) in words.time_words or (
            text.tokens[at : at + 1]
            and (_is_span(text, at) or text.word(at + 1) in words.time_words)
        ):
            return end
        if set(text.folded[at : at + 4]) & _TIMES:
            return end
    elif verbs and low == "in" and text.word(end + 1) in _BEHALF and text.word(end + 2) == "of":
        at = end + 3
    elif low in _CALLING and text.word(end + 1) not in {"for", "on", "upon"}:
        return end
    elif verbs and low.endswith("ing") and low not in words.no_participles:
        loose, at = True, end + 1
    elif infinitive and low == "to" and text.word(end + 1).isalpha():
        loose, at = True, _verbs_end(text, end + 2)
    else:
        return end
    stop = _complement_stop(text, words, at, loose=loose)
    return stop if stop > at else end


def _verbs_end(text: TokenText, at: int) -> int:
    """Past more verbs of a list: "to build | , run and keep | a harbour"."""
    while text.word(at) == "," and text.word(at + 1).isalpha() and text.word(at + 2) in _VERBS:
        at += 2
    return at + (text.word(at) == ",") if text.word(at - 2) == "," else at


def dated_end(text: TokenText, words: PhraseWords, end: int) -> int:
    """Where the day ends that tells a document from others: "of 26 May 1972"; else ``end``."""
    at = end + 1
    while text.word(at) in words.time_words or NUMBER.fullmatch(text.word(at)):
        at += 1 + (text.word(at + 1) == "," and bool(YEAR.fullmatch(text.word(at + 2))))
    months = any(text.word(here) in words.time_words for here in range(end + 1, at))
    return at if text.word(end) == "of" and months and at - end > 2 else end


def _is_day(text: TokenText, at: int) -> bool:
    """Whether a day of the month stands at ``at``: "the 5th", "the first of the month"."""
    ordinal, after = text.word(at + 1), text.word(at + 2)
    counted = bool(NUMBER.fullmatch(ordinal)) or ordinal in _ORDINALS
    return text.word(at) == "the" and counted and (after == "of" or not after.isalpha())


def _is_span(text: TokenText, at: int) -> bool:
    """Whether a number at ``at`` says when or how long: "for | 30 years", "for | 2015"."""
    number = text.tokens[at][0].isdigit()
    counts = text.word(at + 1).isalpha() and text.word(at + 1) not in _SPANS
    return number and not (counts and text.word(at - 1) == "for" and not YEAR.match(text.word(at)))


def period_end(text: TokenText, end: int) -> int:
    """Past the years for which a plan or programme is: "for 2024–2026"; else ``end``."""
    stop = _with_years(text, end + 1) if text.word(end) == "for" else end + 1
    return stop if stop > end + 1 else end


def clause_end(text: TokenText, words: PhraseWords, end: int) -> int:
    """Where the clause ends that says what a document does: "that tightens the sanctions".

    ``end`` where no such clause stands there: "that negotiators reached" tells another's deed.
    """
    # "a security pact that will …" has a name without it
    would = text.word(end + 1) in _WOULD and text.word(end - 2) in words.determiners
    start, that = end, text.word(end) == "that"
    end += would
    verb, following = text.word(end + 1), text.word(end + 2)
    if not that or not (would or verb.endswith("s")) or text.capital(end + 1):
        return start
    asked = verb in _ASKING and following in {"for", "on", "to", "that"}
    plain = would and following.isalpha() and following not in words.stops
    determined = following in words.determiners or text.capital(end + 2)
    if verb in _STATES or not (asked or determined or plain):
        return start
    stop = _complement_stop(text, words, end + 2, loose=True)
    return stop if stop > end + 2 else start


def parted_complement(
    text: TokenText, words: PhraseWords, end: int, *, acts: bool = True
) -> tuple[int, int] | None:
    """Where a complement stands that a party, a place or a day parts from its head.

    "Signed a treaty | with Kenya in Lima on Monday | on the protection of whales"; None where
    nothing of the kind follows. ``acts`` allows what a bare "pact" does: "with Kenya | to end it".
    """
    at, last = end, end
    while (after := _past_aside(text, words, at)) is not None:
        at, last = after, at
    if at == end or text.word(at) == "of":  # "in the East Room | of the White House"
        return None
    # "with Kenya | to end the war", but not "in Lima to end the war", "to the delight of"
    day = text.word(at - 1) in words.time_words and text.word(last) == "on" and last == end
    party = text.word(last) == "with" and text.word(at + 1) not in words.determiners
    acts = acts and (party or day)  # "an accord on Monday | to share the river"
    stop = plain_end(text, words, at, verbs=True, infinitive=acts)
    return (at, stop) if stop > at else None


def _past_aside(text: TokenText, words: PhraseWords, at: int) -> int | None:
    """Past "with Kenya and Chad", "in Lima", "on Monday"; None where none of these stands there."""
    low, following = text.word(at), text.word(at + 1)
    if low == "on" and following in words.time_words:
        return at + 2
    if low not in {"at", "in", "with"}:
        return at + 1 if low in words.time_words else None
    end = _capitals(text, words, at + 1 + (following == "the"))
    while end is not None and text.word(end) == "and":
        more = _capitals(text, words, end + 1 + (text.word(end + 1) == "the"))
        if more is None:
            break
        end = more
    return end


def _runs_on(text: TokenText, words: PhraseWords, at: int, *, loose: bool) -> bool:
    """Whether the word at ``at`` goes on with a complement."""
    low, before, following = text.word(at), text.word(at - 1), text.word(at + 1)
    if (low in DASHES and text.tight(at)) or low in {"'s", "’s", "'", "’", "%", "$"}:
        return True
    if low in {"with", "in"} and (loose or (following == "the" and text.word(at + 2) in _FIELDS)):
        return not (following in words.time_words or following[:1].isdigit())
    if low == "in" and before in _JOINT:
        return following.isalpha() and not text.capital(at + 1) and following not in words.stops
    if low == "over" and (following[:1].isdigit() or before in _RULING):
        return True  # "over 300 kilograms"
    if low in words.inner:
        return not (following in words.time_words or text.word(at + 2) in words.time_words)
    if low == "and":
        acts = following.endswith("ed") and text.word(at + 2) in words.determiners
        return not (acts or following in words.stops or following in words.determiners)
    if loose and before == "to" and low.isalpha():
        return True  # "urging X to hold talks"
    if low == "upon" and before == "calling":
        return True
    if following == "of" and before == "the" and low.isalpha():
        return True  # "on the signing of a treaty"
    return not (low in words.stops or low in words.time_words or not low[:1].isalnum())


def _complement_stop(text: TokenText, words: PhraseWords, at: int, *, loose: bool) -> int:
    limit = min(len(text.tokens), at + (_LOOSELY if loose else 9))
    stop = at
    while stop < limit:
        if not _runs_on(text, words, stop, loose=loose):
            break
        stop += 1
    while stop >= limit and text.capital(stop) and text.capital(stop - 1):
        stop += 1  # a name is not cut
    if not loose:
        stop = series_end(text, words, stop, text.word(at - 1))
    if text.word(stop) == "by" and text.word(stop - 1).endswith("ed"):
        stop -= 1  # "a truce | brokered by X"
    while stop > at and (
        text.word(stop - 1) in {*words.inner, *_LOOSE} or text.word(stop - 1) in DASHES
    ):
        stop -= 1
    return stop


def parties_end(text: TokenText, words: PhraseWords, at: int) -> int:
    """Where "between A, B and C" that starts at ``at`` ends; ``at`` where it does not."""
    if text.word(at) != "between":
        return at
    end = _party(text, words, at + 1)
    while end is not None:
        if text.word(end) == ",":
            after = _listed(text, words, end)
            return after if after is not None else at
        if text.word(end) in {"and", "&"}:
            after = _party(text, words, end + 1)
            return after if after is not None else at
        return at
    return at


def _party(text: TokenText, words: PhraseWords, at: int) -> int | None:
    """Where the name of a party ends that starts at ``at``: "the Port of Lima"; None for none."""
    end = _capitals(text, words, at + (text.word(at) == "the"))
    while end is not None and text.word(end) == "of":
        after = _capitals(text, words, end + 1 + (text.word(end + 1) == "the"))
        if after is None:
            break
        end = after
    return end
