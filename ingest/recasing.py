"""Writes texts in capitals throughout as other texts are written: cables, old agency copy.

What lists know as a name keeps its capitals, and so does who bears an office; the rest is written
small. Every letter stays where it is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.authority import Authority
from ingest.datewords import date_words
from ingest.folding import fold
from ingest.gazetteer import Gazetteer
from ingest.leaders import Leaders
from ingest.names import NameIndex
from ingest.offices import Offices
from ingest.paragraphs import Paragraph
from ingest.words import ActorWords

_TOKEN = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W_]+(?:[’'][^\W\d_]+)*|[^\w\s]")
_SPELT = re.compile(r"(?:[^\W\d_]\.){2,}")
_HEAD = re.compile(r".{0,110}?\s--\s")
"""A dateline, which is in capitals in other texts as well."""
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"})
_WORDS = frozenset(
    {
        "act", "aid", "aim", "arm", "bat", "care", "eco", "era", "fear", "help", "ice", "is", "it",
        "male", "mend", "nice", "real", "save", "sea", "split", "star", "us", "who",
    }
)  # fmt: skip
"""Words that are the short names of somebody, or a town, as well."""
_ENDINGS = ("ing", "ed", "ly", "tion", "ment")
_LONGEST = 4
"""Words in the name of a person, at the most."""
_SHARE = 0.8
"""Share of capitals among the letters of a text that is written in them."""


class Recasing:
    """Gives texts in capitals the capitals that they would have."""

    def __init__(
        self,
        authority: Authority,
        gazetteer: Gazetteer,
        leaders: Leaders,
        offices: Offices,
        words: ActorWords,
        verbs: frozenset[str],
    ) -> None:
        self._index = NameIndex(authority, _TOKEN.findall)
        self._gazetteer, self._leaders, self._offices = gazetteer, leaders, offices
        self._short = {fold(name) for name, _, kind in authority.names() if kind == "acronym"}
        self._short -= _WORDS | _SMALL
        self._days = frozenset(date_words().months) | frozenset(date_words().weekdays)
        self._common = verbs | words.not_names | words.modifiers | words.private | _SMALL
        self._common |= words.organisation_words | words.described

    def recased(self, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        """The paragraphs, small letters in place of capitals where nearly all are capitals."""
        letters = [c for p in paragraphs for c in p.text if c.isalpha()]
        if not letters or sum(c.isupper() for c in letters) < _SHARE * len(letters):
            return tuple(paragraphs)
        bearers = frozenset(w for p in paragraphs for w in self._bearers(p.text))
        return tuple(replace(p, text=self._written(p.text, bearers)) for p in paragraphs)

    def _bearers(self, text: str) -> Iterable[str]:
        """The words of names behind offices: "PRESIDENT [ALFREDO CRISTIANI]"."""
        tokens = _TOKEN.findall(text)
        small = [token.lower() for token in tokens]
        for at in range(len(tokens)):
            office = self._offices.match(small, at)
            start = office.end if office is not None else at
            if office is None or office.plural:
                continue
            end = start
            while end < min(start + _LONGEST, len(tokens)) and self._nameable(small[end]):
                end += 1
            yield from small[start:end]

    def _nameable(self, word: str) -> bool:
        """Whether an unknown word may be part of a name."""
        if not word[:1].isalpha() or word in self._common or word in self._days:
            return False
        return len(word) > 1 and not word.endswith(_ENDINGS)

    def _written(self, text: str, bearers: frozenset[str]) -> str:
        head = _HEAD.match(text)
        begin = head.end() if head is not None else 0
        matches = list(_TOKEN.finditer(text, begin))
        tokens = [match.group() for match in matches]
        folded = [fold(token) for token in tokens]
        out = [*text[:begin], *(_lower(c) for c in text[begin:])]
        at, begins = 0, True
        while at < len(tokens):
            start = matches[at].start()
            end = self._name_end(tokens, folded, at, bearers)
            for each in range(at, end):
                first, last = matches[each].span()
                if self._spelt(tokens[each], folded[each]):
                    out[first:last] = text[first:last]
                elif each == at or folded[each] not in _SMALL:
                    out[first] = text[first]
            if begins:
                out[start] = text[start]
            begins = tokens[max(at, end - 1)] in {".", "!", "?", ":"}
            at = max(end, at + 1)
        return "".join(out)

    def _name_end(
        self, tokens: Sequence[str], folded: Sequence[str], at: int, bearers: frozenset[str]
    ) -> int:
        """Where a name ends that starts at ``at``; ``at`` where none does."""
        word = tokens[at].lower()
        if word in _WORDS or not word[:1].isalpha():
            return at
        found = self._index.match(tokens, folded, at)
        if found is not None:
            return found.end
        if word in self._days or word in bearers or _SPELT.fullmatch(tokens[at]):
            return at + 1
        if word in self._common:
            return at
        for end in (last for last in (at + 3, at + 2) if last <= len(tokens)):
            names = [token.capitalize() for token in tokens[at:end]]
            if all(name.isalpha() for name in names) and self._leaders.named(" ".join(names)):
                return end
        titled = [token.capitalize() for token in tokens[at : at + 5]]
        town = self._gazetteer.match(titled, folded[at : at + 5], 0)
        if town is not None and not self._gazetteer.common("".join(titled[: town[0]])):
            return at + town[0]
        return at

    def _spelt(self, token: str, folded: str) -> bool:
        """Whether a word of a name is spelt in capitals: "NATO", "U.S."."""
        return folded in self._short or _SPELT.fullmatch(token) is not None


def _lower(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character
