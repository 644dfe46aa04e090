"""Questions to words of a parse in Universal Dependencies, whatever they stand for."""

from collections.abc import Iterator

from ingest.tenses import HAVING
from ingest.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
OBJECTS = frozenset({"obj", "nsubj:pass"})
"""Relations of what a verb acts on."""
RANKS = frozenset({"first", "last", "latest", "only", "second", "third"})
NEVER = frozenset({"n't", "n’t", "never", "not"})
"""Words that deny a verb."""
PAST = frozenset({"VBD", "VBN"})
PRESENT = frozenset({"VBP", "VBZ"})
FINITE = PRESENT | {"VBD"}
_COMING = frozenset(
    {
        "appeared", "arrived", "came", "comes", "flew", "flowed", "followed", "gathered", "goes",
        "met", "sat", "stood", "travelled", "went",
    }
)  # fmt: skip
"""Verbs before whose subject may stand whence, whither or where: "from X came a protest"."""
_SAME = frozenset({"cut", "hit", "put", "set", "shut"})
"""Verbs whose past is their base form."""
BESIDE = frozenset({"bordering", "neighboring", "neighbouring"})
"""What is said of a place behind which stands what it lies next to."""
SPANS = frozenset({"day", "hour", "month", "week"})
"""How long one may be given to do something."""
_NO = frozenset(
    {"account", "case", "circumstance", "circumstances", "condition", "longer", "means", "way"}
)
"""What "no" stands before in "by no means", "under no circumstances", "no longer"."""
_TIMES = frozenset({"after", "as", "before", "since", "until", "when", "while"})


def tagged_verb(token: Token) -> bool:
    """Whether the token has the tag of a verb, be it read as one or not (`ingest.roles.verbal`)."""
    return token.pos_ == "VERB" or token.tag_.startswith("VB")


def denied(verb: Token) -> bool:
    """Whether "not", "never" or the like stands by the verb: "in no way", "no longer"."""
    return any(c.lower_ in NEVER or _by_no_means(c) for c in verb.children)


def _by_no_means(word: Token) -> bool:
    """Whether it denies what it stands by: "in no way", "under no circumstances"."""
    return word.lower_ in _NO and any(c.lower_ == "no" for c in word.children)


def reduced_clause(verb: Token) -> bool:
    """Whether a clause names neither who does it nor to whom: "talks | hosted and led by X"."""
    clause = verb.tag_ in PAST and verb.dep_ in {"acl", "advcl"}
    return clause and not any(c.dep_ in {"aux", "mark", "obj", *SUBJECTS} for c in verb.children)


def timed(clause: Token) -> bool:
    """Whether a clause says when: "after X had refused"."""
    return any(c.dep_ == "mark" and c.lower_ in _TIMES for c in clause.children)


def supposed(clause: Token) -> bool:
    """Whether a clause tells on what something hangs: "if X attacks"."""
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in clause.children)


def said(clause: Token) -> bool:
    """Whether it is what somebody says, also behind a day: "ruled on Tuesday that X is guilty"."""
    if clause.dep_ == "ccomp":
        return True
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return clause.dep_ == "advcl" and marked


def said_clauses(verb: Token) -> Iterator[Token]:
    """What a verb says: "said that it is absurd", "it is absurd, X said"."""
    yield from filter(said, verb.children)
    if spoken_before(verb):
        yield verb.head


def spoken_before(verb: Token) -> bool:
    """Whether what it says stands before it: "this is a lie, X said"."""
    return verb.dep_ == "parataxis" and verb.head.i < verb.i


def infinitive(token: Token) -> bool:
    """Whether "to" stands by the verb."""
    return any(c.tag_ == "TO" for c in token.children)


def infinitive_behind(token: Token) -> bool:
    """Whether an infinitive follows the noun: "its demand for X to pull out"."""
    after = token.doc[token.i + 1 : token.i + 3]
    acts = len(after) > 1 and after[1].tag_ == "VB" and after[1].lower_ != "be"
    return acts and after[0].lower_ == "to"


def adjoining(token: Token) -> bool:
    """Whether it is what a place lies next to, parsed as its name: "Y, neighbouring X"."""
    beside = any(c.dep_ in {"acl", "amod"} and c.lower_ in BESIDE for c in token.children)
    return beside and token.dep_ == "appos" and token.head.pos_ == "PROPN"


def subject_of(token: Token) -> bool:
    """Whether it is a subject, be it taken for an owner: "it" is no "its"."""
    return token.dep_ == "nsubj" or _misplaced(token)


def _misplaced(token: Token) -> bool:
    return token.dep_ == "nmod:poss" and token.tag_ == "PRP"


def inverted(verb: Token) -> Token | None:
    """The subject that stands behind its verb: "To Lima came | the presidents of X and Y".

    The parse takes it for an object. None where the verb has another subject, or where nothing
    that says whence, whither or where begins the clause.
    """
    if verb.lower_ not in _COMING or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    begins = any(c.dep_ == "obl" and c.i < verb.i for c in verb.children)
    behind = (c for c in verb.children if c.dep_ == "obj" and c.i > verb.i)
    return next(behind, None) if begins else None


def misread(token: Token) -> bool:
    """Whether a verb was parsed as an adjective of its object: "Poland imposed sanctions"."""
    if token.dep_ != "amod" or any(c.dep_ == "cop" for c in misread_over(token).children):
        return False
    over = misread_over(token)
    if had_over(token) is not None:
        return True
    own = any(c.dep_ == "nsubj" for c in token.children)
    before = any(c.i < token.i and subject_of(c) for c in over.children)
    helped = any(c.lower_ in HAVING and c.i < token.i for c in over.children)
    behind = token.i > 0 and _misplaced(token.nbor(-1))
    past = token.tag_ in PAST or token.lower_ in _SAME or (behind and token.lower_.endswith("ed"))
    return own or (before and (helped or over.dep_ == "ROOT") and past)


def had_over(token: Token) -> Token | None:
    """The "has" that the parse makes a verb over what is named: "X has | suspected Y of it"."""
    over, above = token.head, token.head.head
    named = over.dep_ == "obj" and over.tag_ == "NNP" and token.tag_ == "VBN"
    joined = token.dep_ == "amod" and named and not any(c.dep_ == "det" for c in over.children)
    return above if joined and above.lower_ in HAVING else None


def misread_over(token: Token) -> Token:
    """The noun that an adjective before it describes: "suspended | gas | exports"."""
    over = token.head
    return over.head if over.dep_ == "compound" and over.head.i > token.i else over


def relative(token: Token) -> bool:
    """Whether it is the "who" of a clause about somebody: "X, who is in Warsaw"."""
    return token.lower_ == "who" and token.head.dep_ == "acl:relcl"
