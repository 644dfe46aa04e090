"""What a mention means: actors, how sure that is, and how the mention stands in its sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Actor, ActorClass
from graph.naming import slug
from ingest.folding import fold
from ingest.mentions import Mention, MentionKind

_TAIL = re.compile(r" (?:for|of|on|to) ")
"""Where that begins of which something named is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Whom a mention means; ``actors`` is empty where nobody knows."""

    actors: tuple[Actor, ...] = ()
    certainty: float = 1.0
    """Probability that these are the right actors, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a mention stands in its sentence."""

    joined: bool = False
    """Listed with the mention before it ("France and Germany"): "they" can take up both."""
    leading: bool = False
    """The first that its sentence names, whom a pronoun in the next one most likely takes up."""
    begins: bool = False
    """At the beginning of its sentence, be it behind "in March": as the subject stands."""
    rivalled: bool = False
    """With a noun for others before it in its sentence: "shopkeepers said that they"."""
    skipping: bool = False
    """With a whole sentence before it that names nobody."""
    told: bool = False
    """At the start of what somebody says: "and said it would", where "it" is who says so."""
    after: bool = False
    """And who says so was the last to be named."""
    close: bool = False
    """With nothing but a verb of saying between who was named last and the mention."""
    located: bool = False
    """Named as where something is: "in Baku", "in Kuwait"; it is no side of what is told."""
    between: bool = False
    """Something is between it and others: "the dialogue between X and Y"."""
    tellers: tuple[Mention, ...] = ()
    """Who says so, in a quotation."""
    ahead: Mention | None = None
    """Who is named behind a pronoun that means them: "In his speech, X said"."""
    later: tuple[Mention, ...] = ()
    """Who is named behind a pronoun in its own clause, and is not meant by it: "it struck X"."""
    acted: str = ""
    """A pronoun for who suffers what the mention before does, or nothing: "Norway backed | it"."""
    speaking: tuple[Actor, ...] = ()
    """Who says so, in a quotation that goes on with the one before."""
    quoted: bool = False
    """In a quotation, whoever says it."""
    says: bool = False
    """Who says something: "X said", "he added"."""
    fronted: bool = False
    """Behind what its sentence begins with: "in talks with X, he", who is somebody else."""
    placed: bool = False
    """Behind a preposition for where somebody is: "troops on its soil"."""
    beginning: bool = False
    """Where a clause of its own may begin: "X and Y fought, and both sides"."""
    whose: str = ""
    """What says whose an office is: "its ambassador", "whose ambassador", "Diaz's adviser"."""
    fate: str = ""
    """Whether an envoy is ``recalled`` or ``expelled`` there, or another official is ``met``."""
    among: bool = False
    """An official in a list with others who are met: "met President X and Minister Y"."""
    ground: Actor | None = None
    """The state on whose ground an official is met: "In X, he met Minister Y"."""
    some: bool = False
    """With "a", or "of" something behind it: no official of the state that the text is on."""
    through: bool = False
    """Somebody through whom a side speaks: "regretted it through its ambassador"."""
    owning: bool = False
    """Behind "of", as those whose something is: "exiled leaders of the rebels"."""
    definite: bool = False
    """With "the": "the ambassador" is one who was named before."""
    opens: bool = False
    """The first that its paragraph names."""
    before: str = ""
    """The word before it, in lower case; empty at the beginning of its paragraph."""
    behind: str = ""
    """The word behind it."""


PLAIN = Setting()
"""How a mention stands of whose sentence nothing is known."""


def side_key(actor: Actor) -> str:
    """The key of the state or organisation that an actor speaks for; its own, where for none."""
    return (actor.represents or actor).key


def company_of(state: Actor, name: str) -> Actor:
    """A firm of a state, by its name."""
    return Actor(kind=ActorClass.COMPANY, key=f"company/{slug(name)}", label=name, represents=state)


def band_of(name: str) -> Actor:
    """Rebels or militants without a name of their own, by whose they are: "Syrian rebels"."""
    return Actor(kind=ActorClass.ARMED_GROUP, key=f"group/{slug(name)}", label=name)


def association_of(name: str) -> Actor:
    """An association that no table knows, by its name."""
    return Actor(kind=ActorClass.NGO, key=f"organisation/{slug(name)}", label=name)


def body_of(state: Actor, body: str, name: str) -> Actor:
    """A body of a state or organisation, named by what it is: "Indonesian Navy"."""
    return Actor(
        kind=ActorClass.BODY,
        key=f"body/{slug(state.iso3 or state.key.partition('/')[2])}-{slug(body)}",
        label=name,
        represents=state,
    )


def head_noun(name: str) -> str:
    """The noun for what is named, folded: "Council" of the Council of the European Union.

    >>> head_noun("United Nations General Assembly"), head_noun("Council of the European Union")
    ('assembly', 'council')
    """
    return _TAIL.split(fold(name), maxsplit=1)[0].rpartition(" ")[2]


def speaks(mention: Mention) -> bool:
    """Whether it is a spokesperson: "a Downing Street spokesperson said"."""
    return mention.kind is MentionKind.OFFICE and mention.office_kind == "spokesperson"


def several(mention: Mention, actors: Sequence[Actor]) -> bool:
    """Whether it names people of a side by a noun for several: "Kenyan soldiers"."""
    bands = any(actor.kind is ActorClass.ARMED_GROUP for actor in actors)
    last = mention.name.rpartition(" ")[2]
    return mention.plural or bands or (last.islower() and last.endswith("s"))


def stately(office: str) -> bool:
    """Whether a spokesperson speaks for a ministry or the like, and not for a firm."""
    return not {"army", "government", "military", "ministry", "presidential"}.isdisjoint(
        fold(office).split()
    )


def state_of(actor: Actor) -> Actor | None:
    """The state or organisation that somebody speaks for, or that it is itself."""
    return actor.represents or (None if actor.kind is ActorClass.PERSON else actor)
