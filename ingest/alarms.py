"""Warnings of what others are up to, which blame them: "warned that X was about to attack Y"."""

from graph.model import Actor, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.roles import Roles
from ingest.syntax import denied, infinitive, said
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_WARNING = frozenset({"caution", "warn", "warning"})
_SCHEMING = frozenset(
    {"aim", "attempt", "intend", "mean", "plan", "plot", "prepare", "scheme", "seek", "try", "want"}
)
"""What who is up to something does."""
_SETTING_UP = frozenset(
    {
        "accumulate", "amass", "arm", "assemble", "build", "deploy", "develop", "expand", "install",
        "mass", "militarise", "militarize", "mobilise", "mobilize", "move", "place", "rearm",
        "send", "station", "stockpile", "supply",
    }
)  # fmt: skip
"""What others are warned of while it goes on."""
_WILL = frozenset({"'ll", "will", "would"})
_CLAUSES = ("ccomp", "acl", "advcl")


class Alarms:
    """Tells from threats the warnings of one paragraph that blame others."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles) -> None:
        self._tree, self._triggers, self._roles = tree, triggers, roles

    def raised(self, made: Candidate, word: Token) -> None:
        """Makes an accusation of what warns of the schemes of others, and blames those."""
        if made.kind is not EventClass.THREAT or self._tree.lemma(word) not in _WARNING:
            return
        own = {side(actor) for actor in made.of(Role.SOURCE)}
        before = (word.head,) if word.dep_ == "parataxis" and word.head.i < word.i else ()
        for clause in (*before, *self._tree.children(word, *_CLAUSES)):
            if not (said(clause) or word.pos_ == "NOUN" or clause in before):
                continue
            blamed = [a for a in self._schemers(clause) if side(a) not in own]
            if blamed:
                made.kind = EventClass.ACCUSATION
                made.roles.pop(Role.TARGET, None)
                made.add(Role.TARGET, tuple(blamed), 0.85)
                return

    def _schemers(self, clause: Token) -> tuple[Actor, ...]:
        """Who a clause says is up to something; nobody where what is to come may befall them."""
        tree = self._tree
        if tree.passive(clause) or denied(clause) or infinitive(clause):
            return ()
        lemma = tree.lemma(clause)
        going_on = clause.tag_ == "VBG"
        scheming = lemma in _SCHEMING and any(map(infinitive, tree.children(clause, "xcomp")))
        setting_up = going_on and lemma in _SETTING_UP
        sure = any(c.lower_ in _WILL for c in clause.children)
        hostile = sure and self._hostile(clause) and any(map(self._whose, tree.objects(clause)))
        if not (scheming or setting_up or hostile or (going_on and self._roles.negative(clause))):
            return ()
        subjects = tree.children(clause, "nsubj")
        return next((found.actors for one in subjects if (found := tree.actors(one))), ())

    def _hostile(self, clause: Token) -> bool:
        """Whether it is a deed of force: "that X would attack Y"."""
        frames = self._triggers.verbs.get(self._tree.lemma(clause), ())
        return any(frame.force and not frame.nouns for frame in frames)

    def _whose(self, token: Token) -> bool:
        return bool(self._tree.actors(token) or self._tree.owner(token))
