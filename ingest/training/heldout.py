"""Which texts no network learns from, so that its figures can be told by them."""

import zlib


def held_out(id: str) -> bool:
    """Whether a text is left for the figures: one in seven, by its id."""
    return zlib.crc32(id.encode()) % 7 == 3
