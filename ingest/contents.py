"""What a signed or adopted document does: "a resolution condemning X" is an accusation as well."""

from collections.abc import Iterator

from graph.model import EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.roles import STATEMENTS, said_in
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame
from ingest.units import Content

_MEASURES = (
    EventClass.SANCTION,
    EventClass.RELATIONS_UPGRADE,
    EventClass.RELATIONS_DOWNGRADE,
)
_CERTAINTY = 0.85
_STATEHOOD = frozenset({"independence", "relations", "sovereignty", "statehood", "ties"})


def contents(signing: Candidate, tree: Tree, triggers: Triggers) -> Iterator[Candidate]:
    """The events that the documents of a signing are themselves, with its signatories as source."""
    for at in signing.documents_at:
        content = tree.units[at].content or _between(at, tree, triggers)
        read = _kind(content, triggers) if content is not None else None
        if content is None or read is None:
            continue
        kind, status = read
        document = tree.units[at].document
        if kind is EventClass.RELATIONS_UPGRADE and not (
            document is not None and _STATEHOOD & set(document.wording.lower().split())
        ):
            continue  # "recognising X's efforts"
        made = Candidate(
            kind=kind,
            trigger=signing.trigger,
            status=signing.status if status is Status.HAPPENED else status,
            confidence=signing.confidence * _CERTAINTY,
            pattern="content",
            according_to=signing.according_to,
        )
        for actor in signing.of(Role.PARTICIPANT):
            made.add(Role.SOURCE, (actor,), _CERTAINTY)
        made.add(Role.TARGET, content.actors, _CERTAINTY)
        yield made


def _between(at: int, tree: Tree, triggers: Triggers) -> Content | None:
    """What a document asks of those who are to make peace: "a truce between X and Y"."""
    document = tree.units[at].document
    verb = said_in(document.wording, triggers) if document is not None else ""
    for case, child in tree.obliques(tree.doc[at]) if verb else ():
        if case == "between" and (found := tree.actors(child)):
            return Content(verb=verb, noun="", actors=found.actors)
    return None


def _kind(content: Content, triggers: Triggers) -> tuple[EventClass, Status] | None:
    """The class of what the document does, and whether it ends it."""
    lemma = triggers.lemmas.get(content.verb, content.verb)
    for frame in triggers.verbs.get(lemma, ()):
        if content.noun:
            if frame.kind in STATEMENTS and content.noun in frame.nouns:
                return frame.kind, Status.HAPPENED  # "a statement voicing support for X"
            if frame.kind in _MEASURES and content.noun in frame.nouns:
                ends = lemma in triggers.status.called_off
                return frame.kind, Status.CALLED_OFF if ends else Status.HAPPENED
            if _there(content, frame, triggers):
                return frame.kind, Status.HAPPENED  # "condemning the arrests in X"
        elif frame.kind is EventClass.RELATIONS_UPGRADE and not frame.nouns:
            return frame.kind, Status.HAPPENED  # "recognising X's independence"
        elif frame.kind in STATEMENTS and not (
            frame.nouns or frame.guard or frame.refusing or frame.judgement
        ):
            return frame.kind, Status.HAPPENED
    return None


def _there(content: Content, frame: VerbFrame, triggers: Triggers) -> bool:
    """Whether what is judged was done by those with whom it is: "the arrests in X".

    An attack in a state may be anybody's, and so may violence.
    """
    deed = content.noun.removesuffix("s")
    own = {deed, content.noun} & (triggers.grammar.harms | triggers.affairs.keys())
    judging = frame.carrier and not (frame.nouns or frame.guard or frame.judgement)
    said = frame.kind in STATEMENTS and frame.kind is not EventClass.REQUEST
    return said and judging and bool(own) and content.case in {"by", "in"}
