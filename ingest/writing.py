"""Writes words for the parser: tokens and marks in the form that it reads best."""

from dataclasses import replace

from ingest.brokenquotes import Text
from ingest.collapsed import Collapsed
from ingest.displacement import MET
from ingest.reporting import TOWN
from ingest.rewording import (
    bare_day,
    day_behind,
    easier_word,
    one_state,
    participle,
    speaks_on,
    today_with,
    word_before,
)
from ingest.tenses import BEFORE_NOUNS, Tenses
from ingest.units import FORCE, MANY, Mark, Unit, alone

_PRONOUNS = {"Bush": "he", "Iraq": "it"}


class Writer:
    """Writes the words of a paragraph; what comes next, and what is left out, others decide."""

    def __init__(self, text: Text, tenses: Tenses, first: int) -> None:
        self._tokens, self._spaces, self._offsets = text.tokens, text.spaces, text.offsets
        self._marks = {mark.start: mark for mark in text.marks}
        self._tenses = tenses
        self._folded = [token.lower() for token in text.tokens]
        self._left_out: dict[int, int] = {}
        """Where what is left out starts, and the token after it."""
        self._out = Collapsed()
        self._at = first
        """The token that is read next."""
        self._closed = -1
        """Where a clause ends whose comma the mark before has taken in."""

    def _write_mark(self, mark: Mark) -> None:
        """Writes the plain word of a mark, a pronoun, or its own tokens."""
        start = self._must_start()
        day = day_behind(self._tokens, self._marks, mark, self._tenses)
        if day is not None:
            self._write_day(mark, day, start=start)
            start = False
        at, until = mark.start, day.end if day is not None else mark.end
        self._at = until
        if mark.word == TOWN:
            self._fill(at, "in")  # "arrived here"
        if mark.word is not None:
            self._write_plain(mark, mark.word, until, start=start)
        elif one_state(mark) and self._tenses.pronoun(self._tokens, at, until, many=False):
            self._out.add("it", self._spaces[at], mark.unit, start=start)
        elif today_with(self._tokens, at, mark, self._tenses):
            self._fill(at, "on")
            self._out.add("Monday", self._spaces[at], mark.unit, start=start)
        else:
            if bare_day(self._tokens, at, mark):
                self._fill(at, "on")
            for index in range(at, mark.end):
                self._write_token(index, mark.unit, start=start and index == at)

    def _write_day(self, mark: Mark, day: Mark, *, start: bool) -> None:
        """Writes "X on Monday said" as "on Monday X said", as far as X."""
        for index in range(mark.end, day.start):
            unit = self._unit(index)
            self._out.add(self._tokens[index], self._spaces[index], unit, start=start)
            start = False
        self._out.add(day.word or self._tokens[day.start], True, day.unit, start=start)

    def _write_plain(self, mark: Mark, word: str, until: int, *, start: bool) -> None:
        """Writes a plain word, or the pronoun for it, and the comma that must follow."""
        tokens, before = self._tokens, self._out.last.lower()
        if word in {MANY, FORCE}:
            word = self._tenses.pronoun(tokens, mark.start, until, many=True) or word
        elif word in _PRONOUNS and mark.unit.actors:
            subject = self._tenses.pronoun(tokens, mark.start, until, many=False)
            word = _PRONOUNS[word] if subject else word
        self._out.add(word, self._spaces[mark.end - 1], mark.unit, start=start)
        if tokens[until - 1] == "," and (until == self._closed or self._goes_on(before, until)):
            self._fill(until - 1, ",")
        if word == "them" and before == "by" and participle(tokens, until):
            self._fill(until, ",")  # "signed by A, B and C calling for …"

    def _goes_on(self, before: str, until: int) -> bool:
        """Whether another verb follows who is only met: "called on X, their king, held talks"."""
        verb = self._folded[until] if until < len(self._folded) else ""
        governed = before in BEFORE_NOUNS or before in MET
        return governed and verb in self._tenses.past_forms

    def _write_token(self, index: int, marked: Unit | None = None, *, start: bool) -> None:
        """Writes a token in the form that parsers read best; ``marked`` is the unit of its mark."""
        word = self._tokens[index]
        before = self._tokens[index - 1].lower() if index else ""
        following = self._tokens[index + 1].lower() if index + 1 < len(self._tokens) else ""
        if word == "worth" and self._out.last not in {"", ",", "is", "are", "be"}:
            self._fill(index, ",")  # "aid to X worth …"
        acted_on = bool(self._out.units) and bool(self._out.units[-1].actors)
        if marked is None and acted_on and speaks_on(word, following, self._out.words):
            self._fill(index, ",")
        if self._tokens[index + 1 : index + 3] == ["due", "in"]:
            word = "will" if word in {"are", "is", "was", "were"} else word
        elif word == "due" and following == "in" and self._out.last == "will":
            word = "arrive"  # "is due in Beijing on Monday"
        word = easier_word(word, before, following, self._out.words)
        unit = marked or self._unit(index)
        if marked is None:
            word = self._opened(index, word, following)
            past = self._tenses.past_of(word, following, self._out.words, self._out.units)
            if past is not None:
                word, unit = past, replace(unit, present=True)
            if before in {"and", "but"} and self._goes_on_acting(index, word):
                self._fill(index, "also")  # parsers see a participle behind "and"
        self._out.add(word, self._spaces[index], unit, start=start)

    def _goes_on_acting(self, index: int, word: str) -> bool:
        """Whether a second verb tells what a subject did: "closed its border and | imposed a"."""
        earlier = self._folded[index - 2] if index > 1 else ""
        mark = self._marks.get(index + 1)
        named = mark is not None and bool(mark.unit.actors)
        following = self._folded[index + 1] if index + 1 < len(self._folded) else ""
        verbs = (self._tenses.past_forms, self._tenses.verb_forms)
        actor = any(unit.actors for unit in self._out.units[-2:-1])  # "the United States and"
        beside = not actor and any(earlier in forms for forms in verbs)
        return not beside and self._tenses.second(word, following, named=named)

    def _opened(self, index: int, word: str, following: str) -> str:
        """The word behind what a sentence lacks at its start: "[he] met with", "[The] clashes"."""
        before = word_before(self._tokens, index)
        if before in {'"', "”"} and self._folded[index - 2 : index - 1] == ["."]:
            before = "."
        if self._tenses.lacks_subject(word, before, following):
            self._fill(index, "he", start=True)
            word = word.lower()
        if before == "." and self._tenses.bare_noun(word, following):
            self._fill(index, "The", start=True)
            word = word.lower()
        return word

    def _must_start(self) -> bool:
        """Whether a sentence must start at the token, behind a colon or semicolon."""
        at = self._at
        parted = at > 0 and self._tokens[at - 1] in {":", ";"} and at - 1 not in self._left_out
        return parted and self._tokens[at][:1].isupper()

    def _unit(self, index: int) -> Unit:
        """The unit of a token that stands for itself."""
        start = self._offsets[index]
        return alone(start, start + len(self._tokens[index]))

    def _fill(self, index: int, word: str, *, start: bool = False) -> None:
        """Writes a word that the text leaves out before a token."""
        unit = Unit(start=self._offsets[index], end=self._offsets[index], elided=True)
        self._out.add(word, True, unit, start=start)
