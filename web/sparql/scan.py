"""What a query or update is about to do, read off its tokens before it is run.

Oxigraph reads SPARQL by a grammar that decides from the context: in ``1<#x> '''`` its ``<`` may be
"less than" and the rest a comment, where a plain tokenizer sees an address and a string; and its
keywords need no space before or after them. So a remote call counts as one wherever *any* reading
of the text comes to it outside of strings, comments, addresses and names. Texts that merely hold
the words are not refused.
"""

import re
from collections.abc import Iterable, Iterator

from web.sparql.exchange import Refusal

DEEPEST = 500
"""How many brackets may be open at once; some two thousand overflow Oxigraph's stack."""
_WINDOW = 1000
"""How far behind a keyword we look; where the text goes on beyond, the worse is believed."""
_GAP = r"(?:\s|\#[^\r\n]*+)*+"
_TARGET = r"(?P<target><[^<>]*+(?:>|\Z)|[?$]\w++|[\w.\-]*+(?:\Z|:(?:[\w:.\-%]|\\.)*+))"
_CALLS = (
    (
        "SERVICE",
        re.compile(r"service", re.IGNORECASE),
        re.compile(
            rf"{_GAP}(?:silent{_GAP})?(?:\Z|{_TARGET}(?:\Z|{_GAP}(?:\Z|\{{)))", re.IGNORECASE
        ),
    ),
    (
        "LOAD",
        re.compile(r"load", re.IGNORECASE),
        re.compile(rf"{_GAP}(?:silent{_GAP})?(?:\Z|{_TARGET})", re.IGNORECASE),
    ),
)
"""What reaches the network: its name, its keyword, and what stands behind it."""
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_ADDRESS = re.compile(r"<https?://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.\-]+)(:\d+)?[/?#>]")
_FOREIGN = re.compile(r"<(?!https?:)[a-z][a-z0-9+.\-]*:[^\\]*>", re.IGNORECASE)
_BRACKET = re.compile(
    r"""
    <[^<>"{}|^`\x00-\x20]*> | \#[^\r\n]* | \\.
  | \"\"\"(?:[^\\"]|\\.|"(?!""))*\"\"\" | '''(?:[^\\']|\\.|'(?!''))*'''
  | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'
  | (?P<open>[(\[{]) | (?P<close>[)\]}])
    """,
    re.VERBOSE | re.DOTALL,
)
TOKEN = re.compile(
    r"""
    (?P<gap>\s+ | \#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^\\"]|\\.|"(?!""))*\"\"\" | '''(?:[^\\']|\\.|'(?!''))*'''
       | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<name>[\w.\-]*:)(?:[\w:.\-]|%[0-9A-Fa-f]{2}|\\.)*
  | (?P<word>\w+)
  | (?P<mark>\\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_VOLATILE = re.compile(r"\b(?:now|rand|uuid|struuid|bnode|service)\b", re.IGNORECASE)


def check_depth(text: str) -> None:
    """Raises `Refusal` 400 for brackets nested more deeply than the store's stack bears."""
    if sum(map(text.count, "([{")) <= DEEPEST:
        return
    depth = 0
    for token in _BRACKET.finditer(text):
        if token["open"]:
            depth += 1
            if depth > DEEPEST:
                raise Refusal(
                    400, f"more than {DEEPEST} brackets are open at once; write it flatter"
                )
        elif token["close"]:
            depth -= 1


def check_remote(text: str, hosts: Iterable[str]) -> bool:
    """Whether the text calls other servers, all of them among ``hosts`` (``name``, ``name:port``).

    Raises `Refusal` 403 for a SERVICE or LOAD that goes elsewhere.
    """
    allowed = {host.lower() for host in hosts}
    calls = False
    for reading in dict.fromkeys((text, unescaped(text))):
        for keyword, target in _remote(reading):
            if keyword == "LOAD" and _FOREIGN.match(target):
                continue  # Oxigraph fetches http and https only, and says so itself
            calls = True
            if not _is_allowed(target, allowed):
                but = f" but {', '.join(sorted(allowed))}, named as <http…>" if allowed else ""
                raise Refusal(
                    403,
                    f"{keyword} {target[:200]} is refused: this server calls no other server{but}; "
                    "load the data here, or ask that server yourself",
                )
    return calls


def is_volatile(text: str) -> bool:
    """Whether the same text may give another answer on the same graph."""
    return _VOLATILE.search(text) is not None


def unescaped(text: str) -> str:
    r"""The text with its codepoint escapes resolved, as the standard wants before anything else.

    >>> unescaped(r"\u0053ERVICE")
    'SERVICE'
    """
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def with_dataset(update: str, default: Iterable[str], named: Iterable[str]) -> str:
    """The update with USING clauses for a dataset that the protocol gave.

    Raises `Refusal` 400 where it names a dataset itself (the protocol forbids both).

    >>> print(with_dataset("DELETE WHERE { ?s ?p ?o }", ["x:g"], []))
    DELETE { ?s ?p ?o }
    USING <x:g>
    WHERE { ?s ?p ?o }
    """
    clauses = [f"USING <{iri}>" for iri in default] + [f"USING NAMED <{iri}>" for iri in named]
    if not clauses:
        return update
    using = "\n" + "\n".join(clauses) + "\nWHERE"
    out: list[str] = []
    depth, before, short_from = 0, "", -1
    for token in TOKEN.finditer(update):
        text = token.group()
        word = text.upper() if token["word"] else ""
        depth += (token["mark"] == "{") - (token["mark"] == "}")
        if depth == 0 and word in ("USING", "WITH"):
            raise Refusal(400, "USING or WITH cannot stand beside using-graph-uri; use one of them")
        if depth == 0 and word == "WHERE":
            if before == "DELETE":
                short_from = len(out)
            text = using
        out.append(text.lstrip("\n") if short_from == len(out) else text)
        if depth == 0 and token["mark"] == "}" and short_from >= 0:
            pattern = "".join(out[short_from + 1 :]).strip()
            out[short_from:] = [pattern, using, " " + pattern]
            short_from = -1
        if not token["gap"]:
            before = word
    return "".join(out)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]


def _is_allowed(target: str, allowed: set[str]) -> bool:
    match = _ADDRESS.match(target)
    if match is None:
        return False
    host = match[1].lower()
    return host in allowed or host + (match[2] or "") in allowed


def _remote(text: str) -> Iterator[tuple[str, str]]:
    found = [
        (start.start(), keyword, rest["target"] or "")
        for keyword, word, behind in _CALLS
        for start in word.finditer(text)
        if (rest := behind.match(text, start.end(), start.end() + _WINDOW))
    ]
    if not found:
        return
    code = _code(text)
    for start, keyword, target in sorted(found):
        if code[start]:
            yield keyword, target


def _code(text: str) -> bytearray:
    """One for each character that is outside of strings, comments and names in any reading."""
    code = bytearray(len(text))
    seen = bytearray(len(text) + 1)
    waiting = [0]
    while waiting:
        at = waiting.pop()
        while at < len(text) and not seen[at]:
            seen[at] = 1
            token = TOKEN.match(text, at)
            if token is None:  # every character is one, at least
                break
            if token["word"]:
                code[at : token.end()] = b"\1" * (token.end() - at)
            elif token["name"]:
                code[at : token.end("name")] = b"\1" * (token.end("name") - at)
            elif token["iri"] and not set("#'\\").isdisjoint(token["iri"]):
                waiting.append(at + 1)  # "less than", and what follows it
            at = token.end()
    return code
