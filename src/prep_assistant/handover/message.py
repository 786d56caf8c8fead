"""What a later start says to the first: come forward, and the order file to open, if there is one."""

import os
from pathlib import Path

MOST_BYTES = 8_192
TAKEN = b"taken\n"
_HEAD = b"prep-assistant/come-forward/1\0"
_END = b"\0"


class MessageRefused(ValueError):
    """What came is no message of this program; nothing of it is repeated."""


def write_message(order_file: Path | None) -> bytes:
    """The message as bytes. No file name holds the byte that ends it.

    Raises:
        MessageRefused: the file's name is longer than any system takes.
    """
    content = _HEAD + (os.fsencode(order_file.absolute()) if order_file else b"") + _END
    if len(content) > MOST_BYTES:
        raise MessageRefused("the file's name is too long")
    return content


def is_whole(content: bytes) -> bool:
    """Whether all of a message has come, or more than any has."""
    return len(content) > MOST_BYTES or content[len(_HEAD) :].endswith(_END)


def read_message(content: bytes) -> Path | None:
    """The order file in a message, ``None`` when it names none.

    Raises:
        MessageRefused: it is none, or names no absolute path.
    """
    if len(content) > MOST_BYTES or not content.startswith(_HEAD) or not content.endswith(_END):
        raise MessageRefused("is no message of this program")
    name = content[len(_HEAD) : -len(_END)]
    if not name:
        return None
    path = Path(os.fsdecode(name))
    if _END in name or not path.is_absolute():
        raise MessageRefused("names no absolute path")
    return path
