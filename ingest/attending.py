"""Who is said to have been at talks told before: "was attended by X", "at the table were Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Actor
from ingest.mentions import MentionKind
from ingest.nominals import MADE_OF, NOBODY, Found
from ingest.sent import Sent
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar

_ANAPHORS = frozenset({"it", "them", "they", "this"})
_THERE = frozenset(
    {
        "attendees", "attending", "delegates", "dignitaries", "guests", "invitees", "panelists",
        "panellists", "participants", "present", "signatories", "speakers",
    }
)  # fmt: skip
"""Those who are at talks, of whom the clause says who they are."""
_GUESTS = frozenset({"guest", "guests", "participant"})
_HERE = frozenset({"attendance", "attended", "attending", "participating", "present", "taking"})
_AMONG = frozenset({"among", "around", "at", "in", "on", "round", "with"})
_SITTING = frozenset({"sit", "stand"})
_ALONG = frozenset({"along", "alongside", "together"})
_COMING = frozenset({"arrive", "come", "fly", "travel"})
_TOO = frozenset({"also", "too"})
_GROUPS = frozenset(
    {
        "africans", "allies", "countries", "europeans", "governments", "leaders", "members",
        "ministers", "nations", "others", "parties", "powers", "presidents", "states",
    }
)  # fmt: skip
"""Who is at talks without a name, and named in the next sentence: "The others were X and Y"."""
_VOICING = frozenset({"deliver", "give", "make"})
_SPEECHES = frozenset({"addresses", "interventions", "remarks", "speeches", "statements"})
"""What several say who are at talks."""
_RITES = frozenset({"ceremony", "inauguration", "opening"})
_WITNESSING = frozenset({"grace", "observe", "witness"})
"""What those do who are there without taking part."""
_MANNERS = frozenset({"capacity", "force", "number", "person"})
"""How one is there: "in person"."""
_PRESENT = frozenset({("in", "attendance"), ("on", "hand")})
"""What says of those behind it that they are there."""
_SENDING = frozenset({"dispatch", "send"})


class Attending:
    """Reads who was there, word by word; ``whole`` are those known to be there already."""

    def __init__(self, tree: Tree, words: Grammar, whole: Sequence[Actor] = ()) -> None:
        self._tree, self._words, self._whole = tree, words, frozenset(whole)
        self._sent = Sent(tree, words, self._about_talks, self.talked_of)

    def who(self, token: Token) -> tuple[bool, Found]:
        """Whether the word says that somebody was at talks told before, and who."""
        tree, those = self._tree, self._those(token)
        including = those in _GROUPS and tree.lemma(token.head) == "include"
        if (those in _THERE or including) and (found := self._listed(token)):
            return True, found
        if those in _THERE and token.dep_ == "nsubj" and token.sent[-1].text == ":":
            return self._tree.lemma(token.head) in MADE_OF, NOBODY  # "Participants included:"
        if token.lower_ == "present" and token.dep_ in {"csubj", "nsubj", "nsubj:pass"}:
            return True, tree.actors(token.head)  # "Also present were X and Y", read the other way
        if found := self._turned(token):
            return True, found
        if token.lower_ in {"attendance", "hand", "present", "there"}:  # "X was in attendance"
            case = tree.case(token)
            there = (case, token.lower_) in _PRESENT or token.lower_ in {"present", "there"}
            there = there and linked(token) and self._about_talks(token)
            senders = map(tree.actors, tree.behind(token, "from"))  # "present from X and Y"
            return there, tree.patient_or_subject(token) or next(senders, NOBODY)
        if token.lower_ in _GUESTS and linked(token):  # "X was a guest at the dinner"
            return self._about_talks(token), tree.patient_or_subject(token)
        if those in _GROUPS and (found := self._told_apart(token)):
            return True, found
        if token.lower_ == "those":  # "X was among those in the room"
            room = _HERE | self._words.seats
            named = not room.isdisjoint(one.lower_ for one in token.subtree)
            among = tree.case(token) == "among" and linked(token)
            return named, tree.patient_or_subject(token) if among else tree.equated(token)
        if token.lower_ in {"participation", "presence"} and self._seen(token):
            return True, next(map(tree.actors, tree.behind(token, "of")), NOBODY)
        if token.lower_ in self._words.seats | {"them"} and (found := self._seated(token)):
            return True, found
        return self._doing(token) if token.pos_ == "VERB" else (False, NOBODY)

    def _doing(self, token: Token) -> tuple[bool, Found]:
        """Whether the verb says that somebody was at talks told before, and who."""
        tree, lemma = self._tree, self._tree.stem(token)
        if lemma in self._words.heading:
            return self._sent.heads(token)
        if lemma in self._words.presiding:
            return self._presiding(token)
        if lemma in _SENDING:
            return self._sent.sends(token)
        if lemma in _COMING:
            return self._come(token)
        if lemma == "speak" and (at := list(tree.behind(token, "at"))):  # "spoke at the opening"
            return self._rite(at), tree.subject(token)
        if lemma in _WITNESSING and tree.passive(token):
            return self._rite(tree.objects(token)), tree.agent(token)
        if lemma in _VOICING and any(one.lower_ in _SPEECHES for one in tree.objects(token)):
            return self._about_talks(token), tree.doer(token)  # "X and Y delivered statements"
        speaking = lemma == "speak" and token.dep_ == "csubj"  # "Also speaking were X and Y"
        if lemma in self._words.attending or speaking:
            return self._attended(token)
        return False, NOBODY

    def _turned(self, token: Token) -> Found:
        """Who was there where that stands first: "Also there were X", "In attendance were Y".

        "Present at the meeting were X", "With him were Y".
        """
        tree, above = self._tree, token.head
        if token.dep_ == "expl" and any(c.lower_ in _TOO for c in above.children):
            behind = (tree.actors(c) for c in above.children if c.i > above.i)
            return next(filter(None, behind), NOBODY)
        if token.lower_ == "present" and token.dep_ == "ROOT" and self._about_talks(token):
            turned = (c for c in tree.children(token, "nsubj") if linked_behind(token, c))
            return next(map(tree.actors, turned), NOBODY)
        if token.i > token.sent.start + 2 or not linked_behind(token, above):
            return NOBODY
        stands = (tree.case(token), token.lower_) in _PRESENT
        beside = token.lower_ in {"her", "him"} and tree.case(token) == "with"
        there = tree.case(token) == "at" and self.talked_of([token])  # "At the summit are X"
        return tree.actors(above) if stands or beside or there else NOBODY

    def _come(self, verb: Token) -> tuple[bool, Found]:
        """Whether somebody came too, or came for the talks, or officials of theirs did."""
        tree = self._tree
        too = any(c.lower_ in _TOO for c in verb.children)
        there = too and not any(tree.behind(verb, "to", "with"))
        own = any(map(self._sent.officials, tree.children(verb, "nsubj")))
        for one in tree.behind(verb, "from") if own else ():  # "ministers came from X and Y"
            if found := tree.actors(one):
                return True, found
        return there or self.talked_of(list(self._for(verb))), tree.subject(verb)

    def _rite(self, things: Sequence[Token]) -> bool:
        """Whether it is at talks told before, or their opening, that somebody was."""
        return any(self._tree.lemma(one) in _RITES for one in things) or self.talked_of(things)

    def _those(self, token: Token) -> str:
        """The noun of those of whom no name is known, else the word itself."""
        unit = self._tree.unit(token)
        if unit.mention is None or unit.actors:
            return token.lower_
        return unit.mention.name.lower().rpartition(" ")[2]

    def _for(self, verb: Token) -> Iterator[Token]:
        """What somebody came for: "arrived in the capital for the summit"."""
        for case, one in self._tree.obliques(verb):
            yield from (one,) if case in {"for", "to"} else self._tree.behind(one, "for")

    def _seen(self, presence: Token) -> bool:
        """Whether talks had the presence of some: "in the presence of X", "saw that of Y"."""
        tree, verb = self._tree, presence.head
        if presence.lower_ == "presence" and tree.case(presence) == "in":
            return True
        return tree.lemma(verb) == "see" and self.talked_of(list(tree.children(verb, "nsubj")))

    def _told_apart(self, group: Token) -> Found:
        """Who a group without names is: "The Europeans were X", "participating states are X"."""
        mention = self._tree.unit(group).mention
        words = {c.lower_ for c in group.children} | set(
            mention.name.lower().split() if mention else ()
        )
        unknown = bool(words & (_HERE | {"the"})) and not self._tree.unit(group).actors
        return self._tree.equated(group) if unknown else NOBODY

    def _attended(self, verb: Token) -> tuple[bool, Found]:
        """Whether somebody attended, joined or took part."""
        tree, lemma = self._tree, self._tree.stem(verb)
        objects = tree.objects(verb)
        for clause in tree.children(verb, "ccomp") if verb.tag_ == "VBG" else ():
            if any(c.dep_ == "cop" for c in clause.children):  # also parsed as "joining that …"
                what = list(tree.children(clause, "nsubj"))
                return self.talked_of(what), tree.actors(clause)
        if verb.tag_ == "VBG" and verb.dep_ in {"csubj", "nsubj"}:  # "Joining the talks were X, Y"
            linked = any(c.dep_ == "cop" for c in verb.head.children)
            there = self._about_talks(verb)
            known = all(map(tree.pronoun, objects)) and lemma == "join"  # "Joining him were"
            there = there and (not objects or lemma == "take" or self.talked_of(objects) or known)
            return linked and there, tree.actors(verb.head) if linked else NOBODY
        if tree.passive(verb):
            joined = lemma in {"flank", "join"} and self._of_them(objects)
            return self.talked_of(objects) or joined, tree.agent(verb)
        subject = tree.subject(verb)
        subject = self._along(verb, subject)
        if lemma == "take":  # "took part in the talks"
            part = any(one.lower_ == "part" for one in objects)
            return part and self._about_talks(verb), subject
        if objects:
            plain = not any(c.dep_ in {"advcl", "xcomp"} for c in verb.children)
            those = lemma == "join" and plain and self._of_them(objects)
            return self.talked_of(objects) or those, subject
        if lemma == "join":
            return False, NOBODY
        for case, one in tree.obliques(verb):  # "foreign ministers attended for X and Y"
            if case in {"for", "from"} and (found := tree.actors(one)):
                away = not subject or subject.actors == found.actors
                return lemma == "attend", found if away else subject
        return self._about_talks(verb), subject

    def _along(self, verb: Token, subject: Found) -> Found:
        """The subject with those who come along: "X attended, along with Y"."""
        for one in self._tree.behind(verb, "along", "alongside", "together", "with"):
            mentions = self._tree.unit(one).mentions
            vague = any(m.kind is MentionKind.GROUP for m in mentions)  # "of both countries"
            if subject and not vague and _ALONG & {c.lower_ for c in one.children}:
                more = self._tree.actors(one).actors
                subject = replace(subject, actors=tuple(dict.fromkeys((*subject.actors, *more))))
        return subject

    def _of_them(self, objects: Sequence[Token]) -> bool:
        """Whether it is those who are there already: "he was joined by X", "joined the leaders"."""
        for one in objects:
            actors = self._tree.unit(one).actors
            if actors and all(actor in self._whole for actor in actors):
                return True
            mention = self._tree.unit(one).mention
            if not actors and mention is not None and mention.plural:
                return bool(mention.office)
        return False

    def _presiding(self, verb: Token) -> tuple[bool, Found]:
        """Whether the verb says who was in the chair of talks told before, or opened them."""
        tree = self._tree
        over = [*tree.objects(verb), *tree.behind(verb, "over")]
        who = tree.doer(verb)
        if not over:
            return tree.stem(verb) == "preside" and self._about_talks(verb), who
        return self.talked_of(over), who

    def _listed(self, those: Token) -> Found:
        """Who is said to be among those present: "participants included X", "present were X"."""
        tree = self._tree
        if linked(those) and tree.case(those) == "among":
            return tree.patient_or_subject(those)  # "X was among the participants"
        above = those.head
        for clause in tree.children(those, "ccomp") if those.lower_ == "present" else ():
            if any(c.dep_ == "cop" for c in clause.children):
                return tree.actors(clause)  # "The other presidents present were X and Y"
        if those.lower_ in {"attending", "present"} and above.dep_.startswith("nsubj"):
            those, above = above, above.head  # the same, parsed as it should be
        if not those.dep_.startswith("nsubj") or tree.unit(those).actors:
            return NOBODY
        if any(c.dep_ == "cop" for c in above.children):
            return tree.actors(above)
        included = tree.objects(above) if tree.lemma(above) == "include" else []
        named = [tree.actors(one) for one in included if tree.lemma(one) not in tree.private]
        return next(filter(None, named), NOBODY)

    def _seated(self, seat: Token) -> Found:
        """Who is said to have been at the table: "X was at the table", "Among them were Y"."""
        tree = self._tree
        if tree.case(seat) not in _AMONG or any(c.dep_ == "nmod" for c in seat.children):
            return NOBODY
        if linked(seat):
            return tree.patient_or_subject(seat)
        above = seat.head
        if any(c.dep_ == "cop" for c in above.children) and above.i > seat.i:
            return tree.actors(above)  # "Around the table were X and Y"
        behind = [c for c in tree.children(above, "nsubj", "obj") if c.i > seat.i]
        if above.pos_ == "VERB" and tree.stem(above) in _SITTING:
            inverted = next(filter(None, map(tree.actors, behind)), NOBODY)
            return inverted or tree.subject(above)
        return NOBODY

    def heads(self, token: Token) -> bool:
        """Whether the word says for whom somebody was there."""
        return self._tree.stem(token) in self._words.heading

    def talked_of(self, tokens: Sequence[Token]) -> bool:
        """Whether one of the words takes up talks: "the meeting", "it", "them"."""
        return any(
            token.lower_ in _ANAPHORS
            or (
                self._tree.lemma(token) in self._words.gatherings
                and any(c.lower_ in {"the", "this", "these"} for c in token.children)
                and (self._tree.unit(token).session is None or bare_session(token, self._tree))
            )
            for token in tokens
        )

    def _about_talks(self, token: Token) -> bool:
        """Whether the clause names no other occasion than talks told before."""
        places = [
            one
            for one in self._tree.behind(token, "at", "in", "during")
            if self._tree.lemma(one) not in _MANNERS and self._tree.unit(one).place is None
        ]
        return not places or self.talked_of(places)


def linked_behind(first: Token, word: Token) -> bool:
    """Whether a copula stands between what comes first and the word: "present were | X"."""
    return any(c.dep_ == "cop" and first.i < c.i < word.i for c in word.children)


def linked(word: Token) -> bool:
    """Whether the word says what, or where, its subject is.

    The parse may hang the copula on a subject behind it: "Also present | were X and Y".
    """
    inverted = [c for c in word.children if c.dep_ == "nsubj" and c.i > word.i]
    copulas = [c for one in (word, *inverted) for c in one.children if c.dep_ == "cop"]
    return any(c.head == word or word.i < c.i < c.head.i for c in copulas)


def bare_session(token: Token, tree: Tree) -> bool:
    """Whether the word takes up a session by its noun alone: "the summit"."""
    session = tree.unit(token).session
    bare = session is not None and " " not in session.title
    return bare and not any(c.dep_ in {"nmod", "amod", "compound"} for c in token.children)
