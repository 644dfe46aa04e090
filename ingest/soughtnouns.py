"""The noun that the frame of a verb asks for, among what the verb acts on or has beside it."""

from collections.abc import Iterator, Sequence

from graph.model import EventClass, Role
from ingest.candidates import RELATIONS
from ingest.checks import side
from ingest.envoys import house_words
from ingest.mentions import DIPLOMATIC, HOLDERS, MentionKind
from ingest.posts import EMBASSIES
from ingest.syntax import infinitive
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar, VerbFrame

_EXPEDITIONS = frozenset(
    {"air", "bombing", "combat", "military", "naval", "peacekeeping", "rescue", "space", "training"}
)
_WHITHER = frozenset({"at", "from", "into", "to"})
_TO_WHAT = frozenset({"against", "at", "for", "to"})
"""Prepositions before what sanctions answer: "hit back at X's tariffs"."""
_THOUGHT = frozenset(
    {
        "idea",
        "issue",
        "possibility",
        "prospect",
        "question",
        "spectre",
        "specter",
        "threat",
        "usage",
        "use",
    }
)
"""What is not yet what it is of."""
_MET = frozenset({EventClass.SUPPORT, EventClass.THREAT})
_MEETING_WITH = frozenset({"as", "of", "with"})
"""Prepositions behind which stands what somebody is met with."""
_CURRENCIES = frozenset({"$", "€", "£", "¥", "us$", "c$", "a$"})
_STAFF = frozenset({"member", "officer", "official"})
_CREWS = frozenset({"employee", "personnel", "staff", "staffer"})
_DIPLOMATIC = frozenset({"consular", "diplomatic", "embassy", "its", "their"})
"""What is said of people who are posted to a mission."""
_POSTED = frozenset({"ambassador", "attaché", "commissioner", "consul", "diplomat", "envoy"})
"""Words in what diplomats are called who have a post."""


class SoughtNouns:
    """Finds the nouns that the frames of the verbs of one paragraph ask for."""

    def __init__(self, tree: Tree, words: Grammar) -> None:
        self._tree, self._words = tree, words

    def chosen(self, verb: Token, objects: Sequence[Token], frame: VerbFrame) -> Token | None:
        """The noun among the objects (or the prepositional ones) that the frame asks for."""
        tree = self._tree
        cargo = {"of", "with"} if frame.kind is EventClass.AID else {"of"}
        if frame.kind is EventClass.SUPPORT:
            cargo = set()  # "renewed accusations of support" supports nobody
        if any(tree.lemma(one) in _THOUGHT for one in objects):
            cargo = set()  # "raised the prospect of sanctions"
        for one in self._among(verb, objects, frame):  # "an arms embargo" may be parsed as two
            # "a cargo of maize", "a plane with relief goods"
            inside = list(tree.behind(one, *cargo))
            if frame.kind is EventClass.AID:  # "the bodies of X's soldiers"
                inside = [c for c in inside if self._named_gift(c, frame)]
            for token in (one, *tree.children(one, "conj"), *inside):
                lemma = self._lemma(token)
                if any(f"{lemma} of {tree.lemma(c).lower()}" in frame.nouns for c in inside):
                    return token  # "letters of credence", "Letters of Credence"
                if self._asked_for(token, frame):
                    return token
        return None

    def _named_gift(self, token: Token, frame: VerbFrame) -> bool:
        """Whether it is nobody, or goods of somebody: "a batch of tanks from X"."""
        mention = self._tree.unit(token).mention
        sent = mention is not None and mention.force and " from " in mention.name
        return not self._tree.unit(token).actors or (sent and self._called(token, frame))

    def _among(self, verb: Token, objects: Sequence[Token], frame: VerbFrame) -> Iterator[Token]:
        """Where the noun that the frame asks for may stand."""
        if frame.diplomat == "host":  # "named the diplomat X as ambassador to Y"
            yield from self._tree.behind(verb, "as")
            yield from (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "PROPN")
        yield from objects
        if frame.indirect is not None and verb.dep_ == "acl:relcl":
            yield verb.head  # "the tanks that X gave Y"
        if frame.diplomat == "host":  # "recalled X, its ambassador to Y"
            yield from (c for one in objects for c in self._tree.children(one, "appos"))
        assured = frame.kind is EventClass.SUPPORT and frame.object is not None
        met = frame.kind in _MET and frame.subject is Role.TARGET
        if met or assured:  # "was met with praise", "assured X of its support"
            yield from self._tree.behind(verb, *_MEETING_WITH)
        elif not objects or frame.kind is EventClass.REJECTION:  # "withdrew the US from a treaty"
            aid = frame.kind is EventClass.AID  # "was transferred to a hospital" is none
            beside = self._tree.obliques(verb)
            for case, child in beside:
                answering = case == "in" and self._tree.lemma(child) == "response"
                answering = answering or (frame.kind is EventClass.SANCTION and case in _TO_WHAT)
                if not (aid and case in _WHITHER) and not answering:
                    yield child
        elif frame.kind is EventClass.RELATIONS_DOWNGRADE:  # "suspended operations at its embassy"
            yield from self._tree.behind(verb, "at")
        yield from (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "NOUN")
        if frame.kind is EventClass.RELATIONS_UPGRADE and frame.diplomat:
            yield from self._tree.behind(verb, "as")
            yield from (c for one in objects for c in self._tree.children(one, "flat"))
        if frame.leaving:  # "ordered sixty diplomats to leave"
            for clause in self._tree.children(verb, "ccomp"):
                yield from (c for c in clause.children if c.dep_ == "nsubj")

    def _lemma(self, token: Token) -> str:
        """The lemma; that of a sign of currency is "dollar"."""
        lemma = self._tree.lemma(token)
        return "dollar" if lemma in _CURRENCIES else lemma

    def _asked_for(self, token: Token, frame: VerbFrame) -> bool:
        """Whether it is one of the frame's nouns, or an envoy where the frame asks for one."""
        if "@ambassador" in frame.nouns:
            sent = frame.kind is EventClass.RELATIONS_UPGRADE and self._tree.lemma(token) in _CREWS
            return self._envoy(token) and not (sent and self._soldiers(token))
        if "@official" in frame.nouns and self._official(token):
            return True
        if "@person" in frame.nouns and self._person(token):
            return True
        if "@holder" in frame.nouns and self._sent(token):
            return True
        if frame.kind in RELATIONS and self._expedition(token):
            return False
        penal = self._penal(token)
        if frame.kind is EventClass.AID and penal:
            return False  # "a package of sanctions", "sanctions relief"
        return (
            self._lemma(token) in frame.nouns
            or (penal and frame.kind is EventClass.SANCTION and "sanction" in frame.nouns)
            or self._unnamed(token, frame)
            or self._called(token, frame)
            or any(
                f"{c.lower_} {self._lemma(token)}" in frame.nouns
                for c in self._tree.children(token, "amod", "compound")
            )  # "its liaison office"
            or token.lower_ in frame.nouns
            or (self._tree.unit(token).document is not None and frame.document)
        )

    def _person(self, token: Token) -> bool:
        """Whether it is one man or woman by name."""
        mention = self._tree.unit(token).mention
        named = mention is not None and mention.kind in {MentionKind.NAME, MentionKind.PERSON}
        return named and not self._tree.pronoun(token)

    def _sent(self, token: Token) -> bool:
        """Whether it is somebody whom his or her own side may send: "its minister, X"."""
        tree, unit, verb = self._tree, self._tree.unit(token), token.head
        if unit.mention is None or unit.mention.kind not in HOLDERS or tree.pronoun(token):
            return False
        if any(set(m.office.lower().split()) & _POSTED for m in unit.mentions):
            return False  # "sent its ambassador back to X"
        named = (m for c in tree.children(token, "conj", "appos") for m in tree.unit(c).mentions)
        if any(mention.possessive for mention in (unit.mention, *named)):
            return True
        senders = {side(actor) for actor in tree.doer(verb).actors}
        if not senders and unit.mention.office and tree.passive(verb):
            return any(infinitive(clause) for clause in tree.children(verb, "advcl", "xcomp"))
        return bool(unit.actors) and {side(actor) for actor in unit.actors} <= senders

    def _official(self, token: Token) -> bool:
        """Whether it is somebody by name who holds an office for a state."""
        mention = self._tree.unit(token).mention
        sent = any(actor.represents is not None for actor in self._tree.unit(token).actors)
        return (
            sent
            and self._person(token)
            and mention is not None
            and (mention.office_kind in {"military", "official"})
        )

    def _penal(self, token: Token) -> bool:
        """Whether it is a bundle of sanctions: "a sanctions package", or what eases them."""
        within = (self._tree.lemma(c) for c in self._tree.children(token, "compound"))
        bundle = self._tree.lemma(token) in self._words.bundles
        return bundle and any(word in {"sanction", "sanctions", "tariff"} for word in within)

    def _expedition(self, token: Token) -> bool:
        """Whether a mission is one of soldiers, and none of diplomats: "a combat mission"."""
        sorts = (c.lower_ for c in self._tree.children(token, "amod", "compound"))
        return self._tree.lemma(token) == "mission" and not _EXPEDITIONS.isdisjoint(sorts)

    def _envoy(self, token: Token) -> bool:
        """Whether it names a diplomat or several: "its ambassador", "Russian diplomats"."""
        unit, diplomats = self._tree.unit(token), self._words.diplomats
        if unit.mention and any(m.office_kind in DIPLOMATIC for m in unit.mentions):
            return True
        if self._tree.lemma(token) in diplomats and not unit.actors:
            return True
        if self._tree.lemma(token) in _STAFF and house_words(token, self._tree) & EMBASSIES:
            return True
        if self._tree.pronoun(token):  # "called him home"
            return any(
                _POSTED & set(office.lower().split()) for a in unit.actors for office in a.offices
            )
        last = unit.mention.name.split()[-1:] if unit.mention is not None else []
        return any(w.lower().removesuffix("s") in diplomats for w in last)

    def _soldiers(self, token: Token) -> bool:
        """Whether people who are sent are no diplomats: "twelve jets and 350 personnel"."""
        before = {c.lower_ for c in self._tree.children(token, "amod", "compound", "nmod:poss")}
        return before.isdisjoint(_DIPLOMATIC)

    def _called(self, token: Token, frame: VerbFrame) -> bool:
        """Whether a mention is called by one of the nouns: "X's embassy", "the High Commission"."""
        mention = self._tree.unit(token).mention
        words = mention.name.lower().split() if mention is not None else []
        if frame.kind is EventClass.REJECTION and self._tree.unit(token).actors:
            return False  # who leaves an organisation parts with it
        named = mention is not None and mention.kind in {MentionKind.NAMED, MentionKind.NAME}
        one = [word.removesuffix("s") for word in words[-1:]]  # "Russian ships"
        first = [word.removesuffix("s") for word in words[:1] if "from" in words]  # "tanks from X"
        ends = (words[-1:], words[-2:], words[:1], words[:2], one, first)
        return named and any(" ".join(some) in frame.nouns for some in ends)

    def _unnamed(self, token: Token, frame: VerbFrame) -> bool:
        """Whether office-holders of nobody are named by one of the nouns: "senior officials"."""
        unit = self._tree.unit(token)
        if unit.actors or unit.mention is None or unit.mention.kind is not MentionKind.OFFICE:
            return False
        word = unit.mention.office.lower().split()[-1:]
        return any(w in frame.nouns or w.removesuffix("s") in frame.nouns for w in word)
