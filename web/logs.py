"""The log: lines on standard error, for people or for machines, set up once by the command line."""

import json
import logging
import sys
import time

from web.settings import Settings

_NOISY = (
    *("trafilatura", "htmldate", "charset_normalizer", "rdflib", "pyshacl"),
    *("httpx", "httpcore", "openai", "httpx2", "httpcore2"),
)
"""Libraries that log what our own outcomes say better."""


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the traceback if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line of JSON."""
        entry = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def configure(settings: Settings, verbosity: int) -> None:
    """Sends the log to standard error: warnings, with ``-v`` news too, with ``-vv`` everything."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        JsonFormatter()
        if settings.log_format == "json"
        else logging.Formatter("%(levelname)s %(name)s: %(message)s")
    )
    levels = (logging.WARNING, logging.INFO, logging.DEBUG)
    logging.basicConfig(level=levels[min(verbosity, 2)], handlers=[handler], force=True)
    if verbosity < 2:
        for name in _NOISY:
            logging.getLogger(name).setLevel(logging.CRITICAL)
