"""When: the date of an event, by its nearness in the parse."""

import calendar
import datetime

from graph.model import Status
from ingest.circumstances import (
    AFTER,
    ANSWERS,
    BEFORE,
    FAR,
    GROUNDS,
    OCCASION,
    aside,
    distance,
    marked,
)
from ingest.clausedates import fronted, of_next, owned_up, reached, right_before
from ingest.countedback import REMARKS
from ingest.dates import DateMention
from ingest.narration import TALKS, Narration
from ingest.occasions import clause
from ingest.sayings import NEWS
from ingest.syntax import PAST, PRESENT, SUBJECTS, tagged_verb
from ingest.tokens import Token
from ingest.tree import Tree

_BOUNDS = frozenset({"since", "by", "until", "before"})
_HAVING = frozenset({"conduct", "have", "hold", "make", "pay", "take"})
_ORDINALS = frozenset(
    {
        "eighth", "fifth", "first", "fourth", "last", "latest", "only", "second", "seventh",
        "sixth", "third",
    }
)  # fmt: skip
_DAY = len("2024-11-14")
_SOON = 120
"""Days within which the day of a month is rather ahead than of the year before."""
_AGE = 1
"""Years behind which what a relative clause dates is no part of the news."""
_SPEAKERS = frozenset({"i", "we"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of words that begin relative clauses."""
_ASKING = frozenset({"appeal", "apply", "ask", "beg", "call", "plead"})
"""Verbs that say behind \"for\" what one wants, and not why."""
_CLAUSES = frozenset({"advcl", "ccomp", "parataxis"})
"""Clauses behind "a day after", as the parse has them."""
_ENTERED = frozenset({":", "–", "—", "-", "--"})
"""What stands between the date of an entry and what it tells."""
_SETTING_OUT = frozenset({"arrive", "depart", "fly", "head", "leave", "travel"})
"""Verbs of a journey that are told in the present before it: "flies to X on Wednesday"."""
_PLANNING = frozenset({"expect", "hope", "intend", "plan", "schedule", "set", "slate"})


class Days:
    """Dates of the events of one parsed paragraph."""

    def __init__(
        self,
        tree: Tree,
        published: str | None,
        brief: bool = False,
        later: bool = False,
        under: DateMention | None = None,
    ) -> None:
        """``brief`` says that the text tells the news of its day in the present tense.

        Other texts do so in their lead alone: ``later`` says that the paragraph is behind it.
        ``under`` is the day in the heading of the paragraph.
        """
        self._tree, self._published = tree, published
        self._lasting = later and not brief
        self._narration = Narration(tree, brief)
        self._entry = _entry(tree) or under

    def date(self, trigger: Token, status: Status) -> str | None:
        """The date that the text gives the event, as precise as the text; None where none."""
        planned = status is Status.PLANNED
        days = None if planned else self._days_before(trigger)
        if days is not None:
            return self._counted(trigger, days)
        since = self._when(trigger, planned)
        if since is not None:
            return since
        now = not planned and self._narration.now(trigger)
        lasting = now and self._lasting and not self._spoken(trigger)
        now = now and not lasting
        best: tuple[int, int] | None = None
        chosen: DateMention | None = None
        for token, unit in marked(self._tree, trigger.sent):
            date = unit.date
            if date is None or date.dateline:
                continue
            if date.bound in _BOUNDS and (planned or not reached(date, token, trigger)):
                continue
            when = self._read(date, trigger, planned)
            if when is None or (
                planned and self._published and when < self._published[: len(when)]
            ):
                continue
            if lasting and date.value != date.upcoming and not _weekly(date):
                continue  # "invites X to a conference on 26 March"
            if planned and not date.future and self._of_past_act(token, trigger):
                continue
            if self._counted_in(date, trigger):
                continue
            if date.adjectival and not self._dates_noun(token, trigger):
                continue
            if self._tree.case(token) == "of" and token.head not in {trigger, trigger.head}:
                continue  # "lodged a protest over the incident of Saturday"
            first = fronted(token, trigger, self._tree)
            other = None if first else aside(token)
            if other is not None and other != aside(trigger):
                continue  # "met X after talks with Y on Monday"
            if owned_up(token, trigger, self._tree):
                continue
            if self._of_old(date, token, trigger) or self._answered(date, token, trigger):
                continue
            own = first or self._had(token, trigger) or right_before(token, trigger)
            steps = 1 if own else distance(self._tree, token, trigger)
            if date.bound == "from" and steps > 1 + (trigger.pos_ == "NOUN"):
                continue  # "decided to let X join from 1 May"
            behind = now and (steps > 1 or self._of_ground(token, trigger))
            if self._background(date, token, trigger, behind):
                continue
            if steps <= FAR:
                rank = (steps + of_next(token, trigger), abs(token.i - trigger.i))
                if best is None or rank < best:
                    best, chosen = rank, date
        if chosen is not None:
            return self._read(chosen, trigger, planned)
        if self._entry is not None and not planned and aside(trigger) is None:
            return self._entry.when(planned=False)
        return self._published if now else None

    @staticmethod
    def _spoken(trigger: Token) -> bool:
        """Whether who gives a speech says it of themselves: "I thank X", but not in quotes."""
        before = trigger.doc[: trigger.i]
        quoted = sum(t.text in {"“", '"'} for t in before) - sum(t.text == "”" for t in before)
        subjects = (c for c in clause(trigger).children if c.dep_ in SUBJECTS)
        return quoted % 2 == 0 and any(c.lower_ in _SPEAKERS for c in subjects)

    def to_come(self, trigger: Token) -> bool:
        """Whether a report tells what is to come without saying so.

        In the present tense, "X flies to Y on Saturday", or by its day, "at a summit next month".
        """
        noun = trigger.pos_ == "NOUN"
        if noun and self._tree.case(trigger) == "for" and trigger.head.pos_ == "VERB":
            return self.to_come(trigger.head)  # "travels to X tomorrow for talks with Y"
        if noun and trigger.dep_ == "obj" and self._tree.lemma(trigger.head) in _HAVING:
            return self.to_come(trigger.head)  # "on Saturday X holds talks with Y"
        aim = trigger.tag_ == "VB" and trigger.dep_ in {"advcl", "xcomp"}
        verb = trigger.head if aim else trigger  # "meet on Monday to discuss"
        if self._when_will(verb):
            return True
        ahead = self._narration.ahead(verb) or (
            self._tree.lemma(verb) in _SETTING_OUT and self._narration.now(verb)
        )
        if not (noun or ahead or self._narration.now(verb)):
            return False
        own = (
            unit.date
            for token, unit in marked(self._tree, trigger.sent)
            if (token.head == verb and not self._of_ground(token, verb))
            or (noun and token.i - trigger.i == 2)  # "a summit on Monday"
            or (token.head.head == verb and self._tree.unit(token.head).place is not None)
        )
        return any(
            day is not None
            and day.bound is None
            and (day.future is True or self._next(day) or (ahead and self._coming(day)))
            for day in own
        )

    def _when_will(self, verb: Token) -> bool:
        """Whether a clause tells of what is ahead: "will go on Monday, when she meets X"."""
        present = self._tree.unit(verb).present or verb.tag_ in PRESENT
        when = verb.dep_.startswith(("advcl", "acl")) and present
        when = when and any(c.lower_ in {"when", "where"} for c in verb.children)
        return when and any(c.lower_ == "will" for c in verb.head.children)

    @staticmethod
    def _coming(day: DateMention) -> bool:
        """Whether a day may be that of the past week or of the next: "on Saturday"."""
        relative = day.precision == "day" and day.relative and day.future is not False
        return relative and bool(day.upcoming) and day.upcoming != day.value

    def _next(self, day: DateMention) -> bool:
        """Whether a day of a month is ahead: "December 11" in November, and not of last year."""
        value, coming, published = day.value, day.upcoming, self._published
        if value is None or coming is None or published is None or day.future is False:
            return False
        if value > published[: len(value)]:
            return True
        if not len(value) == len(coming) == len(published):
            return False
        dates = (value, published, coming)
        last, now, then = (datetime.date.fromisoformat(each) for each in dates)
        return (then - now).days < _SOON < (now - last).days

    def _had(self, token: Token, trigger: Token) -> bool:
        """Whether a clause says when one had what the trigger names: "talks that X had on …"."""
        clause = token.head
        inside = clause.head == trigger and clause.dep_.startswith("acl")
        return inside and self._tree.lemma(clause) in _HAVING

    @staticmethod
    def _counted_in(date: DateMention, trigger: Token) -> bool:
        """Whether a year only says how often: "on her second visit to X this year"."""
        counts = any(child.lower_ in _ORDINALS for child in trigger.children)
        return counts and trigger.pos_ == "NOUN" and date.relative and date.precision != "day"

    def over(self, trigger: Token) -> bool:
        """Whether what something came before is over by now: "before the invasion in 2003"."""
        if trigger.pos_ != "NOUN" or not set(self._tree.cases(trigger)) & BEFORE:
            return False
        for token, unit in marked(self._tree, trigger.sent):
            date = unit.date
            beside = token.head == trigger.head and token.i - trigger.right_edge.i in {1, 2}
            own = token.head == trigger or token.head.head == trigger or beside
            if date is not None and own and not date.relative and date.value and self._published:
                return date.value < self._published[: len(date.value)]
        return False

    def _when(self, trigger: Token, planned: bool) -> str | None:
        """The date before the clause that tells what was then: "since May, when X signed"."""
        when = next((c for c in clause(trigger).children if c.lower_ == "when"), None)
        at = when.i - 1 if when is not None else -1
        if at > trigger.sent.start and trigger.doc[at].text == ",":
            at -= 1
        date = self._tree.units[at].date if at > trigger.sent.start else None
        known = date is not None and not date.adjectival
        return self._read(date, trigger, planned) if date is not None and known else None

    def _read(self, date: DateMention, trigger: Token, planned: bool = False) -> str | None:
        """What a date means of the event; "January" is the last one where a verb tells the past."""
        value, published = date.value, self._published
        past = value is not None and published is not None and value < published[: len(value)]
        told = clause(trigger).tag_ == "VBD" and not self._narration.now(trigger)
        if past and not planned and told and date.precision != "day":
            return value
        return date.when(planned=planned)

    def _of_old(self, date: DateMention, token: Token, trigger: Token) -> bool:
        """Whether a clause that only says where or who looks back: "met in the town where X died".

        Such a date is a full one, long before the news.
        """
        value, published = date.value, self._published
        if token.head == trigger or value is None or published is None or token.i < trigger.i:
            return False
        old = not date.relative and int(value[:4]) + _AGE < int(published[:4])
        words = trigger.doc[trigger.i + 1 : token.head.i + 1]
        return old and any(word.tag_ in _RELATIVE for word in words)

    def _answered(self, date: DateMention, token: Token, trigger: Token) -> bool:
        """Whether a full date is that of what the act answers: "in response to an attack on 1 May".

        A weekday may as well be that of the act, but for "since the election ten days ago".
        """
        if date.precision != "day":
            return False
        at = token.doc[max(0, token.i - 2)] if token.head == trigger else token.head
        while at.head != at and at.head != trigger:
            at = at.head
        cases = set(self._tree.cases(at))
        if _weekly(date) and "since" not in cases:
            return False
        news = self._tree.lemma(at) in NEWS and bool(cases & GROUNDS)
        return at.dep_.startswith("obl") and (news or self._tree.lemma(at) in ANSWERS)

    def _days_before(self, trigger: Token) -> int | None:
        """How many days the clause lies before the rest: "two days after X left, Y returns"."""
        if trigger.dep_ == "advcl" and trigger.tag_ == "VBG" and trigger.head.dep_ in _CLAUSES:
            trigger = trigger.head  # "a week after X recalled its envoy, accusing Y"
        before = self._main_behind(trigger) is not None
        if trigger.dep_ not in _CLAUSES and not before:
            return None
        for token, unit in marked(self._tree, trigger.sent):
            counted = unit.date is not None and unit.date.days_before is not None
            between = trigger.doc[token.i + 1 : trigger.i]
            led = not before or any(
                c.dep_ in SUBJECTS and c.left_edge.i == token.i + 1 for c in trigger.children
            )
            if counted and led and token.i < trigger.i and not any(map(tagged_verb, between)):
                return unit.date.days_before if unit.date is not None else None
        return None

    def _counted(self, trigger: Token, days: int) -> str | None:
        """The day that lies some days before that of the main clause; None where that has none."""
        above = next((t for t in trigger.ancestors if t.dep_ not in _CLAUSES), trigger.head)
        above = self._main_behind(trigger) or above
        if self._tree.lemma(above) in REMARKS:
            return None  # "the step comes a week after X left": see `ingest.countedback`
        main = self.date(above, Status.HAPPENED)
        if main is None or len(main) != _DAY:
            return None
        day = datetime.date.fromisoformat(main) - datetime.timedelta(days=days)
        return day.isoformat()

    @staticmethod
    def _main_behind(trigger: Token) -> Token | None:
        """The main clause that the parse hangs on the one before: "a day after X left, Y met Z"."""
        if trigger.dep_ != "ROOT":
            return None
        return next(
            (c for c in trigger.children if c.dep_ == "parataxis" and c.i > trigger.i), None
        )

    def _dates_noun(self, token: Token, trigger: Token) -> bool:
        """Whether a date that modifies a noun dates the event: "Monday's talks".

        The noun is the event, or the occasion of it: "at Monday's meeting X urged Y".
        """
        noun = token.head
        if noun == trigger:
            return trigger.pos_ in {"NOUN", "PROPN"}
        date = self._tree.unit(token).date
        daily = date is not None and date.precision == "day"
        case = self._tree.case(noun)
        talks = case not in AFTER or self._tree.lemma(noun) in TALKS  # "after its May 9 test"
        return daily and noun.head == trigger and case in OCCASION and talks

    def _of_past_act(self, token: Token, trigger: Token) -> bool:
        """Whether a date belongs to an act before a planned event: "said on Monday it would".

        A date right behind the planned event is its own, wherever the parse hangs it.
        """
        at = token
        while at != trigger and at.head != at and not tagged_verb(at):
            at = at.head
        if at == trigger or not tagged_verb(at) or at.tag_ not in PAST:
            return False
        if self._tree.unit(at).present:
            return False  # "on Saturday X holds talks with Y"
        between = trigger.doc[trigger.i + 1 : token.i]
        own = token.i > trigger.i and not any(map(tagged_verb, between))
        return not own and self._tree.lemma(at) not in _PLANNING

    def _background(self, date: DateMention, token: Token, trigger: Token, now: bool) -> bool:
        """Whether a date of long ago belongs to another thing: "thanked X for its help in 2014"."""
        value, published = date.value, self._published
        if value is None or published is None or date.precision == "day":
            return False
        day = published[: len(value)]
        return value <= day if now else value < day and self._of_ground(token, trigger)

    def _of_ground(self, token: Token, trigger: Token) -> bool:
        """Whether the words right before a date tell what somebody is thanked or blamed for."""
        if trigger.dep_ == "acl:relcl" and trigger.left_edge.i == token.i + 1:
            return False  # the same, where the parse hangs the clause on the verb
        at = trigger.doc[max(0, token.i - 2)]
        while at != trigger and at.head != at:
            asked = self._tree.case(at) == "for" and self._tree.lemma(at.head) in _ASKING
            if asked and at.head == trigger:
                return False  # "asked for strikes last month"
            if at in trigger.ancestors and at.dep_.startswith("obl"):
                return False  # "over the attack last month in which X killed Y"
            if at.dep_.startswith(("obl", "advcl")) and self._tree.case(at) in GROUNDS:
                return self._tree.unit(at).place is None  # "left for X on Monday"
            at = at.head
        return False


def _entry(tree: Tree) -> DateMention | None:
    """The date that begins a paragraph as an entry of a chronicle: "10 May: X met Y"."""
    first = next((at for at, token in enumerate(tree.doc) if token.pos_ != "PUNCT"), -1)
    if not 0 <= first < len(tree.doc) - 1 or tree.doc[first + 1].text not in _ENTERED:
        return None
    date = tree.units[first].date
    return date if date is not None and date.precision in {"day", "month"} else None


def _weekly(date: DateMention) -> bool:
    """Whether a day comes again in a week: "on Friday", but not "on 1 May"."""
    last, coming = date.value, date.upcoming
    if last is None or coming is None or not len(last) == len(coming) == _DAY:
        return False
    days = datetime.date.fromisoformat(coming) - datetime.date.fromisoformat(last)
    return 0 <= days.days <= len(calendar.day_name)
