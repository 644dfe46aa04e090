"""What stands above a noun says of its event: "cancelled the visit", "ahead of talks"."""

from graph.model import Status
from ingest.standing import NO_EVENT, Standing, Verdict
from ingest.syntax import NEVER
from ingest.tokens import Token

_BACKING = frozenset({"advocate", "back", "champion", "favor", "favour", "support"})
"""What one does for talks that may not be held."""
_SPEAKING = frozenset({"debate", "discuss", "review"})
_CONFERRING = frozenset({"confer", "consult", "exchange", "speak", "talk"})
"""What one does about talks of others: "exchanged views on the talks of X with Y"."""
_TALKS = frozenset({"consultation", "dialogue", "discussion", "negotiation", "talk", "talks"})
_EVENTUALITIES = frozenset({"case", "event"})
"""What is not known to come: "in the event of an attack"."""
_WHEN_OVER = frozenset({"after", "at", "before", "by", "since", "toward", "towards", "until"})
"""What stands before the end of what took place: "at the end of the talks"."""


class PhraseStatus(Standing):
    """Reads the status of an event that a noun reports off the words above the noun."""

    def of(self, token: Token, depth: int) -> Verdict:
        """The status of a noun that is not the head of its sentence."""
        head, dep = token.head, token.dep_
        if dep == "conj":
            return self._status(head, depth + 1)
        if head.pos_ in {"VERB", "AUX"} or head.tag_.startswith("VB"):
            return self._under_verb(token, depth)
        lemma = self._lemma(head)
        if head.lower_ == "ahead":
            return Verdict(Status.PLANNED)
        if dep == "nsubj" and lemma in self._words.topics and self._lemma(token) in _TALKS:
            return NO_EVENT  # "the talks of X with Y were another topic"
        if head.pos_ == "ADJ":
            if lemma == "possible":
                return NO_EVENT
            if lemma in self._words.pending and dep.startswith(("nsubj", "obl")):
                return Verdict(Status.PLANNED)
            return self._status(head, depth + 1)
        if dep.startswith("nmod") or dep in {"compound", "appos", "obl"}:
            talks = self._lemma(token) in self._words.talks
            if lemma in self._words.topics and talks:
                return self._status(head, depth + 1)  # "was the subject of talks that X had"
            if talks and self._tree.at_talks(token):
                return self._oblique(token, head.head, depth)  # "failed to reach a deal at talks"
            return self._under_noun(token, depth)
        return Verdict(Status.HAPPENED, 0.95)

    def _under_verb(self, token: Token, depth: int) -> Verdict:
        dep = token.dep_
        if dep in {"obj", "nsubj:pass", "iobj"}:
            return self._object(token, depth)
        if dep in {"nsubj", "csubj"}:
            return self._subject(token, depth)
        if dep.startswith("obl"):
            return self._oblique(token, token.head, depth)
        return self._status(token.head, depth + 1)

    def _subject(self, token: Token, depth: int) -> Verdict:
        head, words = token.head, self._words
        if self._lemma(head) in words.planned - words.settling and self._tree.passive(head):
            return Verdict(Status.PLANNED)
        if self._may_begin(token, head):
            return Verdict(Status.PLANNED, 0.7)
        if self._not_held(token, head):
            return Verdict(Status.CALLED_OFF, 0.8)
        return self._status(head, depth + 1)

    def _in_general(self, noun: Token) -> bool:
        """Whether no talks are meant that are held: "the importance of dialogue"."""
        known = any(c.dep_ in {"det", "nmod:poss", "nummod"} for c in noun.children)
        return not known and self._lemma(noun) in self._words.fostered | {"talk", "negotiation"}

    def _may_begin(self, token: Token, verb: Token) -> bool:
        """Whether talks may soon begin again, and when: "talks could resume in November"."""
        may = any(c.lower_ in {"could", "may", "might"} for c in verb.children)
        denied = any(c.lower_ in NEVER for c in verb.children)
        dated = any(self._tree.unit(t).date is not None for t in verb.subtree)
        begins = self._lemma(verb) in self._words.beginning
        return may and self._session(token) and dated and not denied and begins

    def _not_held(self, token: Token, verb: Token) -> bool:
        """Whether what was to be held was not: "the summit did not take place"."""
        denied = any(c.lower_ in NEVER - {"never"} for c in verb.children)
        happens = self._lemma(verb) in self._words.happening
        return self._session(token) and denied and happens

    def _session(self, token: Token) -> bool:
        """Whether it is held on a day: a session by its name, or a visit, or talks."""
        return self._tree.unit(token).session is not None or self._lemma(token) in self._words.held

    def _object(self, token: Token, depth: int) -> Verdict:
        head, words = token.head, self._words
        lemma, noun = self._lemma(head), self._lemma(token)
        above = self._status(head, depth + 1)
        if above.status is None:
            return above
        if lemma == "follow" and head.tag_ == "VBG":
            return Verdict(Status.HAPPENED, 0.9)  # "following talks in X, they will …"
        done = lemma in words.finishing and noun in words.held
        if not done and {lemma, f"{lemma} {_particle(head)}"} & words.called_off:
            return Verdict(Status.CALLED_OFF)
        fostered = lemma in words.fostering and noun in words.fostered
        if fostered or (lemma in words.affirming and noun in words.stances):
            return NO_EVENT  # "strengthen consultations", "reaffirmed their commitment"
        if lemma in _BACKING and self._in_general(token):
            return NO_EVENT  # "supports dialogue between X and Y"
        if lemma in _SPEAKING and noun in _TALKS:
            return NO_EVENT  # "discussed the talks between X and Y"
        if lemma in words.unreal - words.dealing or lemma in words.turning_down:
            return NO_EVENT
        return Verdict(Status.PLANNED) if lemma in words.arranging else above

    def _oblique(self, token: Token, head: Token, depth: int) -> Verdict:
        words = self._words
        lemma, cases = self._lemma(head), set(self._tree.cases(token))
        if cases & words.prepositions["unreal"]:
            return NO_EVENT
        if lemma in _CONFERRING and cases & {"about", "on"} and self._lemma(token) in _TALKS:
            return NO_EVENT
        talks = self._lemma(token) in words.talks
        failed = "fail" in {lemma, self._lemma(head.head)}
        if failed and cases & {"at", "during"} and talks:
            return Verdict(Status.HAPPENED, 0.85)  # "failed to agree at talks in X"
        above = self._status(head, depth + 1)
        if self._out_of(lemma, cases):
            return Verdict(Status.CALLED_OFF, 0.8) if above.status else NO_EVENT
        if self._looks_forward(head) or cases & words.prepositions["planned"]:
            return Verdict(Status.PLANNED)
        if cases & {"after", "following", "since"}:
            return Verdict(Status.HAPPENED)
        if cases & {"for", "to", "towards", "toward"}:
            return self._aimed_at(lemma, cases, above)
        if above.status is None:
            # "will not speak at the summit": the summit still is
            return NO_EVENT if talks else Verdict(Status.HAPPENED, 0.5)
        return above

    def _out_of(self, lemma: str, cases: set[str]) -> bool:
        """Whether one leaves it by the verb: "pulled out of talks", "withdrew from talks"."""
        called_off = self._words.called_off
        return bool(cases & {"out", "from"}) and any(
            f"{lemma} {c}" in called_off or f"{lemma} out of" in called_off for c in cases
        )

    def _aimed_at(self, lemma: str, cases: set[str], above: Verdict) -> Verdict:
        """What a verb is done for or leads to: "called for talks", "left for a visit"."""
        if lemma in self._words.unreal or above.status is None:
            return NO_EVENT
        if lemma in self._words.travelling and "for" in cases:
            return Verdict(Status.PLANNED, 0.8)
        return Verdict(Status.PLANNED) if lemma in self._words.planned else above

    def _under_noun(self, token: Token, depth: int) -> Verdict:
        head, words = token.head, self._words
        lemma, cases = self._lemma(head), set(self._tree.cases(token))
        if cases & words.prepositions["unreal"]:
            return NO_EVENT
        eventual = lemma in _EVENTUALITIES and "in" in self._tree.cases(head)
        if eventual and "of" in cases and not any(c.lower_ == "the" for c in token.children):
            return NO_EVENT
        if cases & {"before", "ahead", "prior"}:
            return Verdict(Status.PLANNED)
        if lemma in words.endings and "of" in cases:
            over = set(self._tree.cases(head)) & _WHEN_OVER and self._lemma(token) in words.held
            return Verdict(Status.HAPPENED if over else Status.CALLED_OFF, 0.8)
        counted = lemma == "year" and any(c.dep_ in {"amod", "nummod"} for c in head.children)
        if (lemma in words.unreal and cases & {"for", "to", "of", "on"}) or (
            counted and "of" in cases  # "the 70th year of relations"
        ):
            return NO_EVENT
        if lemma in words.planned and cases & {"for", "to", "of"}:
            off = self._given_up(head)
            return Verdict(Status.CALLED_OFF, 0.8) if off else Verdict(Status.PLANNED)
        if "in" in cases and any(c.lower_ == "no" for c in head.children):
            return NO_EVENT  # "sees no point in talks with X"
        if lemma in words.matters or (lemma in words.prospects and self._in_general(token)):
            return NO_EVENT
        if cases & {"after", "following", "during", "since"}:
            return Verdict(Status.HAPPENED)
        above = self._status(head, depth + 1)
        return above if above.status is not None else Verdict(Status.HAPPENED, 0.6)


def _particle(verb: Token) -> str:
    """The "off" of "call off", or nothing."""
    particles = (
        c.lower_
        for c in verb.children
        if c.dep_ == "compound:prt" or (c.dep_ == "advmod" and c.lower_ in {"off", "out"})
    )
    return next(particles, "")
