"""Writes what the small networks have learned, as `ingest.networks` reads it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from ingest.networks import Matrix


def write_weights(folder: Path, weights: Mapping[str, Matrix]) -> None:
    """Writes the weights, in half precision."""
    small = {name: value.astype(np.float16) for name, value in weights.items()}
    np.savez_compressed(folder / "weights.npz", **small)  # type: ignore[arg-type]  # arrays by name


def write_words(folder: Path, known: Mapping[str, Sequence[str]]) -> None:
    """Writes the words that a network knows, each kind in the order of their numbers."""
    text = json.dumps(known, ensure_ascii=False, indent=0)
    (folder / "vocabulary.json").write_text(text + "\n", encoding="utf-8")
