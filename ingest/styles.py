"""Styles and honorifics before names: "His Excellency", "Datuk Seri Dr", "the Rt. Hon."."""

from ingest.atoms import Atoms

HONORIFICS = frozenset(
    {
        "amb", "amb.", "archbishop", "ayatollah", "bishop", "capt", "capt.", "cardinal", "col",
        "col.", "dame", "datin", "dato", "datuk", "dr", "dr.", "gen", "gen.", "h.e", "h.e.", "haji",
        "hon", "hon'ble", "hon.", "hon’ble", "imam", "lady", "lord", "lt", "lt.", "madam", "madame",
        "maj", "maj.", "mme", "mme.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mullah", "pehin",
        "prof", "prof.", "rep", "rep.", "rev", "rev.", "saint", "samdech", "sen", "sen.", "seri",
        "sh", "sh.", "shaykh", "sheik", "sheikh", "shri", "sir", "smt", "smt.", "sri", "techo",
        "thipadei", "tun",
    }
)  # fmt: skip
_DOUBLED = {"tan": "sri"}
"""Honorifics of two words."""
_STYLED = frozenset(
    {
        "eminence", "excellencies", "excellency", "highness", "highnesses", "holiness", "hon",
        "hon.", "honorable", "honourable", "majesties", "majesty",
    }
)  # fmt: skip
_CLOSING = _STYLED | {"."}
"""With what a style ends."""
_SHORT_STYLES = frozenset(
    {"H.E.", "H.H.", "H.M.", "H.R.H.", "HE", "HH", "HM", "HRH", "T.R.H.", "TRH"}
)
STYLES = _STYLED | {"her", "his", "most", "right", "royal", "rt", "rt.", "the", "their"}
"""Words of a style before a name: "the Rt. Hon."."""
_RANKS = frozenset({"diplomat", "legislator", "military"})
"""Kinds of offices that may stand as ranks between an office and a name."""


class Styles(Atoms):
    """The part of the grammar that knows how names are styled."""

    def honorific(self, at: int) -> bool:
        """Whether an honorific starts there."""
        word = self.word(at)
        doubled = word in _DOUBLED and self.word(at + 1) == _DOUBLED[word]
        return doubled or word in HONORIFICS

    def past_honorifics(self, at: int) -> int:
        """Past a style and honorifics before a name."""
        at = self.past_style(at)
        while self.honorific(at) or (self.word(at) == "." and self.word(at - 1) in HONORIFICS):
            at += 1
        return at

    def past_rank(self, at: int) -> int:
        """Past the rank of who is named behind an office: "the army chief, Vice Admiral | X"."""
        rank = self.office(at)
        if rank is None or rank.kind not in _RANKS or rank.plural or not self.capital(at):
            return at
        named = self.capital(rank.end) and self.geo(rank.end) is None
        return self.past_honorifics(rank.end) if named else at

    def past_style(self, at: int) -> int:
        """Past a style with its article: "the Right Honourable", "His Excellency", "HE"."""
        if self.tokens[at : at + 1] and self.tokens[at] in _SHORT_STYLES:
            return at + 1
        end = at
        while self.word(end) in STYLES or (self.word(end) == "." and end > at):
            end += 1
        if end > at + 1 and self.word(end - 1) == "the":
            end -= 1  # "His Majesty | the King"
        return end if end > at + 1 and self.word(end - 1) in _CLOSING else at
