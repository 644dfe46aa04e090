"""What speaks for and against an antecedent, in numbers, for the network to weigh."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

import numpy as np

from graph.model import Actor, ActorClass
from ingest.antecedents.candidates import Antecedent
from ingest.antecedents.trace import Place, Seen, Trace
from ingest.folding import fold, words_in
from ingest.mentions import Mention, MentionKind
from ingest.networks import Matrix
from ingest.ranking import Traits
from ingest.referents import Referent, Setting, side_key

Said = list[float]
_KINDS, _CLASSES = tuple(MentionKind), tuple(ActorClass)
_flags = attrgetter(*(f.name for f in fields(Setting) if f.type is bool))
_FATES = ("", "recalled", "expelled", "met")
_MOST = 4
"""Actors of which a mention says that it stands for so many."""
_KIND = {kind: [kind is one for one in _KINDS] for kind in _KINDS}
_FATE = {fate: [fate == one for one in _FATES] for fate in _FATES}
_STEPS = (1, 2, 3, 5, 9)
"""Bounds of sentences, namings and the like that are told apart."""
_FAR = 99
"""What passes all of them."""
_PAIR = 2
_BEFORE = frozenset({"by", "from", "in", "of", "on", "to", "with", "and", "told", "met"})
_GENITIVE = frozenset({"'s", "’s"})
_OTHER = {"he": frozenset({"she", "her"}), "she": frozenset({"he", "him", "his"})}


@dataclass(frozen=True, slots=True)
class Codes:
    """The numbers of words and of kinds of offices; what is in none has 0."""

    words: Mapping[str, int]
    offices: Mapping[str, int]


def words_of(mention: Mention, setting: Setting) -> tuple[str, str, str]:
    """The word that says what a mention is, and those before and behind it."""
    return fold(mention.name or mention.office).rpartition(" ")[2], setting.before, setting.behind


def traits(
    mention: Mention,
    setting: Setting,
    rules: Referent,
    found: Sequence[Antecedent],
    trace: Trace,
    codes: Codes,
) -> Traits:
    """What the mention is, and what each antecedent is to it.

    Its words are the one that says what the mention is, those before and behind it, and its kind of
    office; those of an antecedent stand before and behind its last naming.
    """
    view = _View(mention, setting, rules, trace)
    words = [codes.words.get(word, 0) for word in words_of(mention, setting)]
    words.append(codes.offices.get(mention.office_kind, 0))
    beside = [[codes.words.get(word, 0) for word in trace.beside(each)] for each in found]
    return Traits(
        np.array(_mention(mention, setting), dtype=np.float32),
        view.all(found),
        np.array(words, dtype=np.int32),
        np.array(beside, dtype=np.int32),
    )


_STEP: list[Said] = [[number <= bound for bound in _STEPS] for number in range(_STEPS[-1] + 2)]
_PASSED = len(_STEP) - 1


def _step(number: int) -> Said:
    """Which of the bounds a number does not pass."""
    return _STEP[number] if number < _PASSED else _STEP[_PASSED]


def _mention(mention: Mention, setting: Setting) -> Said:
    return [
        *_KIND[mention.kind],
        *(mention.count == number for number in range(_MOST)),
        mention.count >= _MOST,
        *_FATE[setting.fate],
        *_flags(setting),
        mention.plural,
        mention.possessive,
        mention.former,
        mention.force,
        bool(mention.of),
        bool(mention.host),
        mention.office[:1].isupper(),
        bool(setting.whose),
        bool(setting.tellers or setting.speaking),
    ]


class _View:
    """The antecedents of one mention, seen from where it stands."""

    def __init__(self, mention: Mention, setting: Setting, rules: Referent, trace: Trace) -> None:
        self._mention, self._rules, self._trace = mention, rules, trace
        self._here = here = trace.here.sentence
        self._ruled = frozenset(a.key for a in rules.actors)
        self._order = {seen.actor.key: at for at, seen in enumerate(trace.latest(), 1)}
        often = sorted(trace.seen.values(), key=lambda s: -s.times)
        self._rank = {seen.actor.key: at for at, seen in enumerate(often, 1)}
        self._word = fold(mention.name)
        self._noun = self._word.rpartition(" ")[2]
        self._office = words_in(mention.office)
        self._owners = frozenset(entry.actor.key for entry in mention.of)
        self._leads, self._led = (frozenset(trace.leads(at)) for at in (here, here - 1))
        self._sides = [{side_key(a) for a in led} for led in (self._leads, self._led)]
        self._tellers = {a.key for a in setting.speaking}
        unknown = trace.unknown
        self._unknown = [unknown is not None and unknown.sentence == here - n for n in (0, 1)]
        chain = trace.chained(mention)
        self._chain = frozenset(a.key for a in chain[1])
        back = here - chain[0] if chain[0] >= 0 else _FAR
        self._chained = [back == 0, back == 1, back < _FAR]
        self._crowd = self._counted(here) + self._counted(here - 1)

    def _counted(self, since: int) -> Said:
        """How many persons and others were named last since a sentence."""
        lately = [s.actor for s in self._trace.latest() if s.last.place.sentence >= since]
        persons = sum(actor.kind is ActorClass.PERSON for actor in lately)
        counts = (persons, len(lately) - persons)
        return [said for n in counts for said in (n == 0, n == 1, n > _PAIR)]

    def all(self, found: Sequence[Antecedent]) -> Matrix:
        """What each antecedent is to the mention, and its actors in the mean."""
        whole = np.array([self._of_all(each) for each in found], dtype=np.float32)
        ones = {a.key: a for antecedent in found for a in antecedent}
        rows = {key: at for at, key in enumerate(ones, 1)}
        told = np.array([_NOBODY, *(self._one(a) for a in ones.values())], dtype=np.float32)
        most = max(map(len, found))
        nobody = [0] * most  # who is nothing to it, and adds nothing
        summed = [[*(rows[a.key] for a in each), *nobody[len(each) :]] for each in found]
        sizes = np.array([[len(each) or 1] for each in found], dtype=np.float32)
        means = told[summed].sum(axis=1) / sizes if most else told[[0] * len(found)]
        return np.concatenate((whole, means), axis=1)

    def _of_all(self, antecedent: Antecedent) -> Said:
        """What an antecedent is to the mention as a whole."""
        keys = frozenset(a.key for a in antecedent)
        size = len(keys)
        ruled = keys == self._ruled
        goes_on = keys == self._chain
        return [
            size == 0,
            size == 1,
            size == _PAIR,
            size > _PAIR,
            ruled,
            ruled and size > 0,
            ruled * self._rules.certainty,
            not self._ruled,
            len(keys & self._ruled) / max(1, len(keys | self._ruled)),
            size == self._mention.count,
            size > 0 and keys == self._owners,
            *(self._unknown if size == 0 else _NEITHER),
            *(self._chained if goes_on else _NOT_CHAINED),
            *self._crowd,
            *_shares(tuple([a.kind for a in antecedent])),
            size == 1 or len({side_key(a) for a in antecedent}) == size,
            *self._together(keys),
        ]

    def _together(self, keys: frozenset[str]) -> Said:
        """How far back several were named together, if they were."""
        naming = self._trace.together(keys) if len(keys) > 1 else None
        if naming is None:
            return _NOT_TOGETHER
        leading, latest = naming.setting.leading, naming is self._trace.several[-1]
        return [True, *_step(self._back(naming.place)), leading, latest]

    def _back(self, place: Place) -> int:
        return self._here - place.sentence + 1

    def _one(self, actor: Actor) -> Said:
        """What one actor is to the mention."""
        seen = self._trace.seen.get(actor.key)
        side = side_key(actor)
        told = _words_of(actor.offices)
        return [
            seen is None,
            actor in self._leads,
            actor in self._led,
            *(side in sides for sides in self._sides),
            side in self._owners,
            actor.key in self._owners,
            actor.key in self._tellers,
            bool(self._office) and self._office <= told,
            not self._office.isdisjoint(told),
            actor.represents is None,
            bool(told),
            bool(self._noun) and self._noun in words_in(actor.label),
            self._trace.titled(actor),
            *_step(self._trace.told(actor)),
            *(self._past(seen) if seen is not None else _NO_PAST),
        ]

    def _past(self, seen: Seen) -> Said:
        """How one who was named before stood there."""
        last, here = seen.last, self._trace.here
        setting, mention = last.setting, last.mention
        near = last.place.paragraph == here.paragraph
        return [
            *_step(self._back(last.place)),
            *_step(self._order[seen.actor.key]),
            *_step(self._rank[seen.actor.key]),
            *_step(seen.times),
            *_step(self._here - seen.leading + 1 if seen.leading >= 0 else _FAR),
            *_step(math.ceil((here.token - mention.end + 1) / _PAIR) if near else _FAR),
            seen.first.paragraph == 0,
            seen.first.sentence == 0,
            seen.times == 0,
            seen.through > seen.times,
            seen.led / (self._here + 1),
            near,
            setting.leading,
            setting.begins,
            setting.located,
            setting.joined,
            setting.says,
            setting.quoted,
            setting.placed,
            setting.among,
            mention.kind is MentionKind.PRONOUN,
            mention.kind is MentionKind.DEMONYM,
            mention.kind in {MentionKind.PERSON, MentionKind.NAMED},
            mention.possessive,
            mention.plural,
            mention.force,
            len(last.actors) > 1,
            setting.before in _BEFORE,
            setting.behind in _GENITIVE,
            seen.pronoun == self._word,
            self._word in _OTHER.get(seen.pronoun, ()),
        ]


@lru_cache(maxsize=1 << 10)
def _words_of(offices: tuple[str, ...]) -> frozenset[str]:
    """The words of all offices, folded."""
    return frozenset[str]().union(*map(words_in, offices))


_NEITHER, _NOT_CHAINED = [False] * 2, [False] * 3
_NOT_TOGETHER = [0.0] * (len(_STEPS) + 3)


@lru_cache(maxsize=1 << 10)
def _shares(kinds: tuple[ActorClass, ...]) -> Said:
    """Which share of the actors is of each class."""
    return [kinds.count(kind) / max(1, len(kinds)) for kind in _CLASSES]


_NO_PAST = [0.0] * (6 * len(_STEPS) + 25)
_NOBODY = [0.0] * (14 + len(_STEPS) + len(_NO_PAST))
"""What nobody is to a mention, in as many numbers as one actor."""
