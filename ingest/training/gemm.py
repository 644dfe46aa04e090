"""Sends matrix products to NumPy's BLAS, which is faster than spaCy's own on virtual machines."""

from typing import Any

import numpy as np
from thinc.api import NumpyOps, registry


class BlasOps(NumpyOps):  # type: ignore[misc] # thinc leaves the class untyped
    """NumPy operations whose matrix product is NumPy's own; nothing of it is stored in a model."""

    name = "apple"  # the name that thinc prefers to "numpy" where both are registered

    def gemm(
        self,
        x: Any,
        y: Any,
        *,
        out: Any = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> Any:
        """The matrix product of ``x`` and ``y``, each transposed first where asked."""
        left = x.T if trans1 else x
        right = y.T if trans2 else y
        if out is None:
            return np.dot(left, right)
        np.dot(left, right, out=out)
        return out


def use_blas() -> None:
    """Registers the operations for all models that are made from now on."""
    registry.ops("BlasOps")(BlasOps)
