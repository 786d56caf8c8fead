"""``plan``, ``plan --lines`` and ``schema``."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from prep_assistant.calculation import PlanStatus
from prep_assistant.cli.ending import READY, STOPPED, UNUSABLE
from prep_assistant.cli.reading import open_formularies, plan_file, plan_order
from prep_assistant.documents import OrderDocument, PlanDocument, plan_lines, write_plan, write_schema


def print_plan(options: Namespace) -> int:
    """``plan FILE``: one plan. With ``--lines``: one plan a line."""
    if options.lines:
        return _print_plans(options.file)
    _, made = plan_file(options.file, open_formularies())
    _write(write_plan(made, indent=2))
    return STOPPED if made.status is PlanStatus.STOPPED else READY


def print_schema(options: Namespace) -> int:
    """``schema order`` and ``schema plan``."""
    document = OrderDocument if options.kind == "order" else PlanDocument
    _write(json.dumps(write_schema(document), indent=2))
    return READY


def _write(text: str) -> None:
    """UTF-8, whatever the locale says: other programs read this."""
    sys.stdout.buffer.write(text.encode() + b"\n")


def _print_plans(name: str) -> int:
    make_plan = partial(plan_order, formularies=open_formularies())
    all_usable = True
    with _opened(name) as orders, _progress(name) as advance:
        for answer in plan_lines(orders, make_plan):
            _write(answer.text)
            all_usable = all_usable and answer.usable
            advance(answer.bytes_read)
    return READY if all_usable else UNUSABLE


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as file:
            yield file


@contextmanager
def _progress(name: str) -> Iterator[Callable[[int], object]]:
    """What tells of bytes read: a progress bar where somebody looks on, else nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from tqdm import tqdm  # noqa: PLC0415 - nobody else needs it

    total = None if name == "-" else Path(name).stat().st_size
    with tqdm(total=total, unit="B", unit_scale=True, leave=False) as bar:
        yield bar.update
