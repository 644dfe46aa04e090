"""From bytes to text: what the bytes say of themselves, what is declared, then a careful guess."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from graph.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In the order of how often they are met in news in English; of equally clean readings the first
# counts.
_LIKELY = ("cp1252", "cp1250", "cp1254", "cp1251", "mac_roman", "koi8_r")
_MOST_CHAOS = 0.1
"""How much of a guess may look wrong, by charset-normalizer's measure of mess (its limit: 0.2)."""
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SAMPLE = 65_536
_FEWEST_PAIRS = 8


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was got."""

    text: str
    guessed: str | None = None
    """The encoding, where it was guessed."""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text in the bytes.

    ``declared`` is the encoding that a server or the page itself names; UTF-8 that holds goes
    first, because it never holds by chance and declarations are often wrong. Raises `InputError`
    where the bytes are no text, or of an encoding that cannot be told.

    >>> decode("Côte d’Ivoire".encode("cp1252"))
    Decoded(text='Côte d’Ivoire', guessed='cp1252')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding))
    if b"\0" in data:
        return Decoded(_wide(data))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        wrong = error
    if declared and (text := _declared(data, declared)) is not None:
        return Decoded(text)
    guess = _guess(data)
    if guess is None:
        raise InputError(
            f"is not UTF-8 (byte 0x{data[wrong.start]:02x} at {wrong.start}) and its encoding "
            "cannot be told; save it as UTF-8"
        )
    return Decoded(data.decode(guess), guess)


def declared_in_page(data: bytes) -> str | None:
    """The encoding that an HTML page names in its head."""
    found = _META.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise InputError(
            f"begins as {name} but is broken at byte {error.start}; save it as UTF-8"
        ) from error


def _declared(data: bytes, declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
        # As browsers do: who declares Latin-1 or ASCII means Windows-1252.
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeDecodeError):
        return None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, which shows as every second byte being zero; else it is binary."""
    half = len(data) // 2
    encodings = ((1, "utf-16-le"), (0, "utf-16-be")) if half >= _FEWEST_PAIRS else ()
    for first, encoding in encodings:
        if data[first::2].count(0) > 0.4 * half and not data[1 - first :: 2].count(0):
            return _strictly(data, encoding)
    raise InputError(f"is not text (NUL byte at {data.index(0)}); convert it to text or HTML first")


def _guess(data: bytes) -> str | None:
    """The likely encoding of bytes that are not UTF-8; None where none reads cleanly."""
    found = from_bytes(data[:_SAMPLE], cp_isolation=[*_LIKELY], enable_fallback=False)
    clean = [match for match in found if match.chaos <= _MOST_CHAOS]
    if not clean:
        return None
    least = min(match.chaos for match in clean)
    names = {
        name
        for match in clean
        if match.chaos <= least + 0.02
        for name in (match.encoding, *match.could_be_from_charset)
    }
    for name in _LIKELY:
        if name in names and _reads(data, name):
            return name
    return None


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
