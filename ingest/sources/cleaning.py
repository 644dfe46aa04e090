"""The form in which the text of files and pages is kept: the offsets of evidence count in it."""

import re
import unicodedata

_INVISIBLE = re.compile("[\ufeff\u200b\u00ad]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_GAPS = re.compile(r"\n(?:[ \t]*\n)+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    r"""The text in Unicode's composed form, with plain line ends and one blank line between parts.

    >>> clean("  Oslo \r\n\r\n\r\nThe\u200b minister  \n")
    'Oslo\n\nThe minister'
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _BREAKS.sub("\n", text).replace("\u2029", "\n\n")
    lines = [line.rstrip() for line in text.split("\n")]
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


def without_controls(text: str) -> str:
    r"""The text with a space for each character that RDF and XML cannot carry: as long as it was.

    >>> without_controls("a\x00b\x1bc\n")
    'a b c\n'
    """
    return _CONTROLS.sub(" ", text)


def controls_in(text: str) -> int:
    """How many characters of the text RDF and XML cannot carry."""
    return len(_CONTROLS.findall(text))
