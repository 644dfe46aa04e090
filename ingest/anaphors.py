"""Mentions by pronoun or common noun: "they", "the two sides", "the latter", "the country"."""

from dataclasses import replace

from ingest.anaphora import Anaphora
from ingest.atoms import POSSESSIVES
from ingest.authority import Entry
from ingest.blocs import COUNTRIES, OWNED, one_side
from ingest.bothsides import BothSides
from ingest.epithets import EPITHET, load_epithets
from ingest.impersonal import stands_for_nobody, stands_for_speaker
from ingest.mentions import ACTED_ON, Mention, MentionKind

_PRONOUNS = frozenset(
    {
        "he", "she", "they", "it", "his", "her", "its", "their", "him", "them", "i", "me", "my",
        "we", "us", "our",
    }
)  # fmt: skip
_MINE = frozenset({"my", "our"})
_BEFORE_NOUNS = frozenset({"all", "both", "each", "the", "these"})
"""What a noun for several stands behind."""
TAKING_UP = _PRONOUNS | _BEFORE_NOUNS
"""Words with which a mention begins that takes up somebody, beside numbers and names of several."""
_FRONTING = frozenset({"after", "at", "before", "from", "in", "last", "next", "on", "since"})
"""What a sentence begins with before it says what "I" did: "In New York I met"."""
_FOND = frozenset({"beloved", "dear", "great", "own", "small"})
"""What one says of one's own country before naming it so: "my own country"."""
_STYLES = frozenset({"excellency", "highness", "holiness", "majesty"})
"""What "his" only addresses somebody with."""
_BEFORE_CLAUSES = frozenset({"announces", "claims", "confirms", "reports", "says", "that"})
"""What a clause may follow in which "its troops" act, beside what is told."""
_GOVERNMENTS = frozenset(
    {
        "government", "junta", "regime", "authorities",
    }
)  # fmt: skip
_TOWARDS = frozenset(
    {
        "to", "in", "into", "with", "against", "at", "from", "on", "for", "by", "upon",
    }
)  # fmt: skip
"""Prepositions after which "the country" is a state that was named."""
_DOING_TO = frozenset(
    {
        "accuse", "accused", "accuses", "accusing", "assist", "assisted", "assisting", "attack",
        "attacked", "attacking", "back", "backed", "bomb", "bombed", "bombing", "condemn",
        "condemned", "condemning", "criticise", "criticised", "criticising", "criticize",
        "criticized", "criticizing", "enter", "entered", "entering", "help", "helped", "helping",
        "invade", "invaded", "invading", "leave", "leaving", "left", "praise", "praised",
        "praising", "sanction", "sanctioned", "support", "supported", "supporting", "thank",
        "thanked", "thanking", "threaten", "threatened", "threatening", "urge", "urged", "urging",
        "visit", "visited", "visiting", "visits", "warn", "warned", "warning",
    }
)  # fmt: skip
"""Verbs after which it is one as well."""
_AGAINST = frozenset({"against", "on", "upon", "with"})
_COMING = frozenset(
    {
        "arrive", "arrived", "arrives", "arriving", "flew", "fly", "flying", "go", "going",
        "landed", "travel", "traveled", "traveling", "travelled", "travelling", "travels", "trip",
        "visit", "went",
    }
)  # fmt: skip
"""Words before "in the country" or "to the country" where somebody comes to it."""
_CLAUSES = frozenset(
    {
        "after", "although", "and", "as", "because", "before", "but", "if", "once", "said", "says",
        "since", "that", "though", "unless", "until", "when", "whether", "while",
    }
)  # fmt: skip
"""Words after which a clause may begin, whose subject "the country" is."""
_THERE = frozenset({"at", "in", "inside", "into", "near", "outside", "to"})
_TOGETHER = frozenset({"leaders", "ministers", "parties", "presidents", "sides"})
"""Nouns for those who were named together, or for the last two."""
_LASTING = frozenset({"countries", "governments", "nations", "neighbors", "neighbours", "states"})
"""Nouns for states, who take up those told of with a number alone: "two countries"."""
_WHO = frozenset({"concerned", "who", "whom", "whose"})
_WHICH = frozenset({"that", "which"})
"""What follows a noun for several, and says who they are; the latter where none is counted."""
_FEW = 6
"""More than so many are not those told of last: "the nine countries that signed"."""
_HOSTS = frozenset({"guest", "host", "interlocutor", "visitor"})
_BLAMING = ("accus", "blam", "charg", "denounc")
"""How verbs begin of which each side is the subject."""
_BODY_KINDS = frozenset(
    {
        "african", "arab", "continental", "economic", "european", "global", "intergovernmental",
        "international", "military", "pan-african", "political", "regional", "security", "trade",
        "trading", "transatlantic", "western", "world",
    }
)  # fmt: skip
"""What an organisation is, before a noun that takes it up: "the regional bloc"."""
_GROUP_MODIFIERS = frozenset(
    {
        "foreign", "defence", "defense", "prime", "neighbouring", "neighboring", "asian",
        "european", "african", "island", "caribbean", "balkan", "baltic", "gulf", "american",
        "central", "south", "west", "east", "north", "arab", "korean", "regional", "visiting",
        "respective", "warring", "rival", "negotiating", "contracting", "opposing", "top",
        "western", "eastern", "northern", "southern", "nordic", "pacific", "andean", "allied",
        "member", "participating",
    }
)  # fmt: skip


class Anaphors(BothSides):
    """The part of the grammar that takes up who was named before."""

    def anaphor(self, start: int, anaphora: Anaphora) -> Mention | None:
        """A pronoun, or a name or noun for several: "they", "the two Koreas", "both sides"."""
        word = self.word(start)
        if (fighters := self.counted_fighters(start)) is not None:
            return fighters
        if not (word in TAKING_UP or word in anaphora.numbers or word in anaphora.names):
            return None  # nearly all
        for words, entries in anaphora.names.get(word, ()):
            if tuple(self.folded[start : start + len(words)]) == words:
                return self._several(start, start + len(words), entries)
        counted = word == "the" and self.word(start + 1) in anaphora.numbers
        if counted and (some := self._counted(start, anaphora)) is not None:
            return some
        if word == "it" and stands_for_speaker(self.folded, start):
            return Mention(start=start, end=start + 1, kind=MentionKind.PRONOUN, name="I")
        if word == "it" and stands_for_nobody(self.tokens, self.folded, start, anaphora.impersonal):
            return None
        if word in _MINE and (mine := self._own(start, anaphora)) is not None:
            return mine
        joined = self.folded[start + 1 : start + 3] in (["country", "and"], ["nation", "and"])
        if word in {"her", "his"} and joined:  # "said that his country and Y had agreed"
            whose = one_side(start, start + 2, self.text(start, start + 2))
            return replace(whose, office_kind="own")
        if word in POSSESSIVES and (neighbour := self.neighbour(start)) is not None:
            return neighbour
        other = self.tokens[start] == "US" or self.numeral(start) or self.word(start + 1) in _STYLES
        if word in _PRONOUNS and not other and self.office(start + 1) is None:
            ally = word in POSSESSIVES and self.past_description(start + 1) > start + 1
            if ally or (word in POSSESSIVES and self._counterpart_ahead(start)):
                return None
            if word in POSSESSIVES and self.word(start + 1) in _HOSTS:
                return self._host(start)
            end = self._forces_end(start, anaphora)
            return Mention(
                start=start,
                end=end,
                kind=MentionKind.PRONOUN,
                name=self.tokens[start],
                plural=word in {"they", "them", "their"},
                possessive=word in POSSESSIVES and end == start + 1,
                force=end > start + 1,
            )
        if word == "the" and self.word(start + 1) == "latter" and not self._noun_after(start + 2):
            return one_side(start, start + 2, "latter")
        return (
            self._half(start, anaphora)
            or self._band(start, anaphora)
            or self.described_group(start)
            or self._body(start, anaphora)
            or self._epithet(start)
            or self.neighbour(start)
            or self._group(start, anaphora)
        )

    def numeral(self, start: int) -> bool:
        """Whether "I" says that somebody is the first of the name: "King Juan Carlos | I"."""
        if (
            self.tokens[start : start + 1] != ["I"]
            or start < 2
            or self.office(start - 1) is not None
        ):
            return False
        at = start - 1
        while at > 0 and self.capital(at):
            at -= 1
        fronted = self.word(at + (not self.capital(at))) in _FRONTING  # "In Hanoi | I met"
        named = self.capital(start - 1) and self.capital(start - 2)
        return named and not (fronted and self.word(start + 1).isalpha())

    def _own(self, start: int, anaphora: Anaphora) -> Mention | None:
        """ "My country", "our own Government": the state of who speaks."""
        at = start + 1
        while self.word(at) in _FOND:
            at += 1
        if self.word(at) not in anaphora.own or self.word(at + 1) in OWNED:
            return None
        if self.office(at) is not None or self.word(at + 1) in self.words.described:
            return None  # "our government ministers", "our State Department"
        return replace(one_side(start, at + 1, self.text(start, at + 1)), office_kind="own")

    def _counted(self, start: int, anaphora: Anaphora) -> Mention | None:
        """ "The three Baltic states": a name for several, with how many they are."""
        for words, entries in anaphora.names.get("the", ()):
            behind = words[1:]
            end = start + 2 + len(behind)
            alike = bool(behind) and tuple(self.folded[start + 2 : end]) == behind
            if alike and anaphora.numbers[self.word(start + 1)] == len(entries):
                return self._several(start, end, entries)
        return None

    def _several(self, start: int, end: int, entries: tuple[Entry, ...]) -> Mention:
        """A name for those of the tables whom it stands for together."""
        return Mention(
            start=start,
            end=end,
            kind=MentionKind.GROUP,
            of=entries,
            name=self.text(start, end),
            count=len(entries),
            plural=True,
        )

    def _half(self, start: int, anaphora: Anaphora) -> Mention | None:
        """ "The North", "the South's army": one of two states, where the article is on them."""
        at = start + 1
        if self.word(start) != "the" or self.word(at) not in anaphora.halves:
            return None
        goes_on = self.capital(at + 1) or self.geo(at + 1) is not None or self.geo(at) is not None
        part = self.word(at + 1) == "of" and (self.word(at + 2) == "the" or self.capital(at + 2))
        if not self.capital(at) or goes_on or part or self.word(at + 1) == "-":
            return None  # "the North Sea", "the South African president", "the South of France"
        return replace(one_side(start, at + 1, self.word(at)), office_kind="half")

    def _band(self, start: int, anaphora: Anaphora) -> Mention | None:
        """ "The rebels", "the militant group": fighters who were named before."""
        if self.word(start) != "the":
            return None
        for end in (start + 3, start + 2):
            noun = " ".join(self.folded[start + 1 : end])
            beyond = end > self.size or self.word(end) in {"of", "from", "in", "-"}
            if noun not in anaphora.band or (beyond and not self._blamed(start, end)):
                continue
            if self.capital(end) or self.capital(end - 1) or self.geo(end) is not None:
                return None  # "the militant group Hamas", "the rebel Movement for X"
            if self.office(end) is not None or self.word(end) in self.words.described:
                return None
            return one_side(start, end, noun, plural=noun.endswith("s"))
        return None

    def _blamed(self, start: int, end: int) -> bool:
        """Whether "of" says of what somebody is accused: "accused the rebels | of lying"."""
        of = self.word(end) == "of" and not self.capital(end + 1)
        return of and self.word(start - 1).startswith("accus")

    def _body(self, start: int, anaphora: Anaphora) -> Mention | None:
        """ "The foreign ministry", "the parliament": a body of a state that was named before."""
        if self.word(start) != "the" or start + 1 >= self.size or self.word(start - 1) in _THERE:
            return None  # "was called to the foreign ministry"
        end = self.words.bodies.end(self.folded, start + 1)
        phrase = " ".join(self.folded[start + 1 : end])
        if end == start + 1:
            phrase, end = self.word(start + 1), start + 2
        if phrase not in anaphora.bodies or self.word(end) in OWNED:
            return None
        if self.office(start + 1) is not None or self.office(end) is not None or self.capital(end):
            return None  # "the foreign ministry spokesman", "the Parliament House"
        if self.word(end) in self.words.described or self.geo(end) is not None:
            return None
        return replace(one_side(start, end, self.text(start + 1, end)), body=phrase)

    def _epithet(self, start: int) -> Mention | None:
        """ "The West African nation", "the landlocked kingdom": a state that was named before."""
        at = start + 1
        if self.word(start) != "the" or at >= self.size:
            return None
        known = load_epithets()
        end, epithet = known.end(self.folded, at)
        name = self.geo(at)
        if name is not None and name.end >= end:
            return None  # "the Central African Republic"
        while not epithet and at + 1 < self.size and self.word(at) in self.words.kin_modifiers:
            at += 1
            end, epithet = known.end(self.folded, at)
        of = self.word(end) in {"-", "of"} and not self._blamed(start, end)
        if not epithet or of or self.capital(end) or self.geo(end):
            return None  # "the kingdom of Jordan", "the Gulf state Qatar"
        if self.office(end) is not None or self.word(end) in self.words.described:
            return None
        return replace(one_side(start, end, epithet), office_kind=EPITHET)

    def _forces_end(self, start: int, anaphora: Anaphora) -> int:
        """Past the forces that act for who owns them: "X says that its troops shelled"."""
        before = _BEFORE_CLAUSES | anaphora.impersonal.told
        if self.word(start) not in {"its", "their"} or self.word(start - 1) not in before:
            return start + 1
        after = self.modifiers_end(start + 1)
        end = self.words.forces.end(self.folded, after)
        return end if end > after else start + 1

    def _noun_after(self, at: int) -> bool:
        """Whether "the latter" describes a noun: "the latter country", and stands for nobody."""
        return self.word(at) in {"half", "part", "stages", "case", "two", "three"}

    def _counterpart_ahead(self, start: int) -> bool:
        """Whether "his" stands before "counterpart" or "Greek, Cypriot and French counterparts"."""
        for i in range(start + 1, start + 12):
            if self.word(i).startswith(("counterpart", "ambassador", "colleague", "homologue")):
                return True
            if self.word(i) == "opposite" and self.word(i + 1) in {"number", "numbers"}:
                return True
            if i > start + 3 and self.word(i) not in {",", "and"} and self.geo(i) is None:
                return False
        return False

    def _group(self, start: int, anaphora: Anaphora) -> Mention | None:
        """ "the two sides", "both foreign ministers", "the parties", "the bloc"."""
        word = self.word(start)
        if word == "the" and self.word(start + 1) in _HOSTS:
            return self._host(start)
        if word == "the" and (gathered := self.gathered(start, anaphora)) is not None:
            return gathered
        if (together := self.together(start)) is not None:
            return together
        at = start + (word in _BEFORE_NOUNS)
        count = 2 if word in {"both", "each"} else 0
        if self.word(at) in anaphora.numbers and word not in {"both", "each"}:
            count, at = anaphora.numbers[self.word(at)], at + 1
        if at == start or (count == 0 and word != "the"):
            return None
        if word == "each" and not self.word(at + 1).startswith(_BLAMING):
            return None  # "each side files a complaint"
        named = self.geo(start + 1)
        if named is not None and named.end > at:
            return None  # "the six powers"
        while self.word(at) in _GROUP_MODIFIERS:
            if count == 0 and self.geo(at) is not None:
                return None  # "the North Korean government" says whose it is
            at += 1
        body = self._body_kind_end(start + 1) if count == 0 and word == "the" else at
        of_body = body > start + 1 and self.word(body) in anaphora.organisation
        at = body if of_body else at
        office = self.office(at)
        end = office.end if office is not None and office.plural else at + 1
        noun = self.word(end - 1)
        beyond = self.word(end) in {"of", "from"} and not self._blamed(start, end)
        if beyond or self.geo(at) is not None:
            return None
        if self.word(end) == "for" and self.capital(end - 1):
            return None  # "the Movement for Democratic Change"
        if self.word(end) in {"to", "in"} and self.geo(end + 1) is not None:
            return None
        if self._introduced(start, end, noun, anaphora):
            return None
        lone = count == 0 and noun in _GOVERNMENTS | COUNTRIES
        some = noun in anaphora.sides or noun in anaphora.persons
        if (some and not lone) or (office and office.plural):
            persons = noun in anaphora.persons or bool(office and office.plural)
            if count == 0:
                if noun not in _TOGETHER and noun not in anaphora.several:
                    return None
                count = 2 if noun in {"sides", "parties"} else 0
            return self.several(start, end, count, persons=persons)
        bare = at == start + 1 or of_body
        alone = noun in anaphora.organisation and bare
        alone = alone and (noun not in anaphora.capitals or self.capital(at))
        alone = alone or (noun in COUNTRIES and self._acts(start, end))
        if count == 0 and word == "the" and (alone or noun in _GOVERNMENTS):
            one = one_side(start, end, self.tokens[end - 1])
            done_to = noun in COUNTRIES and self._done_to(start)
            return replace(one, office_kind=ACTED_ON) if done_to else one
        return None

    def _body_kind_end(self, at: int) -> int:
        """Past what an organisation is: "the | world | body", "the | regional trade | bloc"."""
        while self.word(at) in _BODY_KINDS and not self.capital(at):
            at += 1
        return at

    def _done_to(self, start: int) -> bool:
        """Whether somebody does something to whom is named there, or comes to them."""
        before = self.word(start - 1)
        coming = before in {"in", "to"} and self.word(start - 2) in _COMING
        return before in _DOING_TO | _AGAINST or coming

    def _introduced(self, start: int, end: int, noun: str, anaphora: Anaphora) -> bool:
        """Whether a noun for several names others than those told of.

        "Two women", "number two leader", "the ministers Lund and Dahl", "the countries that".
        """
        counted = self.word(start) not in _BEFORE_NOUNS
        if counted and self.word(start - 1) not in POSSESSIVES and noun not in _LASTING:
            return True
        several = noun.endswith(("s", "men"))
        many = anaphora.numbers.get(self.word(start + 1), 0) > _FEW
        alone = self.word(start) == "the" and (end == start + 2 or many)
        if several and (self.word(end) in _WHO or (alone and self.word(end) in _WHICH)):
            return True
        return several and noun not in _LASTING and (self.capital(end) and not self.geo(end))

    def _host(self, start: int) -> Mention | None:
        """ "His host", "the guest": whom the one who is told of meets."""
        following = self.tokens[start + 2] if start + 2 < self.size else "."
        named = following == "," and self.word(start + 3) not in {"and", "but", "who", "whom"}
        if named or following in {"-", "'s", "’s", "of"} or following[:1].isupper():
            return None  # "his host, President X"
        return Mention(
            start=start,
            end=start + 2,
            kind=MentionKind.GROUP,
            name=self.word(start + 1),
            count=1,
            office_kind="persons",
            possessive=True,
        )

    def _acts(self, start: int, end: int) -> bool:
        """Whether "the country" is somebody: the subject of a clause, or whom something goes to."""
        before = self.word(start - 1)
        if before in _TOWARDS | _DOING_TO:
            return True
        begins = start == 0 or before in _CLAUSES or before in {".", "!", "?", ",", ";", ":", '"'}
        following = self.tokens[end] if end < self.size else "."
        return begins and following.isalpha() and following.islower()
