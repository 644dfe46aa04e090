"""The day on which a text was published, as its own head states it.

Only full dates count, and only where a text says when it was written: wiki markup, "Published: …",
a line of its own, or the dateline of an agency.
"""

import datetime
import re
from functools import cache

from ingest.datewords import YEAR, DateWords, date_words

HEAD = 400
_SAID = (
    r"(?:first\s+)?(?:published|posted|updated|last\s+updated|issued|released|date)(?:\s+on|\s+at)?"
)
_FILLED = r"[\s*'_\[\]|•·()]*"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A date that says when the text was written, a dateline without a year, a title's date."""
    words = date_words()
    month = (
        "(?:"
        + "|".join(sorted(map(re.escape, words.months), key=lambda w: (-len(w), w)))
        + r")\b\.?"
    )
    weekday = "(?:" + "|".join(sorted(words.weekdays, key=lambda w: (-len(w), w))) + r")\b\.?"
    number = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
    date = (
        rf"(?:{weekday},?\s+)?(?:{number}[\s-]+(?:of\s+)?{month},?[\s-]*{YEAR}|{month}\s+{number},?\s*{YEAR}"
        rf"|{YEAR},?\s+{month}\s+{number}|{YEAR}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]{YEAR})(?!\d)"
    )
    town = r"[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}"
    stated = (
        rf"\{{\{{(?:date|byline)\|(?:date=)?\s*(?P<wiki>{date})"
        rf"|\b{_SAID}\s*[:\s|]\s*(?P<said>{date})"
        rf"|(?:^|\n){_FILLED}(?P<line>{date}){_FILLED}(?:\d\d?[:.]\d\d[^\n]*)?(?=\n|$)"
        rf"|(?:^|\n){_FILLED}(?:{town}, ?){{0,2}}{town},?\s*\(?(?P<town>{date}){_FILLED}"
        rf"(?:\([^)\n]*\)\s*)?(?:--?|[–—]|&[mn]dash;|/|:|\n|$|\d\d[:.]\d\d)"
        rf"|(?:{town}, ?)(?P<caption>{date})\.?(?=\n|$)"
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
    for found in stated.finditer(text[:HEAD]):
        made = _read(found[found.lastgroup or 0])
        if made is not None:
            return made
    for line in (title, text[:HEAD].lstrip().split("\n", 1)[0]):
        ending = title_end.search(line.strip())
        made = _read(ending[1]) if ending else None
        if made is not None:
            return made
    return None


def dateline_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the head of ``text`` says when it was written, with or without the year."""
    stated, short, title_end = _patterns()
    head = text[:HEAD]
    spans = [found.span() for pattern in (stated, short) for found in pattern.finditer(head)]
    first = head.find("\n") if "\n" in head else len(head)
    ending = title_end.search(head[:first])
    return tuple(sorted([*spans, *([ending.span()] if ending else [])]))


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
