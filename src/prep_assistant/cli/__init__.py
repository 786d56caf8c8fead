"""The headless contract's commands. Each lives in a module that is imported when the command runs, and not before.

Source: contract.md, "Commands".
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from prep_assistant.cli.ending import FAILED, INTERRUPTED, UNUSABLE, Refusal
from prep_assistant.quantities import visible

_LONGEST_NAME = 300
_WINDOW = "window:open_window"

_WORDS = {
    "plan": "prints the plan of one order as JSON",
    "label": "writes the bag label of one order as PDF",
    "worksheet": "writes the preparation worksheet of one order as PDF",
    "schema": "prints the JSON Schema of orders or of plans",
    "selftest": "proves this installation against a second engine",
    "settings": "prints the settings in force",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: what was typed behind the program's name; the process's own when not given.

    Returns:
        The exit code: 0 ready or confirm, 1 a failed selftest, 2 unusable input, 3 stopped.
    """
    options = _make_parser().parse_args(arguments)
    module, _, command = ("version:print_version" if options.version else options.command).partition(":")
    try:
        if options.command != _WINDOW:
            _require_streams()
        code: int = getattr(import_module(f"prep_assistant.cli.{module}"), command)(options)
        sys.stdout.flush()
    except Refusal as refusal:
        print(f"prep-assistant: {refusal}", file=sys.stderr)
        return refusal.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return FAILED
    except OSError as error:
        _drop_output()
        print(f"prep-assistant: {_in_words(error)}", file=sys.stderr)
        return UNUSABLE
    return code


def _require_streams() -> None:
    """A command that cannot be read from or told to is refused before it does anything."""
    for stream, name in ((sys.stdin, "standard input"), (sys.stdout, "standard output")):
        if stream is None:
            raise Refusal(f"{name}: is closed; expected one that is open, {os.devnull} if need be")


def _in_words(error: OSError) -> str:
    name = visible(str(error.filename or "standard output"), _LONGEST_NAME)
    return f"{name}: {error.strerror}; expected a place that can be read or written"


def _drop_output() -> None:
    """What is still held back for a reader who left, or for a full disk, goes nowhere when the process ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


class _Parser(argparse.ArgumentParser):
    """Usage errors are one line and exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {visible(message, _LONGEST_NAME)}\n")


def _make_parser() -> _Parser:
    words = "Prepares ado-trastuzumab emtansine (KADCYLA). Without a command it opens the window."
    parser = _Parser(prog="prep-assistant", description=words, allow_abbrev=False)
    parser.set_defaults(command=_WINDOW)
    parser.add_argument("--version", action="store_true", help="prints what runs here, with licences")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting for this run")
    commands = parser.add_subparsers(metavar="COMMAND")
    added = {
        name: commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        for name, text in _WORDS.items()
    }
    for name in ("plan", "label", "worksheet"):
        added[name].add_argument("file", metavar="FILE", help="an order as JSON; - is standard input")
    added["plan"].add_argument("--lines", action="store_true", help="JSON Lines in, JSON Lines out")
    added["plan"].set_defaults(command="plans:print_plan")
    for name, size in (("label", "100x150"), ("worksheet", "a4")):
        added[name].add_argument("--output", required=True, type=Path, metavar="OUT.pdf")
        added[name].add_argument("--size", default=size, help=f"{size} unless given")
        added[name].add_argument("--reason", nargs=2, action="append", default=[], metavar=("CODE", "TEXT"))
        added[name].set_defaults(command=f"papers:write_{name}")
    added["schema"].add_argument("kind", choices=("order", "plan"))
    added["schema"].set_defaults(command="plans:print_schema")
    added["selftest"].add_argument("--report", type=Path, metavar="OUT.pdf", help="writes a validation of this site")
    added["selftest"].add_argument("--size", default="a4", help="of the report; a4 unless given")
    added["selftest"].set_defaults(command="proof:selftest")
    added["settings"].add_argument("--origin", action="store_true", help="says where each value comes from")
    added["settings"].set_defaults(command="settings:print_settings")
    return parser
