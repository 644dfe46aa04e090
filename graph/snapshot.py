"""A store folder as it is at one moment, kept for a reader while a writer goes on in the folder.

RocksDB opens many of its files only when somebody reads them, and a writer beside the reader puts
them together and takes the old ones away. So a reader opens a folder of its own, of hard links to
the store's files: they stay for as long as one link does. It takes no space until a writer takes
files away.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOENT
from pathlib import Path

NAME = "readers"
"""The folder within a store that holds the snapshots."""
_LOCK = "held"
"""A file in each snapshot that its reader keeps locked; the lock of one that was killed is gone."""
_OPEN = os.O_CREAT | os.O_RDWR | os.O_CLOEXEC
_KEPT = (".sst", ".log")
"""The files that are linked: tables, never changed, and logs, which only grow."""


class Snapshot:
    """The files of a store as they were at one moment."""

    def __init__(self, folder: Path) -> None:
        """Links the files of the store in ``folder``.

        Raises `FileNotFoundError` where the writer changed them meanwhile, which may be tried
        again, and another `OSError` where there can be no links (another's folder, for one).
        """
        place = folder / NAME
        place.mkdir(exist_ok=True)
        _tidy(place)
        self.folder = Path(tempfile.mkdtemp(dir=place))
        """Where the links are."""
        self._lock = os.open(self.folder / _LOCK, _OPEN)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with _unchanged(folder) as manifest:
                shutil.copyfile(manifest, self.folder / manifest.name)
                shutil.copyfile(folder / "CURRENT", self.folder / "CURRENT")
                for path in folder.iterdir():
                    if path.suffix in _KEPT:
                        os.link(path, self.folder / path.name)
        except BaseException as error:
            self.close()
            if isinstance(error, BlockingIOError):  # somebody took it for one that was left
                raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(self.folder)) from error
            raise

    def close(self) -> None:
        """Takes the links away."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
        with suppress(OSError):
            self.folder.parent.rmdir()


@contextmanager
def _unchanged(folder: Path) -> Iterator[Path]:
    """The file that lists the store's files; raises `FileNotFoundError` where it grew meanwhile.

    RocksDB writes into it what it is about to take away, before it does.
    """
    manifest = _manifest(folder)
    size = manifest.stat().st_size
    yield manifest
    if _manifest(folder) != manifest or manifest.stat().st_size != size:
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(manifest))


def _manifest(folder: Path) -> Path:
    return folder / (folder / "CURRENT").read_text(encoding="utf-8").strip()


def _tidy(place: Path) -> None:
    """Takes the snapshots away whose readers were killed."""
    for left in place.iterdir():
        with suppress(OSError):
            lock = os.open(left / _LOCK, _OPEN)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(lock)
