"""The words of a parsed paragraph, taken over from spaCy once.

spaCy makes a token, its dependents and its strings anew each time that it is asked, and looks for
its sentence each time; the rules ask so often that this took a third of their time. What they ask
bears the names that it has there.
"""

from collections.abc import Iterator, Sequence
from typing import overload

from spacy import tokens as spacy_tokens


class Token:
    """A word of a parse; two are the same only where they are one."""

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "head", "i", "is_alpha", "is_digit", "is_punct",
        "is_sent_start", "left_edge", "lemma_", "lower_", "pos_", "right_edge", "sent", "tag_",
        "text", "whitespace_",
    )  # fmt: skip

    doc: tuple["Token", ...]
    """All tokens of the paragraph."""
    sent: "Span"
    head: "Token"
    children: tuple["Token", ...]
    left_edge: "Token"
    right_edge: "Token"

    def __init__(self, token: spacy_tokens.Token) -> None:
        """Without its ties to others, which `parsed` adds."""
        self.i, self.text, self.whitespace_ = token.i, token.text, token.whitespace_
        self.lower_, self.lemma_ = token.lower_, token.lemma_
        self.dep_, self.tag_, self.pos_ = token.dep_, token.tag_, token.pos_
        self.is_alpha, self.is_digit, self.is_punct = token.is_alpha, token.is_digit, token.is_punct
        self.is_sent_start = bool(token.is_sent_start)
        self._subtree: tuple[Token, ...] = ()

    def __repr__(self) -> str:
        return self.text

    @property
    def subtree(self) -> tuple["Token", ...]:
        """The token with all that hangs on it: what is left of it, itself, what is right of it."""
        if not self._subtree:
            left = [one for child in self.lefts for one in child.subtree]
            right = [one for child in self.children if child.i > self.i for one in child.subtree]
            self._subtree = (*left, self, *right)
        return self._subtree

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its head, the head of that, and so on to the root."""
        at = self
        while at.head is not at:
            at = at.head
            yield at

    @property
    def lefts(self) -> list["Token"]:
        """The dependents before it."""
        return [child for child in self.children if child.i < self.i]

    def nbor(self, far: int) -> "Token":
        """The token so many places further on."""
        return self.doc[self.i + far]


class Span(Sequence[Token]):
    """A sentence, from the token ``start`` to the one before ``end``."""

    __slots__ = ("_tokens", "end", "root", "start")

    def __init__(self, tokens: tuple[Token, ...], start: int, root: Token) -> None:
        self._tokens, self.start, self.end, self.root = tokens, start, start + len(tokens), root

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        return self._tokens[at]


def parsed(doc: spacy_tokens.Doc) -> tuple[tuple[Token, ...], tuple[Span, ...]]:
    """The tokens and the sentences of a parse."""
    tokens = tuple([Token(token) for token in doc])
    below: list[list[Token]] = [[] for _ in tokens]
    for token, one in zip(tokens, doc, strict=True):
        token.doc, token.head = tokens, tokens[one.head.i]
        token.left_edge, token.right_edge = tokens[one.left_edge.i], tokens[one.right_edge.i]
        if token.head is not token:
            below[token.head.i].append(token)
    for token, children in zip(tokens, below, strict=True):
        token.children = tuple(children)
    sentences = tuple(
        Span(tokens[one.start : one.end], one.start, tokens[one.root.i]) for one in doc.sents
    )
    for sentence in sentences:
        for token in sentence:
            token.sent = sentence
    return tokens, sentences
