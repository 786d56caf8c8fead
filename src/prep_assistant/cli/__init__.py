"""The headless contract's commands. Each lives in a module that is imported when the command runs, and not before.

Source: contract.md, "Commands".
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from prep_assistant.cli.ending import FAILED, INTERRUPTED, LONGEST_NAME, UNUSABLE, Refusal
from prep_assistant.quantities import visible

_WINDOW = "window:open_window"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: what was typed behind the program's name; the process's own when not given.

    Returns:
        The exit code: 0 ready or confirm, 1 a failed selftest, 2 unusable input, 3 stopped.
    """
    options = _parse(sys.argv[1:] if arguments is None else arguments)
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


def _parse(arguments: Sequence[str]) -> Any:  # noqa: ANN401 - argparse's Namespace
    """What was typed; whoever opens the window types nothing, and waits for no parser."""
    if not arguments:
        return SimpleNamespace(command=_WINDOW, version=False, set=[])
    from prep_assistant.cli.arguments import make_parser  # noqa: PLC0415 - see above

    return make_parser(_WINDOW).parse_args(arguments)


def _require_streams() -> None:
    """A command that cannot be read from or told to is refused before it does anything."""
    for stream, name in ((sys.stdin, "standard input"), (sys.stdout, "standard output")):
        if stream is None:
            raise Refusal(f"{name}: is closed; expected one that is open, {os.devnull} if need be")


def _in_words(error: OSError) -> str:
    name = visible(str(error.filename or "standard output"), LONGEST_NAME)
    return f"{name}: {error.strerror}; expected a place that can be read or written"


def _drop_output() -> None:
    """What is still held back for a reader who left, or for a full disk, goes nowhere when the process ends."""
    # Whoever runs a command within another program may have put something there that is no file.
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
