"""Opens the spaCy pipeline that tags and parses: our own, or one that the user names."""

from importlib.resources import files
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graph.errors import KnowledgeError, SettingError
from ingest.dependencies import is_clear, universal
from ingest.training.gemm import use_blas

_UNUSED = ("ner", "entity_linker", "entity_ruler")
_PROBE = "Norway met ministers of Kenya."
_CONVERSION = "dragoman_universal_dependencies"
_UNIVERSAL = frozenset({"nsubj", "obj", "case"})
"""Labels without which hardly an event is found."""
_NEEDED = (
    ("DEP", "no dependency parse", "a parser"),
    ("TAG", "no tags", "a tagger"),
    ("POS", "no parts of speech", "a morphologizer or an attribute ruler"),
    ("LEMMA", "no lemmas", "a lemmatizer"),
)


def open_pipeline(name: str | None = None) -> Language:
    """The shipped English pipeline, or the installed package or folder called ``name``.

    A pipeline whose parser speaks ClearNLP gets one component more, which makes of each parse the
    one of Universal Dependencies. Raises `SettingError` where there is no such pipeline, or it does
    not give what reading takes; `KnowledgeError` where our own is missing.
    """
    use_blas()
    if name is None:
        folder = Path(str(files("data") / "pipeline"))
        if not (folder / "config.cfg").exists():
            raise KnowledgeError(
                f"{folder}: our own pipeline is not there; install the package again, or name one "
                "with --pipeline"
            )
        return spacy.load(folder, exclude=list(_UNUSED))
    try:
        nlp = spacy.load(name, exclude=list(_UNUSED))
        probe = nlp(_PROBE)
    except (OSError, ValueError, ImportError) as error:
        raise SettingError(
            f"pipeline {name}: cannot be opened ({error}); name an installed spaCy pipeline"
        ) from error
    if lack := _lack(probe):
        raise SettingError(f"pipeline {name}: {lack}")
    labels = _labels(nlp, probe)
    if is_clear(labels):
        nlp.add_pipe(_CONVERSION, last=True)
    elif not labels >= _UNIVERSAL:
        raise SettingError(
            f"pipeline {name}: its parser speaks neither Universal Dependencies nor ClearNLP; name "
            "one that does"
        )
    return nlp


@Language.component(_CONVERSION)
def _converted(doc: Doc) -> Doc:
    return universal(doc)


def _lack(probe: Doc) -> str:
    """What a pipeline does not give that reading takes, and what next; empty where all is there."""
    for attribute, lack, part in _NEEDED:
        if not probe.has_annotation(attribute):
            return f"gives {lack}; name one that has {part}"
    if not any(token.tag_.startswith("VB") for token in probe):
        return "its tags are not those of the Penn Treebank (VBD, NNP, …); name one for English"
    return ""


def _labels(nlp: Language, probe: Doc) -> frozenset[str]:
    """The labels of the parser; those of a parse, where it does not tell."""
    known = getattr(nlp.get_pipe("parser"), "labels", ()) if nlp.has_pipe("parser") else ()
    return frozenset(known or (token.dep_ for token in probe))
