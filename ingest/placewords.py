"""The words by which places are found: what stands before, within and behind their names."""

VISITED = frozenset(
    {"left", "reached", "toured", "tours", "visit", "visited", "visiting", "visits"}
)
"""Verbs that a place follows."""
PLACE_WORDS = VISITED | frozenset(
    {
        "across", "around", "at", "for", "from", "in", "inside", "into", "leaves", "near",
        "outside", "over", "throughout", "to", "within",
    }
)  # fmt: skip
"""Words that a place follows."""
PARTS = frozenset(
    {
        "the", "central", "eastern", "east", "north", "north-east", "north-eastern", "north-west",
        "north-western", "northeast", "northeastern", "northern", "northwest", "northwestern",
        "south", "south-east", "south-eastern", "south-west", "south-western", "southeast",
        "southeastern", "southern", "southwest", "southwestern", "west", "western", "neighbouring",
        "neighboring", "nearby", "rural", "mainland",
    }
)  # fmt: skip
"""Words between "in" and the state in which something is."""
PARTS_OF = PARTS - {"the", "rural", "mainland", "neighbouring", "neighboring", "nearby"}
"""Words that name a part of the state behind them: "northern Iraq"."""
COMPASS = frozenset(
    {
        "east", "north", "north-east", "north-west", "northeast", "northwest", "south",
        "south-east", "south-west", "southeast", "southwest", "west",
    }
)  # fmt: skip
SEATS = frozenset({("presidential", "palace"), ("royal", "palace")})
COASTS = COMPASS | {"coast", "coasts", "shore", "shores", "waters"}
ARTICLES = frozenset({"the", "its", "a"})
PARTICLES = frozenset({"da", "das", "de", "del", "della", "do", "dos", "du"})
REGIONS = frozenset(
    {
        "county",
        "district",
        "governorate",
        "oblast",
        "okrug",
        "prefecture",
        "province",
        "raion",
        "region",
        "voivodeship",
    }
)
"""Words behind a town's name that make it the name of a region."""
INSIDE = frozenset(
    {
        "in", ",", "the", "northern", "southern", "eastern", "western", "central", "region",
        "province", "governorate", "district", "county", "oblast", "state", "city",
    }
)  # fmt: skip
"""Words between a town and the state it is in."""
SETTLEMENTS = frozenset(
    {
        "city", "district", "governorate", "hamlet", "island", "islands", "municipality", "oblast",
        "port", "province", "region", "resort", "settlement", "suburb", "town", "village",
    }
)  # fmt: skip
"""Words that make a town of the name behind their "of"."""
CLOSING = frozenset({".", "!", "?", '"', "”", "“"})
SETTLED = frozenset({"hamlet", "island", "settlement", "town", "village"})
"""Words behind which only a town's own name stands."""
REGION = tuple([word] for word in sorted(REGIONS))
UPON = frozenset({"against", "on"})
AT = frozenset({"at", "in", "near"})
BEFORE = AT | UPON | VISITED
BEFORE_LAND = BEFORE | {"of", "off"}
SITES = frozenset(
    {"airbase", "airfield", "airport", "base", "camp", "port", "prison", "refinery", "station"}
)
"""Words with which the name of a site ends."""
ARABIC = frozenset({"ad", "al", "an", "ar", "as", "ash", "at", "el", "ez"})
"""Articles inside a town's name: "Zawtar al-Sharqiyah"."""
LAND = frozenset(
    {
        "Airport", "Base", "County", "Crossing", "Desert", "District", "Governorate", "Heights",
        "Highlands", "Hills", "Island", "Islands", "Mountains", "Oblast", "Pass", "Peninsula",
        "Prefecture", "Province", "Reef", "Region", "Shoal", "State", "Township", "Valley",
        "Voivodeship", "camp", "desert", "district", "governorate", "highlands", "hills",
        "mountains", "province", "valley",
    }
)  # fmt: skip
"""Words that make a place of the names before them: "Green Island", "the Jura mountains"."""
PLAIN_WORDS = frozenset({"Air", "International", "Military", "Naval", "refugee"})
"""Words between a town and the site there: "Oslo International Airport"."""
IN = frozenset({"in", "near", "outside"})
ENDS = frozenset(
    {
        ",", ".", ";", ")", "after", "as", "at", "between", "during", "early", "earlier", "from",
        "last", "late", "on", "this", "today", "under", "when", "where", "while", "with",
        "yesterday",
    }
)  # fmt: skip
"""What may stand right behind a town that nothing else tells to be one."""
OTHERS = frozenset(
    {
        "annex", "article", "chapter", "christmas", "congress", "easter", "exercise", "group",
        "internet", "olympic", "operation", "parliament", "phase", "project", "ramadan", "round",
        "senate", "super", "world",
    }
)  # fmt: skip
"""What begins names that stand behind "in" as towns do: "in Operation Hope"."""
LEADS = tuple([word] for word in sorted(PARTS | {"occupied"}))
