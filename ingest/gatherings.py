"""Whose a gathering is: "the Leaders", "Ministers" and "Council" of an organisation."""

from graph.model import Actor
from ingest.discourse import Discourse
from ingest.folding import fold
from ingest.history import ORGANISATIONS
from ingest.mentions import Mention
from ingest.referents import Referent

NOUNS_OF = {
    "head-of-state": "leaders", "head-of-government": "prime ministers", "leader": "leaders",
    "foreign-minister": "foreign ministers", "minister": "ministers", "co-chair": "co-chairs",
}  # fmt: skip
"""By the kind of an office in the plural, the noun that takes up those who hold it."""
_ISSUING = frozenset(
    {
        "alliance", "assembly", "authority", "commission", "conference", "council",
        "executive council", "forum", "leaders", "ministerial council", "permanent council",
        "summit", "supreme council",
    }
)  # fmt: skip
"""What an organisation calls itself in its own texts, without an article."""


class Gatherings:
    """Resolves officials in the plural, of whom only their meeting is told."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._assembled: tuple[Actor, ...] = ()
        """Whose ministers or leaders were named together last, without a name."""

    def members(self, mention: Mention) -> Referent:
        """ "Leaders", "the Ministers": the organisation whose they are that issues the text."""
        word = fold(mention.name).rpartition(" ")[2]
        if mention.count == 1:
            actor = self.issuing(word) if mention.name[:1].isupper() else None
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.6)
        meant = mention.office_kind in NOUNS_OF or word in NOUNS_OF.values()
        if not (meant and mention.plural and mention.count == 0):
            return Referent()
        capital = not mention.name.removeprefix("The").islower()
        actor = self.issuing("leaders") if capital else None
        own = self._assembled if self._discourse.setting.definite else ()
        actors = (actor,) if actor is not None else own
        return Referent(actors=actors, certainty=0.6) if actors else Referent()

    def assemble(self, mention: Mention, actors: tuple[Actor, ...]) -> None:
        """Notes whose ministers or leaders were named together: "the foreign ministers of X"."""
        together = len(actors) > 1 or any(actor.kind in ORGANISATIONS for actor in actors)
        if mention.plural and mention.office_kind in NOUNS_OF and together:
            self._assembled = actors

    def issuing(self, name: str) -> Actor | None:
        """The organisation that issues a text, where the text calls it so: "Council"."""
        issuer = self._discourse.issuer
        own = issuer is not None and issuer.kind in ORGANISATIONS
        return issuer if own and fold(name) in _ISSUING else None
