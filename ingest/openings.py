"""Sessions of which a sentence tells, and of whose parties nobody or one is named there.

"African leaders opened a summit in Lima on Monday", "said after talks in Paris", "X hosted a
conference on Y". Who was there stands in sentences behind it; where none says so, such a session
is no event.
"""

from collections.abc import Iterator, Sequence

from graph.model import ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.nominals import NOBODY, Found
from ingest.roles import GATHERINGS
from ingest.status import StatusReader
from ingest.tokens import Span, Token
from ingest.tree import Tree
from ingest.triggers import Triggers

PATTERN = "opening"
"""The name of this rule in candidates."""
_BILATERAL = frozenset({"dialogue", "meeting", "negotiation", "talk"})
_LASTING = frozenset({"day", "hour", "round", "week"})
"""What talks take: "opened two days of talks"."""
_THOSE = frozenset({"attendee", "delegate", "guest", "participant", "speaker"})
"""Those who are at talks: "Participants in the talks included X"."""
_BY_ITSELF = frozenset(
    {"close", "conclude", "convene", "end", "open", "restart", "resume", "start"}
)
"""What a session does for which somebody need not do it: "Talks on X | opened"."""
_WISHES = frozenset({"behest", "initiative", "invitation", "request"})
_WHERE = frozenset({"after", "at", "during", "following"})
_CERTAINTY, _CONFIDENCE = 0.85, 0.85


def opened(tree: Tree, told: Sequence[Candidate], triggers: Triggers) -> Iterator[Candidate]:
    """A session for each sentence that tells of one, and for which no other rule found parties."""
    triggered = [c.trigger for c in told if c.kind in GATHERINGS and c.everybody()]
    status = StatusReader(tree, triggers.status)
    for sentence in tree.sentences:
        if any(sentence.start <= at < sentence.end for at in triggered):
            continue
        found = _session(sentence, tree, triggers)
        if found is None:
            continue
        noun, verb = found
        if (verdict := status.of(verb)).status not in {Status.HAPPENED, Status.PLANNED}:
            continue
        kind = EventClass.MEETING if tree.lemma(noun) in _BILATERAL else EventClass.CONVENING
        made = Candidate(kind=kind, trigger=noun.i, status=verdict.status, confidence=_CONFIDENCE)
        made.pattern = PATTERN
        who = tree.doer(verb) or _convenor(verb, tree)
        people = tuple(a for a in who.actors if a.kind is ActorClass.PERSON)
        made.add(Role.PARTICIPANT, people, who.certainty * _CERTAINTY)
        session = tree.unit(noun).session
        made.title = session.title if session is not None and " " in session.title else None
        yield made


def _session(sentence: Span, tree: Tree, triggers: Triggers) -> tuple[Token, Token] | None:
    """The noun of a session that a sentence tells of, and the verb that does."""
    for token in sentence:
        if tree.lemma(token) not in triggers.grammar.sessions and tree.unit(token).session is None:
            continue
        top, people = token, False
        if token.dep_ == "nmod" and tree.lemma(token.head) in _LASTING | _THOSE:
            top, people = token.head, tree.lemma(token.head) in _THOSE
        opening = triggers.grammar.opening
        verb = top.head
        if top.dep_ == "ROOT" and (told := _left_hanging(top, tree)):
            return token, told
        if verb.pos_ != "VERB" and verb.dep_ != "ROOT":
            continue
        governs = tree.lemma(verb) == "include" if people else tree.stem(verb) in opening
        own = top.dep_ in {"obj", "nsubj:pass", "nsubj"} and governs
        if own:
            return token, verb
        if top.dep_ == "obl" and tree.case(top) in _WHERE and verb.pos_ == "VERB":
            infinitive = verb.tag_ == "VB" and verb.head.pos_ == "VERB"  # "agreed to sign after"
            return token, verb.head if infinitive else verb
    return None


def _convenor(verb: Token, tree: Tree) -> Found:
    """Who wanted the session: "was called on the initiative of X"."""
    wished = (one for one in tree.behind(verb, "at", "on") if tree.lemma(one) in _WISHES)
    return next(filter(None, (tree.owner(one, inside=False) for one in wished)), NOBODY)


def _left_hanging(noun: Token, tree: Tree) -> Token | None:
    """The verb that the parse takes for a part of its subject: "Talks on X | opened"."""
    clauses = (c for c in noun.subtree if c.dep_ == "acl" and c.tag_ == "VBN")
    return next((c for c in clauses if tree.stem(c) in _BY_ITSELF and not tree.agent(c)), None)
