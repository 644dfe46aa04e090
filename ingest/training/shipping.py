"""Makes a trained pipeline ready to ship: no word list of the training texts goes along."""

from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.strings import StringStore

_META = {
    "name": "dragoman",
    "version": "0.1.0",
    "description": "Tags, lemmas, parse and names for English news; its README names the sources.",
    "author": "The Dragoman developers",
    "license": "CC BY-SA 4.0",
}


def needed_strings(nlp: Language) -> set[str]:
    """The strings without which the components cannot say what they predict."""
    out: set[str] = set()
    for _, component in nlp.pipeline:
        for label in map(str, getattr(component, "labels", ())):
            out.add(label)
            out.update(label.split("|"))
            out.update(part for feature in label.split("|") for part in feature.split("="))
        trees = getattr(component, "trees", None)
        if trees is not None:
            for node in srsly.msgpack_loads(trees.to_bytes())["trees"]:
                ends = (node.get("orig", 0), node.get("subst", 0))
                out.update(nlp.vocab.strings[end] for end in ends if end)
    return out


def ship(trained: Path, out: Path) -> None:
    """Writes the pipeline in ``trained`` to ``out``, with the strings that it needs and no others.

    Files of the folder that are no part of a pipeline (its README and licence) stay.
    """
    nlp = spacy.load(trained)
    nlp.meta.update(_META)
    for name in ("train", "dev", "tokenizer"):
        nlp.config["paths"][name] = None  # folders of the machine that trained it
    strings = StringStore(sorted(needed_strings(nlp) | set(spacy.blank("en").vocab.strings)))
    nlp.to_disk(out)
    strings.to_disk(out / "vocab" / "strings.json")
