"""Where "it" stands for nobody: "it is likely that", "it was X who", "made it clear that"."""

from collections.abc import Sequence

from ingest.anaphora import Impersonal
from ingest.quotations import STOPS

_BE = frozenset({"'s", "be", "been", "is", "was", "’s"})
_AUXILIARIES = _BE | frozenset(
    {
        "also", "already", "can", "could", "first", "had", "has", "have", "indeed", "may", "might",
        "must", "n't", "never", "n’t", "not", "now", "once", "only", "shall", "should", "then",
        "thus", "will", "would",
    }
)  # fmt: skip
_DEGREES = frozenset(
    {
        '"', "“", "all", "absolutely", "equally", "even", "highly", "however", "just", "more",
        "most", "perfectly", "quite", "rather", "so", "still", "therefore", "too", "very",
    }
)  # fmt: skip
_GOING_ON = frozenset({"for", "how", "if", "that", "to", "when", "whether", "why"})
"""What follows an adjective that says how something is: "it is wise to"."""
_CLEFT = frozenset({"that", "which", "who", "whom", "whose"})
_FRONTED = frozenset(
    {
        "after", "against", "at", "because", "before", "by", "during", "for", "from", "in", "on",
        "thanks", "the", "this", "through", "under", "up", "with",
    }
)  # fmt: skip
"""What begins what a cleft sentence brings forward: "it was at X that"."""
_PREDICATES = frozenset({"a", "an", "another", "not", "the", "this"})
_FAR, _NEAR = 15, 5
_COURTESIES = frozenset(
    {
        "delight", "good", "great", "honor", "honour", "joy", "lovely", "nice", "pleasure",
        "privilege", "wonderful",
    }
)  # fmt: skip
"""What somebody says of being a guest, or of having one."""
_QUALIFYING = _DEGREES | {
    "a", "always", "an", "distinct", "double", "enormous", "genuine", "great", "huge", "indeed",
    "particular", "real", "really", "special", "such", "truly", "tremendous", "true",
}  # fmt: skip


def stands_for_nobody(
    tokens: Sequence[str], folded: Sequence[str], start: int, words: Impersonal
) -> bool:
    """Whether the "it" at ``start`` means no actor; ``folded`` are the tokens in lower case."""
    return _named_so(folded, start, words) or _goes_on(tokens, folded, start, words)


def stands_for_speaker(folded: Sequence[str], start: int) -> bool:
    """Whether the "it" at ``start`` is a courtesy of who speaks: "it is a pleasure to be back"."""
    at = _past(folded, start + 1, _AUXILIARIES)
    if at == start + 1 or not _begins(folded, start):
        return False
    at = _past(folded, at, _QUALIFYING)
    courteous = folded[at : at + 1] != [] and folded[at] in _COURTESIES
    courteous = courteous or folded[at - 1] in _COURTESIES
    at += folded[at : at + 1] != [] and folded[at] in _COURTESIES
    at += 2 * (folded[at : at + 2] == ["for", "me"])
    return courteous and folded[at : at + 1] == ["to"]


def _named_so(folded: Sequence[str], start: int, words: Impersonal) -> bool:
    """ "Made it clear that", "found it hard to", "let it be known", "as X put it"."""
    before = folded[start - 1] if start else ""
    at = start + 1
    if before == "let":
        return folded[at : at + 1] == ["be"]
    if before in {"put", "puts"}:
        return folded[at : at + 1] in ([","], ["."], [], ['"'], ["”"])
    if before not in words.judging:
        return False
    at = _past(folded, at, _DEGREES)
    return at < len(folded) and folded[at] in words.adjectives | words.judged


def _goes_on(tokens: Sequence[str], folded: Sequence[str], start: int, words: Impersonal) -> bool:
    """ "It is likely", "it was said that", "it took years", "it was X who"."""
    at = _past(folded, start + 1, _AUXILIARIES)
    being = not _BE.isdisjoint(folded[start + 1 : at])
    at = _past(folded, at, _DEGREES)
    rest = folded[at : at + _FAR]
    if not rest:
        return False
    following = rest[1:3]
    if rest[0] in words.verbs:
        return following[:1] in (["that"], ["as"]) or following == ["to", "be"]
    if rest[0] in words.lasting:
        return not words.times.isdisjoint(rest[1:_NEAR])
    if not being:
        return False
    if rest[0] in words.adjectives:
        return True
    if rest[0] in words.told:
        out = rest[1:2] == ["out"]
        return rest[1 + out : 2 + out] in (["that"], [","], ["."], ["to"])
    if rest[0] in words.judged:
        return not _GOING_ON.isdisjoint(following)
    if rest[0] == "to" or rest[:2] == ["the", "turn"]:
        return True  # "whose turn it is to"
    if folded[at - 1] in _BE and rest[0].isdigit() and not words.times.isdisjoint(rest[:_NEAR]):
        return True
    if rest[0] in _PREDICATES and _begins(folded, start):
        return True  # "It is the first visit": what was told
    end = next((i for i, word in enumerate(rest) if word in STOPS), len(rest))
    fronted = rest[0] in _FRONTED or tokens[at][:1].isupper()
    return fronted and not _CLEFT.isdisjoint(rest[1:end])


def _begins(folded: Sequence[str], start: int) -> bool:
    """Whether the token begins its sentence, be it in quotation marks."""
    at = start - 1
    while at >= 0 and folded[at] in {'"', "“", "'", "‘", "("}:
        at -= 1
    return at < 0 or folded[at] in STOPS | {":"}


def _past(folded: Sequence[str], at: int, words: frozenset[str]) -> int:
    """Past those of the words that stand there."""
    while at < len(folded) and folded[at] in words:
        at += 1
    return at
