"""What the sentences before say of two actors: were they named together, and who else was."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from graph.model import Actor
from ingest.checks import side, sided
from ingest.units import Unit

KNOWN = 5
"""Numbers that say what is known of a pair from the sentences before."""


@dataclass(slots=True)
class Context:
    """The sides that the sentences of an article named so far."""

    _sides: Counter[str] = field(default_factory=Counter)
    _together: Counter[frozenset[str]] = field(default_factory=Counter)
    _lately: frozenset[frozenset[str]] = frozenset()

    def known(self, one: Actor, other: Actor) -> list[float]:
        """What is known of two actors: `KNOWN` numbers, 0 or 1.

        That their sides were named together once, more often, or right before; that no third side
        was named, or only one.
        """
        mine = side(one)
        both = frozenset((mine, side(other)))
        others = len(self._sides) - (mine in self._sides)
        said = (
            self._together[both] > 0,
            self._together[both] > 1,
            both in self._lately,
            others <= 1,
            others <= 2,
        )
        return [float(each) for each in said]

    def read(self, units: Sequence[Unit]) -> None:
        """Goes on behind a sentence of these units."""
        named = [actor for unit in units for actor in unit.actors if sided(actor)]
        sides = list(dict.fromkeys(map(side, named)))
        lately = {frozenset(two) for two in combinations(sides, 2)}
        self._sides.update(sides)
        self._together.update(lately)
        self._lately = frozenset(lately)
