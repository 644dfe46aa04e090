"""What stands above an infinitive says whether it is done: "refused to", "plans to", "began to"."""

from graph.model import Status
from ingest.standing import NO_EVENT, Standing, Verdict
from ingest.syntax import RANKS
from ingest.tokens import Token


class Infinitives(Standing):
    """Reads the status of an event that an infinitive reports off the word above it."""

    def under(self, token: Token, dep: str, depth: int) -> Verdict:
        """The status of the infinitive, as one that hangs above it by the relation."""
        head = token.head
        if (head.pos_ == "VERB" and self._thwarted(token, head)) or _yet_to(token, head):
            return NO_EVENT
        if self._given_up(head):
            return Verdict(Status.CALLED_OFF, 0.8)
        if self._lemma(head) in self._words.glad and self._performed(token):
            return Verdict(self._status(head, depth + 1).status, 0.85)  # "am delighted to welcome"
        if self._lemma(head) in self._words.glad and _over(token, head):
            return Verdict(self._status(head, depth + 1).status, 0.85)  # "was a pleasure to meet"
        between = token.doc[head.i : token.i]
        if any(self._lemma(t) in self._words.striving and t.pos_ == "NOUN" for t in between):
            return NO_EVENT  # "stressed the importance of efforts to reach a truce"
        if head.pos_ in {"NOUN", "PROPN"}:
            return self._under_noun(head, depth)
        if head.lower_ in RANKS and dep in {"acl", "advcl", "xcomp", "ccomp", "csubj"}:
            above = self._status(head, depth + 1)  # "was among the first to congratulate X"
            return Verdict(above.status, min(above.certainty, 0.9))
        if self._wished(head) and self._performed(token):
            return Verdict(Status.HAPPENED, 0.9)  # "I want to thank X" is thanks
        above = self._status(head, depth + 1)
        return above if above.status is None else self._under_verb(head, dep, above)

    def _under_noun(self, head: Token, depth: int) -> Verdict:
        lemma = self._lemma(head)
        if any(c.lower_ in RANKS or c.lower_ == "among" for c in head.children):
            return Verdict(Status.HAPPENED, 0.9)  # "was the first country to recognise …"
        if self._lemma(head.head) == "become" and head.dep_ in {"obj", "xcomp", "nsubj"}:
            above = self._status(head.head, depth + 1)  # "became the 30th state to ratify …"
            return Verdict(above.status, min(above.certainty, 0.9))
        if any(c.lower_ == "no" for c in head.children):
            return NO_EVENT  # "has no plans to meet"
        if head.dep_ == "obj" and self._lemma(head.head) in self._words.urging:
            return NO_EVENT  # "urged its followers to attack X"
        if lemma in self._words.journeys:  # "on a visit to hold talks"
            return Verdict(self._status(head, depth + 1).status, 0.8)
        if lemma in self._words.unreal:
            return NO_EVENT
        return Verdict(Status.PLANNED, 0.8)

    def _under_verb(self, head: Token, dep: str, above: Verdict) -> Verdict:
        """Its status under a verb or an adjective that is itself said to be so."""
        words, lemma = self._words, self._lemma(head)
        goes_on = lemma == "go" and any(c.lower_ == "on" for c in head.children)
        if lemma in words.real or goes_on:  # "went on to condemn"
            return above
        if lemma in words.planned:
            return Verdict(Status.PLANNED)
        if lemma in words.unreal or lemma in words.called_off:
            return NO_EVENT
        if dep.startswith("advcl") or dep == "xcomp":
            if lemma in words.travelling or above.status is Status.PLANNED:
                return Verdict(Status.PLANNED, 0.8)
            if head.pos_ == "ADJ":
                return Verdict(Status.PLANNED, 0.6)
            return Verdict(Status.PLANNED) if lemma == "be" else Verdict(Status.HAPPENED, 0.75)
        return Verdict(Status.PLANNED) if lemma == "be" else Verdict(Status.PLANNED, 0.6)

    def _performed(self, token: Token) -> bool:
        """Whether it is done by saying that one is glad to, or wants to: "thank", "welcome"."""
        return self._lemma(token) in self._words.performed

    def _wished(self, verb: Token) -> bool:
        """Whether the speaker wishes it: "I want to", "let me", "wishes to"."""
        lemma = self._lemma(verb)
        first = lemma == "wish" or any(self._speaks(c) for c in verb.children)
        return lemma in self._words.wishing and first

    def _speaks(self, token: Token) -> bool:
        """Whether it is the speaker, or the state of the speaker: "I", "my delegation"."""
        mention = self._tree.unit(token).mention
        own = mention is not None and mention.office_kind == "own"
        return own or token.lower_ in {"i", "we", "me", "us"}

    def _thwarted(self, token: Token, head: Token) -> bool:
        """Whether it hangs on a verb, and is what its object says was not done.

        "Citing X's failure | to arrest him", "over its refusal | to leave".
        """
        to = next((c.i for c in token.children if c.dep_ == "mark" and c.lower_ == "to"), 0)
        before = token.doc[to - 1] if to else token
        if before.head == head and before.pos_ == "ADJ" and before.dep_ in {"advmod", "xcomp"}:
            return self._lemma(before) in self._words.unreal  # "looks unlikely | to meet X"
        inside = before.head == head and before.dep_ in {"obj", "obl"}
        return inside and self._lemma(before) in self._words.failing


def _over(token: Token, head: Token) -> bool:
    """Whether one is glad of what was done: "was glad to see", "am glad to have met"."""
    done = any(c.lower_ == "have" for c in token.children if c.dep_.startswith("aux"))
    return done or any(c.tag_ == "VBD" for c in head.children if c.dep_ == "cop")


def _yet_to(token: Token, head: Token) -> bool:
    """Whether it is not done so far: "has yet to recognise X"."""
    yet = any(c.lower_ == "yet" for one in (token, head) for c in one.children)
    return yet and head.lemma_ in {"be", "have", "remain"}
