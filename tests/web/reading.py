"""What a browser would make of a page: its links, what it loads, its texts."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = frozenset({"meta", "link", "input", "img", "br", "hr"})


@dataclass
class Page(HTMLParser):
    """A page that was read."""

    source: str
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))
        if tag in ("script", "img", "iframe", "source", "embed") and values.get("src"):
            self.loads.append(str(values["src"]))
        loads = ("stylesheet", "icon", "preload", "search", "modulepreload", "manifest")
        if tag == "link" and str(values.get("rel")) in loads:
            self.loads.append(str(values["href"]))
        if tag == "mark":
            self.marks.append("")
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "script" in self._open or "style" in self._open:
            return
        self.text += data
        if "mark" in self._open:
            self.marks[-1] += data

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each element of that name."""
        return [values for name, values in self.tags if name == tag]
