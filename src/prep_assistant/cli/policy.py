"""``policy``."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from prep_assistant.calculation import Jurisdiction
from prep_assistant.cli.ending import READY
from prep_assistant.cli.reading import open_formulary
from prep_assistant.formulary import PolicyEntry, list_policy

_NOT_SET = '""'


def print_policy(options: Namespace) -> int:
    """``policy [--origin]``: every value in force, one a line, with ``--origin`` its unit, bounds and origin."""
    for entry in list_policy(open_formulary(Jurisdiction.US)):
        for line in _lines(entry, with_origin=options.origin):
            sys.stdout.buffer.write(line.encode(errors="replace") + b"\n")
    return READY


def _lines(entry: PolicyEntry, *, with_origin: bool) -> Iterator[str]:
    line = f"{entry.key} = {'(none)' if entry.value == _NOT_SET else entry.value}"
    if not with_origin:
        yield line
        return
    unit = f" {entry.unit}" if entry.unit else ""
    yield f"{line}  #{unit or ' words'} · {entry.bounds} · {entry.origin}"
