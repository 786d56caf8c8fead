"""Order files in: never more than can be an order."""

import sys
from pathlib import Path

from prep_assistant.documents.strict_json import MOST_BYTES


def read_order_file(name: str) -> bytes:
    """The bytes of an order file ("-" is standard input), one more than can be usable at most.

    Raises:
        OSError: it cannot be read.
    """
    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from error
