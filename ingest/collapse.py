"""Makes the text easy to parse: each actor, date, document and session becomes one plain word.

A parser trained on treebanks reads "Smith met Jones" better than "Foreign Minister Cho Tae-yul met
his Japanese counterpart, Takeshi Iwaya, the day before"; what it says of the plain words is then
read back. Lists of actors become one plural word, and short brackets are left out.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.appealing import summoning, urging
from ingest.asides import asides, brackets
from ingest.brokenquotes import Text, mended
from ingest.collapsed import Collapsed
from ingest.describing import described_as, judged_before
from ingest.displacement import displaced
from ingest.gapping import gaps
from ingest.idioms import load_idioms
from ingest.interjections import interjections
from ingest.resumption import planned, pronoun, resumptions
from ingest.rewording import (
    FLYING,
    bound_to,
    day_after,
    described,
    due_to,
    measured,
    meeting,
    received,
)
from ingest.tenses import Tenses
from ingest.units import Mark, Unit
from ingest.writing import Writer


def _told(unit: Unit) -> bool:
    """Whether the unit is somebody, a document, a session, a place or a day."""
    return bool(unit.actors or unit.document or unit.session or unit.place or unit.date)


def collapse(
    tokens: Sequence[str],
    spaces: Sequence[bool],
    offsets: Sequence[int],
    marks: Sequence[Mark],
    tenses: Tenses,
    first: int = 0,
) -> Collapsed:
    """The collapsed text from token ``first`` on; ``marks`` are in order and do not overlap.

    ``offsets`` holds where each token starts in the paragraph.
    """
    text = mended(Text(tokens, spaces, offsets, marks), first)
    return _Rewording(text, tenses, first).collapsed()


class _Rewording(Writer):
    """Writes the words for the parser, from token to token.

    A step writes what it knows of the next token, goes on behind it and says True; where it knows
    nothing of it, it leaves everything as it is and says False.
    """

    def __init__(self, text: Text, tenses: Tenses, first: int) -> None:
        super().__init__(text, tenses, first)
        tokens, marks = text.tokens, text.marks
        self._marked = {
            at for mark in marks if _told(mark.unit) for at in range(mark.start, mark.end)
        }
        self._left_out = {**brackets(tokens, self._marks), **asides(tokens, marks, tenses)}
        told = interjections(tokens, self._marks, tenses)
        self._spoken = {each.subject: each.speaker for each in told}
        """Where it is told who says it, by where the subject starts behind which that stands."""
        self._said = {each.closing: each for each in told}
        """What is said in the middle of a sentence by somebody, by where that ends."""
        behind = {each.closing + 1 for each in told}
        parted = [
            each for each in resumptions(tokens, self._marks, tenses) if each.verb not in behind
        ]
        self._resumed = {each.verb: each for each in parted}
        """Who is taken up again by a pronoun before a token."""
        self._planned = planned(tokens, self._marks, tenses)
        """Where a sentence goes on behind what its subject is to do."""
        self._gaps = gaps(tokens, self._marks, tenses)
        """What is left out before a token, as the tokens that say it."""
        self._fronted = {each.subject.start: each for each in parted if each.fronted}
        """The subjects behind which their asides stand, by where they start."""
        self._ends: dict[int, int] = {}
        """Where a subject ends that is written behind who speaks, and where it goes on there."""
        self._judged = -1
        """Before which token it is to be said as what something is described."""

    def collapsed(self) -> Collapsed:
        """The words from the first token to the end."""
        while self._at < len(self._tokens):
            if self._leaves_out():
                continue
            self._resumes()
            if self._reports():
                continue
            self._says_again()
            if self._at == self._judged:
                self._fill(self._at, "as")
            if self._fronts():
                continue
            mark = self._marks.get(self._at)
            if self._describes():
                continue
            if mark is not None:
                self._write_mark(mark)
            elif not (
                self._moves_day()
                or self._binds()
                or self._receives()
                or self._asks()
                or self._judges()
                or self._measures()
                or self._plainly()
                or self._brings_near()
            ):
                self._write_token(self._at, start=self._must_start())
                self._at += 1
        return self._out

    def _leaves_out(self) -> bool:
        """Goes behind a bracket or an aside."""
        until = self._left_out.get(self._at)
        if until is None:
            return False
        self._at = until
        if self._out.spaces:
            self._out.spaces[-1] = True
        return True

    def _says_again(self) -> None:
        """Writes "met X on Monday, Y on Tuesday" as "met X on Monday, and met Y on Tuesday"."""
        left_out = self._gaps.pop(self._at, ())
        if left_out and self._out.last in {",", ";"}:
            self._fill(self._at, "and")
        at = self._at
        for index in left_out:
            if index < self._at < at:
                continue  # a part of the mark before
            mark = self._marks.get(index)
            if mark is not None:
                self._write_mark(mark)
            else:
                self._write_token(index, start=False)
        self._at = at

    def _resumes(self) -> None:
        """Writes "X, a rival of Y, blamed Y" as "X, a rival of Y, it blamed Y"."""
        parted = self._resumed.pop(self._at, None)
        if self._at in self._planned and self._out.last != ",":
            self._planned.discard(self._at)
            self._fill(self._at, ",")
            self._out.add("it", True, replace(self._unit(self._at), end=self._offsets[self._at]))
        if parted is not None:
            unit = parted.subject.unit
            unit = unit if parted.fronted else replace(unit, resumes=True)
            if self._tokens[self._at - 1] != "," and not parted.fronted:
                self._fill(self._at, ",")
            self._out.add(pronoun(parted.subject), True, unit)

    def _fronts(self) -> bool:
        """Writes "X, citing fears, blamed Y" as "Citing fears, it blamed Y"."""
        parted = self._fronted.get(self._at)
        if parted is None:
            return False
        self._at = parted.aside
        word = self._tokens[self._at]
        if word.endswith("ing"):
            self._fill(self._at, "While", start=True)
        else:
            word = word.capitalize()
        start = not word.endswith("ing")
        self._out.add(word, self._spaces[self._at], self._unit(self._at), start=start)
        self._at += 1
        return True

    def _reports(self) -> bool:
        """Writes "X, Y said, blamed Z" as "Y said that X blamed Z"."""
        at, spoken = self._at, self._spoken.pop(self._at, None)
        said = self._said.pop(at, None)
        if spoken is not None:
            self._at = spoken
        elif said is not None:
            if said.verb is not None:  # "…, said Y, …"
                self._write_token(said.verb, start=False)
            self._fill(at, "that")
            self._ends[said.comma] = at + 1
            self._at = said.subject
        elif at in self._ends:
            self._at = self._ends.pop(at)
        else:
            return False
        return True

    def _moves_day(self) -> bool:
        """Writes "will on Monday meet" as "on Monday will meet"."""
        at = self._at
        day = day_after(self._tokens, self._marks, at)
        if day is None:
            return False
        for index in range(at + 1, day.start):
            self._out.add(self._tokens[index], self._spaces[index], self._unit(index))
        self._out.add(day.word or self._tokens[day.start], True, day.unit)
        self._out.add(self._tokens[at], True, self._unit(at))
        self._at = day.end
        return True

    def _binds(self) -> bool:
        """Writes "is to meet" and "is due to meet" as "will meet"."""
        due = due_to(self._tokens, self._at, self._tenses)
        if not due and not bound_to(self._tokens, self._at, self._out.last):
            return False
        self._out.add("will", True, self._unit(self._at))
        self._at += 2 + due
        return True

    def _receives(self) -> bool:
        """Writes "Meeting X, Y said" as "While meeting X, Y said"."""
        at = self._at
        who = received(self._tokens, at, self._marks)
        words = meeting(self._tokens, at, self._marks)
        if who is not None:
            words = ("While", self._tokens[at].lower())
            self._closed = who.end
        if not words:
            return False
        *filled, word = words
        for number, filling in enumerate(filled):
            self._fill(at, filling, start=number == 0)
        self._out.add(word, self._spaces[at], self._unit(at))
        self._at += 1
        return True

    def _asks(self) -> bool:
        """Writes "called on X to leave" as "urged X to leave", "called in X" as "summoned X"."""
        at = self._at
        asked, behind = urging(self._tokens, at, self._marks)
        word = asked or summoning(self._tokens, at, self._marks)
        if word is None:
            return False
        unit = Unit(start=self._offsets[at], end=self._offsets[at + 1] + len(self._tokens[at + 1]))
        if word.endswith("s"):
            verb, following = (self._folded[at], at + 1) if asked else (word, at + 2)
            past = self._tenses.past_of(
                verb, self._folded[following], self._out.words, self._out.units
            )
            if past is None:
                return False  # "renewed calls on X to leave"
            word, unit = "urged" if asked else "summoned", replace(unit, present=True)
        word = word.capitalize() if self._tokens[at][:1].isupper() else word
        self._out.add(word, self._spaces[at + 1], unit, start=self._must_start())
        self._at = behind
        return True

    def _judges(self) -> bool:
        """Writes "called the vote a sham" as "described the vote as a sham".

        What is judged before it is named stands behind its verb: "dismissed | as false | claims".
        """
        at = self._at
        found = described_as(self._tokens, at, self._marks)
        early = judged_before(self._tokens, at, self._marks)
        if early is not None:
            self._left_out[at + 1] = early[1]
            found = (early[0], self._judged) if early[0] else None
        if found is None:
            return False
        word, self._judged = found
        unit = self._unit(at)
        if word.endswith("s"):
            word, unit = self._tenses.past[word], replace(unit, present=True)
        word = word.capitalize() if self._tokens[at][:1].isupper() else word
        self._out.add(word, self._spaces[at], unit, start=self._must_start())
        self._at += 1
        return True

    def _measures(self) -> bool:
        """Writes "a four-day visit" as "a long visit"."""
        at = self._at
        if not measured(self._tokens, at, self._marks):
            return False
        end = self._offsets[at + 2] + len(self._tokens[at + 2])
        unit = Unit(start=self._offsets[at], end=end)
        self._out.add("long", self._spaces[at + 2], unit, start=self._must_start())
        self._at += 3
        return True

    def _plainly(self) -> bool:
        """Writes "paid tribute to X" as "praised X"."""
        at = self._at
        found = load_idioms().match(self._folded, at, self._marked)
        if found is None:
            return False
        end, words = found
        closing = load_idioms().closing(self._folded, at, self._marked)
        if closing is not None:  # "took X | to task"
            self._left_out[closing[0]] = closing[1]
        unit = Unit(
            start=self._offsets[at], end=self._offsets[end - 1] + len(self._tokens[end - 1])
        )
        following = self._folded[end] if end < len(self._folded) else ""
        first = words[0].capitalize() if self._tokens[at][:1].isupper() else words[0]
        past = self._tenses.past_of(first, following, self._out.words, self._out.units)
        if past is not None:
            first, unit = past, replace(unit, present=True)
        start = self._must_start()
        for number, word in enumerate((first, *words[1:])):
            space = self._spaces[end - 1] or number + 1 < len(words)
            self._out.add(word, space, unit, start=start and number == 0)
        self._at = end
        return True

    def _brings_near(self) -> bool:
        """Writes "received today in Rome X" as "received X today in Rome"."""
        at = self._at
        parted = displaced(self._tokens, at, self._marks)
        if parted is None:
            return False
        end, who = parted
        self._write_token(at, start=self._must_start())
        self._at = who.start
        self._write_mark(who)
        until, self._at = self._at, at + 1
        while self._at < end:
            mark = self._marks.get(self._at)
            if mark is not None:
                self._write_mark(mark)
            else:
                self._write_token(self._at, start=False)
                self._at += 1
        self._at = until
        return True

    def _describes(self) -> bool:
        """Writes "a French-backed force" as "a long force": France does nothing there."""
        at, end = self._at, described(self._tokens, self._at, self._marks)
        if end == at:
            return False
        if self._tokens[end - 1] in FLYING:  # "a Russian-flagged tanker" is a Russian one
            self._write_mark(self._marks[at])
            self._at = end
            return True
        unit = Unit(
            start=self._offsets[at], end=self._offsets[end - 1] + len(self._tokens[end - 1])
        )
        self._out.add("long", True, unit, start=self._must_start())
        self._at = end
        return True
