"""Chooses for each mention whom it takes up, along the text of one article."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence

from graph.model import Article
from ingest.antecedents.candidates import Antecedent, anaphoric, candidates
from ingest.antecedents.ranking import Antecedence
from ingest.antecedents.trace import Trace
from ingest.antecedents.traits import traits
from ingest.mentions import Mention
from ingest.networks import Matrix
from ingest.referents import Referent, Setting

SURER = 3.0
"""How many times as likely as what the rules say another antecedent must be."""
SURER_OF_MANY = 20.0
"""And where the rules name more than two together, or somebody who was not named before."""
_FEW = 2


class Chooser(ABC):
    """Says whom each mention of an article means, given what the rules say of it."""

    def __init__(self, article: Article) -> None:
        self.trace = Trace.of(article)

    def choose(
        self,
        mention: Mention,
        setting: Setting,
        rules: Referent,
        barred: Collection[str] = frozenset(),
    ) -> Referent:
        """Whom the mention means; the mentions come in the order of the text.

        What is no pronoun or description means what the rules say, and so does what is named
        behind it, or what would mean one of those who are ``barred`` by their keys.
        """
        self.comes()
        self.trace.moves(mention, setting)
        if anaphoric(mention, setting) and setting.ahead is None:
            chosen = self.taken_up(mention, setting, rules)
            if not any(actor.key in barred for actor in chosen.actors):
                rules = chosen
        self.trace.note(mention, setting, rules.actors)
        return rules

    def comes(self) -> None:  # noqa: B027 # who learns from answers looks up the next one
        """Goes on to the next mention."""

    @abstractmethod
    def taken_up(self, mention: Mention, setting: Setting, rules: Referent) -> Referent:
        """Whom a pronoun or a description takes up."""


class Antecedents(Chooser):
    """Chooses what the network finds likeliest."""

    def __init__(self, network: Antecedence, article: Article) -> None:
        super().__init__(article)
        self._network = network

    def taken_up(self, mention: Mention, setting: Setting, rules: Referent) -> Referent:
        """Whom a pronoun or a description takes up."""
        found = candidates(mention, rules, self.trace)
        told = traits(mention, setting, rules, found, self.trace, self._network.codes)
        return likeliest(found, self._network.ranking.chances(told), rules, self.trace)


def likeliest(
    found: Sequence[Antecedent], chances: Matrix, rules: Referent, trace: Trace
) -> Referent:
    """The likeliest antecedent, where it is far likelier than that of the rules."""
    at = int(chances.argmax())
    ruled = {a.key for a in rules.actors}
    by_rules = next(n for n, each in enumerate(found) if {a.key for a in each} == ruled)
    known = len(ruled) <= _FEW and ruled <= trace.seen.keys()
    if chances[at] <= (SURER if known else SURER_OF_MANY) * chances[by_rules]:
        return rules
    return Referent(actors=found[at], certainty=float(chances[at]))
