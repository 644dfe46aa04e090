"""The log says what happened in lines, for people or for machines."""

import json
import logging
import sys

from web.logs import JsonFormatter


def test_a_line_for_machines_is_one_json_object_with_the_traceback() -> None:
    try:
        raise ValueError("no such\nminister")
    except ValueError:
        record = logging.LogRecord(
            "ingest", logging.DEBUG, "", 1, "%s failed", ("a1",), sys.exc_info()
        )
    line = JsonFormatter().format(record)
    assert "\n" not in line
    entry = json.loads(line)
    assert entry["message"] == "a1 failed"
    assert entry["level"] == "debug"
    assert "ValueError: no such" in entry["traceback"]
