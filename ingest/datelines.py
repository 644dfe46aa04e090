"""The day on which a text was published, as its own head states it.

Only full dates count, and only where a text says when it was written: wiki markup, "Published: …",
a line of its own, or the dateline of an agency.
"""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from ingest.datewords import YEAR, DateWords, date_words

HEAD = 400
_NUMBER = re.compile(r"\d")
"""In every date that says when a text was written."""
_YEAR = re.compile(YEAR)
"""In every one but that of a dateline before a dash."""
_SAID = (
    r"(?:first\s+)?(?:published|posted|updated|last\s+updated|issued|released|date)(?:\s+on|\s+at)?"
)
_FILLED = r"[\s*'_\[\]|•·()]*"


def _one_of(names: Iterable[str]) -> str:
    """What matches one of the names, the longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, names), key=lambda n: (-len(n), n)))})"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A date that says when the text was written, a dateline without a year, a title's date."""
    words = date_words()
    month, weekday = (rf"{_one_of(names)}\b\.?" for names in (words.months, words.weekdays))
    number = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
    date = (
        rf"(?:{weekday},?\s+)?(?:{number}[\s-]+(?:of\s+)?{month},?[\s-]*{YEAR}|{month}\s+{number},?\s*{YEAR}"
        rf"|{YEAR},?\s+{month}\s+{number}|{YEAR}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]{YEAR})(?!\d)"
    )
    town = r"[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}"
    name = r"[A-ZÀ-Ž][\w.'’-]*"
    stated = (
        rf"\{{\{{(?:date|byline)\|(?:date=)?\s*(?P<wiki>{date})"
        rf"|\b{_SAID}\s*[:\s|]\s*(?P<said>{date})"
        rf"|(?:^|\n){_FILLED}(?P<line>{date}){_FILLED}(?:\d\d?[:.]\d\d[^\n]*)?(?=\n|$)"
        rf"|(?:^|\n){_FILLED}\(?(?:{town}, ?){{0,2}}{town}(?:[,:]?[^\S\n]*\(?|\s[–—-]\s)"
        rf"(?P<town>{date}){_FILLED}"
        rf"(?:\([^)\n]*\)\s*)?(?:--?|[–—]|&[mn]dash;|/|:|\)|\n|$|\d\d[:.]\d\d)"
        rf"|(?:^|\n){_FILLED}(?P<first>{date})(?:,\s+|\s*[–—-]\s+){town}(?:, ?{town})?"
        rf"\s*(?:[.:–—]|-|\n|$)"
        rf"|\b(?!{weekday})(?-i:{name}(?:[ /]{name}){{0,3}}), ?(?P<caption>{date})\.?(?=\n|$)"
    )
    yearless = rf"(?:{weekday},?\s+)?(?:{number}\s+{month}|{month}\s+{number})"
    dash = r"\s*(?:\([^)\n]*\)\s*)?(?:--?|[–—]|&[mn]dash;)"
    short = (
        rf"(?:^|\n){_FILLED}(?:(?:{town}, ?){{1,3}}{yearless}|{yearless}(?:, ?{town}){{1,3}})"
        rf"{_FILLED}{dash}"
    )
    flags = re.IGNORECASE
    return (
        re.compile(stated, flags),
        re.compile(short, flags),
        re.compile(rf"(?:[–—:,(-]|events/)\s*({date})\)?\s*$", flags),
    )


def publication_day(text: str, title: str = "") -> datetime.date | None:
    """The day that the head of ``text``, or the end of ``title``, states; None if neither does."""
    stated, _, title_end = _patterns()
    head = text[:HEAD]
    for found in stated.finditer(head) if _YEAR.search(head) else ():
        made = _read(found[found.lastgroup or 0])
        if made is not None:
            return made
    for line in (title, head.lstrip().split("\n", 1)[0]):
        ending = title_end.search(line.strip())
        made = _read(ending[1]) if ending else None
        if made is not None:
            return made
    return None


def dateline_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the head of ``text`` says when it was written, with or without the year."""
    head = text[:HEAD]
    if _NUMBER.search(head) is None:
        return ()
    stated, short, title_end = _patterns()
    spans = [found.span() for found in short.finditer(head)]
    if _YEAR.search(head) is not None:
        spans += [found.span() for found in stated.finditer(head)]
        ending = title_end.search(head.partition("\n")[0])
        spans += [ending.span()] if ending is not None else []
    return tuple(sorted(spans))


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed, as its first words say."""

    town: str
    """As written: "BEIJING"."""
    end: int
    """The character where the text itself begins."""
    dated: bool = False
    """Whether a day stands beside the town."""


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What may stand in the dateline of an agency behind its town, with what it shows."""
    words = date_words()
    month, weekday = _one_of(words.months), rf"{_one_of(words.weekdays)}\b\.?,?\s+"
    day = rf"(?:{month}\b\.?\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{month}\b\.?)"
    dated = rf"(?:{weekday})?{day}(?:,?\s+{YEAR})?"
    patterns = (
        ("more", r"\s*\[[^\]\n]{2,20}\]"),
        ("date", rf"(?:,\s*|\s+[–—-]\s+|\s+){dated}"),
        ("date", rf"\.\s+{dated}(?=\.)"),
        ("date", rf"\s*\({dated}\)"),
        ("agency", r"[,.]?\s*\((?=[^)\n]*[A-Z])[^)\n]{2,60}\)"),
        ("agency", r"[,.]?\s*/(?=[^/\n]*[A-Z])[^/(\n]{2,24}/"),
        ("agency", r"[,.]\s*[A-Z]{3,12}(?=\s*[.:—–-])"),
        ("more", r",\s*[A-ZÀ-Ž][\w.]*(?: [A-ZÀ-Ž][\w.]*){0,2}(?=\s*[,(\[/—–:.-])"),
    )
    return tuple((name, re.compile(pattern, _flags(name))) for name, pattern in patterns)


@cache
def _day_first() -> re.Pattern[str]:
    """A full date before the town: "5 May 2014, Oslo –"."""
    month = _one_of(date_words().months)
    day = rf"(?:\d{{1,2}}\s+{month}\b\.?|{month}\b\.?\s+\d{{1,2}}),?\s+{YEAR}"
    return re.compile(rf"\s*\(?{day}(?:,\s+|\s*[–—-]\s+)", re.IGNORECASE)


def _flags(part: str) -> int:
    return re.IGNORECASE if part == "date" else 0


_TOWNS = tuple(
    re.compile(
        rf"\s*(?P<town>[A-ZÀ-Ž][\w’'-]*(?:[ /][A-ZÀ-Ž][\w’'-]*){{{more}}})(?=[\s,.:(\[/—–-])"
    )
    for more in range(4)
)
"""A town of one word, of two, …: the shortest that is one counts."""
_TOP = 600
"""Characters from its head or its end in which a line says where and when a text was written."""
_SPOKEN = "(?:address|briefing|interview|press conference|remarks|speech|transcript)"
"""What a title calls words that were spoken somewhere: "Press conference, Oslo"."""
_HOUSE = re.compile(r"\s*(?:[A-ZÀ-Ž][\w’'-]* ){0,3}(?:House|Palace|Hall|Office|Lodge),\s*")
_NOTHING = re.compile(r"\s*\(?")
_BREAK = re.compile(r"\s*\.?\s*(?:—|–|--|-|:|_|\)|/(?=\s))\s*(?=\S)")
_DASH = re.compile(r"\s*(?:—|–|--|\s-\s)\s*(?=[A-ZÀ-Ž“\"‘'])")
_GAP = re.compile(r"\.?\s+(?=[A-ZÀ-Ž“\"‘'])")
_STOP = re.compile(r"\.\s+(?=[A-ZÀ-Ž“\"‘'])")


def dateline(text: str, is_town: Callable[[str], bool]) -> Dateline | None:
    """The dateline with which a paragraph opens; None where it opens with none.

    >>> dateline("BEIJING, March 10 (Xinhua) -- China said", lambda town: town == "Beijing")
    Dateline(town='BEIJING', end=30, dated=True)
    >>> dateline("Warning: China said", lambda town: False)
    """
    head = text[:HEAD]
    for before in (_NOTHING, _HOUSE, _day_first()):  # "State House, Freetown, 10 May 2015 –"
        lead = before.match(head)
        for pattern in _TOWNS if lead is not None else ():
            found = pattern.match(head, lead.end()) if lead is not None else None
            dated = before is _day_first()
            opened = _opened(head, found, is_town, dated) if found is not None else None
            if opened is not None:
                return opened
    return None


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    """Lines that are a town and a day: "(Oslo, 5 May 2018)", "5 May 2018, 9:30 a.m., Oslo".

    So are "Location: Oslo" and the title of what was spoken somewhere: "Press conference, Oslo".
    """
    words = date_words()
    month, weekday = _one_of(words.months), rf"{_one_of(words.weekdays)}\b\.?,? "
    year = rf"(?:,? {YEAR})"
    day = (
        rf"(?:{weekday})?(?:\d{{1,2}}(?:st|nd|rd|th)? {month}\b\.?{year}"
        rf"|{month}\b\.? \d{{1,2}}{year}?|\d{{1,2}}[/.]\d{{1,2}}[/.]{YEAR})"
    )
    time = r"(?:,?(?: -)? \d{1,2}[:.]\d\d ?(?:[ap]\.?m\b\.?|hrs)?)?"
    town = r"(?P<town>(?!date\b)[^\W\d_][\w.’' -]{2,25}?)"
    state = r"[^\W\d_][\w. ]{1,20}"
    behind = rf"(?: \([^)\n]{{2,30}}\))?(?:,(?: {state},)? |: |(?:, {state})?\n)"
    flags = re.MULTILINE | re.IGNORECASE
    return (
        re.compile(rf"^\(?{town}{behind}{day}{time}\)?\.?$", flags),
        re.compile(rf"^\(?{day}{time},? (?:in |at )?{town}\)?\.?$", flags),
        re.compile(rf"^[^\n]{{9,}} \({town}, {day}\)$", flags),
        re.compile(rf"^(?:location|place|venue|where): ?{town}(?:, {state})?$", flags),
        re.compile(
            rf"^[^\n]{{0,150}}?\b{_SPOKEN}\b[^\n]{{0,150}}?(?:,| [|–—]) {town}(?:, {state})?$",
            flags,
        ),
    )


def headline_town(text: str, is_town: Callable[[str], bool]) -> Dateline | None:
    r"""The dateline that stands on a line of its own in the head of a text, or at its end.

    >>> headline_town("Statement\n\n(Oslo, 5 May 2018)\n\nDear friends,", lambda town: True)
    Dateline(town='Oslo', end=0, dated=True)
    """
    for part in (text[:_TOP], text[-_TOP:] if len(text) > _TOP else ""):
        for found in (match for line in _lines() for match in line.finditer(part)):
            town = found["town"]
            if is_town(town.title() if town.isupper() else town):
                return Dateline(town=town, end=0, dated=True)
    return None


def _opened(
    text: str, found: re.Match[str], is_town: Callable[[str], bool], dated: bool
) -> Dateline | None:
    """The dateline that begins with the town, or with its day (``dated``); None where none."""
    at, shown = found.end(), {"date"} if dated else set[str]()
    for _ in range(5):
        part = next(
            ((name, m.end()) for name, pattern in _parts() if (m := pattern.match(text, at))), None
        )
        if part is None:
            break
        shown.add(part[0])
        at = part[1]
    town = found["town"].split("/")[0]  # "Paris/London"
    known = is_town(town.title() if town.isupper() else town)
    clear = bool(shown & {"agency", "date"})
    if not (known or (clear and town.isupper())):
        return None
    ending = _BREAK.match(text, at) if clear or town.isupper() else None
    if ending is None and "agency" in shown:
        ending = _GAP.match(text, at)
    if ending is None and known and "more" in shown:
        ending = _DASH.match(text, at)  # "Geneva, Switzerland – The"
    if ending is None and known and ("date" in shown or not shown):
        ending = _STOP.match(text, at)  # "The Hague. The"
    if ending is None:
        return None
    return Dateline(town=town, end=ending.end(), dated="date" in shown)


def _read(text: str) -> datetime.date | None:
    """The full date that ``text`` is; numbers are read day first, as Europe writes them."""
    words: DateWords = date_words()
    year = re.search(YEAR, text)
    if year is None:
        return None
    rest = text[: year.start()] + " " + text[year.end() :]
    numbers = [int(n) for n in re.findall(r"\d+", rest)]
    named = [words.months[w] for w in re.findall(r"[^\W\d_]+", rest.lower()) if w in words.months]
    if named and numbers:
        month, number = named[0], numbers[0]
    elif len(numbers) == 2:
        iso = year.start() == 0 or numbers[0] <= 12 < numbers[1]
        month, number = numbers if iso else reversed(numbers)
    else:
        return None
    try:
        return datetime.date(int(year[0]), month, number)
    except ValueError:
        return None
