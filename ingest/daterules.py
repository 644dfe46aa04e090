"""Which rule reads which kind of date expression; the kinds are those of `ingest.datewords`."""

import re
from collections.abc import Callable, Mapping

from ingest import calendardates, relativedates
from ingest.datereading import DateContext, DateReading

Rule = Callable[[re.Match[str], DateContext], DateReading | None]

RULES: Mapping[str, Rule] = {
    "iso": calendardates.read_iso,
    "numeric": calendardates.read_numeric,
    "ymd": calendardates.read_year_month_day,
    "dmy": calendardates.read_day_of_year,
    "mdy": calendardates.read_day_of_year,
    "my": calendardates.read_month_of_year,
    "word": relativedates.read_word,
    "weekday": relativedates.read_weekday,
    "feast": calendardates.read_feast,
    "month": calendardates.read_month,
    "span": relativedates.read_span,
    "inside": relativedates.read_inside,
    "weekend": relativedates.read_weekend,
    "ago": relativedates.read_ago,
    "ahead": relativedates.read_ahead,
    "anchored": relativedates.read_anchored,
    "dayofmonth": relativedates.read_day_of_month,
    "season": calendardates.read_season,
    "decade": calendardates.read_decade,
    "years": calendardates.read_years,
    "year": calendardates.read_year,
    "nth": relativedates.read_nth,
    "eve": relativedates.read_eve,
}
