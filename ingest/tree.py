"""Who does what a verb tells, in Universal Dependencies."""

from graph.model import ActorClass
from ingest.mentions import MentionKind
from ingest.nominals import NOBODY, Found, Nominals
from ingest.syntax import (
    FINITE,
    NOMINAL,
    OBJECTS,
    PAST,
    RANKS,
    SUBJECTS,
    had_over,
    infinitive,
    inverted,
    misread,
    misread_over,
    subject_of,
)
from ingest.tokens import Token

_VOICING = frozenset(
    {
        "adopt", "approve", "circulate", "deliver", "draft", "endorse", "introduce", "issue",
        "make", "pass", "propose", "publish", "release", "send", "sign", "sponsor", "submit",
        "table", "transmit",
    }
)  # fmt: skip
"""Verbs by which one speaks through a document."""
_TEXTS = frozenset(
    {
        "appeal", "audiotape", "bill", "decree", "directive", "law", "leaflet", "legislation",
        "letter", "message", "motion", "note", "order", "pamphlet", "paper", "petition",
        "proclamation", "recording", "report", "study", "tape", "video", "videotape",
    }
)  # fmt: skip
_SPOKEN = frozenset(
    {
        "address", "communiqué", "declaration", "interview", "speech", "statement", "telegram",
        "tweet",
    }
)  # fmt: skip
"""In what one says something, while its text says more: "in a statement condemning X"."""
_SPEAKING = frozenset({"add", "argue", "claim", "insist", "note", "say", "stress"})
_WORDS = frozenset(
    {
        "account", "announcement", "article", "banner", "broadcast", "claim", "comment",
        "communique", "document", "email", "evidence", "graffiti", "interview", "leaflet", "news",
        "note", "notice", "official", "people", "placard", "poll", "post", "press", "reading",
        "release", "remark", "rumor", "rumour", "sign", "slogan", "someone", "source", "speech",
        "statement", "story", "survey", "text", "tweet", "voice", "warning", "word",
    }
)  # fmt: skip
"""What, and who, says what a participle behind it tells: "reports saying that"."""
_URGING = frozenset(
    {
        "advise", "ask", "beg", "command", "encourage", "force", "implore", "instruct", "invite",
        "order", "press", "pressure", "tell", "urge", "warn",
    }
)  # fmt: skip
"""Verbs whose object is to do what the infinitive behind it says."""
_LEAVING = frozenset(
    {
        "contact", "depart", "enter", "leave", "meet", "phone", "quit", "reach", "see", "telephone",
        "visit",
    }
)  # fmt: skip
"""Verbs whose object does not do what they are done for: "left X to meet Y", "phoned X to ask"."""
_REQUITING = frozenset(
    {
        "arrest", "ban", "blacklist", "blame", "censure", "commend", "condemn", "convict",
        "criticise", "criticize", "denounce", "designate", "expel", "fine", "indict", "jail",
        "penalise", "penalize", "praise", "punish", "rebuke", "sanction", "sentence", "target",
        "thank",
    }
)  # fmt: skip
"""Verbs whose object has done what "for" says behind them."""
_COMPLAINING = frozenset(
    {
        "complain", "condemn", "convey", "criticise", "criticize", "decry", "deliver", "demand",
        "denounce", "express", "hand", "lodge", "object", "protest", "register", "tell", "voice",
        "warn",
    }
)  # fmt: skip
"""What a state that summons an envoy does: "summoned X to protest"; X is who "explains"."""
_ASKING = frozenset(
    {
        "accuse", "ask", "blame", "call", "condemn", "criticise", "criticize", "decry", "demand",
        "denounce", "deplore", "describe", "express", "hail", "praise", "reject", "request",
        "support", "urge", "warn", "welcome",
    }
)  # fmt: skip
"""What a document does whose title does not say it: "a resolution demanding that X leave"."""
_BLAMING = frozenset({"accuse", "blame", "condemn", "criticise", "criticize", "denounce", "urge"})
_HEARING = frozenset({"deny", "dismiss", "get", "receive", "refute", "reject"})
"""What one does with what others say."""
_PARTED = frozenset({"ccomp", "dislocated", "vocative"})
_TELLING = frozenset({"announce", "claim", "confirm", "declare", "report", "say", "state"})
_DECISIONS = frozenset({"decision", "move", "order", "plan", "threat"})
_CHARGING = frozenset({"by", "for", "from", "of"})
"""What stands before a gerund that no finite verb goes on from."""
_REPLIES = frozenset({"answer", "decision", "reaction", "reply", "response", "retaliation"})
"""What somebody does in return, told by an infinitive."""
_QUOTING = frozenset({"add", "say"})
_COUNCILS = frozenset({ActorClass.BODY, ActorClass.ORGANIZATION})
"""Who is meant by "which" behind a comma, where a state may be told of by a deed before."""
_ASIDES = frozenset({"acl", "acl:relcl", "advcl", "appos"})
_BEHIND = frozenset({"obj", "obl", "nmod", "conj", "appos"})
"""Relations of nouns that stand behind their verb."""


class Tree(Nominals):
    """The clauses of a parsed paragraph: who does what its verbs tell."""

    def subject(self, verb: Token, depth: int = 0) -> Found:
        """Who does it; taken over from the governing verb where the verb has no subject itself."""
        own = self._own(verb, depth)
        if own is None and self.lemma(verb) in _QUOTING:
            own = self._said_by(verb)
        if own is not None or depth > 5:
            return own or NOBODY
        if (behind := inverted(verb)) is not None:
            return self.lowered(self.acting(behind), 0.9)
        if deciding := self._deciding(verb):
            return deciding
        parted = self.parted_subject(verb)
        if parted is not None:
            return self.lowered(self.actors(parted) or self.owner(parted), 0.95)
        head = verb.head
        if head == verb and any(c.lower_ == "having" for c in verb.children):
            for child in self.children(verb, "parataxis", "conj", "ccomp"):
                return self.lowered(self.patient_or_subject(child, depth + 1), 0.9)
        head = self.joined_to(verb) or head
        inside = head.tag_ == "VB" or (head.dep_ == "xcomp" and head.tag_ == "VBN")
        if verb.dep_ == "conj" and inside and verb.tag_ in FINITE and head.head != head:
            head = head.head  # "urged X to act and denounced …": the finite verb above
        if verb.dep_ == "conj" and self._above_relative(verb):
            return self.lowered(self.subject(self.governor(head.head), depth + 1), 0.9)
        summoning = self.summoning(verb)
        against = any(case == "against" for case, _ in self.obliques(verb))
        if summoning is not None and against and not self.passive(summoning):
            return self.lowered(self.subject(summoning, depth + 1), 0.9)
        if self.strayed(verb):
            return self.lowered(self.subject(self.governor(head), depth + 1), 0.85)
        reason = verb.tag_ == "VBG" and any(c.lower_ == "for" for c in self.children(verb, "mark"))
        if reason and verb.dep_ == "conj":  # "thanked X for its help and for hosting Y"
            return self._of_clause(verb, depth)
        if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX", "ADJ", "ADV", "NOUN"}:
            active = not self.passive(head) or self.passive(verb)
            above = self.subject if active else self.patient_or_subject
            found = above(head, depth + 1)
            if not found and head.dep_ == "ccomp" and verb.tag_ == head.head.tag_:
                found = self.subject(head.head, depth + 1)  # "X said it was so and warned Y"
            return self.lowered(found, 0.95)
        marked = any(c.dep_ == "mark" for c in verb.children)
        both = verb.tag_ in FINITE and head.tag_ in FINITE
        if verb.dep_ == "ccomp" and both and not marked and self._after_comma(verb):
            # "X protested, summoned Y and put off Z"
            return self.lowered(self.subject(head, depth + 1), 0.85)
        if self._apart(verb):
            return self.lowered(self.actors(head), 0.95)
        if verb.dep_ in {"acl:relcl", "acl"}:
            return self._of_modifier(verb, depth)
        clauses = {"xcomp", "advcl", "parataxis", "ccomp", "csubj"}
        gerund = verb.dep_ == "advcl" and verb.lower_.endswith("ing")  # tagged as a noun
        quality = verb.dep_ == "xcomp" and verb.pos_ == "ADJ"  # "seems ready to meet X"
        if verb.dep_ in clauses and (verb.tag_.startswith("VB") or gerund or quality):
            return self._of_clause(verb, depth)
        return NOBODY

    @staticmethod
    def joined_to(verb: Token) -> Token | None:
        """The verb that it goes on from: "accused X of lying and | called for talks", no liar's."""
        head = verb.head
        if verb.dep_ != "conj":
            return None
        charged = head.tag_ == "VBG" and any(c.lower_ in _CHARGING for c in head.children)
        return head.head if charged and verb.tag_ in PAST | FINITE else head

    def doer(self, verb: Token) -> Found:
        """Who does what the verb tells, be it active or passive."""
        return self.agent(verb) if self.passive(verb) else self.subject(verb)

    def _above_relative(self, verb: Token) -> bool:
        """Whether it goes on with the main clause: "fines men who sold it to X and backs Y"."""
        head = verb.head
        if not head.dep_.endswith("relcl") or not self.unit(verb).present:
            return False
        past = head.tag_ == "VBD" and not self.unit(head).present
        return past and self.unit(self.governor(head.head)).present

    def _deciding(self, verb: Token) -> Found:
        """Whose decision it is, where that hangs on the verb above: "X's decision | to expel Y"."""
        if verb.dep_ != "advcl" or not infinitive(verb) or verb.left_edge.i == 0:
            return NOBODY
        noun = verb.doc[verb.left_edge.i - 1]
        if noun.head != verb.head or self.lemma(noun) not in _DECISIONS:
            return NOBODY
        owners = self.children(noun, "nmod:poss")
        return self.lowered(next(filter(None, map(self.actors, owners)), NOBODY), 0.9)

    def parted_subject(self, clause: Token) -> Token | None:
        """The subject that who says so parts from its clause: "“X,” Y said, “has broken it”"."""
        head = clause.head
        if clause.dep_ != "ccomp" or any(c.dep_ in SUBJECTS for c in clause.children):
            return None
        subjects = [c.i for c in head.children if c.dep_ in SUBJECTS and c.i < head.i]
        speaker = subjects[-1] if subjects else -1
        before = (c for c in head.children if c.i < speaker and c.dep_ in _PARTED | SUBJECTS)
        nominal = (c for c in before if c.pos_ in NOMINAL and not self.case(c))
        return next(nominal, None) if clause.i > head.i else None

    def _said_by(self, verb: Token) -> Found | None:
        """Who says so behind what is said: "“…,” said the ministry in a statement"."""
        told = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
        behind = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
        return self.actors(behind[0]) or self.owner(behind[0]) if told and behind else None

    @staticmethod
    def _apart(verb: Token) -> bool:
        """Whether a clause parts who does it from the verb: "X, who was there, met Y"."""
        head = verb.head
        bare = head.dep_ == "ROOT" and head.pos_ in NOMINAL and head.i < verb.i
        told = any(c.dep_ in _ASIDES and c.i < verb.i for c in head.children)
        return bare and told and verb.dep_ in {"conj", "parataxis"} and verb.tag_ in FINITE

    def _own(self, verb: Token, depth: int) -> Found | None:
        """The subject that the verb has itself, be it nobody known; None where it has none."""
        had = had_over(verb)
        over = misread_over(verb) if had is None else had
        described = misread(verb)
        for child in (*verb.children, *(over.children if described else ())):
            named = child.dep_ == "expl" and self._named(child)
            mistaken = described and subject_of(child)
            if child.dep_ not in SUBJECTS and not (named or mistaken):
                continue
            if self.beside_told(child):
                continue  # "assured X his country backs the plan"
            if self._told_of(verb, child):
                continue  # "X, Y said, has broken it"
            if child.lower_ in {"who", "which", "that"}:
                # "said X, who last week rejected" may be parsed apart from X
                before = self._before(child)
                bodies = {actor.kind for actor in before.actors} <= _COUNCILS
                verbal = verb.dep_.endswith("relcl") and verb.head.pos_ in {"AUX", "VERB"}
                loose = verbal and (child.lower_ == "who" or bodies)
                apart = verb.dep_ in {"advcl", "ccomp"} or loose
                return self.lowered(before, 0.85) if apart else None
            if child.lower_ == "each" and verb.tag_ == "VBG":
                return None  # "X and Y clashed, each accusing the other"
            if self.unit(child).elided:
                return self._begun(verb)
            found = self.acting(child) or self._themselves(verb, child)
            if not found and self.lemma(child) in _REPLIES and infinitive(verb):
                return self.lowered(self.owner(child), 0.9)  # "X's answer is to expel Y"
            if not found and any(c.dep_ == "cop" for c in child.children):
                found = self.patient_or_subject(child, depth + 1)  # "X is among those to act"
            others = [c for c in verb.children if c.dep_ in SUBJECTS and c.i > child.i]
            if not found and others and (child.lower_ == "they" or child.pos_ == "ADJ"):
                return self.acting(others[0])  # "the two countries, X and Y, signed"
            return found
        return None

    def _told_of(self, verb: Token, first: Token) -> bool:
        """Whether the first of two subjects is who it is said of: "X, Y said, has broken it"."""
        others = any(c.dep_ in SUBJECTS and first.i < c.i < verb.i for c in verb.children)
        parted = first.i < verb.i and self.doc[first.right_edge.i].text == ","
        clauses = (c for c in verb.children if c.dep_ in {"ccomp", "parataxis"} and c.i > verb.i)
        resumed = (c for clause in clauses for c in clause.children if c.dep_ in SUBJECTS)
        return others and parted and any(self.unit(one).resumes for one in resumed)

    def _themselves(self, verb: Token, subject: Token) -> Found:
        """Those who tell what "they" did: "the rebels say that they attacked X".

        A state is "it", unless those who tell it are many of it: "the X authorities say they".
        """
        above = verb.head
        if subject.lower_ != "they" or verb.dep_ != "ccomp" or self.lemma(above) not in _TELLING:
            return NOBODY
        for child in above.children:
            if child.dep_ == "nsubj" and child.i < subject.i:
                found, mention = self.actors(child, deep=False), self.unit(child).mention
                one = mention is None or mention.kind is MentionKind.NAMED
                many = {ActorClass.ARMED_GROUP, ActorClass.BODY}  # "the army says they"
                states = any(actor.kind not in many for actor in found.actors)
                single = one and states and self._single(found)
                person = any(actor.kind is ActorClass.PERSON for actor in found.actors)
                return NOBODY if single or person else self.lowered(found, 0.8)
        return NOBODY

    @staticmethod
    def _single(found: Found) -> bool:
        """Whether it is one, and no plural by its name: "the armed forces"."""
        return not any(actor.key.endswith(("s", "police")) for actor in found.actors)

    def _of_modifier(self, verb: Token, depth: int) -> Found:
        """Who does what a relative clause, a participle or an infinitive says of a noun."""
        head = verb.head
        meaning = verb.tag_ == "VBG" and any(c.lower_ == "of" for c in verb.children)
        if verb.dep_ == "acl" and (meaning or verb.tag_ not in {"VBG", "VBN"}):
            if self.case(head) in {"among", "as"}:  # "used its power as a member of X to veto"
                return self.lowered(self.patient_or_subject(head, depth + 1), 0.9)
            if meaning and (done := self.actors(head)):
                return self.lowered(done, 0.9)  # "accused X of helping Y"
            return self.lowered(self.owner(head), 0.8) or self.lowered(
                self.subject(head.head, depth + 1), 0.7
            )
        if verb.tag_ == "VBG" and head.dep_ in _BEHIND and self._after_comma(verb):
            above = self.governor(head)  # "fired at X, saying that …"
            if above != head:
                return self.lowered(self.patient_or_subject(above, depth + 1), 0.9)
        who = any(child.lower_ == "who" for child in verb.children)
        found = self.acting(head) if who else self.actors(head)
        if who and not found and head.dep_ == "obl" and self.case(head) == "in":
            inside = (self.actors(one) for one in self.behind(head, "of"))
            found = next(filter(None, inside), NOBODY)  # "in the presence of X, who brokered it"
        document = self.unit(head).document
        untold = document is None or (not document.told and self.lemma(verb) in _ASKING)
        text = verb.tag_ == "VBG" and untold  # "a motion calling on X"
        if not found and (text or verb.dep_ == "acl:relcl"):
            found = self.maker(head)
        if not found and verb.dep_ == "acl:relcl":
            found = self._listed_behind(verb) or self._right_before(verb)
        kin = any(map(self.pronoun, self.children(head, "nmod:poss")))
        if not found and who and kin and head.dep_ == "conj":
            found = self.actors(head.head)  # "X and his wife, who arrived in Y"
        if not found and any(c.dep_ == "cop" for c in head.children):
            found = self.patient_or_subject(head, depth + 1)  # "is a partner in supporting X"
        above = self.governor(head)
        if not found and verb.tag_ == "VBG" and self.lemma(verb) in _ASKING:
            before = (one for one in self.objects(above) if one.i < head.i)
            found = next(filter(None, map(self.maker, before)), NOBODY)
            # "issued a statement after talks in X | criticising Y"
        saying = verb.tag_ == "VBG" and self.lemma(verb) in _SPEAKING
        if not found and saying and not self._speaks(head):  # "called for talks | saying that X …"
            found = self.subject(above, depth + 1)
        blaming = verb.tag_ == "VBG" and self.lemma(verb) in _BLAMING and head.dep_ in OBJECTS
        if not found and blaming and self.lemma(above) not in _HEARING:
            found = self.subject(above, depth + 1)  # "stopped the vote, accusing X"
        return self.lowered(found, 0.9)

    def _speaks(self, thing: Token) -> bool:
        """Whether it is something through which one speaks: "a letter saying that"."""
        document = self.unit(thing).document is not None
        return document or self.lemma(thing) in _TEXTS | _WORDS or thing.pos_ != "NOUN"

    def _right_before(self, clause: Token) -> Found:
        """The organisation of which a clause tells that hangs on more: "the wish of X, which"."""
        which = (c.i for c in clause.children if c.lower_ == "which" and c.dep_ == "nsubj")
        at = next(which, 0)
        named = self.doc[at - 2] if at > 1 and self.doc[at - 1].lower_ == "," else None
        if named is None or not any(one == clause.head for one in named.ancestors):
            return NOBODY
        found = self.actors(named)
        bodies = all(actor.kind is ActorClass.ORGANIZATION for actor in found.actors)
        return self.lowered(found, 0.8) if bodies else NOBODY

    def _listed_behind(self, verb: Token) -> Found:
        """Who those are of whom a relative clause tells: "those who voted for it were X and Y"."""
        head = verb.head
        above = [head.head] if head.dep_ == "nsubj" else []
        behind = [*verb.children, *self.children(head, "nsubj"), *above]
        for one in behind:
            if one.i > verb.i and any(c.dep_ == "cop" for c in one.children):
                return self.lowered(self.actors(one), 0.9)
        return NOBODY

    def _of_clause(self, verb: Token, depth: int) -> Found:
        """Who does what a clause without a subject tells, by the verb above it."""
        head = verb.head
        if verb.tag_ == "VBG" and self._urged(head) and self._after_comma(verb):
            return self.lowered(self.subject(head.head, depth + 1), 0.9)  # "urged X to, voicing"
        if head.pos_ == "ADV":
            head = head.head  # "went further | by signing an accord"
        marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
        done = verb.tag_ == "VBG" or any(c.lower_ == "having" for c in verb.children)
        if done and marks & {"for", "of"}:
            for one in self.objects(head):  # "condemned X for rejecting Y"
                blamed = self.actors(one)
                if blamed and one.i > head.i:
                    return self.lowered(blamed, 0.9)
                if "for" in marks and self.lemma(head) in _REQUITING and one.i > head.i:
                    return NOBODY  # "sanctioned a bank for financing X"
        told = verb.dep_ == "xcomp" and self.lemma(head) not in _LEAVING
        if (told or self._urged(verb)) and not self.complains(verb):
            for child in self.children(head, "obj", "iobj"):
                controlled = self.actors(child)
                if controlled:
                    return self.lowered(controlled, 0.9)
        named = verb.dep_ == "csubj" and any(  # "X is due to meet Y", "it", for X, "is prepared to"
            (c.dep_ == "expl" or (c.dep_ == "nsubj" and (head.pos_ == "ADJ" or self._ranked(head))))
            and self._named(c)
            for c in head.children
        )
        helped = [c for c in verb.children if c.dep_ == "aux" and c.lower_ == "have"]
        having = any(map(infinitive, helped))  # "claimed to have hit X"
        if not (verb.dep_ in {"xcomp", "advcl"} or verb.tag_ == "VBG" or named or having):
            return NOBODY
        if verb.i < head.i and self.raised(verb) is not None:
            head = head.head  # "while accusing X of doing it", with X as the subject
        found = self.patient_or_subject(head, depth + 1)
        taken_up = {a for one in self.objects(verb) for a in self.actors(one).actors}
        if head.dep_ == "xcomp" and taken_up & set(found.actors):
            found = self.subject(head.head, depth + 1)  # "told X to leave after accusing him"
        states = all(actor.kind is ActorClass.COUNTRY for actor in found.actors)
        if states and any(c.dep_ in SUBJECTS and self._nobodys(c) for c in head.children):
            return NOBODY  # "a Pakistani man was convicted of helping X"
        return self.lowered(found, 0.9)

    def _urged(self, verb: Token) -> bool:
        """Whether somebody is to do it: "urged X to stop selling"."""
        below = verb.dep_ in {"advcl", "xcomp"} and infinitive(verb)
        return below and self.lemma(verb.head) in _URGING

    def _ranked(self, noun: Token) -> bool:
        """Whether somebody is the first or last to do it: "was the first state to recognise X"."""
        return any(c.lower_ in RANKS for c in self.children(noun, "amod"))

    def complains(self, verb: Token) -> bool:
        """Whether an envoy is summoned to hear it: "summoned X's ambassador to protest"."""
        return self.summoning(verb) is not None

    def summoning(self, verb: Token) -> Token | None:
        """The verb that summons those who are to hear it, however far the parse hangs that."""
        if self.lemma(verb) not in _COMPLAINING or not infinitive(verb):
            return None
        far = any(case == "against" for case, _ in self.obliques(verb))
        above = (verb.head, verb.head.head, verb.head.head.head)[: 3 if far else 1]
        return next((one for one in above if self.lemma(one) == "summon"), None)

    def acting(self, token: Token) -> Found:
        """The actors of a subject; people of whom only the nationality is told act for nobody."""
        found = self.actors(token)
        if not found and token.lower_ in {"i", "we"}:
            return self._on_behalf(token)
        states = all(actor.kind is ActorClass.COUNTRY for actor in found.actors)
        return NOBODY if states and self._nobodys(token) else found

    def _nobodys(self, token: Token) -> bool:
        """Whether it is a private person, of whom no name of the tables is told.

        "A group of Kenyan lawmakers" are none.
        """
        if self.unit(token).actors or self.lemma(token) not in self.private:
            return False
        inside = map(self.unit, self.behind(token, "of"))
        return not any(unit.actors and not unit.demonym for unit in inside)

    def _on_behalf(self, token: Token) -> Found:
        """For whom an unknown speaker speaks: "On behalf of X, I salute …"."""
        for other in token.sent:
            if other.lower_ == "behalf":
                for case, child in self.obliques(other):
                    if case == "of":
                        return self.lowered(self.actors(child), 0.8)
        return NOBODY

    def _named(self, token: Token) -> bool:
        """Whether a pronoun stands in the parse for what the text names: "it" for a state.

        Or for who speaks: "it is a pleasure to meet X".
        """
        unit = self.unit(token)
        speaks = token.lower_ == "it" and unit.mention is not None and unit.mention.name == "I"
        return bool(unit.actors) and (speaks or not self.pronoun(token))

    def _before(self, relative: Token) -> Found:
        """Whom a relative pronoun stands behind."""
        at = relative.i - 1
        if at > 0 and self.doc[at].text == ",":
            at -= 1
        unit = self.units[at] if at >= 0 else None
        return Found(unit.actors, unit.certainty, at) if unit and unit.actors else NOBODY

    def _after_comma(self, verb: Token) -> bool:
        return verb.i > 0 and self.doc[verb.i - 1].text == ","

    def maker(self, document: Token) -> Found:
        """Who speaks through a document: "the council adopted a resolution that condemns X"."""
        text = self.unit(document).document is not None or self.lemma(document) in _TEXTS
        verb = document.head
        within = document.dep_ == "obl" and self.case(document) == "in" and verb.pos_ == "VERB"
        spoken = text or self.lemma(document) in _SPOKEN
        if spoken and within and not (self.passive(verb) or self.owner(document, inside=False)):
            return self.lowered(self.subject(verb), 0.9)  # "said in a letter accusing X"
        if not text or document.dep_ not in OBJECTS:
            return NOBODY
        if self.lemma(verb) not in _VOICING:
            return NOBODY
        return self.lowered(self.doer(verb), 0.9)

    def _begun(self, verb: Token) -> Found:
        """Who is meant where a diary leaves the subject out: "Met with President X."

        It is the one with whom the sentences before began.
        """
        for at in range(verb.sent.start, -1, -1):
            token = self.doc[at]
            if token.dep_.startswith("nsubj") and not self.unit(token).elided:
                found = self.actors(token, deep=False)
                if found:
                    return Found(found.actors[:1], found.certainty * 0.8, found.token)
        return NOBODY

    def patient_or_subject(self, verb: Token, depth: int = 0) -> Found:
        """The grammatical subject, whether the verb is active or passive."""
        for child in verb.children:
            subject = child.dep_ in SUBJECTS or (child.dep_ == "expl" and self._named(child))
            if subject and child.lower_ not in {"who", "which", "that"}:
                return self.acting(child) or self.actors(child)
        return self.subject(verb, depth)
