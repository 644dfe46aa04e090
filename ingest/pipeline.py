"""Opens the spaCy pipeline that tags and parses: our own, or one that the user names."""

from importlib.resources import files
from pathlib import Path

import spacy
from spacy.language import Language

from graph.errors import KnowledgeError, SettingError
from ingest.training.gemm import use_blas

_NEEDED = ("parser",)
_UNUSED = ("ner", "entity_linker", "entity_ruler")


def open_pipeline(name: str | None = None) -> Language:
    """The shipped English pipeline, or the installed package or folder called ``name``.

    Raises `SettingError` where there is no such pipeline or it cannot parse, `KnowledgeError` where
    our own is missing.
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
    except (OSError, ValueError, ImportError) as error:
        raise SettingError(
            f"pipeline {name}: cannot be opened ({error}); name an installed spaCy pipeline"
        ) from error
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if missing:
        raise SettingError(f"pipeline {name}: has no {missing[0]}; name one that parses")
    return nlp
