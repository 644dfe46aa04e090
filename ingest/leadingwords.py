"""The small words with which a mention may begin, so that a scan goes past all others at once."""

from ingest.anaphora import Anaphora
from ingest.anaphors import TAKING_UP
from ingest.atoms import DETERMINERS, POSSESSIVES
from ingest.bands import ARMED_MEN, AT_WAR
from ingest.names import NameIndex
from ingest.officenames import COUNTERPARTS
from ingest.offices import Offices
from ingest.styles import STYLES
from ingest.tenses import NUMBERS
from ingest.words import ActorWords

_PREFIXES = frozenset({"armed", "pro", "royal"})


def leading_words(
    index: NameIndex, offices: Offices, words: ActorWords, anaphora: Anaphora
) -> frozenset[str]:
    """The folded words without a capital with which the grammar of `ingest.scan` reads a mention.

    A rule that begins with another word must add it here. What a hyphen follows may begin one,
    whatever it is: "the oil-rich state".
    """
    lists = (words.government, words.bodies, words.forces, words.bands, words.associations)
    phrases = frozenset(first for each in lists for first in each.by_first)
    kin = words.kin | words.kin_modifiers | words.peoples
    grammar = DETERMINERS | POSSESSIVES | TAKING_UP | COUNTERPARTS | STYLES | NUMBERS | _PREFIXES
    taking_up = frozenset(anaphora.numbers) | frozenset(anaphora.names)
    described = kin | words.modifiers | words.matters
    return (index.first_words | offices.first_words | phrases | described | taking_up | grammar) | (
        ARMED_MEN | AT_WAR
    )
