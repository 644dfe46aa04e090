"""Who does as others did: "Bahrain did the same", "Poland followed suit", "as did Estonia".

What they do and to whom stands in the clause or the sentence before.
"""

from collections.abc import Iterator, Sequence

from graph.model import Actor, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of, sided
from ingest.roles import STATEMENTS
from ingest.syntax import PAST, SUBJECTS
from ingest.tokens import Span, Token
from ingest.tree import Tree

_DOING = frozenset({"did", "does", "do", "done", "doing"})
_ALIKE = (("the", "same"), ("so",), ("likewise",), ("so", "too"))
_SUIT = frozenset({"follow", "followed", "following", "follows"})
_TAKING = frozenset({"took", "taken", "takes", "take"})
_ALIKE_STEPS = frozenset({"action", "measure", "measures", "step", "steps"})
_SIMILAR = frozenset({"comparable", "identical", "same", "similar"})
_VOICING = frozenset(
    {"delivered", "expressed", "issued", "levelled", "leveled", "made", "raised", "voiced"}
)
_ALIKE_WORDS = frozenset(
    {
        "accusation", "accusations", "allegation", "allegations", "appeal", "appeals", "call",
        "calls", "charge", "charges", "complaint", "complaints", "concern", "concerns",
        "condemnation", "condemnations", "criticism", "criticisms", "demand", "demands",
        "objection", "objections", "protest", "protests", "request", "requests", "statement",
        "statements", "threat", "threats", "warning", "warnings",
    }
)  # fmt: skip
"""What one says as well: "made similar charges"."""
_ALIKE_DEEDS = _ALIKE_STEPS | {
    "announcement", "ban", "boycott", "decision", "expulsion", "gesture", "move", "restriction",
    "restrictions", "sanction", "sanctions",
}  # fmt: skip
"""What one does as well: "a similar decision by X"."""
_ORIGINS = ("by", "from")
_REPLYING = frozenset({"answered", "reacted", "replied", "responded", "retaliated"})
_RECIPROCATING = frozenset({"reciprocated"})
_CONVERSE = frozenset({"as", "so", "too"})
"""What stands before "did" where who does it stands behind: "so did X"."""
_ENDS = frozenset(
    {
        ".", ",", ";", ":", "a", "after", "along", "and", "as", "before", "earlier", "hours",
        "immediately", "in", "last", "later", "on", "shortly", "soon", "the", "this", "today",
        "too", "two", "when", "within", "yesterday",
    }
)  # fmt: skip
_BEFORE_NAMES = frozenset({"her", "his", "its", "the", "their"})
_UNLESS = frozenset(
    {"can", "could", "may", "might", "must", "never", "not", "n't", "should", "to", "would"}
)
"""Words before it with which nobody has done it yet."""
_WITHIN = 4
"""Words before it within which they stand."""
_CLAUSES = frozenset({"advcl", "ccomp", "parataxis"})
_OBJECTS = frozenset({"obj", "obl"})
_TOGETHER = frozenset({EventClass.CONVENING, EventClass.SIGNING})
"""What one takes part in with the others, and does not do to somebody."""
_IN_KIND = ["in", "kind"]
_IN_KIND_OF = frozenset({EventClass.RELATIONS_DOWNGRADE, EventClass.SANCTION})
"""What is done back in kind."""
_VERBS = _SUIT | _DOING | _TAKING | _VOICING | _REPLYING | _RECIPROCATING | {"did"}
_ECHOING = _VERBS | _ALIKE_DEEDS | _ALIKE_WORDS
"""With one of these begins what says that others do as well."""
_CERTAINTY, _CONFIDENCE = 0.75, 0.8


def echoed(tree: Tree, here: Sequence[Candidate], before: Sequence[Candidate]) -> list[Candidate]:
    """What others of a paragraph do as well; who takes part as well is put into the event itself.

    ``here`` is what the paragraph tells, ``before`` what the one before it does.
    """
    out: list[Candidate] = []
    before_it: Span | None = None
    for sentence in tree.sentences:
        for verb, doers in echoes_in(sentence, tree):
            noun = verb.lower_ in _ALIKE_DEEDS | _ALIKE_WORDS
            main = _before(verb, before_it) if noun else _main(verb, before_it)
            told = [c for c in (*here, *out) if c.trigger in main]
            if not main:
                last = max((c.start for c in before), default=0)
                told = [c for c in before if c.start == last]
            if verb.lower_ in _VOICING | _ALIKE_WORDS:  # "made similar charges"
                told = [c for c in told if c.kind in STATEMENTS]
            back = verb.lower_ in _REPLYING | _RECIPROCATING
            model = _returned(told, doers) if back else _meant(told, doers)
            if model is None:
                continue
            if model.kind in _TOGETHER:
                model.add(next(iter(model.roles)), doers, _CERTAINTY)
            else:
                out.append(_as_well(model, verb, doers, back=back))
        before_it = sentence
    return out


def _main(verb: Token, before: Span | None) -> set[int]:
    """The tokens that tell what is done as well: the verbs above it, or of the sentence before.

    With the nouns under them: "made a complaint". Empty where it is the first sentence.
    """
    top = verb.head if verb.dep_ in {"aux", "cop"} else verb
    clauses = [c for c in top.children if c.i < verb.i and c.dep_ in _CLAUSES]
    if top.dep_ != "ROOT":
        clauses.append(top.head)
        clauses.extend([top.head.head] if top.head.dep_ == "conj" else [])
    elif not clauses and before is not None:
        clauses.append(before.root)
        if before.root.pos_ != "VERB":  # "X expelled ten diplomats", parsed as a noun
            clauses.extend(c for c in before.root.children if c.tag_ in PAST)
    for clause in tuple(clauses):
        clauses.extend(c for c in clause.children if c.dep_ == "conj" and c.i < verb.i)
    nouns = (c for clause in clauses for c in clause.children if c.dep_ in _OBJECTS)
    return {token.i for token in (*clauses, *nouns) if token not in {verb, top}}


def echoes_in(sentence: Span, tree: Tree) -> Iterator[tuple[Token, tuple[Actor, ...]]]:
    """Each verb or noun that says so, with who does as others did."""
    words = [token.lower_ for token in sentence]
    for at, word in enumerate(words):
        if word not in _ECHOING or not _UNLESS.isdisjoint(words[max(0, at - _WITHIN) : at]):
            continue
        verb = sentence[at]
        suit = word in _SUIT and words[at + 1 : at + 2] == ["suit"]
        alike = word in _DOING and any(
            tuple(words[at + 1 : at + 1 + len(a)]) == a and words[at + 1 + len(a)] in _ENDS
            for a in _ALIKE
            if at + 1 + len(a) < len(words)
        )
        actors: tuple[Actor, ...] = ()
        if suit or alike or _similar(words, at) or _replied(words, at):
            actors = tree.subject(verb).actors
        elif word == "did" and at and words[at - 1] in _CONVERSE:
            actors = _behind(verb, tree)
        elif word in _ALIKE_DEEDS | _ALIKE_WORDS:
            actors = _authors(verb, tree)
        if actors:
            yield verb, tuple(actor for actor in actors if sided(actor))


def _before(noun: Token, before: Span | None) -> set[int]:
    """The tokens that tell what a like deed is like: of the sentence so far, and that before."""
    start = before.start if before is not None else noun.sent.start
    return set(range(start, noun.i))


def _authors(noun: Token, tree: Tree) -> tuple[Actor, ...]:
    """Whose a like deed is: "a similar move by X", "similar statements came from X"."""
    paper = tree.unit(noun).document
    titled = set(paper.title.lower().split()) if paper is not None else set()
    if _SIMILAR.isdisjoint(titled | {child.lower_ for child in noun.children}):
        return ()
    verb = noun.head
    told = list(tree.behind(noun, *_ORIGINS))
    if noun.dep_ in SUBJECTS:
        told += [*tree.behind(verb, "from"), *tree.children(verb, "obl:agent")]
    return tuple(dict.fromkeys(actor for one in told for actor in tree.actors(one).actors))


def _replied(words: Sequence[str], at: int) -> bool:
    """Whether the same is done back: "responded in kind", "reciprocated"."""
    in_kind = words[at] in _REPLYING and words[at + 1 : at + 3] == _IN_KIND
    return in_kind or words[at] in _RECIPROCATING


def _similar(words: Sequence[str], at: int) -> bool:
    """Whether like steps are taken: "took similar steps", "made the same charge"."""
    alike = _ALIKE_STEPS if words[at] in _TAKING else _ALIKE_WORDS
    taken = words[at + 1 : at + 4] if words[at] in _TAKING | _VOICING else []
    taken = taken[1:] if taken[:1] in (["a"], ["the"]) else taken
    return bool(taken) and taken[0] in _SIMILAR and not alike.isdisjoint(taken)


def _behind(verb: Token, tree: Tree) -> tuple[Actor, ...]:
    """Who is named right behind the verb: "so did X and Y"."""
    near = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
    first = next((token for token in near if tree.unit(token).actors), None)
    before = {token.lower_ for token in near if first is None or token.i < first.i}
    if first is None or before - _BEFORE_NAMES:
        return ()
    listed = (first, *(c for c in first.children if c.dep_ == "conj"))
    return tuple(dict.fromkeys(a for token in listed for a in tree.unit(token).actors))


def _meant(told: Sequence[Candidate], doers: Sequence[Actor]) -> Candidate | None:
    """What is done as well: the last that has both sides, others than these."""
    mine = {side(actor) for actor in doers}
    for candidate in sorted(told, key=lambda c: -c.trigger):
        if not doers or candidate.status is not Status.HAPPENED:
            continue
        held = {side(actor) for actor in candidate.everybody()}
        sides = candidate.of(Role.SOURCE) and candidate.of(Role.TARGET)
        if held and not held & mine and (sides or candidate.kind in _TOGETHER):
            return candidate
    return None


def _returned(told: Sequence[Candidate], doers: Sequence[Actor]) -> Candidate | None:
    """What is done back: the last deed on relations that was done to these alone."""
    mine = {side(actor) for actor in doers}
    for candidate in sorted(told, key=lambda c: -c.trigger):
        hit = {side(actor) for actor in candidate.of(Role.TARGET)}
        others = {side(actor) for actor in candidate.of(Role.SOURCE)}
        done = candidate.kind in _IN_KIND_OF and candidate.status is Status.HAPPENED
        if done and hit == mine and others - mine:
            return candidate
    return None


def _as_well(
    model: Candidate, verb: Token, doers: tuple[Actor, ...], *, back: bool = False
) -> Candidate:
    """The event of who does as well what another did, or does it ``back`` to who did it."""
    made = Candidate(
        kind=model.kind, trigger=verb.i, confidence=_CONFIDENCE, pattern="echo", place=None
    )
    for role, held in model.roles.items():
        given = doers if Role.SOURCE in (role, role.general) else tuple(held)
        if back and role is Role.TARGET:
            given = tuple(side_of(actor) for actor in model.of(Role.SOURCE))
        made.add(role, given, _CERTAINTY)
    if model.end:
        made.besides.append((model.start, model.end))
    return made
