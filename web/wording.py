"""The words that pages use for the terms of the vocabulary, and the colour that a class has."""

import re

TONES = {
    "Meeting": "talk",
    "Visit": "talk",
    "Call": "talk",
    "Convening": "talk",
    "Mediation": "talk",
    "Signing": "accord",
    "Agreement": "accord",
    "RelationsUpgrade": "accord",
    "Support": "accord",
    "Aid": "accord",
    "Cooperation": "accord",
    "Request": "ask",
    "Rejection": "protest",
    "Accusation": "protest",
    "Threat": "protest",
    "RelationsDowngrade": "coerce",
    "Sanction": "coerce",
    "Force": "coerce",
}
"""Each event class with its tone: talk, accord, ask, protest, coerce."""
TONE_WORDS = {
    "talk": "talks",
    "accord": "accord and help",
    "ask": "requests",
    "protest": "protest",
    "coerce": "pressure and force",
}
STATUSES = {"happened": "happened", "planned": "planned", "calledOff": "called off"}
ROLES = {
    "chair": "chair",
    "host": "host",
    "signatory": "signed",
    "mediator": "mediator",
    "visitor": "visitor",
    "source": "acted",
    "target": "acted upon",
    "participant": "took part",
}
"""Each role in words; special roles before the general ones that stand beside them."""
GENERAL = {
    "chair": "participant",
    "host": "participant",
    "signatory": "participant",
    "mediator": "participant",
    "visitor": "source",
}
DEEDS = {
    "Meeting": "met",
    "Visit": "visited",
    "Call": "spoke with",
    "Convening": "met in session",
    "Mediation": "mediated between",
    "Signing": "signed",
    "Agreement": "agreed",
    "RelationsUpgrade": "upgraded relations with",
    "RelationsDowngrade": "downgraded relations with",
    "Support": "supported",
    "Request": "made a request of",
    "Accusation": "accused",
    "Rejection": "rejected",
    "Threat": "threatened",
    "Sanction": "sanctioned",
    "Aid": "aided",
    "Cooperation": "cooperated",
    "Force": "used force against",
}
_ACTORS = {"NonGovernmentalOrganization": "non-governmental organization"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def words(term: str) -> str:
    """The local name of a class in words.

    >>> words("RelationsUpgrade")
    'relations upgrade'
    """
    return _ACTORS.get(term) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", term).lower()


def title(term: str) -> str:
    """The local name of a class in words that begin a line.

    >>> title("RelationsUpgrade")
    'Relations upgrade'
    """
    text = words(term)
    return text[:1].upper() + text[1:]


def day(date: str) -> str:
    """A date of ours as people write it; anything else comes back as it is.

    >>> day("2024-11-14"), day("2024-11"), day("2024")
    ('14 November 2024', 'November 2024', '2024')
    """
    found = re.fullmatch(r"(-?\d{4,})-(\d\d)(?:-(\d\d))?", date)
    if not found or not 1 <= int(found[2]) <= 12:
        return date
    month = f"{_MONTHS[int(found[2]) - 1]} {found[1]}"
    return f"{int(found[3])} {month}" if found[3] else month


def short_day(date: str) -> str:
    """The same, with the month cut to three letters.

    >>> short_day("2024-11-14")
    '14 Nov 2024'
    """
    return re.sub(r"\b([A-Z][a-z]{2})[a-z]+", r"\1", day(date))


def number(value: int) -> str:
    """A number with its thousands apart.

    >>> number(1295)
    '1,295'
    """
    return f"{value:,}"


def counted(value: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "event"), counted(1200, "event"), counted(2, "country", "countries")
    ('1 event', '1,200 events', '2 countries')
    """
    return f"{value:,} {one if value == 1 else many or one + 's'}"


def trust(confidence: float) -> str:
    """A confidence in words.

    >>> trust(0.93), trust(0.7), trust(0.4)
    ('high', 'fair', 'low')
    """
    return "high" if confidence >= 0.85 else "fair" if confidence >= 0.6 else "low"
