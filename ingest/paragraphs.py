"""What of an article's text is read: its paragraphs, without markup and page furniture.

The kept text is never changed; a paragraph carries, for each of its characters, the offset in the
kept text, so that evidence always points into what is stored.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ingest.chronicles import credits, topic_end
from ingest.folding import fold
from ingest.headings import encounter, lowered
from ingest.lineitems import Led, bullet_end, leads
from ingest.quotations import SAYING
from ingest.rollcalls import CALLING, FEWEST

_MARKUP = re.compile(
    r"""
    (?P<comment><!--.*?-->)
  | (?P<header>(?:\[[^\]\n]{1,120}\]\s*){0,5}\[(?:TEXT|EXCERPTS?)\])
  | (?P<tag></?[a-zA-Z][^<>]{0,300}>)
  | (?P<image>\[\[(?:Image|File|Category|Media):[^\]]*(?:\[\[[^\]]*\]\][^\]]*)*\]\])
  | \{\{w\|(?P<w>[^{}|]*)(?:\|(?P<wl>[^{}|]*))?[^{}]*\}\}
  | (?P<template>\{\{[^{}]*\}\}?|\{[a-z]+\}\})
  | \[\[(?P<link>[^\[\]|]*)(?:\|(?P<label>[^\[\]]*))?\]\]
  | \[(?P<url>https?://[^\s\]]+)\s*(?P<text>[^\]]*)\]
  | (?P<quotes>'{2,5})
  | (?P<entity>&(?:[a-zA-Z]{2,8}|\#\d{2,5});)
  | (?<=[a-zA-Z])-(?P<wrapped>[ ])(?=[a-zA-Z])
    (?!(?:a|and|as|at|but|by|for|from|he|in|is|it|on|or|the|to|was|which|who|with)\b)
  | (?P<gloss>\[(?P<inner>[^\[\]\n]{1,60})\])
    """,
    re.VERBOSE | re.DOTALL,
)
_NOTES = {
    "edit", "citation needed", "update", "sic", "", *map(str, range(200)),
    "begin recording", "end recording", "passage indistinct", "passage omitted", "word indistinct",
    "words indistinct", "as heard", "as received", "recording", "video report",
}  # fmt: skip
_BREAK = re.compile(r"[ \t]*(?:\r?\n)[ \t\r\n]*")
_TELLING = frozenset({"said", "announced", "told", "has", "have", "had", "was", "were"})
_END = re.compile(r"[.!?…:;]['\"”’»)\]]*(?:\s*\([^()]{2,60}\))*\s*$")
_WORD = re.compile(r"\w+")
_LONGEST_ITEM = 30
"""Words of one who is called in a roll-call of lines."""
_SAID = 5
"""Words at the end of a line within which it says that somebody speaks: "said in a statement:"."""
_PART = re.compile(r"[^\s,;][^,;]*[^\s,;.]")
_NAME = re.compile(
    r"(?:(?:and|the) )*[A-ZÀ-Þ][\w’'-]*(?: (?:(?:d[’'])?[A-ZÀ-Þ][\w’'-]*|and|da|de|of|the))*$"
)
"""A name, or two: "Sao Tome and Principe and Chad"."""
_PAIR = 2
_HEAD = 5
"""Words in a line that says for whom those are who follow: "For ECOWAS"."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text without markup; ``offsets[i]`` is where its character ``i`` is kept."""

    text: str
    offsets: tuple[int, ...] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the kept text of the characters from ``start`` to ``end``."""
        return self.offsets[start], self.offsets[end - 1] + 1


def paragraphs(text: str, title: str = "") -> tuple[Paragraph, ...]:
    """The paragraphs that are worth reading, in the order of the text.

    Headlines, menus, captions and bylines are left out, unless nothing else is there.
    """
    every = [p for block in _blocks(text) if (p := _clean(text, *block)).text.strip()]
    every = [_behind(led, p) for led, p in zip(leads([p.text for p in every]), every, strict=True)]
    told = [(p, _heading(p)) for p in _rolled(every)]
    kept = [said or p for p, said in told if said or not _furniture(p.text, title)]
    return tuple(kept or every)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run between line breaks; a line that goes on below stays one run.

    A line that ends within a sentence, as where a page had a link, goes on with a small letter.
    """
    start = 0
    hard_wrapped = _hard_wrapped(text)
    for match in _BREAK.finditer(text):
        single = match.group().count("\n") == 1
        wrapped = hard_wrapped or text[match.end() : match.end() + 1].islower()
        if single and wrapped and not _END.search(text[start : match.start()]):
            continue
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _hard_wrapped(text: str) -> bool:
    """Whether lines are broken at a fixed width, as in a mail or a telegram."""
    lines = [line for line in text.splitlines() if line.strip()]
    long = [len(line) for line in lines if len(line) > 50]
    return len(long) >= 6 and max(long) <= 90 and len(long) >= len(lines) / 2


def _clean(text: str, start: int, end: int) -> Paragraph:
    if not any(c in "<{[&'" for c in text[start:end]) and "- " not in text[start:end]:
        return _trim(Paragraph(text[start:end], range(start, end)))
    out: list[str] = []
    offsets: list[int] = []

    def keep(begin: int, stop: int) -> None:
        out.append(text[begin:stop])
        offsets.extend(range(begin, stop))

    last = start
    for match in _MARKUP.finditer(text, start, end):
        keep(last, match.start())
        last = match.end()
        group = next((g for g in ("wl", "w", "label", "link", "text") if match[g]), None)
        if group is not None:
            begin, stop = match.span(group)
            if group == "link" and ":" in match[group]:
                begin += match[group].index(":") + 1
            keep(begin, stop)
        elif match["wrapped"]:
            keep(match.start(), match.start("wrapped"))  # "Roh Moo- hyun", broken at a line's end
        elif match["entity"]:
            plain = html.unescape(match["entity"])[:1].replace("\xa0", " ")
            out.append(plain)
            offsets.extend([match.start()] * len(plain))
        elif match["inner"] and match["inner"].strip(" .…").lower() not in _NOTES:
            keep(*match.span("inner"))  # an editor's "[of Israel]" is read
    keep(last, end)
    return _trim(Paragraph("".join(out), tuple(offsets)))


def _trim(paragraph: Paragraph) -> Paragraph:
    """A paragraph without blanks around it, the topic before it and the sources behind it."""
    text, offsets = paragraph.text, paragraph.offsets
    if ")" in text:
        cuts = [0, *(at for span in credits(text) for at in span), len(text)]
        kept = list(zip(cuts[::2], cuts[1::2], strict=True))
        if len(kept) > 1:
            offsets = tuple(at for first, last in kept for at in offsets[first:last])
            text = "".join(text[first:last] for first, last in kept)
    start = len(text) - len(text.lstrip())
    start += topic_end(text[start:])
    end = len(text.rstrip())
    return Paragraph(text[start:end], offsets[start:end])


def _behind(led: Led, item: Paragraph) -> Paragraph:
    """An item of a list as a sentence behind what leads to it, whose words point to the item."""
    if not led.lead:
        return item
    own = item.text[led.start :]
    lead = f"{led.lead} "
    offsets = [item.offsets[led.start]] * len(lead)
    text = f"{lead}{own[0].lower()}{own[1:]}"
    return Paragraph(text, (*offsets, *item.offsets[led.start :]))


def _rolled(every: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs; the lines of a roll-call as one: "Present were: | X of A; | Y of B."."""
    at = 0
    while at < len(every):
        lead = every[at]
        at += 1
        calling = CALLING.search(lead.text) is not None
        called = list(_items(islice(every, at, None))) if calling else []
        behind = at + len(called)
        if calling and len(called) < FEWEST:
            called, behind = _listed(every, at)
        if len(called) < FEWEST:
            yield lead
            continue
        at = behind
        text, offsets = lead.text, [*lead.offsets]
        for number, item in enumerate(called, 1):
            start = bullet_end(item.text)
            words = item.text[start:].rstrip(" ,;.")
            mark = "." if number == len(called) else ";"
            text += f" {words}{mark}"
            own = item.offsets[start : start + len(words)]
            offsets += [offsets[-1], *own, own[-1]]
        yield Paragraph(text, tuple(offsets))


def _items(lines: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The lines with which a list begins: a few words each, all behind bullets or none."""
    bulleted = False
    for number, line in enumerate(lines):
        start = bullet_end(line.text)
        own = line.text[start:]
        bulleted = bulleted if number else start > 0
        short = own[:1].isupper() and len(own.split()) <= _LONGEST_ITEM and ":" not in own
        if not short or bulleted is not (start > 0) or (not bulleted and own.endswith(".")):
            return
        yield line


def _listed(every: Sequence[Paragraph], at: int) -> tuple[list[Paragraph], int]:
    """Who is listed by commas in lines from ``at`` on, and the line behind: "For A: | X, Y, Z."."""
    called: list[Paragraph] = []
    end = at
    while end < len(every):
        line = every[end]
        parts = [m.span() for m in _PART.finditer(line.text)]
        short = len(line.text.split()) <= _HEAD and not _END.search(line.text)
        names = all(_NAME.match(line.text[first:last]) for first, last in parts)
        if len(parts) >= (_PAIR if called else FEWEST) and names:
            called += [Paragraph(line.text[a:b], line.offsets[a:b]) for a, b in parts]
        elif not short or (end > at and len(called) < FEWEST):
            break
        end += 1
    return called, end


def _heading(heading: Paragraph) -> Paragraph | None:
    """What a heading tells as a sentence: "Remarks by X and Y after Their Meeting", they met."""
    found = encounter(heading.text)
    if found is None:
        return None
    at = heading.offsets[found.end - 1]
    text = "I met " if found.mine else ""
    offsets = [heading.offsets[0]] * len(text)
    did = "" if found.mine else " spoke by phone" if found.apart else " met"
    for number, (start, end) in enumerate(found.who, 1):
        apart = "," if "," in heading.text[start:end] else ""  # "X, President of Y, met"
        words = f"{apart}{did}." if number == len(found.who) else f"{apart} and "
        text += lowered(heading.text[start:end]) + words
        offsets += [*heading.offsets[start:end], *[at] * len(words)]
    return Paragraph(text, tuple(offsets))


def _furniture(text: str, title: str) -> bool:
    """Whether a run of text is a headline, menu, caption or list of links, not a sentence."""
    words = _WORD.findall(text)
    if len(words) < 3:
        return True
    folded = fold(" ".join(words))
    headline = fold(" ".join(_WORD.findall(title)))
    if headline and (folded == headline or (folded.endswith(headline) and not _END.search(text))):
        return True
    if _END.search(text):
        quoting = (
            any(word in SAYING for word in words[-_SAID:]) or "following" in words
        )  # "Minister X told reporters:"
        return text.rstrip().endswith(":") and len(words) < 12 and not quoting
    if text.count("|") > 3:
        return True
    told = not _TELLING.isdisjoint(words)  # the full stop of a sentence is missing
    return len(words) < (6 if told else 25)
