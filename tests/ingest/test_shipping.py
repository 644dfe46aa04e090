"""What is shipped of the trained pipeline is enough for all that it may predict."""

from typing import Any

import srsly
from spacy.language import Language

from ingest.training.shipping import needed_strings
from ingest.training.tokenizer import blank_english


def test_the_pipeline_has_the_strings_of_all_its_lemmas(nlp: Language) -> None:
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    nodes = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    ends = {node[end] for node in nodes if "orig" in node for end in ("orig", "subst")} - {0}
    assert len(ends) > 50
    assert all(end in nlp.vocab.strings for end in ends)


def test_the_pipeline_has_the_tokenizer_of_its_recipe(nlp: Language) -> None:
    text = "SEOUL (Jiji)--Leaders of the pre-war U.S.-Korea talks met."
    words = [token.text for token in nlp.make_doc(text)]
    assert words == [token.text for token in blank_english().make_doc(text)]
    assert words[:5] == ["SEOUL", "(", "Jiji", ")--", "Leaders"]


def test_the_pipeline_has_the_strings_that_shipping_keeps(nlp: Language) -> None:
    assert all(text in nlp.vocab.strings for text in needed_strings(nlp))
