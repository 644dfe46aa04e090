"""The questions of ``data/questions``, asked about what the made world holds."""

from benchmarks.generate import World
from graph.forms import with_prefixes
from graph.model import ActorClass
from graph.questions import questions

NAMED = ("country/USA", "country/CHN", "country/RUS", "country/UKR", "country/IRN", "Geneva")
"""What the questions ask about."""


def asked(world: World) -> tuple[tuple[str, str], ...]:
    """Name and SPARQL text of each question.

    They are about the states that stand first in the world, and its first place.
    """
    states = [actor.key for actor in world.actors if actor.kind is ActorClass.COUNTRY]
    ours = (*states[: len(NAMED) - 1], world.places[0].label)
    found = []
    for question in questions():
        text = question.text
        for name, own in zip(NAMED, ours, strict=True):
            text = text.replace(f"{name}>", f"{own}>").replace(f'"{name}"', f'"{own}"')
        found.append((question.name, with_prefixes(text)))
    return tuple(found)
