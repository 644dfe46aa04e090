"""Turns a parse with ClearNLP labels, as spaCy's English pipelines give it, into the one of
Universal Dependencies that the rules read.

ClearNLP makes prepositions, "be" and each conjunct before the next one heads; Universal
Dependencies hang them under the noun, the predicate and the first conjunct. The names of labels are
data: ``data/lexicon/dependencies.toml``.
"""

import functools
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from spacy.tokens import Doc, Token

from graph.errors import KnowledgeError

_FILE = "lexicon/dependencies.toml"
CLEAR = "pobj"
"""A label that parsers with ClearNLP labels have and others do not."""
_LONGEST = 1000
"""Words in a sentence whose predicates are looked for; what is longer is none, and takes long."""
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_CLAUSES = frozenset({"VERB", "AUX"})
_PREDICATES = ("attr", "acomp", "oprd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of ClearNLP in Universal Dependencies; see the file for what each table means."""

    labels: dict[str, str]
    nominal: dict[str, str]
    verbal: dict[str, str]
    fixed: frozenset[tuple[str, str]]
    telling: frozenset[str]


@functools.cache
def load_labels() -> Labels:
    """The shipped labels; raises `KnowledgeError` where the file is wrong."""
    try:
        raw = tomllib.loads(files("data").joinpath(_FILE).read_text(encoding="utf-8"))
        tables = [
            {str(k): str(v) for k, v in raw[t].items()} for t in ("labels", "nominal", "verbal")
        ]
        pairs = [phrase.split() for phrase in raw["prepositions"]["fixed"]]
        fixed = frozenset((first, second) for first, second in pairs)
        telling = frozenset(str(lemma) for lemma in raw["verbs"]["telling"])
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, ValueError) as error:
        raise KnowledgeError(
            f"data/{_FILE}: {error}; write the tables labels, nominal and verbal, pairs of "
            "words in prepositions.fixed, and lemmas in verbs.telling"
        ) from error
    labels, nominal, verbal = tables
    return Labels(labels=labels, nominal=nominal, verbal=verbal, fixed=fixed, telling=telling)


def universal(doc: Doc, labels: Labels | None = None) -> Doc:
    """The same words and sentences, with heads and labels of Universal Dependencies."""
    draft = _Draft(doc, labels or load_labels())
    draft.predicates()
    draft.prepositions()
    draft.coordination()
    draft.controlled()
    draft.addressed()
    draft.rename()
    return Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc],
        morphs=[str(t.morph) for t in doc],
        lemmas=[t.lemma_ for t in doc],
        heads=draft.heads,
        deps=draft.deps,
        sent_starts=[bool(t.is_sent_start) for t in doc],
    )


class _Draft:
    """Heads and labels while they change."""

    def __init__(self, doc: Doc, labels: Labels) -> None:
        self._doc, self._labels = doc, labels
        self.heads = [t.head.i for t in doc]
        self.deps = [t.dep_ for t in doc]
        self._below: list[set[int]] = [set() for _ in doc]
        for at, head in enumerate(self.heads):
            if head != at:
                self._below[head].add(at)

    def predicates(self) -> None:
        """Makes what "be" links the head of its clause: "is a friend", "was in Paris"."""
        shorter = (s for s in self._doc.sents if len(s) <= _LONGEST)
        for token in (t for sentence in shorter for t in sentence):
            verb = token.i
            if token.lemma_ != "be" or not token.tag_.startswith("VB"):
                continue
            if self.deps[verb] in {"aux", "auxpass"}:
                continue
            if self._has(verb, "expl", "there"):
                for at in self._children(verb, "attr"):
                    self.deps[at] = "nsubj"
                continue
            predicate = self._predicate(verb)
            if predicate is not None:
                self._promote(predicate, verb)

    def prepositions(self) -> None:
        """Hangs prepositions under their nouns or clauses, those inside others first."""
        found = [t.i for t in self._doc if self._governs(t)]
        for at in sorted(found, key=lambda i: (-self._depth(i), i)):
            self._lower(at)
        for at in range(len(self._doc) - 1):
            self._fix(at)

    def coordination(self) -> None:
        """Hangs all conjuncts under the first one, and each conjunction under the one it leads."""
        for at, dep in enumerate(self.deps):
            if dep == "cc" and (led := self._next_conjunct(at)) is not None:
                self._move(at, led, "cc")
        for at, dep in enumerate(self.deps):
            if dep != "conj":
                continue
            head = self.heads[at]
            while self.deps[head] == "conj":
                head = self.heads[head]
            self._move(at, head, "conj")

    def controlled(self) -> None:
        """Makes who is to do something the object: "wants Iraq to leave"."""
        for at, dep in enumerate(self.deps):
            if dep != "ccomp" or self._doc[at].tag_ != "VB" or not self._infinitive(at):
                continue
            head = self.heads[at]
            subject = next(self._children(at, "nsubj", "nsubjpass"), None)
            if subject is None or self._holds(at, "mark"):
                continue
            if self._doc[head].pos_ == "VERB" and not self._holds(head, "dobj"):
                self._move(subject, head, "dobj")
                self.deps[at] = "xcomp"

    def addressed(self) -> None:
        """Makes whom something is told the indirect object: "told Iraq that it would go"."""
        for token in self._doc:
            verb = token.i
            if token.lemma_ in self._labels.telling and self._holds(verb, "ccomp", "xcomp"):
                for at in self._children(verb, "dobj"):
                    self.deps[at] = "dative"

    def rename(self) -> None:
        """Gives all labels that are left their names, and "to" before a verb its own."""
        for at, dep in enumerate(self.deps):
            if dep == "aux" and self._doc[at].tag_ == "TO":
                self.deps[at] = "mark"
            else:
                self.deps[at] = self._labels.labels.get(dep) or self._under(self.heads[at], dep)

    def _under(self, head: int, dep: str) -> str:
        """The name of a label that depends on what governs."""
        tables = self._labels
        return (tables.nominal if self._nominal(head) else tables.verbal).get(dep, dep)

    def _predicate(self, verb: int) -> int | None:
        """What a form of "be" says of its subject; None where it says none in one word."""
        for dep in _PREDICATES:
            for at in self._children(verb, dep):
                return at
        for at in self._children(verb, "xcomp"):  # "is to visit"
            if self._infinitive(at) and self._holds(verb, "nsubj", "nsubjpass"):
                return at
        for at in self._children(verb, "prep"):
            between = self._doc[verb + 1 : at]
            if at > verb and all(t.pos_ in {"ADV", "PART"} for t in between):
                return next(self._children(at, "pobj"), None)
        return None

    def _promote(self, predicate: int, verb: int) -> None:
        """Puts the predicate in the place of the verb, with all that hangs there."""
        preposition = self.heads[predicate]
        above, dep = self.heads[verb], self.deps[verb]
        self._move(predicate, predicate if above == verb else above, dep)
        if preposition != verb:
            self.deps[preposition] = "case"
        for at in sorted(self._below[verb]):
            self._move(at, predicate, self.deps[at])
        if preposition != verb:
            for at in sorted(self._below[preposition]):
                self._move(at, predicate, self.deps[at])
        self._move(verb, predicate, "cop")

    def _governs(self, token: Token) -> bool:
        """Whether the token is a preposition, or another one coordinated with one."""
        if self.deps[token.i] in _PREPOSITIONS:
            return self._holds(token.i, "pobj", "pcomp", "prep")
        return self.deps[token.i] == "conj" and self._holds(token.i, "pobj")

    def _lower(self, at: int) -> None:
        """Puts what a preposition governs in its place, and the preposition under it."""
        above, dep = self.heads[at], self.deps[at]
        noun = next(self._children(at, "pobj"), None)
        clause = None if noun is not None else next(self._children(at, "pcomp"), None)
        governed = noun if noun is not None else clause
        if governed is None:
            return
        if dep == "conj":  # "in Paris and in Rome"
            above = next(self._children(above, "pobj", "pcomp"), above)
            self._move(governed, above, "conj")
        elif self._governs(self._doc[above]) and not self._holds(above, "pobj", "pcomp"):
            self._move(governed, above, "pobj" if noun is not None else "pcomp")
        else:
            self._move(governed, above, dep if dep in {"agent", "prep"} else "prep")
            if clause is not None and self._clause(clause):
                self.deps[clause] = "pcomp"
            self.deps[governed] = self._under(above, self.deps[governed])
        for child in sorted(self._below[at]):
            moved = "case" if self.deps[child] == "pcomp" else self.deps[child]
            self._move(child, governed, moved)
        mark = clause is not None and self._clause(clause)
        self._move(at, governed, "mark" if mark else "case")

    def _fix(self, at: int) -> None:
        """Joins a preposition of two words, the first of which may hang anywhere near."""
        second = at + 1
        pair = (self._doc[at].lower_, self._doc[second].lower_)
        if pair not in self._labels.fixed or self.deps[second] not in {"case", "mark"}:
            return
        noun = self.heads[second]
        if self.heads[noun] == at:  # "prior to the summit": the first word governed all
            above = self.heads[at]
            if above == at:
                return
            self._move(noun, above, self._under(above, "prep"))
        elif self.heads[at] not in {noun, second}:
            return
        self._move(at, noun, self.deps[second])
        self._move(second, at, "fixed")

    def _next_conjunct(self, at: int) -> int | None:
        head = self.heads[at]
        return next((c for c in self._children(head, "conj") if c > at), None)

    def _children(self, head: int, *deps: str) -> Iterator[int]:
        yield from sorted(c for c in self._below[head] if self.deps[c] in deps)

    def _holds(self, head: int, *deps: str) -> bool:
        return next(self._children(head, *deps), None) is not None

    def _has(self, head: int, dep: str, word: str) -> bool:
        return any(self._doc[c].lower_ == word for c in self._children(head, dep))

    def _infinitive(self, at: int) -> bool:
        return any(self._doc[c].tag_ == "TO" for c in self._children(at, "aux"))

    def _clause(self, at: int) -> bool:
        """Whether a word heads a clause: a verb, or what a form of "be" links."""
        return self._doc[at].pos_ in _CLAUSES or self._holds(at, "cop")

    def _nominal(self, at: int) -> bool:
        return self._doc[at].pos_ in _NOMINAL

    def _depth(self, at: int) -> int:
        depth = 0
        while self.heads[at] != at:
            at, depth = self.heads[at], depth + 1
        return depth

    def _move(self, at: int, head: int, dep: str) -> None:
        self._below[self.heads[at]].discard(at)
        self.heads[at], self.deps[at] = head, dep
        if head != at:
            self._below[head].add(at)


def is_clear(labels: Iterable[str]) -> bool:
    """Whether a parser with these labels speaks ClearNLP."""
    return CLEAR in set(labels)
