"""JSON without its usual leniency: exact text in, one meaning out, or a refusal in one line.

Python's reader keeps the last of a key given twice, takes NaN, and turns 70.4 into a float; here each of these becomes
a mark that no field accepts, so that the refusal can name the field.
"""

import json
from typing import Never

from prep_assistant.calculation import UnusableOrder
from prep_assistant.frozen import frozen
from prep_assistant.language import phrase

MOST_BYTES = 1_000_000
_LONGEST_WHOLE = 15


@frozen
class NotWhole:
    """A JSON number with a point, an exponent or too many digits, or NaN."""

    text: str


@frozen
class GivenTwice:
    """A JSON object in which a key stands twice."""

    key: str


def read_json(content: bytes) -> object:
    """What the bytes of one JSON text say.

    Args:
        content: UTF-8 without a byte order mark, at most 1 MB.

    Returns:
        dicts, lists, text, whole numbers, true, false, null; ``NotWhole`` and ``GivenTwice`` where JSON was lenient.

    Raises:
        UnusableOrder: too long, no UTF-8, no JSON, nested too deep.
    """
    if len(content) > MOST_BYTES:
        _refuse(phrase("came more than {most} bytes", most=f"{MOST_BYTES:,}"), phrase("at most that many"))
    try:
        return _STRICT.decode(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        _refuse(
            phrase("came bytes that are no UTF-8 (at byte {place})", place=error.start + 1), phrase("JSON in UTF-8")
        )
    except json.JSONDecodeError as error:
        values = {"why": error.msg, "line": error.lineno, "column": error.colno}
        _refuse(phrase("came no JSON ({why}, line {line}, column {column})", **values), phrase("one JSON object"))
    except RecursionError:
        _refuse(phrase("came JSON nested too deep"), phrase("an order, which is nested three deep"))


def _refuse(came: str, expected: str) -> Never:
    raise UnusableOrder("order", came, expected) from None


def _object(pairs: list[tuple[str, object]]) -> object:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    keys = [key for key, _ in pairs]
    return GivenTwice(next(key for key in keys if keys.count(key) > 1))


def _whole(text: str) -> object:
    return int(text) if len(text) <= _LONGEST_WHOLE else NotWhole(text)


# Made once: to make it costs as much as to read a short order.
_STRICT = json.JSONDecoder(object_pairs_hook=_object, parse_float=NotWhole, parse_int=_whole, parse_constant=NotWhole)
