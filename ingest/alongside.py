"""Who was at talks by the sentence itself that tells of them: "with X looking on", "besides Y"."""

from ingest.nominals import NOBODY, Found
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar

_BESIDE = frozenset(
    {
        "alongside", "attending", "behind", "beside", "joining", "looking", "participating",
        "present", "seated", "standing", "taking",
    }
)  # fmt: skip
"""What is said behind those with whom somebody is: "with X looking on"."""
_BESIDES = (("addition", "to"), ("apart", "from"), ("aside", "from"))
_AS_WELL = ("as", "well", "as")
_HOSTS = frozenset({"host", "hosts", "its", "the", "their"})
"""What may stand between "in addition to" and a name."""
_WHERE = frozenset({"where", "which"})
_CHAIRING = frozenset({"chair", "co-chair", "cochair", "host", "preside"})
_HOW = frozenset({"acl", "advcl", "xcomp"})


class Alongside:
    """Reads who else was there, word by word, off a sentence that tells of talks."""

    def __init__(self, tree: Tree, words: Grammar) -> None:
        self._tree, self._words = tree, words

    def others(self, token: Token) -> Found:
        """Who was there as well, if the word says so."""
        tree = self._tree
        if token.lower_ == "presence" and tree.case(token) == "in":
            return next(filter(None, map(tree.actors, tree.behind(token, "of"))), NOBODY)
        here = bool(tree.unit(token).actors)
        if here and (self._looking_on(token) or self._besides(token)):
            return tree.actors(token)
        if token.tag_ == "VBN" and token.dep_ in _HOW and tree.stem(token) in _CHAIRING:
            return tree.agent(token)  # "met in Lima, chaired by X"
        return self._at_session(token)

    def _looking_on(self, token: Token) -> bool:
        """Whether they only stood by: "with X looking on"."""
        first = token.left_edge.i
        if not first or "with" not in {self._tree.case(token), token.doc[first - 1].lower_}:
            return False
        behind = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
        return any(word.lower_ in _BESIDE for word in behind)

    def _besides(self, token: Token) -> bool:
        """Whether others than they came as well: "In addition to host X, Y attended"."""
        at = token.i
        while at > token.sent.start and token.doc[at - 1].lower_ in _HOSTS:
            at -= 1
        before = tuple(word.lower_ for word in token.doc[max(0, at - 3) : at])
        coming = self._words.attending | {"gather"}
        if before == _AS_WELL:  # "X attended the summit, as well as Y"
            return token.dep_ == "obl" and self._tree.stem(token.head) in coming
        if before[-1:] != ("besides",) and before[-2:] not in _BESIDES:
            return False
        return any(self._tree.stem(word) in coming for word in token.sent if word.pos_ == "VERB")

    def _at_session(self, verb: Token) -> Found:
        """Who did something at a session: "a summit in Lima, where X and Y agreed"."""
        where = any(c.lower_ in _WHERE and c.dep_ in {"advmod", "obl"} for c in verb.children)
        if verb.dep_ not in {"acl:relcl", "advcl"} or not where or self._tree.passive(verb):
            return NOBODY
        stage = verb.head if verb.head.pos_ in {"NOUN", "VERB"} else verb.head.head
        session = self._tree.unit(stage).session is not None
        found = self._tree.subject(verb)
        several = len(found.actors) > 1
        return found if several and (session or self._held(stage)) else NOBODY

    def _held(self, verb: Token) -> bool:
        """Whether a verb tells of a session that was held."""
        those = (*self._tree.objects(verb), *self._tree.children(verb, "nsubj:pass"))
        return any(self._tree.unit(one).session is not None for one in those)
