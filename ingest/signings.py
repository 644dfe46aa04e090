"""What is signed and who signs it, where a verb tells of documents."""

from collections.abc import Iterator, Sequence

from graph.model import ActorClass, DocumentClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of
from ingest.documents import STATED, alike_kinds
from ingest.predicates import Predicate
from ingest.roles import Roles, verbal
from ingest.status import StatusReader
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_ONTO = frozenset({"to", "on", "onto", "under", "upon"})
"""Prepositions before that under which one puts a signature."""
_PUTTING = frozenset({"accede", "add", "affix", "agree", "append", "put", "set", "sign"})
"""Verbs whose document may stand behind those."""
_WITHIN = frozenset({"in", "through", "under", "with"})
"""Prepositions before what those sign who act so."""
_ADDING = frozenset({"along", "alongside", "and", "plus", "together", "well"})
_SUCH = frozenset({"including", "like", "namely"})
_PAPERS = frozenset({"document", "paper", "text"})
_TITLED = frozenset({"called", "dubbed", "entitled", "named", "titled"})


class Signings:
    """Finds the documents of the events of one paragraph, and who made them."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles, status: StatusReader) -> None:
        self._tree, self._words = tree, triggers.grammar
        self._roles, self._status = roles, status

    def stated(self, token: Token) -> Iterator[Candidate]:
        """A joint statement that its makers speak in: "X and Y said in a joint statement"."""
        document = self._tree.unit(token).document
        if document is None or document.kind not in STATED:
            return
        tree, head = self._tree, token.head
        if not document.title.lower().startswith("joint ") or not verbal(head):
            return
        spoken_in = token.dep_ == "obl" and tree.case(token) == "in"
        speaks = token.dep_ == "nsubj" and tree.lemma(head) in self._words.saying
        verdict = self._status.of(head)
        if verdict.status is not Status.HAPPENED or not (spoken_in or speaks):
            return
        made = Candidate(kind=EventClass.SIGNING, trigger=token.i, status=verdict.status)
        made.confidence = 0.8 * verdict.certainty
        made.documents_at.append(token.i)
        if spoken_in:
            found = tree.subject(head)
            made.add(Role.SIGNATORY, found.actors, found.certainty)
        self._roles.signatories(made, token)
        if made.roles:
            yield made

    def gathered(self, made: Candidate, verb: Token) -> None:
        """Puts in who makes a document where a session does: "the summit of X adopted".

        Of what is only "signed in the presence of X and Y" these are the makers as well.
        """
        for case, one in self._tree.obliques(verb) if not made.roles else ():
            for inner, who in self._tree.obliques(one):
                if case == "in" and inner == "of" and self._tree.lemma(one) == "presence":
                    found = self._tree.actors(who)
                    made.add(Role.SIGNATORY, found.actors, found.certainty * 0.8)
        subjects = () if made.roles else tuple(self._tree.children(verb, "nsubj"))
        for one in subjects:
            unit = self._tree.unit(one)
            gathering = unit.session is not None or self._tree.lemma(one) in self._words.gatherings
            if gathering:
                made.add(Role.SIGNATORY, unit.inner, 0.85)
                found = self._tree.owner(one)
                made.add(Role.SIGNATORY, found.actors, found.certainty)

    def documents(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in which documents the verb is about, and who signed with whom."""
        tree, verb = self._tree, predicate.verb
        onto = _ONTO if tree.lemma(verb) in _PUTTING else ()
        under = list(tree.behind(verb, *onto))
        apart = [
            c for c in tree.children(verb, "obl") if tree.unit(c).document and not tree.case(c)
        ]
        if verb.dep_.startswith("acl"):
            self._beside(made, verb)
        objects = [one for one in predicate.objects if not self._repeats(one)]
        if tree.lemma(verb) == "join":  # "joined the union and the pact" is no signing alone
            objects = [
                one for one in objects if tree.unit(one).document is not None and one.dep_ != "conj"
            ]
        # "signed in X an accord" is parsed apart; "put their signatures to the treaty"
        within = self._pledged_in(made, verb)
        for one in (*objects, *apart, *under, *within, *self._voted(made, verb)):
            made.documents_at.extend(self._listed(one))
            self._roles.signatories(made, one)
        if not made.documents_at:
            made.documents_at.extend(self._titles(objects))

    def _pledged_in(self, made: Candidate, verb: Token) -> Iterator[Token]:
        """The paper by its name in which something is pledged: "in the X Declaration, Y agreed"."""
        for case, one in self._tree.obliques(verb) if made.kind is EventClass.AGREEMENT else ():
            document = self._tree.unit(one).document
            if case in _WITHIN and document is not None and document.title[:1].isupper():
                yield one

    def _titles(self, objects: Sequence[Token]) -> Iterator[int]:
        """The titles told apart from their noun: "two documents in Lima on Monday, “X” and “Y”"."""
        for one in objects:
            if self._tree.lemma(one) not in _PAPERS or self._tree.unit(one).document is not None:
                continue
            for token in one.doc[one.i : one.sent.end]:
                if token.dep_ == "appos" and self._tree.unit(token).document is not None:
                    yield from self._listed(token)

    def _beside(self, made: Candidate, verb: Token) -> None:
        """Puts in who acts in, with or under what was signed, where the clause names no more.

        "Under a treaty signed with X, Y will …", "with a communiqué that was signed, X and Y …".
        """
        tree, paper = self._tree, verb.head
        case, named = tree.case(paper), len(made.everybody())
        if named == 1 and verb.dep_ == "acl" and case == "under":
            found = tree.subject(tree.governor(paper))
            made.add(Role.SIGNATORY, found.actors, found.certainty * 0.85)
        elif not named and case in _WITHIN and verbal(paper.head):
            found = tree.subject(paper.head)
            several = len({side(actor) for actor in found.actors}) > 1
            document = tree.unit(paper).document
            said = document is None or document.kind is DocumentClass.STATEMENT
            bodies = all(side_of(actor).kind is ActorClass.ORGANIZATION for actor in found.actors)
            if several or (bodies and not said):  # "in a resolution adopted today, the UN urged"
                made.add(Role.SIGNATORY, found.actors, found.certainty * 0.85)

    def _voted(self, made: Candidate, verb: Token) -> Iterator[Token]:
        """For what a council or an assembly votes: "voted in favour of a resolution"."""
        councils = {ActorClass.BODY, ActorClass.ORGANIZATION}
        if self._tree.lemma(verb) != "vote" or {a.kind for a in made.everybody()} - councils:
            return
        for case, child in self._tree.obliques(verb):
            favour = case == "in" and child.lower_ in {"favor", "favour"}
            yield from (c for _, c in self._tree.obliques(child)) if favour else ()
            if case == "for":
                yield child

    def _listed(self, token: Token) -> Iterator[int]:
        """The documents of a list: "a treaty and two accords", "a number of agreements"."""
        written = self._tree.unit(token).document is not None
        again = self._again(token)
        some = self._some(token) if written else []
        for one in some:
            yield from self._listed(one)
        if written and not (some and self._vague(token)):
            yield token.i if again is None or not self._names(again, token) else again.i
            yield from self._numbered(token)
        deeper = ("conj", "appos") if written else ("conj", "appos", "nmod")
        for child in self._tree.children(token, *deeper):
            if child != again:
                yield from self._listed(child)
        for clause in () if written else self._tree.children(token, "acl"):
            if clause.lower_ in _TITLED:  # "a resolution entitled “…”"
                for title in self._tree.children(clause, "obj", "xcomp", "obl"):
                    yield from self._listed(title)

    def _some(self, papers: Token) -> list[Token]:
        """Those of several papers that are named: "signed documents, including | a treaty"."""
        above = (papers, papers.head) if papers.dep_ == "nsubj:pass" else (papers,)
        behind = (one for each in above for one in self._tree.behind(each, *_SUCH))
        return [one for one in behind if self._tree.unit(one).document is not None]

    def _vague(self, papers: Token) -> bool:
        """Whether nothing is told of papers but that there are several: "agreements"."""
        document = self._tree.unit(papers).document
        return document is not None and " " not in document.title and document.title.endswith("s")

    def _numbered(self, token: Token) -> Iterator[int]:
        """More of a series behind what each does: "Resolution 1 urging X, Resolution 2"."""
        document = self._tree.unit(token).document
        if document is None or document.kind is not DocumentClass.RESOLUTION:
            return
        for other in token.doc[token.i + 1 : token.sent.end]:
            more = self._tree.unit(other).document
            if more is None or more.kind is not document.kind or not more.title[-1].isdigit():
                continue
            acting = other.dep_.startswith("nsubj") and other.head.tag_ != "VBG"
            if other.nbor(-1).lower_ in {",", "and"} and not acting:
                yield other.i

    def _repeats(self, token: Token) -> bool:
        """Whether it says the name before it once more: "signed the X Accord, the first pact"."""
        comma = token.left_edge.i
        if comma < 1 or token.doc[comma].lower_ != "," or token.dep_ == "conj":
            return False
        named = self._tree.doc[comma - 1]
        one, other = self._tree.unit(named).document, self._tree.unit(token).document
        again = one is not None and other is not None and alike_kinds(one, other)
        return again and self._names(named, token) and named.head == token.head

    def _again(self, token: Token) -> Token | None:
        """The apposition that says a document once more: "an accord on water, the X Accord"."""
        document = self._tree.unit(token).document
        for child in self._tree.children(token, "appos"):
            other = self._tree.unit(child).document
            if document is None or other is None or not alike_kinds(document, other):
                continue
            if not self._another(token, child) and not self._added(child):
                return child
        return None

    @staticmethod
    def _added(child: Token) -> bool:
        """Whether words before it add it to a list: "as well as a treaty"."""
        return any(t.lower_ in _ADDING for t in child.doc[child.left_edge.i : child.i])

    def _another(self, token: Token, child: Token) -> bool:
        """Whether the second is no other word for the first: "an accord on tax, a pact on fish"."""
        new = all(
            any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in one.children)
            for one in (token, child)
        )
        documents = (self._tree.unit(one).document for one in (token, child))
        return new and all(d is not None and " " in d.title for d in documents)

    def _names(self, again: Token, token: Token) -> bool:
        """Whether the second of two words for one document is its name, and the first is not."""
        document, other = self._tree.unit(token).document, self._tree.unit(again).document
        return bool(other and other.proper and not (document and document.proper))
