"""The network of `ingest.ranking` that says whom a mention means, with the words that it knows."""

import functools
from dataclasses import dataclass

from ingest.antecedents.traits import Codes
from ingest.networks import numbered, opened, weights_in, words_in
from ingest.ranking import Ranking

FOLDER = "antecedents"


@dataclass(frozen=True, slots=True)
class Antecedence:
    """The network, and the numbers of the words that it knows."""

    ranking: Ranking
    codes: Codes


@functools.cache
def load_antecedence() -> Antecedence:
    """The network that is shipped; raises `KnowledgeError` where its files cannot be used."""
    with opened(FOLDER) as folder:
        known = words_in(folder)
        codes = codes_of(known["words"], known["offices"])
        return Antecedence(Ranking(weights_in(folder)), codes)


def codes_of(words: list[str], offices: list[str]) -> Codes:
    """Numbers for words and kinds of offices, in their order, from 1."""
    return Codes(numbered(words), numbered(offices))
