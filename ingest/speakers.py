"""Who speaks in a speech, so that "I" and "we" mean somebody."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ingest.datewords import date_words
from ingest.issuers import MentionsOf, heading, issuer
from ingest.mentions import Mention, MentionKind

HEADLINE = "headline"
"""Kind of office of a word with which a headline begins, be it a surname or none."""
_SPEECH = re.compile(
    r"\b(?:remarks?|speech|statement|address|lecture|keynote|intervention|comments?|toast|message|"
    r"testimony|doorstep|declaration|briefing|opening words"
    r"|press (?:availability|conference|point))\b[^.\n]{0,60}?"
    r"\b(?:by|of|from|made by|delivered by)\s+"
    r"|\bjoint press (?:availability|briefing|conference|point|statements?)\s+with\s+",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+)?"
    r"(?:explanation of (?:position|vote)|intervention|remarks|right of reply|statement)\b"
    r"(?=\s+(?:at|before|by|delivered|during|following|in|on|regarding|to|under)\b"
    r"|\s*[:\n(]|\s*$)",
    re.IGNORECASE,
)
"""Behind the state whose statement a text is: "India's statement at", "EU intervention on"."""
_BY = re.compile(r"\s+by\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:What(?:['’]s| is| are| will be)|How (?:does|do|will)|Does|Will|Has) "
    r"((?:the )?[A-Z][\w.]*(?: [A-Za-z][\w.]*){0,3}?)(?:['’]s)? "
    r"(?:assess|comments?|position|react(?:ion)?|regard|respon(?:d|ses?)|see|view|"
    r"have any (?:comments?|response)|views?)\b"
)
"""A question to the spokesperson of a state: "What is China's comment?"."""
_BRIEFING = re.compile(
    r"\b(?:press|media|news|daily) (?:briefing|conference)\b|\bQ ?& ?A\b|\bmedia queries\b",
    re.IGNORECASE,
)
"""What a text is called in which spokespersons answer."""
_BEHALF = re.compile(r"\bon behalf of (?:the )?(?=[A-Z])")
_SENTENCE = re.compile(r"[a-zà-ž)]{2}[.!?]['”\")]*\s*$")
_TEXT = re.compile(r"\b(?:following|full text|text of|transcript)\b", re.IGNORECASE)
"""What says in a sentence that a speech follows: "The following is a statement by X."."""
_OCCASION = frozenset(
    {"after", "at", "before", "during", "following", "for", "in", "on", "to", "with"}
)
_POSSESSIVE = re.compile(
    r"['’]s\s+(?:\w+\s+){0,2}(?:speech|remarks|address|statement|words)\b", re.IGNORECASE
)
_TURN = re.compile(r"\s*((?:[A-ZÀ-Ž][A-ZÀ-Ž.’'\-]*[ ]?){1,7}):(?=\s|$)")
_FOREWORDS, _JOINT, _LINES = 30, 2, 3
"""Characters before the word for a speech, and between it and whose it is; lines of a heading."""
_SPEAKING = frozenset({MentionKind.DEMONYM, MentionKind.NAMED, MentionKind.OFFICE})
_WORD, _CODE = re.compile(r"\w+"), re.compile(r"\d")
_HEAD, _TAIL, _SIGNED = 400, 300, 2
"""Characters of the head and of the end of a text, and the lines of who signs it."""
_MYSELF = re.compile(
    r"^I\b|(?<=[.,;!?] )I (?!\.)|\bI (?:am|have|shall|will|would|wish)\b", re.MULTILINE
)
"""Somebody who says "I", not the first king of a name."""
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)", re.MULTILINE)
_OFTEN = 2
"""How often somebody says "I" outside quotations, at the least, whose text it is."""
_DASH = re.compile(r"\s+(?:[-–—|•]|--)\s+")
"""What stands between a name and an office: "X – Secretary of State"."""
_SHORTEST_NAME = 2
_LONGEST_LINE = 24
"""Blanks in the line that says who speaks, at the most: a portfolio may be long."""
_CAPITALS = 0.6
"""Share of capitals among the letters of a line that is written in them."""
_SMALL = frozenset({"AND", "AT", "BY", "FOR", "IN", "OF", "ON", "THE", "TO", "WITH"})
_LABELS = frozenset(
    {
        "article", "author", "blog", "briefing", "by", "column", "comment", "commentary",
        "communique", "communiqué", "date", "doorstop", "ed", "editorial", "embargoed", "essay",
        "for", "from", "gmt", "guest", "h", "he", "her", "his", "hon", "honorable", "honourable",
        "immediate", "interview", "joint", "media", "minutes", "mp", "news", "no", "of", "office",
        "on", "op", "oped", "opinion", "post", "posted", "press", "published", "ref", "release",
        "remarks", "sen", "senator", "speech", "statement", "the", "to", "transcript", "use",
        "written",
    }
)  # fmt: skip
"""What else stands in the line that says whose release a text is."""
_SHORTEST = 5
"""Letters in the label of a speaker, at the least: "EU:" is a topic."""


def turn(text: str) -> str | None:
    """The label of who speaks from a paragraph on; None where no turn of a transcript begins.

    >>> turn("SECRETARY GENERAL STOLTENBERG: Welcome."), turn("The EU: what next?")
    ('Secretary General Stoltenberg', None)
    """
    match = _TURN.match(text)
    if match is None or len(match[1]) < _SHORTEST:
        return None
    return " ".join(word.capitalize() for word in match[1].split())


def speaker(title: str, text: str, mentions_of: MentionsOf) -> Mention | None:
    """Who speaks, where the title or the first lines say that the text is a speech.

    It is a person, or else an office or a state that a line begins with or says to have spoken;
    the state as well where nothing is known of the person but the name. Else it is whose release
    the title says that the text is, with the kind of office of an issuer.
    """
    named = _named(title, text, mentions_of)
    if named is not None and named.kind is MentionKind.PERSON:
        return named
    heads = [line for line in (title, *text[:_HEAD].split("\n")) if line.strip()]
    official = next(filter(None, (_official(line, mentions_of) for line in heads[:_LINES])), None)
    spoken_for = next(filter(None, (_on_behalf(h, mentions_of) for h in heads[:_LINES])), None)
    if spoken_for is not None:
        return spoken_for
    if official is not None and official.kind is MentionKind.OFFICE:
        official = _with_name(official, heads[:_LINES], mentions_of)
    before = title.partition(": ")[0] if ": " in title else ""
    spoken = official or named or _byline(f"{before}\n\n{text[:_HEAD]}", mentions_of)
    spoken = spoken or _byline(title, mentions_of)
    spoken = spoken or _signed(text, mentions_of) or _headlined(title, text, mentions_of)
    return spoken or issuer(title, mentions_of) or heading(title, text, mentions_of)


def _named(title: str, text: str, mentions_of: MentionsOf) -> Mention | None:
    """The person whose speech the text is said to be."""
    for head in map(_small, (title, _headings(text))):
        match = _spoken(head)
        owned = None if match else _POSSESSIVE.search(head)
        if match is None and owned is None:
            continue
        offsets, mentions = mentions_of(head)
        for mention in sorted(mentions, key=lambda m: m.kind is not MentionKind.PERSON):
            start = offsets[mention.start]
            end = offsets[mention.end] if mention.end < len(offsets) else len(head)
            if mention.kind not in {MentionKind.PERSON, MentionKind.NAME}:
                continue
            if match is not None and match.end() - 4 <= start <= match.end() + 40:
                return mention
            if owned is not None and abs(end - owned.start()) <= 1:
                return mention
    return None


def _on_behalf(line: str, mentions_of: MentionsOf) -> Mention | None:
    """The organisation for which a line says that a statement is made: "on behalf of the EU"."""
    match = _BEHALF.search(line) if _SPEECH.search(line) else None
    named = mentions_of(line[match.end() :])[1][:1] if match is not None else []
    alone = [m for m in named if m.kind is MentionKind.NAMED and len(m.of) == 1 and m.start <= 1]
    return alone[0] if alone else None


def _headings(text: str) -> str:
    """The first lines of a text, without those that tell of somebody else's statement."""
    lines, at = [], 0
    for line in text.split("\n"):
        if at >= _HEAD:
            break
        at += len(line) + 1
        sentence = _SENTENCE.search(line) is not None and _TEXT.search(line) is None
        lines.append("" if sentence else line)
    return "\n".join(lines)[:_HEAD]


def _spoken(head: str) -> re.Match[str] | None:
    """Where it is said whose speech a text is; what "of" belongs to may be the occasion.

    "Remarks at the signing of the Initiative" are no remarks of the initiative, and "Remarks with
    President X of Y" none of Y.
    """
    match = _SPEECH.search(head)
    words = match[0].lower().split() if match is not None else []
    return None if words[-1:] in (["of"], ["from"]) and _OCCASION & set(words) else match


def asked(text: str, mentions_of: MentionsOf) -> Mention | None:
    """The state whose spokesperson is asked what it says to something; None where nobody is."""
    match = _ASKED.search(text)
    mentions = mentions_of(match[1])[1] if match is not None else ()
    return mentions[0] if len(mentions) == 1 and len(mentions[0].of) == 1 else None


def briefed(title: str, text: str) -> bool:
    """Whether the head says that a text is what journalists were told: "Daily press briefing"."""
    return any(map(_BRIEFING.search, (title, text[:_HEAD])))


def _official(line: str, mentions_of: MentionsOf) -> Mention | None:
    """The state or the office without a name whose statement a line says that the text is."""
    line = _small(line)
    match = _spoken(line)
    speech = match is not None and match.start() <= _FOREWORDS
    owned = _OWN.search(line)
    if not speech and owned is None:
        return None
    offsets, mentions = mentions_of(line)
    for mention in mentions:
        if mention.kind not in _SPEAKING or mention.plural or len(mention.of) != 1:
            continue
        start = offsets[mention.start]
        end = offsets[mention.end] if mention.end < len(offsets) else len(line)
        behind = match is not None and match.end() - 4 <= start <= match.end() + 20
        if speech and behind and mention.kind is not MentionKind.DEMONYM:  # "by Ann French"
            return mention
        begins = start == 0 or line[:start].rstrip().endswith((":", "-", "–", "—"))
        other = (
            owned is not None and ":" in line[end : owned.start()] and _BY.match(line, owned.end())
        )
        if owned is not None and begins and not other and abs(end - owned.start()) <= _JOINT:
            return mention  # but not "Georgia: Statement by the Spokesperson"
    return None


def _with_name(office: Mention, heads: list[str], mentions_of: MentionsOf) -> Mention:
    """An office with the name that stands alone in one of the lines: "Ann Lund, 9 January"."""
    for line in heads:
        offsets, mentions = mentions_of(line)
        if len(mentions) != 1 or mentions[0].kind is not MentionKind.NAME:
            continue
        name, ends = mentions[0], [*offsets[1:], len(line)]
        first, last = offsets[name.start], ends[name.end - 1]
        if name.name.count(" ") and _labelled(f"{line[:first]} {line[last:]}"):
            return replace(office, kind=MentionKind.PERSON, name=name.name)
    return office


def _small(head: str) -> str:
    """The head of a text, its lines in capitals as other lines are written."""
    lines = head.split("\n")
    return "\n".join(re.sub(r"\w+", _capital, li) if _shouted(li) else li for li in lines)


def _shouted(line: str) -> bool:
    letters = [c.isupper() for c in line if c.isalpha()]
    return sum(letters) > _CAPITALS * len(letters)


def _capital(word: re.Match[str]) -> str:
    """A word of a line in capitals as other lines have it: "MINISTER | FOR TRADE"."""
    small = word[0].lower() if word[0] in _SMALL else word[0].capitalize()
    return small if len(small) == len(word[0]) else word[0]


def _byline(head: str, mentions_of: MentionsOf) -> Mention | None:
    """Who is named with an office in a line that says nothing else: "X, Secretary of State".

    Or in two: the office in one and the name in the other, whichever comes first.
    """
    every = (_DASH.sub(", ", _small(line)) for line in head.split("\n"))
    lines = [li for li in every if not _labelled(li) and " with " not in li.lower()]
    pairs = (mark.join(two) for two in pairwise(lines) for mark in (" ", ", "))
    for line in (*lines, *pairs):
        if line.count(" ") > _LONGEST_LINE:
            continue
        offsets, mentions = mentions_of(line)
        ends = [*offsets[1:], len(line)]
        persons = [m for m in mentions if m.kind is MentionKind.PERSON and m.office]
        if len(persons) != 1 or len(persons[0].name.split()) < _SHORTEST_NAME:
            continue
        first, last = offsets[persons[0].start], ends[persons[0].end - 1]
        if _labelled(f"{line[:first]} {line[last:]}"):
            words = (w for w in persons[0].name.split() if not _CODE.search(w))
            return replace(persons[0], name=" ".join(words))
    return None


def _signed(text: str, mentions_of: MentionsOf) -> Mention | None:
    """Who signed a text in which somebody says "I": the last two lines that say something."""
    if _MYSELF.search(text) is None:
        return None
    lines = [line for line in text[-_TAIL:].split("\n") if not _labelled(line)]
    return _byline("\n".join(lines[-_SIGNED:]), mentions_of) if len(lines) > _SIGNED else None


def _headlined(title: str, text: str, mentions_of: MentionsOf) -> Mention | None:
    """With whom the headline begins of a text that says "I" of itself: "Lie Concludes Visit".

    In a headline with capitals it is a surname alone, of somebody or of nobody.
    """
    told = _QUOTED.sub(" ", text.removeprefix(title))
    if len(_MYSELF.findall(told)) < _OFTEN:
        return None
    first = next((m for m in mentions_of(_small(title))[1] if m.start == 0), None)
    if first is None or first.kind not in {MentionKind.PERSON, MentionKind.NAME}:
        return None
    names = first.name.split()
    if first.kind is MentionKind.PERSON or len(names) == _SHORTEST_NAME:
        return first
    return replace(first, kind=MentionKind.PERSON, name=names[0], office_kind=HEADLINE)


def _labelled(line: str) -> bool:
    """Whether a line has only labels, days and numbers: "MEDIA RELEASE, 7 December"."""
    return all(w.lower() in _labels() or _CODE.search(w) for w in _WORD.findall(line))


@cache
def _labels() -> frozenset[str]:
    """Labels, months and weekdays."""
    return _LABELS | date_words().months.keys() | date_words().weekdays.keys()
