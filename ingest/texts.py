"""Who speaks through a text: "the report accuses Israel", "the resolution demands that X leave".

Whose it is may stand in the same sentence or where the article first speaks of it, whose sentence
then is evidence as well.
"""

from collections.abc import Sequence

from graph.model import ActorClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.nominals import NOBODY, Found
from ingest.roles import STATEMENTS
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree
from ingest.triggers import Triggers
from ingest.units import extent

_DEFINITE = frozenset({"the", "this"})
_ADOPTED = frozenset({"motion", "resolution", "text"})
_PUTTING = frozenset(
    {"circulate", "draft", "introduce", "present", "propose", "sponsor", "submit", "table"}
)
_VOTING = frozenset({"adopt", "approve", "decide", "impose", "pass", "vote"})
_COUNCILS = frozenset({ActorClass.BODY, ActorClass.ORGANIZATION})
_BACK = 6
"""How many sentences the text may lie back."""
_CERTAINTY = 0.8


def voice(article: Sequence[Told], triggers: Triggers) -> None:
    """Gives what a text says the one whose text it is, where nothing says who does it.

    ``article`` holds its paragraphs in the order of the text.
    """
    sentences = [(told, words) for told in article for words in told.tree.sentences]
    for number, (told, words) in enumerate(sentences):
        for candidate in told.candidates:
            if not candidate.stands_in(words):
                continue
            text = _speaking(candidate, told.tree, triggers)
            if text is None:
                continue
            found = told.tree.owner(text, inside=False)
            if not found and _definite(text):
                before = sentences[max(0, number - _BACK) : number]
                for other, earlier in reversed(before):
                    found = _maker(told.tree.lemma(text), earlier, other.tree)
                    if found:
                        span = extent(other.tree.units[earlier.start : earlier.end])
                        candidate.besides.append(other.paragraph.span(*span))
                        break
            theirs = {side(actor) for actor in candidate.of(Role.TARGET)}
            if not {side(actor) for actor in found.actors} & theirs:
                candidate.add(Role.SOURCE, found.actors, found.certainty * _CERTAINTY)


def _speaking(candidate: Candidate, tree: Tree, triggers: Triggers) -> Token | None:
    """The text that is the subject of what is said, where nobody else says it."""
    verb = tree.doc[candidate.trigger]
    if candidate.kind not in STATEMENTS or candidate.of(Role.SOURCE) or tree.passive(verb):
        return None
    heads = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    subjects = (c for head in heads for c in tree.children(head, "nsubj"))
    return next((one for one in subjects if _is_text(one, tree, triggers)), None)


def _is_text(token: Token, tree: Tree, triggers: Triggers) -> bool:
    named = tree.unit(token).document is not None and not tree.unit(token).actors
    return named or tree.lemma(token) in triggers.grammar.texts


def _definite(token: Token) -> bool:
    return any(child.lower_ in _DEFINITE for child in token.children)


def _maker(noun: str, words: Span, tree: Tree) -> Found:
    """Whose the text of that name is that the sentence speaks of."""
    for token in words:
        if tree.lemma(token) == noun:
            found = tree.maker(token) or _put(token, tree) or tree.owner(token, inside=False)
            if found:
                return found
    return _voted(words.root, tree) if noun in _ADOPTED else NOBODY


def _put(text: Token, tree: Tree) -> Found:
    """Who put it before others: "France circulated a draft"."""
    put = text.dep_ == "obj" and tree.lemma(text.head) in _PUTTING
    return tree.subject(text.head) if put else NOBODY


def _voted(verb: Token, tree: Tree) -> Found:
    """The council or assembly that voted: "voted on Monday to send troops", "the resolution"."""
    found = tree.subject(verb) if tree.lemma(verb) in _VOTING else NOBODY
    return found if any(actor.kind in _COUNCILS for actor in found.actors) else NOBODY
