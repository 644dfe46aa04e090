"""An event as it is first read out of a sentence, before it is checked and merged."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model import Actor, Document, EventClass, Place, Role, Status
from ingest.tokens import Span

RELATIONS = frozenset({EventClass.RELATIONS_UPGRADE, EventClass.RELATIONS_DOWNGRADE})
"""What is reported of an embassy, of an envoy or of relations themselves."""
AT_BORDER = "border"
"""Pattern of what is done to a border or at it."""
ACCREDITED = "accredited"
"""Pattern of envoys who present their credentials."""
UNMISTAKABLE = frozenset({AT_BORDER, ACCREDITED})
"""Patterns of what words tell by themselves, of which the network has seen too little."""


@dataclass(slots=True, kw_only=True)
class Candidate:
    """Roles and circumstances found for one trigger."""

    kind: EventClass
    trigger: int
    """Index of the trigger in the parsed paragraph."""
    status: Status = Status.HAPPENED
    confidence: float = 0.9
    roles: dict[Role, dict[Actor, float]] = field(default_factory=dict)
    date: str | None = None
    place: Place | None = None
    documents: list[Document] = field(default_factory=list)
    documents_at: list[int] = field(default_factory=list)
    """Tokens of the documents that it is about."""
    beside: tuple[Actor, ...] = ()
    """Everybody whom its sentence names."""
    about: tuple[Actor, ...] = ()
    """Whom its documents name, in their titles and in what is told of them."""
    onlookers: set[Actor] = field(default_factory=set)
    """Who was there only to observe, and signs nothing."""
    title: str | None = None
    topics: list[str] = field(default_factory=list)
    according_to: tuple[Actor, ...] = ()
    start: int = 0
    """Offset of the evidence in the kept text."""
    end: int = 0
    besides: list[tuple[int, int]] = field(default_factory=list)
    """Where in the kept text further evidence stands, for whom another sentence names."""
    alone: bool = False
    """Whether one actor is enough: "the group declared a ceasefire"."""
    pattern: str = ""
    """Which rule found it: for the calibration of confidence."""

    @property
    def judges(self) -> bool:
        """Whether the event is what somebody says of somebody, good or bad."""
        return self.pattern in {"judgement", "praise"}

    def stands_in(self, sentence: Span) -> bool:
        """Whether its trigger is a word of a sentence of its paragraph."""
        return sentence.start <= self.trigger < sentence.end

    def add(self, role: Role, actors: tuple[Actor, ...], certainty: float) -> None:
        """Puts actors into a role; nobody stands twice in the event."""
        for actor in actors:
            if any(actor in held for held in self.roles.values()):
                continue
            self.roles.setdefault(role, {})[actor] = certainty

    def of(self, *roles: Role) -> list[Actor]:
        """The actors in the roles, or in those that fall under one, in the order found."""
        return [
            a for r, held in self.roles.items() if r in roles or r.general in roles for a in held
        ]

    def drop(self, actors: Iterable[Actor], *roles: Role) -> None:
        """Takes actors out of the roles, or of those under one; of all where none is given."""
        gone = set(actors)
        for role, held in self.roles.items():
            if not roles or role in roles or role.general in roles:
                for actor in gone.intersection(held):
                    del held[actor]
        self.roles = {role: held for role, held in self.roles.items() if held}

    def everybody(self) -> list[Actor]:
        """All actors of the event."""
        return [a for held in self.roles.values() for a in held]

    def level(self) -> None:
        """Makes everybody a participant: "A and B resumed relations"."""
        held = {a: c for roles in self.roles.values() for a, c in roles.items()}
        self.roles = {Role.PARTICIPANT: held}

    def certainty(self) -> float:
        """How sure its actors are: that of the least sure one."""
        return min((c for held in self.roles.values() for c in held.values()), default=0.0)
