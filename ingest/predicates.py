"""A verb as one of its frames reads it."""

from dataclasses import dataclass

from ingest.tokens import Token
from ingest.triggers import VerbFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A verb with a frame that fits the words around it."""

    verb: Token
    frame: VerbFrame
    objects: tuple[Token, ...]
    """What the verb acts on; in the passive its subject."""
    noun: Token | None
    """The noun that the frame asks for; None where it asks for none."""
    passive: bool
    """Whether the grammatical subject is whom it is done to."""
