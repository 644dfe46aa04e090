"""Copies of training sentences in the present tense.

News tells what happened in the present ("Canada expels a diplomat"), treebanks in the past; without
such copies "arrives" or "heads" after a name is taken for a noun.
"""

from spacy.tokens import Doc, Token

_IRREGULAR = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do")}
_PLURAL = frozenset({"NNS", "NNPS"})


def present(doc: Doc) -> Doc | None:
    """The same text with its past verbs in the present; None where it has none."""
    changed = {token.i: _form(token) for token in doc if _changes(token)}
    if not changed:
        return None
    return Doc(
        doc.vocab,
        words=[changed[t.i][0] if t.i in changed else t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[changed[t.i][1] if t.i in changed else t.tag_ for t in doc],
        pos=[t.pos_ for t in doc],
        morphs=[changed[t.i][2] if t.i in changed else str(t.morph) for t in doc],
        lemmas=[t.lemma_ for t in doc],
        heads=[t.head.i for t in doc],
        deps=[t.dep_ for t in doc],
        sent_starts=[t.is_sent_start for t in doc],
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else (t.ent_iob_ or "O") for t in doc],
    )


def _changes(token: Token) -> bool:
    return token.tag_ == "VBD" and token.lemma_.isalpha() and token.text[-1:].isalpha()


def _form(token: Token) -> tuple[str, str, str]:
    """The word in the present, its tag and its features."""
    plural = _plural_subject(token)
    lemma = token.lemma_.lower()
    word = _IRREGULAR[lemma][plural] if lemma in _IRREGULAR else lemma if plural else _third(lemma)
    word = word.capitalize() if token.text[:1].isupper() else word
    number = "" if plural else "Number=Sing|Person=3|"
    features = f"Mood=Ind|{number}Tense=Pres|VerbForm=Fin"
    return word, "VBP" if plural else "VBZ", features


def _plural_subject(token: Token) -> bool:
    holder = token.head if token.dep_.startswith(("aux", "cop")) else token
    for child in holder.children:
        if child.dep_.startswith("nsubj"):
            coordinated = any(c.dep_ == "conj" for c in child.children)
            return (
                child.tag_ in _PLURAL or coordinated or child.lower_ in {"i", "you", "we", "they"}
            )
    return False


def _third(lemma: str) -> str:
    """The third person of a regular verb.

    >>> [_third(v) for v in ("meet", "reach", "deny", "go", "play")]
    ['meets', 'reaches', 'denies', 'goes', 'plays']
    """
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"
