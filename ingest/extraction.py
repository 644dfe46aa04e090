"""Reads the events of one parsed paragraph: triggers, their roles, their status.

What is found is a candidate; `ingest.checks` decides whether it is an event.
"""

from collections.abc import Iterator

from graph.model import EventClass
from ingest.attitudes import Attitudes
from ingest.backers import Backers
from ingest.brokers import BROKERS, Brokers
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.contents import contents
from ingest.mediators import Mediators
from ingest.nounevents import NounEvents
from ingest.praise import spare_critics
from ingest.presences import Presences
from ingest.remonstrances import Remonstrances
from ingest.roles import Roles, verbal
from ingest.signings import Signings
from ingest.status import StatusReader
from ingest.stopovers import Stopovers
from ingest.thirdparties import third_parties
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers
from ingest.verbevents import VerbEvents


class Extraction:
    """All candidates of one parsed paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        status, roles = StatusReader(tree, triggers.status), Roles(tree, triggers)
        self._tree, self._triggers, self._status = tree, triggers, status
        self._nouns = NounEvents(tree, triggers, roles, status)
        self._attitudes = Attitudes(tree, triggers, roles)
        self._remonstrances = Remonstrances(tree, triggers, roles, status)
        self._presences, self._stopovers = Presences(tree), Stopovers(tree)
        self._mediators, self._backers = Mediators(tree, status), Backers(tree, status)
        self._signings = Signings(tree, triggers, roles, status)
        self._verbs = VerbEvents(tree, triggers, roles, status, self._nouns, self._signings)
        self._brokers = Brokers(tree, status, self._verbs.meetings)

    def candidates(self) -> Iterator[Candidate]:
        """One candidate for each trigger that has actors, in the order of the text."""
        found: list[Candidate] = []
        inside = self._inside_titles()
        others: list[Token] = []
        for token in self._tree.doc:
            if token.i not in inside:
                found.extend(self._attitudes.events(token))
                if token.lower_ in BROKERS:
                    found.extend(self._brokers.events(token))
                found.extend(self._mediators.events(token))
                if verbal(token) or self._tree.unit(token).present:
                    found.extend(self._verbs.events(token))
                    found.extend(self._remonstrances.events(token))
                else:
                    others.append(token)
        for token in others:
            if token.i in self._verbs.told:
                continue
            unit = self._tree.unit(token)
            if unit.place is not None or len(unit.mentions) > 1:
                found.extend(self._presences.events(token))
            if unit.session is not None:
                found.extend(self._nouns.session(token))
            elif not unit.actors and unit.date is None:
                found.extend(self._stopovers.events(token))
                found.extend(self._backers.events(token))
                found.extend(self._nouns.events(token, self._tree.lemma(token)))
        written = {at for candidate in found if candidate.roles for at in candidate.documents_at}
        for token in self._tree.doc:
            if token.i not in written and self._tree.unit(token).document is not None:
                found.extend(self._signings.stated(token))
        for candidate in found:
            spare_critics(candidate, self._tree)
        signings = [c for c in found if c.kind is EventClass.SIGNING]
        signed = {at for candidate in signings if candidate.roles for at in candidate.documents_at}
        found = [c for c in found if c.kind is not EventClass.AGREEMENT or c.trigger not in signed]
        found = [c for c in found if not any(self._same_paper(c, s) for s in signings)]
        for candidate in tuple(found):
            if candidate.kind is EventClass.SIGNING:
                found.extend(contents(candidate, self._tree, self._triggers))
        found.extend(third_parties(found, self._tree, self._status))
        yield from sorted(found, key=lambda candidate: candidate.trigger)

    def _same_paper(self, agreement: Candidate, signing: Candidate) -> bool:
        """Whether it only says what is signed: "a pact, the third agreement between the two".

        Or what the signing brings, or the paper is for: "…, ending their dispute".
        """
        if agreement.kind is not EventClass.AGREEMENT or not signing.documents_at:
            return False
        trigger = self._tree.doc[agreement.trigger]
        papers = set(signing.documents_at)
        told = any(
            one.head.i in papers and one.dep_ in {"acl", "acl:relcl", "appos"}
            for one in (trigger, *trigger.ancestors)
        )
        brought = trigger.tag_ == "VBG" and trigger.head.i == signing.trigger
        sides = {side(actor) for actor in agreement.everybody()}
        return (told or brought) and sides == {side(actor) for actor in signing.everybody()}

    def _inside_titles(self) -> frozenset[int]:
        """Tokens of the clauses that say what a document does: `ingest.contents` reads those."""
        clauses = (
            child
            for at, unit in enumerate(self._tree.units)
            if unit.document is not None and unit.document.told
            for child in self._tree.doc[at].children
            if child.dep_ == "acl" and child.tag_ == "VBG"
        )
        return frozenset(token.i for clause in clauses for token in clause.subtree)
