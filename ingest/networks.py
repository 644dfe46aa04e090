"""What the small networks share: their numbers, and how their files are read."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graph.errors import KnowledgeError

Numbers = npt.NDArray[np.int32]
Matrix = npt.NDArray[np.float32]


def gelu(values: Matrix) -> Matrix:
    """The activation of the networks, as PyTorch's approximation by the hyperbolic tangent."""
    inner: Matrix = 0.044715 * values  # in few places: new ones cost more than sums
    inner *= values
    inner += 1
    outer: Matrix = 0.7978845608 * values
    inner *= outer
    np.tanh(inner, out=inner)
    inner += 1
    np.multiply(values, 0.5, out=outer)
    outer *= inner
    return outer


@contextmanager
def opened(name: str) -> Iterator[Path]:
    """The folder of a network in ``data``, for its files to be read.

    Raises `KnowledgeError` where they cannot be used.
    """
    folder = Path(str(files("data") / name))
    try:
        yield folder
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError(
            f"{folder}: the network cannot be read ({error}); install the package again, or train "
            f"it with `make {name}`"
        ) from error


def numbered(words: Iterable[str], first: int = 1) -> dict[str, int]:
    """Words with their numbers, in their order."""
    return {word: number for number, word in enumerate(words, first)}


def words_in(folder: Path) -> dict[str, list[str]]:
    """The words that a network knows, of each kind in the order of their numbers."""
    known: dict[str, list[str]] = json.loads(
        (folder / "vocabulary.json").read_text(encoding="utf-8")
    )
    return known


def weights_in(folder: Path) -> dict[str, Matrix]:
    """The weights of a network, by their names."""
    with np.load(folder / "weights.npz") as held:
        return {name: held[name].astype(np.float32) for name in held.files}
