"""JSON Lines: many orders in, their plans out, in order, in little memory.

Source: contract.md, ``plan --lines``.
"""

import json
from collections.abc import Callable, Iterator
from typing import BinaryIO

from prep_assistant.calculation import Order, Plan, UnusableOrder
from prep_assistant.documents.order_reading import read_order
from prep_assistant.documents.plan_document import write_plan
from prep_assistant.documents.strict_json import MOST_BYTES
from prep_assistant.frozen import frozen


@frozen
class Answer:
    """One line of output, and how many bytes of input it took."""

    text: str
    usable: bool
    bytes_read: int


def plan_lines(stream: BinaryIO, make_plan: Callable[[Order], Plan]) -> Iterator[Answer]:
    """The plan of every order in a stream, one for each line that is not empty; a bad line gives its error.

    Args:
        stream: JSON Lines; a line of more than 1 MB is unusable, and is skipped without being held in memory.
        make_plan: the calculation, with its monograph and policy.
    """
    number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        length = len(line) + (_skip_rest(stream) if len(line) > MOST_BYTES and not line.endswith(b"\n") else 0)
        if line.strip():
            yield _answer(line.rstrip(b"\r\n"), number, length, make_plan)


def _skip_rest(stream: BinaryIO) -> int:
    skipped = 0
    while rest := stream.readline(MOST_BYTES):
        skipped += len(rest)
        if rest.endswith(b"\n"):
            break
    return skipped


def _answer(line: bytes, number: int, length: int, make_plan: Callable[[Order], Plan]) -> Answer:
    try:
        return Answer(write_plan(make_plan(read_order(line))), usable=True, bytes_read=length)
    except UnusableOrder as error:
        text = json.dumps({"line": number, "error": str(error)}, ensure_ascii=False)
        return Answer(text, usable=False, bytes_read=length)
