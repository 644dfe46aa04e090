"""Resolves the mentions of a paragraph in their order, each by how it stands in its sentence."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from graph.model import Actor
from ingest.coreference import Referent, Resolver, Setting
from ingest.grounds import MEETING, Grounds
from ingest.mentions import Mention, MentionKind
from ingest.quotations import SENTENCE_ENDS, says, sentence_start, voices, within
from ingest.reflexives import acted_on
from ingest.subjects import begins, rivalled, skips


def resolve_all(
    resolver: Resolver, words: Sequence[str], mentions: Sequence[Mention]
) -> Iterator[tuple[Mention, Referent]]:
    """Each mention of a paragraph with whom it means; ``words`` are the tokens in lower case."""
    last: Mention | None = None
    first: Mention | None = None
    joined, known = False, 0
    heard, inside = voices(words, mentions), within(words)
    meant: dict[int, tuple[Actor, ...]] = {}
    grounds = Grounds(words)
    for number, mention in enumerate(mentions):
        addressed = last is not None and _addressed(words, last, mention)
        addressed = addressed or _denied(words, mention.start)
        joined = last is not None and listed(words, last, mention, joined)
        leading = leads(words, last, mention)
        if leading or (first is None and mention.kind is not _PRONOUN):
            first = None if mention.kind is _PRONOUN else mention
        among = grounds.goes_on(mention, leading=leading)
        place = Setting(
            joined=joined,
            among=among,
            ground=grounds.ground,
            leading=leading,
            begins=(leading or mention.kind is _PRONOUN) and begins(words, mention.start),
            rivalled=mention.kind is _PRONOUN
            and mention.plural
            and rivalled(words, mention.start, known),
            skipping=last is not None and leading and skips(words[last.end : mention.start]),
            told=addressed or _told(words, mention.start),
            after=last is not None
            and not addressed
            and (
                not _PARTING & set(words[last.end : mention.start]) or _adds(words, last, mention)
            ),
            close=last is not None and mention.start - last.end <= _CLOSE,
            between=mention.start > 0 and words[mention.start - 1] == "between",
            placed=mention.start > 0 and words[mention.start - 1] in _WHERE,
            beginning=mention.start > 0 and words[mention.start - 1] in _BEGINNING,
            says=says(words, mention),
            fronted=first is not None and _behind(words, first, mention),
            definite=_definite(words, mention),
            opens=last is None,
            before=words[mention.start - 1] if mention.start else "",
            behind=words[mention.end] if mention.end < len(words) else "",
            whose=_whose(words, mention),
            fate="met" if among else _fate(words, mention),
            some=words[mention.start] in _SOME or words[mention.end : mention.end + 1] == ["of"],
            owning=mention.start > 0 and words[mention.start - 1] == "of",
            through=mention.start > 0 and words[mention.start - 1] == "through",
            tellers=heard.said.get(mention.start, ()),
            ahead=_ahead(words, mentions, number),
            later=_later(words, mentions, number),
            acted=mention.name if acted_on(words, last, mention) else "",
            speaking=_speaking(heard.resumed.get(mention.start), meant, resolver.speaking),
            quoted=mention.start in inside,
            located=mention.kind is MentionKind.NAMED
            and bool(mention.start and words[mention.start - 1] in _WHERE)
            and not _DONE_TO & set(words[max(0, mention.start - 2) : mention.start - 1]),
        )
        referent = resolver.resolve(mention, place)
        known = mention.end if len(referent.actors) > 1 or mention.plural else known
        meant[mention.start] = referent.actors
        yield mention, referent
        last = mention
    resolver.speaking = _speaking(heard.last, meant, resolver.speaking)


def _speaking(
    tellers: Sequence[Mention] | None,
    meant: Mapping[int, tuple[Actor, ...]],
    before: tuple[Actor, ...],
) -> tuple[Actor, ...]:
    """Who goes on to speak: ``tellers``, or who spoke in the paragraph ``before``."""
    if tellers is None:
        return ()
    said = (actor for each in tellers for actor in meant.get(each.start, ()))
    return tuple(dict.fromkeys(said)) if tellers else before


def _definite(words: Sequence[str], mention: Mention) -> bool:
    """Whether "the" stands before an office, be it behind a style: "His Majesty the King".

    One in short needs none: "EAM called on the President".
    """
    start = mention.start
    if words[start] not in _STYLES:
        return words[start] == "the" or mention.office.isupper()
    styled = words[start : mention.end]
    return "the" in styled and _STYLES.issuperset(styled[: styled.index("the")])


def _whose(words: Sequence[str], mention: Mention) -> str:
    """The word that says whose an office is, before it or as its first; or who has it by name."""
    if words[mention.start] in _OWNERS:
        return words[mention.start]
    named = words[mention.start : mention.end]
    if mention.office and not _GENITIVE.isdisjoint(named):
        return " ".join(named[: min(named.index(s) for s in _GENITIVE if s in named)])
    before = words[mention.start - 1] if mention.start else ""
    return before if before == _WHOSE or _among_us(before, mention) else ""


def _among_us(before: str, mention: Mention) -> bool:
    """Whether who speaks is one of several: "our two countries"."""
    return before == "our" and mention.kind is MentionKind.GROUP


def _fate(words: Sequence[str], mention: Mention) -> str:
    """What becomes there of an official of whom no state is told: "called back Ambassador X"."""
    if not mention.office or mention.of or mention.plural:
        return ""
    near = words[max(0, mention.start - _VERB) : mention.start]
    if mention.office_kind != "diplomat":
        return "" if MEETING.isdisjoint(near) else "met"
    back = any(pair in _RECALLED for pair in pairwise(near))
    if back or (near and near[-1] in _RECALLING):
        return "recalled"
    return "" if _EXPELLING.isdisjoint(near) else "expelled"


def _adds(words: Sequence[str], last: Mention, mention: Mention) -> bool:
    """Whether who says something adds more of it: "Kenya said, adding that it …"."""
    between = words[last.end : mention.start]
    return between[:1] in (["said"], ["says"]) and "adding" in between


def _behind(words: Sequence[str], first: Mention, mention: Mention) -> bool:
    """Whether "he" stands behind what its sentence begins with: "After talks with X, he left"."""
    if mention.kind is not _PRONOUN or first is mention or words[mention.start - 1] != ",":
        return False
    before = words[first.start - 1] if first.start else ""
    return before in _GOVERNING or before.endswith("ing")


def listed(words: Sequence[str], last: Mention, mention: Mention, goes_on: bool) -> bool:
    """Whether two mentions stand side by side in a list: "France and Germany".

    ``goes_on`` says whether the first is in a list already: "A, and B" is no list of its own.
    """
    between = words[last.end : mention.start]
    if last.kind is MentionKind.PRONOUN or len(between) > 4 or not set(between) <= _GLUE:
        return False
    if (last.kind in _SIDES) != (mention.kind in _SIDES):
        return False
    if "and" in between or "&" in between:
        return "," not in between or goes_on
    return between == [","] and last.kind is mention.kind and not last.capital


_WHOSE = "whose"
_STYLES = frozenset(
    {
        "excellency", "h.e.", "h.h.", "h.m.", "he", "her", "hh", "highness", "his", "hm",
        "holiness", "honourable", "hrh", "majesty", "royal", "serene",
    }
)  # fmt: skip
"""Words before an office that only say how its holder is styled."""
_GENITIVE = frozenset({"'s", "’s"})
_SOME = frozenset({"a", "an"})
_OWNERS = frozenset({"her", "his", "its", "my", "our", "their"})
_VERB = 3
"""Words before a diplomat within which the verb stands that says what happens to them."""
_RECALLING = frozenset(
    {
        "recall", "recalled", "recalling", "recalls", "withdraw", "withdrawing", "withdraws",
        "withdrew",
    }
)  # fmt: skip
_RECALLED = frozenset(
    {
        ("brought", "home"), ("called", "back"), ("called", "home"), ("calling", "back"),
        ("calling", "home"), ("pulled", "out"), ("pulling", "out"), ("summoned", "home"),
    }
)  # fmt: skip
_EXPELLING = frozenset(
    {
        "banish", "banished", "banishes", "declare", "declared", "declaring", "deport", "deported",
        "eject", "ejected", "ejecting", "ejects", "expel", "expelled", "expelling", "expels",
        "expulsion", "ousted", "reprimand", "reprimanded", "summon", "summoned", "summoning",
        "summons",
    }
)  # fmt: skip
_PRONOUN = MentionKind.PRONOUN
_GOVERNING = frozenset({"by", "for", "from", "of", "to", "with"})
"""What stands before whom somebody else meets or hears: "in talks with X, he"."""
_WHERE = frozenset(
    {
        "about", "at", "concerning", "covered", "discuss", "discussed", "discussing", "in", "near",
        "on", "regarding",
    }
)  # fmt: skip
"""What stands before somebody who is only talked of, or before where something is."""
_HIS = frozenset({"her", "his"})
_HIM = frozenset({"her", "him"})
_LEADING_IN = frozenset(
    {"after", "amid", "at", "before", "despite", "during", "following", "in", "on", "upon", "with"}
)
"""What begins a sentence with something of its subject: "In his speech"."""
_SUBJECTS = frozenset({"he", "it", "she"})
"""Pronouns that are somebody else than who is named behind them."""
_CLAUSE = 12
"""Words of a clause behind its pronoun, at the most."""
_CLAUSE_ENDS = SENTENCE_ENDS | {
    ",", ":", ";", "after", "and", "as", "because", "before", "but", "if", "since", "that", "until",
    "when", "where", "whether", "which", "while", "who", "whom", "whose", "—", "–", "(", '"', "”",
}  # fmt: skip
_BY_NAME = frozenset({MentionKind.NAME, MentionKind.PERSON})
_PARTING = frozenset({"and", "but", ","})
_DONE_TO = frozenset(
    {
        "assault", "attack", "attacks", "ban", "blockade", "duties", "embargo", "invasion",
        "penalties", "pressure", "restrictions", "sanctions", "strike", "strikes", "tariffs", "war",
    }
)  # fmt: skip
"""Deeds behind which "on" says to whom they are done."""
_BEGINNING = frozenset({",", "and", "as", "but", "though", "while", "with"})
"""Words behind which a clause of its own may begin: "X and Y fought, with both sides …"."""
_CLOSE = 2
"""Words between who says something and "they", who are the same: "officials said that they"."""
_SIDES = frozenset({MentionKind.NAMED, MentionKind.GROUP})


def _ahead(words: Sequence[str], mentions: Sequence[Mention], number: int) -> Mention | None:
    """Who is named behind what begins a sentence, for a pronoun in that: "In his speech, X said".

    Only for the first person of the sentence; nobody is named where it goes on to "him".
    """
    pronoun = mentions[number]
    if pronoun.kind is not _PRONOUN or words[pronoun.start] not in _HIS:
        return None
    start = sentence_start(words, pronoun.start)
    opens = words[start] in _LEADING_IN or (start < pronoun.start and words[start].endswith("ing"))
    if not opens or pronoun.start - start > _CLOSE:
        return None
    behind = (i for i in range(pronoun.end, len(words)) if words[i] in SENTENCE_ENDS)
    end = next(behind, len(words))
    if _HIM & set(words[pronoun.end : end]):
        return None
    commas = {i + 1 for i in range(pronoun.end, end) if words[i] == ","}
    for mention in mentions[number + 1 :]:
        if mention.start in commas and mention.kind in _BY_NAME:
            return None if words[mention.end : mention.end + 1] == ["and"] else mention
    return None


def _later(words: Sequence[str], mentions: Sequence[Mention], number: int) -> tuple[Mention, ...]:
    """Who is named behind a pronoun in its clause, which cannot mean them: "it met Norway"."""
    pronoun = mentions[number]
    if pronoun.kind is not _PRONOUN or words[pronoun.start] not in _SUBJECTS:
        return ()
    found: list[Mention] = []
    at = pronoun.end
    for mention in mentions[number + 1 :]:
        if mention.start - pronoun.end > _CLAUSE or _CLAUSE_ENDS & set(words[at : mention.start]):
            break
        if mention.kind in _BY_NAME | {MentionKind.NAMED}:
            found.append(mention)
        at = mention.end
    return tuple(found)


def _told(words: Sequence[str], start: int) -> bool:
    """Whether the mention begins what somebody says: "said that it would"."""
    before = words[start - 1] if start else ""
    if before == "that" and start > 1:
        before = words[start - 2]
    return before in _SAYING


def _addressed(words: Sequence[str], last: Mention, mention: Mention) -> bool:
    """Whether it stands for who tells another what: "X warned Y it would", "which it denounced"."""
    between = words[last.end : mention.start]
    if between[-1:] == ["which"]:
        return True
    teller = last.start - (2 if words[last.start - 1] == "the" else 1)
    if words[mention.end : mention.end + 1] in _DUE:
        return False  # "told Y that it should"
    return between in ([], ["that"]) and teller >= 0 and words[teller] in _TELLING


def _denied(words: Sequence[str], start: int) -> bool:
    """Whether it is who denies what is said of it: "X rejected Y's claim that it had shelled"."""
    claim = words[start - 1] == "that" and words[start - 2] in _CLAIMS if start > 1 else False
    return claim and not _DENYING.isdisjoint(words[max(0, start - _REACH) : start])


_REACH = 10
_CLAIMS = frozenset(
    {
        "accusation", "accusations", "allegation", "allegations", "assertion", "assertions",
        "charge", "charges", "claim", "claims", "report", "reports", "suggestion", "suggestions",
    }
)  # fmt: skip
_DENYING = frozenset(
    {
        "denied", "denies", "deny", "denying", "dismissed", "dismisses", "dismissing", "refuted",
        "refutes", "rejected", "rejecting", "rejects", "scoffed",
    }
)  # fmt: skip
_DUE = (["should"], ["must"], ["ought"], ["needed"], ["needs"], ["had"], ["has"])
_TELLING = frozenset(
    {
        "assured", "assures", "informed", "informs", "notified", "notifies", "promised", "promises",
        "reassured", "reassures", "threatened", "threatens", "told", "tells", "warned", "warns",
    }
)  # fmt: skip
_SAYING = frozenset(
    {
        "said", "says", "saying", "announced", "announces", "announcing", "added", "adding",
        "claimed", "claims", "denied", "denies", "denying", "insisted", "insists", "declared",
        "declares", "confirmed", "confirms", "stated",
    }
)  # fmt: skip


def leads(words: Sequence[str], last: Mention | None, mention: Mention) -> bool:
    """Whether the mention is the first that its sentence names."""
    between = words[last.end if last is not None else 0 : mention.start]
    return last is None or any(word in {".", "!", "?", ";"} for word in between)


_GLUE = frozenset({",", "and", "&", "the", "both", "as", "well"})
