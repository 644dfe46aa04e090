"""The lexicon of dates, and the patterns that are made of it.

The order of the kinds matters: at one place of the text the first kind that fits is taken. Each
kind has its rule in `ingest.daterules`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.errors import KnowledgeError

_SETS = ("past", "coming", "determiners", "prepositions", "followers", "units")
_NAMES = ("namesakes", "year_names")
_FILE = "lexicon/dates.toml"
YEAR = r"(?:1[7-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|,\d{3}(?!\d)|\.\d|%|:\d|\w)"
REACH = 48
"""How many characters an expression may have before its core ("the first half of | 2019")."""
JOINER = r"\s*(?:to|and|or|until|till|through|[-–—/])\s*(?:the\s+)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """Words that say when, and the compiled patterns; all words are lower case."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    feasts: Mapping[str, tuple[int, int]]
    """Month and day of days that have a name."""
    numbers: Mapping[str, int]
    days: Mapping[str, int]
    past: frozenset[str]
    coming: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    followers: frozenset[str]
    units: frozenset[str]
    namesakes: frozenset[str]
    year_names: frozenset[str]
    plans: re.Pattern[str]
    guesses: re.Pattern[str]
    bounds: re.Pattern[str]
    year_ahead: re.Pattern[str]
    core: re.Pattern[str]
    """Finds a word without which there is no expression within `REACH` characters."""
    opening: frozenset[str]
    """All words that stand in expressions, in lower case: what is none of them begins none."""
    scan: re.Pattern[str]
    """Matches an expression where one starts; the name of the group is its kind."""
    kinds: Mapping[str, re.Pattern[str]]
    """The pattern of each kind, with its parts as groups."""


def _any(words: Iterable[str]) -> str:
    """A pattern for one of the words, longest first, whatever the white space between."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _capital(words: Iterable[str]) -> str:
    return _any(form for word in words for form in (word.capitalize(), word.upper()))


def _months(words: Iterable[str]) -> str:
    """A pattern for a month, with the full stop of a short form."""
    words = sorted(words)
    whole = [word for word in words if len(word) > 4 or word in {"may", "june", "july"}]
    long, short = _capital(whole), _capital(word for word in words if word not in whole)
    return rf"(?:{long}\b|{short}\b\.?)"


def _patterns(table: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    """The pattern of each kind of expression, in the order in which they are tried."""
    words = table["words"]
    month = _months(table["months"])
    full = (
        _capital(m for m in table["months"] if len(m) > 4 or m in {"may", "june", "july"}) + r"\b"
    )
    weekday = _capital(table["weekdays"]) + r"\b"
    named = rf"(?:(?P<w>{weekday}|{_capital(table['weekdays_short'])}\b\.?),?\s+(?:the\s+)?)?"
    part = _any(_strings(words["parts_of_day"]))
    stretch = rf"(?:{part}|(?:(?:early|late|small)\s+)?hours)"
    feast = _any(table["feasts"])
    hour = rf"(?:(?i:(?:the\s+)?{stretch}\s+of|(?:early|late|later|earlier)\s+on)\s+)?"
    near = (
        rf"(?:{_any(_strings(words['near']))}(?:\s*-\s*|\s+(?:(?:in|on|of)\s+)?(?:the\s+)?)"
        rf"|(?:the\s+)?{_any(_strings(words['near_of']))}\s+of\s+(?:the\s+)?)"
    )
    side = _any([*_strings(words["past"]), *_strings(words["coming"]), "this"])
    following = (
        r"the\s+(?:very\s+)?(?:following|next|same|previous|preceding)|that(?:\s+(?:same|very))?"
    )
    number = rf"(?:{_any(table['numbers'])}|{_any(_strings(words['vague_numbers']))}|\d{{1,3}})"
    days = (
        rf"(?P<d>{_DAY})(?P<more>(?:\s*,\s*{_DAY})*\s*(?:and|&|or|to|through|until|[-–—])\s*"
        rf"(?:the\s+)?(?P<e>{_DAY})(?!\s+{_any(_strings(words['units']))}\b))?"
    )
    turn = r"(?:\s+(?:of\s+)?(?P<turn>last|this|next|that|the\s+same|the\s+following)\s+year\b)"
    era = rf"(?:,?\s*(?:of\s+)?(?:the\s+year\s+)?(?P<y>{YEAR})(?![\d%]|,\d|\.\d)|{turn})?"
    unit = r"(?:day|week|month|year)"
    return {
        "name": rf"\b(?i:{_any(_strings(words['names']))})\b(?!/)",
        "iso": rf"(?<![\d/-])(?P<y>{YEAR})[-/](?P<m>0[1-9]|1[0-2])[-/]"
        r"(?P<d>0[1-9]|[12]\d|3[01])(?![\d/-])",
        "numeric": r"(?<![\d./-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P<t>[/.-])"
        r"(?P<y>\d{4}|\d\d)(?![\d/-]|\.\d)",
        "ymd": rf"\b(?P<y>{YEAR}),?\s+(?P<m>{month})\s+(?P<d>{_DAY})",
        "dmy": rf"\b{hour}{named}{days}[\s-]*(?:day\s+)?(?:of\s+)?(?P<m>{month}){era}",
        "mdy": rf"\b{hour}{named}(?P<m>{month})\s+(?:the\s+)?{days}{era}",
        "my": rf"\b(?:(?i:{near}))?(?P<m>{month}),?\s+(?:of\s+)?(?:the\s+year\s+)?"
        rf"(?P<y>{YEAR})(?!\d|[.,]\d|%)",
        "word": rf"\b(?i:(?:(?:earlier|later|late|early)\s+)?(?P<word>{_any(table['days'])})\b"
        rf"(?:\s+{part}\b)?)",
        "weekday": rf"\b(?:(?i:early|late|later|earlier|(?:the\s+)?{stretch})\s+(?:on\s+|of\s+)?)?"
        rf"(?:(?P<mod>(?i:{side}|{following}))\s+)?(?P<w>{weekday})(?:\s+{part}\b)?"
        r"(?:,?\s+(?:of\s+)?(?P<wk>last|next|this)\s+week\b(?!['’])|\s+(?P<last>last)\b)?",
        "month": rf"\b(?:(?i:{near})|(?P<mod>(?i:{side}|{following}))\s+)?(?P<m>{full})"
        rf"(?!\s+\d\d?\b){turn}?",
        "span": rf"\b(?i:(?:(?P<near>{near}))?(?P<mod>{side}|{following})\s+"
        rf"(?P<u>{unit}|weekend|{part}))\b",
        "inside": rf"\b(?i:(?:earlier|later|late|early)\s+in\s+the\s+(?P<u>{unit}))\b",
        "weekend": r"\b(?i:the\s+(?:long\s+|holiday\s+)?weekend)\b",
        "feast": rf"\b(?i:(?P<feast>{feast}))\b(?:,?\s+(?P<y>{YEAR})\b)?",
        "ago": rf"\b(?i:(?P<n>{number})\s+(?P<u>hour|{unit}|decade)s?\s+ago(?P<today>\s+today)?)\b",
        "ahead": rf"\b(?i:(?P<n>{number})\s+(?P<u>{unit})s?\s+from\s+(?:now|today)|"
        rf"in\s+(?P<n2>{number})\s+(?P<u2>{unit})s?['’]?\s+time)\b",
        "anchored": rf"\b(?i:(?P<n>{number}|the)\s+(?P<u>{unit})s?\s+"
        r"(?P<way>earlier|later|afterwards?|after|before|previously|on(?=,)))\b",
        "dayofmonth": r"\b(?i:on\s+the\s+)(?P<d>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th))"
        r"(?=\s*[.,;)]|\s*$|\s+(?:and|in|at|to|with|by|as|when|after|where|for|he|she|they|it|the)\b)",
        "season": rf"\b(?i:(?:(?:{near})?(?P<mod>{side})\s+|{near}|in\s+(?:the\s+)?|the\s+)?"
        rf"(?P<season>{_any(table['seasons'])})(?:,?\s+(?:of\s+)?(?P<y>{YEAR})\b)?)\b",
        "decade": rf"\b(?i:{near})?{YEAR[:-4]}\d0['’]?s\b",
        "years": rf"(?<![\d.,$€£/–-])\b(?P<a>{YEAR})\s*[-–—/]\s*(?P<b>{YEAR}|\d\d)"
        r"(?![\d%]|[.,]\d|\w)",
        "year": rf"\b(?:(?i:{near})(?P<near>))?(?<![\d.,$€£/#–-])(?P<y>{YEAR})"
        r"(?![\d%°]|[.,/:]\d|\w|[-–]\w)",
        "nth": r"\b(?i:on\s+(?:the|its|his|her|their)\s+(?:(?P<last>last|final|closing)"
        r"|(?P<nth>first|second|third|fourth|fifth|opening))\s+day)\b",
        "eve": r"\b(?i:on\s+the\s+eve\s+of)\b",
    }


def _core(table: Mapping[str, Mapping[str, object]], month: str) -> str:
    """One of these stands in every expression: what is cheap to look for."""
    words = {
        *table["days"],
        *table["seasons"],
        *table["feasts"],
        "weekend",
        "night",
        "decade",
        "ago",
        "eve of",
        "time",
    }
    words |= {f"{unit}{s}" for unit in ("hour", "day", "week", "month", "year") for s in ("", "s")}
    named = {w.split()[-1] for w in table["days"]} | set(_strings(table["words"]["parts_of_day"]))
    small = words | named
    first = "".join(sorted({word[0] for word in (*small, *table["months"], *table["weekdays"])}))
    return (
        rf"{YEAR}|\d[/.-]\d\d?[/.-]\d|\d(?:st|nd|rd|th)\b|\b(?=[{first}{first.upper()}])"
        rf"(?:{month}|{_capital(table['weekdays'])}\b|{_by_letter(small)}\b)"
    )


def _by_letter(words: Iterable[str]) -> str:
    """The same as `_any` in any case, by the first letter, so that most text is ruled out soon."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    parts = (f"[{at}{at.upper()}](?i:{_any(rest)})" for at, rest in sorted(rests.items()))
    return f"(?:{'|'.join(parts)})"


def _words_in(patterns: Iterable[str]) -> frozenset[str]:
    """The words that patterns spell, in lower case, and some letters of their syntax."""
    plain = re.sub(r"\\[a-zA-Z]", " ", " ".join(patterns))
    return frozenset(re.findall(r"[^\W\d_]+", plain.lower()))


def _strings(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise KnowledgeError(f"data/{_FILE}: {value!r} must be a list of words; mend the file")
    return value


def _numbers(table: Mapping[str, object], key: str) -> dict[str, int]:
    values = table.get(key)
    if not isinstance(values, dict) or not all(isinstance(n, int) for n in values.values()):
        raise KnowledgeError(f"data/{_FILE}: [{key}] must give each word a number; mend the file")
    return values


@cache
def date_words() -> DateWords:
    """The lexicon that is shipped; KnowledgeError where the file does not hold what it should."""
    return read_date_words((files("data") / _FILE).read_text(encoding="utf-8"))


def read_date_words(text: str) -> DateWords:
    """The lexicon that ``text`` (TOML) holds; KnowledgeError where something is wrong."""
    try:
        table = tomllib.loads(text)
        words = table["words"]
        sets = {name: frozenset(_strings(words[name])) for name in (*_SETS, *_NAMES)}
        patterns = _patterns(table)
        seasons = {name: (int(a), int(b)) for name, (a, b) in table["seasons"].items()}
        feasts = {name: (int(a), int(b)) for name, (a, b) in table["feasts"].items()}
        plans = _any(_strings(words["plans"]))
        guesses, bounds = _any(_strings(words["guesses"])), _any(_strings(words["bounds"]))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"data/{_FILE}: {error!r}; mend the file") from error
    months = _numbers(table, "months")
    month = _months(months)
    nameless = {kind: re.sub(r"\(\?P<\w+>", "(?:", made) for kind, made in patterns.items()}
    return DateWords(
        months=months,
        weekdays=_numbers(table, "weekdays") | _numbers(table, "weekdays_short"),
        seasons=seasons,
        feasts=feasts,
        numbers=_numbers(table, "numbers"),
        days=_numbers(table, "days"),
        plans=re.compile(rf"\b{plans}\s+$", re.IGNORECASE),
        guesses=re.compile(rf"\b{guesses}\s+$", re.IGNORECASE),
        bounds=re.compile(rf"\b(?P<bound>{bounds})\s+(?:the\s+)?(?:year\s+)?$", re.IGNORECASE),
        year_ahead=re.compile(
            rf"{JOINER}(?:{_DAY}[\s-]*(?:of\s+)?(?P<m>{month})|(?P<n>{month})(?:\s+{_DAY})?)"
            rf",?\s*(?:of\s+)?(?P<y>{YEAR})\b"
        ),
        core=re.compile(_core(table, month)),
        opening=_words_in(nameless.values()),
        scan=re.compile("|".join(f"(?P<{kind}>{made})" for kind, made in nameless.items())),
        kinds={kind: re.compile(made) for kind, made in patterns.items()},
        **sets,
    )
