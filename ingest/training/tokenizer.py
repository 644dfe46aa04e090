"""The tokenizer of our pipeline: English, nearer to Universal Dependencies than spaCy's own.

Words with a prefix and a hyphen ("co-chaired", "ex-minister") stay whole; all other hyphens between
letters stand alone, as the treebanks have them.
"""

import spacy
from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    HYPHENS,
    LIST_ELLIPSES,
    LIST_ICONS,
)
from spacy.language import Language
from spacy.util import compile_infix_regex

PREFIXES = [
    "anti",
    "co",
    "counter",
    "cross",
    "ex",
    "e",
    "inter",
    "mid",
    "mini",
    "multi",
    "neo",
    "non",
    "over",
    "pan",
    "post",
    "pre",
    "pro",
    "re",
    "semi",
    "sub",
    "un",
    "vice",
]


def infixes() -> list[str]:
    """The patterns at which a word is split inside."""
    no_prefix = "".join(rf"(?<!\b{p})(?<!\b{p.capitalize()})" for p in PREFIXES)
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=[0-9])[+\-\*^](?=[0-9-])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9]){no_prefix}(?:{HYPHENS})(?=[{ALPHA}])",
        rf"(?<=[A-Z]\.)(?:{HYPHENS})(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}])\)-{{1,2}}(?=[{ALPHA}])",  # "(Reuters)--Leaders", behind a dateline
    ]


def blank_english() -> Language:
    """An English pipeline that holds the tokenizer alone."""
    nlp = spacy.blank("en")
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes()).finditer  # type: ignore[union-attr] # spaCy leaves the tokenizer's type open
    return nlp
