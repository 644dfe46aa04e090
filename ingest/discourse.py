"""What is known at one place of an article: whose text it is, who speaks, who was named before."""

from dataclasses import dataclass, field

from graph.model import Actor, ActorClass
from ingest.anaphora import Anaphora
from ingest.history import History
from ingest.persons import Persons
from ingest.referents import PLAIN, Referent, Setting, state_of


@dataclass(slots=True, kw_only=True)
class Discourse:
    """What those who resolve the mentions of an article share, up to the present mention."""

    anaphora: Anaphora
    persons: Persons
    history: History
    setting: Setting = PLAIN
    """How the mention stands that is resolved."""
    home: Actor | None = None
    """The state whose spokesperson or ministry speaks first: whose release the text is."""
    issuer: Actor | None = None
    """The state or organisation whose release the title says that the text is."""
    abroad: bool = False
    """Whether that is one of its missions, whose releases tell of ministers of both states."""
    speaker: Actor | None = None
    """Who speaks throughout, or whose turn it is."""
    voice: Actor | None = None
    """The state of the first official who is named: "we" in a release that nobody speaks."""
    makers: tuple[Actor, ...] = ()
    """Who make a joint statement together."""

    unnamed: dict[str, dict[str, Actor]] = field(default_factory=dict)
    """By kinds of offices the states of whose holders nothing but the office was told so far."""

    def ours(self) -> Referent:
        """The state for which the speaker speaks, or whose release the text is."""
        side = state_of(self.speaker) if self.speaker is not None else None
        known = self.voice if self.speaker is None else self.home or self.issuer
        side = side or (None if self.setting.quoted else known)
        return Referent() if side is None else Referent(actors=(side,), certainty=0.7)

    def state_spoken_of(self) -> Actor | None:
        """Whose release the text is, or the state with which the sentence before began.

        Or else this one, of what somebody says: "X expelled a diplomat of Y, the ministry said".
        """
        first = self.history.leading_state() if self.setting.leading else None
        opening = self.history.opening
        if self.setting.says and len(opening) == 1 and not self.history.opening_placed():
            acting = state_of(opening[0])
            first = acting if acting and acting.kind is ActorClass.COUNTRY else first
        return self.home or first or self.history.last_side("government")
