"""How persons are named: spellings made equal, and the short forms by which news goes on."""

import functools
import re
from collections.abc import Iterator

from ingest.folding import fold

_WORD = re.compile(r"[^\W_]+")
_NUMERAL = re.compile(r"[IVX]+")
_SAME = {
    "mohamed": "mohammed", "muhammad": "mohammed", "mohammad": "mohammed",
    "mohamad": "mohammed", "muhammed": "mohammed", "abdul": "abd", "abdel": "abd",
    "abdal": "abd", "ibn": "bin", "ahmad": "ahmed", "husain": "hussein", "hussain": "hussein",
    "sergey": "sergei", "andrey": "andrei", "yury": "yuri", "aleksandr": "alexander",
}  # fmt: skip
_ARTICLES = frozenset({"al", "el"})
_ENDINGS = frozenset({"jr", "sr"})
_PARTICLES = frozenset(
    {"af", "arap", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "la",
     "le", "al", "el", "ould", "ter", "van", "vanden", "von", "wa", "zu", "ben", "bint"}
)  # fmt: skip
_FAMILY_FIRST = frozenset(f"country/{code}" for code in ("CHN", "HKG", "KOR", "MAC", "PRK", "TWN"))
_GIVEN_FIRST = frozenset(f"country/{code}" for code in ("ERI", "ETH", "THA"))
_TITLES = (
    "mr mrs ms miss dr sir dame lord lady prof professor hon excellency majesty highness royal "
    "his her the general gen colonel col major maj captain capt lieutenant marshal admiral field "
    "sheikh shaikh sheik sayyed ayatollah imam mullah maulana haji datuk seri tun tan sri "
    "prince princess king queen emperor empress emir amir sultan shah pope cardinal archbishop "
    "comrade ratu u daw pm president premier chancellor minister prime foreign secretary former "
    "acting interim vice deputy leader chairman chairwoman chairperson taoiseach"
)
_TWO_SURNAMES = frozenset(
    f"country/{code}"
    for code in (
        "ARG", "BOL", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GTM", "HND", "MEX", "NIC",
        "PAN", "PER", "PRY", "SLV", "URY", "VEN",
    )
)  # fmt: skip


def _without_umlauts(word: str) -> str:
    """Schroeder is Schröder; and "Michael" is "michal", which harms nothing, as all are."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


_HONORIFICS = frozenset(_TITLES.split()) | frozenset(_without_umlauts(_TITLES).split())


@functools.lru_cache(maxsize=1 << 14)
def words(name: str) -> tuple[str, ...]:
    """The name as words that are equal where spellings of one name differ.

    >>> words("Abdel Fattah al-Sisi") == words("Abdul Fattah El-Sisi")
    True
    >>> words("Gerhard Schröder") == words("Gerhard Schroeder")
    True
    >>> words("Ma’ruf Amin"), words("Ferdinand Marcos Jr.")
    (('maruf', 'amin'), ('ferdinand', 'marcos'))
    """
    found = _WORD.findall(_without_umlauts(fold(name).replace("'", "")))
    kept = [_SAME.get(word, word) for word in found if word not in _ARTICLES]
    while len(kept) > 1 and kept[-1] in _ENDINGS:
        kept.pop()
    return tuple(kept or found)


def without_title(named: tuple[str, ...], titles: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The words, then the words without one title or initial before them, without two, and so on.

    >>> list(without_title(("mr", "lee"), frozenset()))
    [('mr', 'lee'), ('lee',)]
    """
    yield named
    for start in range(1, len(named)):
        word = named[start - 1]
        if word not in _HONORIFICS and word not in titles and len(word) > 1:
            return
        yield named[start:]


def takes_second_surname(of: str) -> bool:
    """Whether a surname may follow the one that news uses ("Manuel Zelaya Rosales")."""
    return of in _TWO_SURNAMES


def turned(name: str, of: str) -> tuple[str, ...]:
    """The name with the family name first, as Japan and Hungary write it; nothing elsewhere.

    >>> turned("Fumio Kishida", "country/JPN")
    ('Kishida Fumio',)
    """
    given, _, family = name.rpartition(" ")
    return (f"{family} {given}",) if given and of in {"country/JPN", "country/HUN"} else ()


def short_forms(name: str, of: str, *, regnal: bool) -> tuple[str, ...]:
    """What news calls a person after the first mention, by the custom of the country ``of``.

    Where the custom is to put the family name first it is that; in Ethiopia, Eritrea and Thailand
    the given name; elsewhere the last word, with and without what belongs to it ("de Klerk",
    "bin Salman", "al-Sisi"). A monarch or pope (``regnal``) goes without title and number.

    >>> short_forms("Kim Jong Un", "country/PRK", regnal=False)
    ('Kim',)
    >>> short_forms("F. W. de Klerk", "country/ZAF", regnal=False)
    ('Klerk', 'de Klerk')
    >>> short_forms("Pope John Paul II", "country/VAT", regnal=True)
    ('John Paul',)
    """
    parts = name.partition(" of ")[0].split() if regnal else name.split()
    while len(parts) > 1 and (_NUMERAL.fullmatch(parts[-1]) or parts[-1] in {"Jr.", "Sr."}):
        parts.pop()
    if regnal:
        while len(parts) > 1 and fold(parts[0]) in _HONORIFICS:
            parts.pop(0)
        return (" ".join(parts),)
    if of in _FAMILY_FIRST or of in _GIVEN_FIRST:
        return (parts[0],)
    if of == "country/MMR":
        return (" ".join(parts),)
    start = len(parts) - 1
    while start > 1 and fold(parts[start - 1]) in _PARTICLES:
        start -= 1
    return tuple(dict.fromkeys((parts[-1], " ".join(parts[start:]))))
