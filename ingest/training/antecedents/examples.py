"""Annotated pronouns and descriptions with the antecedents among which the network chooses."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.model import Actor, Article
from ingest.antecedents.candidates import candidates
from ingest.antecedents.choosing import Chooser, likeliest
from ingest.antecedents.ranking import Antecedence, codes_of
from ingest.antecedents.traits import Codes, traits, words_of
from ingest.mentions import Mention
from ingest.preparing import Preparer
from ingest.ranking import Traits
from ingest.referents import Referent, Setting
from ingest.training.rows import rows

Answers = Mapping[int, frozenset[str]]
"""By the offset of a mention the keys of those whom it means."""
RARE = 12
"""How often a word must stand by a mention to have a number of its own."""


@dataclass(frozen=True, slots=True)
class Example:
    """A mention with its antecedents in numbers."""

    id: str
    told: Traits
    right: int
    """Which of the antecedents is meant; -1 where none of them is."""
    ruled: bool
    """Whether the rules are right."""
    chosen: bool
    """Whether what is chosen is right: by the network, or else by the rules."""


def read_answers(path: Path) -> dict[str, dict[int, frozenset[str]]]:
    """The annotation, by article; raises `InputError` with file and line where it is wrong."""
    out: dict[str, dict[int, frozenset[str]]] = {}
    for _, (id, offset, actors) in rows(path, ("id", "offset", "actors")):
        keys = frozenset() if actors == "-" else frozenset(actors.split("+"))
        out.setdefault(id, {})[int(offset)] = keys
    return out


class Teacher(Chooser):
    """Chooses what the annotation says, or a network, and keeps each choice as an example."""

    def __init__(
        self,
        article: Article,
        answers: Iterable[frozenset[str] | None],
        known: Mapping[str, Actor],
        codes: Codes | None = None,
        network: Antecedence | None = None,
    ) -> None:
        """Without ``codes``, only words are gathered; with a ``network``, it chooses."""
        super().__init__(article)
        self.article, self.id = article, article.id
        self._answers, self._known = iter(answers), known
        self._wanted: frozenset[str] | None = None
        self._codes, self._network = codes, network
        self.said: list[tuple[str, str, str]] = []
        self.offices: list[str] = []
        self.examples: list[tuple[Traits, int, bool, bool]] = []

    def comes(self) -> None:
        """Goes on to the next mention, and to what its annotation says."""
        self._wanted = next(self._answers, None)

    def taken_up(self, mention: Mention, setting: Setting, rules: Referent) -> Referent:
        """Whom a mention takes up; what is not annotated means what the rules say."""
        self.said.append(words_of(mention, setting))
        self.offices.append(mention.office_kind)
        wanted = self._wanted
        if wanted is None:
            return rules
        found = candidates(mention, rules, self.trace)
        keys = [frozenset(a.key for a in each) for each in found]
        right = keys.index(wanted) if wanted in keys else -1
        if self._codes is not None:
            told = traits(mention, setting, rules, found, self.trace, self._codes)
            chosen = rules
            if self._network is not None:
                chosen = likeliest(found, self._network.ranking.chances(told), rules, self.trace)
            ruled, fits = (wanted == {a.key for a in each.actors} for each in (rules, chosen))
            self.examples.append((told, right, ruled, fits))
            if self._network is not None:
                return chosen
        if right >= 0:
            return Referent(actors=found[right], certainty=0.85)
        actors = [self._known[key] for key in sorted(wanted) if key in self._known]
        return Referent(actors=tuple(actors), certainty=0.85) if actors else rules


class School:
    """The annotated articles, ready to be learned from."""

    def __init__(
        self, preparer: Preparer, articles: Sequence[Article], answers: Mapping[str, Answers]
    ) -> None:
        self._preparer = preparer
        told = [each for each in articles if each.id in answers]
        self._asked = [(each, *_asked(preparer, each, answers[each.id])) for each in told]
        teachers = [self._taught(Teacher(*asked)) for asked in self._asked]
        words = Counter(word for teacher in teachers for said in teacher.said for word in said)
        offices = sorted({kind for teacher in teachers for kind in teacher.offices if kind})
        often = sorted(word for word, number in words.items() if number >= RARE and word)
        self.codes = codes_of(often, offices)

    def examples(self, network: Antecedence | None = None) -> list[Example]:
        """All examples: behind what the annotation says, or behind what a network chooses."""
        teachers = [
            self._taught(Teacher(*asked, codes=self.codes, network=network))
            for asked in self._asked
        ]
        return [Example(each.id, *one) for each in teachers for one in each.examples]

    def _taught(self, teacher: Teacher) -> Teacher:
        self._preparer.chooser = lambda _: teacher
        self._preparer.prepare(teacher.article)
        return teacher


def _asked(
    preparer: Preparer, article: Article, answers: Answers
) -> tuple[list[frozenset[str] | None], dict[str, Actor]]:
    """What is wanted of each mention in its order, and the actors of the article by key."""
    preparer.chooser = None
    wanted: list[frozenset[str] | None] = []
    known: dict[str, Actor] = {}
    for prepared in preparer.prepare(article).paragraphs:
        for each in prepared.named:
            for actor in (*each.actors, *(entry.actor for entry in each.mention.of)):
                known[actor.key] = actor
                if actor.represents is not None:
                    known.setdefault(actor.represents.key, actor.represents)
            wanted.append(answers.get(prepared.paragraph.span(each.start, each.end)[0]))
    return wanted, known
