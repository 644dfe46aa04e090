"""The commands as a group: each is loaded when it is wanted, and fails with one line."""

import errno
import importlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click

from graph.errors import DragomanError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as a list names it, and the module that it stands in.

    A module is loaded when one of its commands is wanted: some load what reads or draws, which
    takes longer than a question.
    """

    name: str
    module: str
    says: str
    """The first line of its help."""

    def load(self) -> click.Command:
        """The command itself."""
        for value in vars(importlib.import_module(self.module)).values():
            if isinstance(value, click.Command) and value.name == self.name:
                return value
        raise LookupError(f"{self.module}: no command {self.name} stands there")


class CommandGroup(click.Group):
    """A group whose commands are loaded when wanted, and end with one line where they fail."""

    def __init__(self, *arguments: Any, listed: Sequence[Listed] = (), **more: Any) -> None:
        """``listed`` are the commands, in the order in which they are shown."""
        super().__init__(*arguments, **more)
        self._listed = {command.name: command for command in listed}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in their order."""
        return list(self._listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        listed = self._listed.get(cmd_name)
        return None if listed is None else listed.load()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(listed.name, listed.says) for listed in self._listed.values()])

    def invoke(self, ctx: click.Context) -> Any:
        """What the command gives; a failure ends with status 1 and its text, not a traceback."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            raise _Failed(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read the output has gone; click ends quietly
                raise
            _log.debug("the system refused something", exc_info=True)
            raise _Failed(
                f"{error.filename or 'the output'}: {error.strerror}; "
                "see whether the disk is full, or name another file"
            ) from error


class _Failed(click.ClickException):
    def show(self, file: Any = None) -> None:
        """Prints the failure on one line to standard error."""
        click.echo(f"dragoman: {' '.join(self.message.split())}", err=True)
