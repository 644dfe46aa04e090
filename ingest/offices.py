"""Offices and titles in running text: "Minister of Foreign Affairs", "deputy prime ministers"."""

import functools
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from graph.errors import KnowledgeError
from ingest.folding import fold

_FILE = "lexicon/offices.toml"
_VERBAL = frozenset({"heads", "chairs", "directs", "bosses", "observers", "head", "chair"})
_ADJECTIVAL = frozenset(
    {"official", "general", "representative", "major", "executive", "royal", "chief", "observer"}
)
_AFTER_NOUN = frozenset(
    [
        "of",
        "for",
        "to",
        "from",
        "in",
        "at",
        "on",
        "and",
        "or",
        "who",
        "said",
        "says",
        "has",
        "had",
        "was",
        "is",
        "were",
        "are",
        "will",
        "would",
        "told",
        "tells",
        "also",
        "with",
        "that",
        "by",
        "as",
        "met",
        "meets",
        "visited",
        "visits",
        "called",
        "calls",
    ]
)
_GENERAL = frozenset(
    {
        "affairs",
        "agreement",
        "assembly",
        "committee",
        "conference",
        "council",
        "debate",
        "secretariat",
    }
)
"""What is general, and no officer: "the OAS General Assembly"."""
_COUNTED = frozenset({"both", "its", "the", "their", "three", "two"})
"""Words before those who hold an office together, and before no verb."""
_COMING = (["-", "designate"], ["-", "elect"])
"""What stands behind the office of who has yet to take it: "Foreign Minister-designate"."""
_BEHIND = frozenset({"extraordinary", "general", "plenipotentiary"})
"""What stands behind the noun of an office, which alone is put in the plural."""
_JOINERS = frozenset({"and", "&", ",", "the", "of", "-"})


@dataclass(frozen=True, slots=True)
class OfficeMatch:
    """An office that stands in the text, up to token ``end``."""

    end: int
    kind: str
    """A kind of ``data/lexicon/offices.toml``: ``head-of-state``, ``foreign-minister``, …"""
    plural: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    kind: str
    plural: bool


class Offices:
    """Finds the office that starts at a token."""

    def __init__(self, table: dict[str, Any]) -> None:
        phrases: dict[str, list[_Phrase]] = {}
        for kind, names in table["offices"].items():
            for name in names:
                words = tuple(fold(w) for w in split_words(name))
                for made, plural in _numbers(words, kind):
                    phrases.setdefault(made[0], []).append(_Phrase(made, kind, plural))
        self._phrases = {
            first: tuple(sorted(many, key=lambda p: -len(p.words)))
            for first, many in phrases.items()
        }
        prefixes = table["prefixes"]
        self._deputy = frozenset(prefixes["deputy"])
        self._prefixes = self._deputy | frozenset(prefixes["other"])
        self._former = frozenset(prefixes["former"])
        self._heads = {
            word: plural
            for head in table["portfolios"]["heads"]
            for word, plural in ((head, False), (_plural(head), True))
        }
        self._portfolio = frozenset(table["portfolios"]["words"])
        self._directions = frozenset(table["portfolios"]["directions"])
        self.first_words = frozenset(phrases) | self._prefixes | self._former | self._portfolio
        """Folded, without those behind "ex-"."""
        self.houses = frozenset(table["portfolios"]["houses"])
        self.missions = frozenset(table["portfolios"]["missions"])
        self.bodies = self.missions | frozenset(table["portfolios"]["bodies"])

    def match(
        self,
        tokens: Sequence[str],
        start: int,
        is_actor: Callable[[int], bool] = lambda _: False,
    ) -> OfficeMatch | None:
        """The longest office that starts at token ``start``; None where none does.

        ``is_actor`` says whether a state or organisation is named at a token: a portfolio does not
        reach over it ("the minister for Europe of France").
        """
        word = fold(tokens[start])
        if word not in self.first_words and not word.startswith("ex-"):
            return None  # nearly all
        if tokens[start].lower().startswith("ex-") and len(tokens[start]) > 3:
            rest = [tokens[start][3:], *tokens[start + 1 : start + 12]]
            past = self.match(rest, 0, lambda at: is_actor(start + at))
            return past and OfficeMatch(start + past.end, past.kind, past.plural, True)
        at, deputy, former = start, False, False
        while at < len(tokens):
            word = fold(tokens[at])
            if word in self._former:
                former = True
            elif word in self._prefixes and at + 1 < len(tokens):
                deputy = deputy or word in self._deputy
            else:
                break
            at += 1
            if at < len(tokens) and tokens[at] == "-":
                at += 1
        best: OfficeMatch | None = None
        for here in dict.fromkeys((start, at)):
            found = self._plain(tokens, here, is_actor) or self._led(tokens, here, is_actor)
            if found is not None and (best is None or found.end > best.end):
                envoy = found.kind == "diplomat"
                kind = "deputy" if deputy and here > start and not envoy else found.kind
                end = found.end + 2 * (tokens[found.end : found.end + 2] in _COMING)
                best = OfficeMatch(end, kind, found.plural, former and here > start)
        return best

    def _plain(
        self, tokens: Sequence[str], start: int, is_actor: Callable[[int], bool]
    ) -> OfficeMatch | None:
        """ "minister", "minister of foreign affairs and trade", "commissioner for enlargement"."""
        if start >= len(tokens):
            return None
        for phrase in self._phrases.get(fold(tokens[start]), ()):
            end = start + len(phrase.words)
            if end > len(tokens):
                continue
            if all(fold(t) == w for t, w in zip(tokens[start:end], phrase.words, strict=True)):
                if len(phrase.words) == 1 and not _stands_alone(phrase.words[0], tokens, end):
                    continue
                kind, stop = phrase.kind, end
                if len(phrase.words) > 2 and kind in {"minister", "foreign-minister"}:
                    stop = self._portfolio_goes_on(tokens, end, is_actor)
                elif phrase.words[-1] in self._heads and kind != "honorific":
                    stop = self._portfolio_end(tokens, end, is_actor)
                    if stop > end and kind == "minister" and self._foreign(tokens, end, stop):
                        kind = "foreign-minister"
                speaks = kind == "spokesperson" and end + 1 < len(tokens) and is_actor(end + 1)
                if stop == end and kind != "honorific" and not speaks:
                    stop = self._matter_end(tokens, end, is_actor)
                    plain = stop > end and not self._foreign(tokens, end, stop)
                    kind = "minister" if plain and kind == "foreign-minister" else kind
                return OfficeMatch(stop, kind, phrase.plural)
        return None

    def _led(
        self, tokens: Sequence[str], start: int, is_actor: Callable[[int], bool]
    ) -> OfficeMatch | None:
        """A portfolio before its head: "trade and industry minister"."""
        at = start
        while at < len(tokens) and at - start < 8:
            word = fold(tokens[at])
            if at > start and word in self._heads and (at > start or not is_actor(at)):
                kind = "minister"
                if self._foreign(tokens, start, at) and word.startswith(("minister", "secretary")):
                    kind = "foreign-minister"
                elif word.startswith(("commissioner", "chief", "director", "coordinator")):
                    kind = "organisation-head"
                elif word.startswith(("envoy", "representative")):
                    kind = "diplomat"
                return OfficeMatch(at + 1, kind, self._heads[word])
            joined = at > start and word in {"and", "&", ",", "-"}
            if word not in self._portfolio and not joined:
                return None
            at += 1
        return None

    def portfolio(self, tokens: Sequence[str], start: int) -> int:
        """Where a bare portfolio, "Science and Technology", ends; ``start`` where none stands."""
        first = start < len(tokens) and fold(tokens[start]) in self._portfolio
        at = stop = start + first
        while first and at < len(tokens):
            word = fold(tokens[at])
            at += 1
            if word in self._portfolio:
                stop = at
            elif word not in {"and", "&", ","}:
                break
        return stop

    def portfolio_end(self, tokens: Sequence[str], start: int) -> int:
        """Where "for political affairs" that starts at ``start`` ends; ``start`` if none does."""
        return self._portfolio_end(tokens, start, lambda _: False)

    def _portfolio_end(
        self, tokens: Sequence[str], start: int, is_actor: Callable[[int], bool]
    ) -> int:
        """Where "of foreign affairs and trade" that starts at ``start`` ends; ``start`` if none."""
        if start >= len(tokens) or tokens[start] not in {"of", "for"}:
            return start
        at, end = start + 1, start
        while at < len(tokens):
            word = fold(tokens[at])
            if word in self._portfolio and not (is_actor(at) and tokens[at - 1] in {"of", "the"}):
                at += 1
                end = end if word in self._directions else at
            elif (
                word in _JOINERS
                or self._joined(tokens, at)
                or (self._amid(tokens, at) and not is_actor(at))
            ):
                at += 1
            else:
                break
        house = at < len(tokens) and fold(tokens[at]) in self.houses and tokens[at][:1].isupper()
        return start if house else end  # "Vice Minister of the International | Department"

    def _matter_end(
        self, tokens: Sequence[str], start: int, is_actor: Callable[[int], bool]
    ) -> int:
        """Where "for Near Eastern Affairs" ends that starts at ``start``; ``start`` if nothing.

        "Thanked the president for development aid" says what he is thanked for.
        """
        if tokens[start : start + 1] != ["for"]:
            return start
        end = self._portfolio_end(tokens, start, is_actor)
        title = any(token[:1].isupper() for token in tokens[start + 1 : start + 3])
        closed = end >= len(tokens) or tokens[end] == "," or tokens[end][:1].isupper()
        return end if end > start and (title or closed) else start

    def _joined(self, tokens: Sequence[str], at: int) -> bool:
        """Whether "and" and a known portfolio follow an unknown one: "Rural Roads and Trade"."""
        known = len(tokens) > at + 2 and fold(tokens[at + 2]) in self._portfolio
        named = tokens[at][:1].isupper() and fold(tokens[at - 1]) in self._portfolio
        return known and named and tokens[at + 1] in {"and", "&"}

    def _amid(self, tokens: Sequence[str], at: int) -> bool:
        """Whether an unknown word goes on: "of Police and | Fire Service", "and | Veteran Affairs".

        In capitals behind a comma or "and", with a known portfolio right behind it, and no office:
        "minister of health, | Deputy Foreign Minister".
        """
        capital = all(token[:1].isupper() for token in tokens[at : at + 2])
        word, behind = fold(tokens[at]), "".join(tokens[at + 1 : at + 2])
        rank = word in self._prefixes or word in self._former or word in self._phrases
        listed = tokens[at - 1] in {",", "and", "&"} and fold(tokens[at - 2]) in self._portfolio
        return capital and listed and not rank and fold(behind) in self._portfolio

    def _portfolio_goes_on(
        self, tokens: Sequence[str], end: int, is_actor: Callable[[int], bool]
    ) -> int:
        """Where "… and trade" after a portfolio ends; ``end`` where nothing follows."""
        at, stop = end, end
        while at < len(tokens):
            word = fold(tokens[at])
            if word in self._portfolio and not is_actor(at) and at > end:
                at += 1
                stop = at
            elif word in {"and", "&", ","}:
                at += 1
                more = tokens[at + 1 : at + 2]  # "ministers of foreign affairs and | of transport"
                at += (
                    tokens[at : at + 1] == ["of"]
                    and bool(more)
                    and fold(more[0]) in self._portfolio
                )
            else:
                break
        return stop

    def _foreign(self, tokens: Sequence[str], start: int, end: int) -> bool:
        words = {fold(token) for token in tokens[start:end]}
        return (bool(words & {"foreign", "external"}) and "trade" not in words - {"affairs"}) or (
            {"foreign", "affairs"} <= words
        )


def _stands_alone(word: str, tokens: Sequence[str], end: int) -> bool:
    """Whether the word is an office here: not "heads to", not "an official visit"."""
    following = tokens[end] if end < len(tokens) else "."
    if word in _VERBAL:
        return following == "of"
    if word == "co-chairs":  # "X co-chairs the committee"
        return tokens[end - 1][:1].isupper() or tokens[end - 2].lower() in _COUNTED
    if word == "general" and following.lower() in _GENERAL:
        return False
    if word in _ADJECTIVAL:
        return not (following.isalpha() and following.islower()) or following in _AFTER_NOUN
    return True


def split_words(name: str) -> list[str]:
    """The words of an office as the tokenizer splits them: hyphens stand alone.

    >>> split_words("secretary-general")
    ['secretary', '-', 'general']
    """
    out: list[str] = []
    for word in name.split():
        parts = word.split("-")
        if len(parts) > 1 and parts[0] in {"vice", "co", "under", "ex"}:
            out.append(word)
            continue
        for number, part in enumerate(parts):
            if number:
                out.append("-")
            if part:
                out.append(part)
    return out


def _numbers(words: tuple[str, ...], kind: str) -> list[tuple[tuple[str, ...], bool]]:
    """The phrase in the singular and, where it has one, in the plural."""
    if kind == "honorific":
        return [(words, False)]
    head = next((i for i, w in enumerate(words) if w in {"of", "in", "for", "-"}), len(words)) - 1
    many = (*words[:head], _plural(words[head]), *words[head + 1 :])
    both = [(words, False), (many, True)]
    if words[head] in _BEHIND and len(words) > 1:  # "secretaries-general"
        both.append(((_plural(words[0]), *words[1:]), True))
    return both


def _plural(word: str) -> str:
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return f"{word[:-1]}ies"
    return word if word.endswith("s") else f"{word}s"


@functools.cache
def load_offices() -> Offices:
    """The offices of the shipped lexicon; raises `KnowledgeError` where the file is wrong."""
    try:
        return Offices(tomllib.loads((files("data") / _FILE).read_text(encoding="utf-8")))
    except (KeyError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"data/{_FILE}: {error}; see the sections of the file") from error
