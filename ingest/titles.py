"""Tokens to read titles in, and where the title before a word like "agreement" or "summit" starts.

Works on the tokens of a sentence or paragraph alone, without a parse: a title starts after the
determiner. Where it ends is said in `ingest.complements`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.quotations import SENTENCE_ENDS
from ingest.titlewords import PhraseWords

_APOSTROPHES = frozenset({"'", "’"})
DASHES = frozenset({"-", "–", "—", "/", "+"})
NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
YEAR = re.compile(r"(?:1[7-9]|20)\d\d")
YEARS = re.compile(r"(?:1[7-9]|20)\d\d[-–/](?:(?:1[7-9]|20)\d\d|\d\d)")
_ADJECTIVE = re.compile(r"[a-z]+(?:al|ic|ive|ary|ous|able|ible|ial|ent|ful|less|wide|ish)")
_COUNTED = frozenset({"party", "point", "way", "nation", "power", "year", "day", "month", "-", "–"})
NUMERALS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_OPENING = frozenset({"(", "“", '"', "[", "«"})
_NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", ")", "]", "’s", "'s", "?", "!", "”", "%"})
_NO_SPACE_AFTER = frozenset({"(", "[", "“", "$", "€", "£"})
_MEDIATED = frozenset(
    {"brokered", "facilitated", "mediated", "moderated", "negotiated", "sponsored"}
)
"""What stands behind a dash in "the Saudi-brokered deal"."""
_HEADLINE, _FEW = 0.9, 5
_REACH = 14


@dataclass(frozen=True, slots=True)
class TokenText:
    """Tokens with what is needed to read titles in them."""

    tokens: tuple[str, ...]
    folded: tuple[str, ...]
    spaces: tuple[bool, ...] | None
    headline: bool
    """Whether nearly all words have capitals, so that a capital says nothing."""

    def word(self, at: int) -> str:
        """The token in lower case; empty outside the text."""
        return self.folded[at] if 0 <= at < len(self.folded) else ""

    def capital(self, at: int) -> bool:
        """Whether the token has a capital that tells a name."""
        return not self.headline and 0 <= at < len(self.tokens) and self.tokens[at][:1].isupper()

    def tight(self, at: int) -> bool:
        """Whether the dash at ``at`` stands without spaces around it."""
        if self.spaces is None:
            return self.tokens[at] != "—"
        return at > 0 and not self.spaces[at - 1] and not self.spaces[at]

    def text(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` as the text has them."""
        if self.spaces is not None:
            pairs = zip(self.tokens[start:end], self.spaces[start:end], strict=True)
            return "".join(token + " " * space for token, space in pairs).strip()
        made = ""
        for at in range(start, end):
            joined = at == start or self.tokens[at] in _NO_SPACE_BEFORE
            before = self.tokens[at - 1] if at > start else ""
            dash = self.tokens[at] in DASHES or before in DASHES
            made += ("" if joined or dash or before in _NO_SPACE_AFTER else " ") + self.tokens[at]
        return made


def token_text(tokens: Sequence[str], spaces: Sequence[bool] | None = None) -> TokenText:
    """The tokens, ready for reading; ``spaces`` says after which of them a space follows."""
    long = [token for token in tokens if len(token) > 3 and token.isalpha()]
    capitals = sum(token[0].isupper() for token in long)
    ends = bool(tokens) and tokens[-1] in SENTENCE_ENDS and any(t.islower() for t in long)
    headline = not ends and len(long) >= _FEW and capitals >= _HEADLINE * len(long)
    fitting = spaces is not None and len(spaces) == len(tokens)
    return TokenText(
        tokens=tuple(tokens),
        folded=tuple(token.lower() for token in tokens),
        spaces=tuple(bool(space) for space in spaces) if fitting and spaces is not None else None,
        headline=headline,
    )


def left_edge(text: TokenText, words: PhraseWords, head: int, named: bool) -> tuple[int, bool]:
    """Where the phrase before ``head`` starts, and whether a determiner stands before it.

    Words that are not known to stand in titles count only where a determiner bounds them.
    """
    edge = safe = head
    bound = False
    while edge > 0 and head - edge < _REACH:
        step, known = _step_left(text, words, edge, named)
        if step == edge:
            before = text.word(edge - 1)
            bound = before in words.determiners or before in _OPENING or before in words.makers
            bound = bound or before in _MEDIATED
            break
        if known and safe == edge:
            safe = step
        edge = step
    else:
        bound = False
    return (edge if bound else safe), bound


def _step_left(text: TokenText, words: PhraseWords, edge: int, named: bool) -> tuple[int, bool]:
    """One word to the left: its place, and whether it is known to belong; ``edge`` at the end."""
    at = edge - 1
    low = text.word(at)
    if low in DASHES:
        inside = at > 0 and text.tight(at) and text.tokens[at - 1][:1].isalnum()
        return (at - 1, True) if inside else (edge, True)
    if low == ")":
        opened = next((i for i in range(at - 1, max(-1, at - 4), -1) if text.word(i) == "("), None)
        return (opened, True) if opened and text.capital(opened - 1) else (edge, True)
    if low in _APOSTROPHES and text.capital(edge) and text.capital(at - 1):
        return at - 1, True  # "Foreign Ministers' Meeting"
    counted = low in NUMERALS and text.word(edge) in _COUNTED  # "six-party"
    if low in words.determiners and not counted:
        return edge, True
    if low in _MEDIATED and text.word(at - 1) in DASHES:
        return edge, True  # "a Saudi-brokered | border deal"
    if low in {"and", "of", "for", "&"} and text.capital(at - 1) and text.capital(edge):
        return at, False
    if low == "and" and _paired(text, words, at):
        return at - 1, True
    inside = text.word(at - 1) in DASHES and text.tight(at - 1)
    if inside and not (text.capital(at) or text.capital(at - 2)):
        return at, True  # "far-reaching"
    holiday = named and low == "friday" and text.word(at - 1) == "good"
    if (low in words.stops or low in words.time_words) and not holiday:
        return edge, True
    if not text.tokens[at][:1].isalnum():
        return edge, True
    if text.tokens[at][:1].isdigit():
        if text.word(at - 1) in words.time_words:
            return edge, True  # "the April 27th summit"
        if "+" in {low[1:2], text.word(edge), text.word(at - 1)}:
            return at, True  # "2+2"
        counts = bool(YEARS.fullmatch(low)) or (
            bool(NUMBER.fullmatch(low))
            and (bool(YEAR.fullmatch(low)) or not low.isdigit() or text.word(edge) in _COUNTED)
        )
        return (at, True) if counts else (edge, True)
    compound = "-" in low  # "inter-Korean", "non-binding" as one token
    if text.capital(at) or compound or low in words.modifiers or low in words.determiners:
        return at, True
    if named:
        return edge, True
    verbal = low.endswith("ed") and text.word(at - 1) not in {*words.determiners, *DASHES}
    if verbal and not text.capital(at):
        return edge, True
    return at, bool(_ADJECTIVE.fullmatch(low))


def _paired(text: TokenText, words: PhraseWords, at: int) -> bool:
    """Whether "and" at ``at`` joins two of what a paper is on: "a trade | and | transit pact"."""
    joined = {text.word(at - 1), text.word(at + 1)} <= words.modifiers
    before = text.word(at - 2)
    return joined and before in words.determiners | words.makers | words.modifiers


def described(text: TokenText, start: int, end: int) -> bool:
    """Whether adjectives alone stand there: "Fundamental Agreement", but not "Prespa Agreement"."""
    return start < end and all(_ADJECTIVE.fullmatch(low) for low in text.folded[start:end])


def without_leading(text: TokenText, words: frozenset[str], start: int, head: int) -> int:
    """The start of a title without what the writer thinks of it: "landmark", "so-called"."""
    while start < head and (
        text.word(start) in DASHES or (text.word(start) in words and not text.capital(start))
    ):
        start += 1
    return start
