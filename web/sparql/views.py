"""Views of the store as it was at one moment, for processes that read beside the writer.

A view is a folder of hard links to the store's files, which Oxigraph makes in some milliseconds.
Reading the store's own folder instead fails now and then while the writer tidies up ("No such
file"), also right after a flush.
"""

import shutil
import threading
from dataclasses import dataclass
from pathlib import Path

from graph.embedded import EmbeddedStore


@dataclass(frozen=True, slots=True)
class View:
    """A folder to open, and the version of the store that it shows."""

    version: int
    folder: Path


class Views:
    """Makes a view when the store has changed, and removes those that nobody reads."""

    def __init__(self, store: EmbeddedStore, folder: Path) -> None:
        """Views of ``store`` come into ``folder/views``; what an earlier run left there goes."""
        self._store = store
        self.folder = folder / "views"
        """Where the views are; temporary files may be put there too."""
        self._lock = threading.Lock()
        self._readers: dict[Path, int] = {}
        self._current: View | None = None
        self._made = 0
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()

    def take(self, held: View | None) -> View:
        """The view of the store as it is now, for a reader that has read ``held`` until now."""
        with self._lock:
            current, version = self._current, self._store.version
            if current is None or current.version != version or not current.folder.exists():
                old, self._made = current, self._made + 1
                current = View(version, self.folder / str(self._made))
                self._store.backup(current.folder)
                self._current = current
                self._readers[current.folder] = 0
                if old is not None:
                    self._tidy(old)
            if held != current:
                self._readers[current.folder] += 1
                self._leave(held)
            return current

    def shows_now(self, held: View | None) -> bool:
        """Whether a view is that of the store as it is now; does not wait for others."""
        current = self._current
        return current is not None and held == current and held.version == self._store.version

    def leave(self, held: View | None) -> None:
        """A reader has ended."""
        with self._lock:
            self._leave(held)

    def close(self) -> None:
        """Removes all views."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _leave(self, held: View | None) -> None:
        if held is not None:
            self._readers[held.folder] -= 1
            self._tidy(held)

    def _tidy(self, view: View) -> None:
        if view != self._current and self._readers.get(view.folder) == 0:
            del self._readers[view.folder]
            shutil.rmtree(view.folder, ignore_errors=True)
