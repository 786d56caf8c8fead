"""From pydantic's account of a bad order to one line: field, what came, what was expected.

What came is shown for numbers, dates and fixed words only. A patient's identity, and any free text, is described and
never repeated.
"""

import json
import re
from collections.abc import Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from prep_assistant.calculation import UnusableOrder
from prep_assistant.documents.strict_json import GivenTwice, NotWhole
from prep_assistant.quantities import Refused

_MOST_SHOWN = 40
_FIELD_NAME = re.compile(r"[A-Za-z0-9_]{1,40}")
_IDENTITY = {"mrn", "family_name", "given_name", "birth_date"}
_FREE_TEXT = {"order_id", "product", "bag_fluid", "treatment_released_by", "finding", "decided_by", "reason"}
_NEVER_SHOWN = frozenset(_IDENTITY | _FREE_TEXT)
_EXPECTED = {
    "missing": "this field",
    "extra_forbidden": "only fields of the schema",
    "too_long": "at most {max_length} entries",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "literal_error": "{expected}",
}

_NOTHING = object()
Place = tuple[int | str, ...]


def describe(error: ValidationError, order: object) -> UnusableOrder:
    """The first defect of an order in one line.

    Args:
        error: what pydantic found.
        order: the JSON that was read, to say what came.
    """
    first = error.errors(include_url=False, include_input=False)[0]
    place = tuple(part for part in first["loc"] if part != "[key]")
    came = _member(order, place)
    if isinstance(came, GivenTwice):
        return UnusableOrder(_path((*place, came.key)), "came twice", "each field once")
    if first["type"] == "extra_forbidden":
        return UnusableOrder(_path(place), "came, but is not known", _EXPECTED[first["type"]])
    return UnusableOrder(_path(place), _in_words(place, came), _expected(first))


def _member(order: object, place: Place) -> object:
    for part in place:
        if isinstance(order, list):
            order = order[int(part)]
        elif isinstance(order, dict):
            order = order.get(part, _NOTHING)
    return order


def _expected(first: ErrorDetails) -> str:
    context = first.get("ctx", {})
    refused = context.get("error")
    if isinstance(refused, Refused):
        return refused.expected
    return _EXPECTED[first["type"]].format(**context)


def _path(place: Sequence[int | str]) -> str:
    """The field as "prior_doses[0].given_on"; a name that no schema could have is not repeated."""
    text = ""
    for part in place:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += "." + (part if _FIELD_NAME.fullmatch(part) else "(a name that is not shown)")
    return text.removeprefix(".") or "order"


def _in_words(place: Place, came: object) -> str:
    if came is _NOTHING:
        return "nothing came"
    if isinstance(came, dict | list) or not _NEVER_SHOWN.isdisjoint(place):
        return f"came {_kind(came)}"
    shown = came.text if isinstance(came, NotWhole) else json.dumps(came)
    return f"came {shown if len(shown) <= _MOST_SHOWN else shown[:_MOST_SHOWN] + '…'}"


def _kind(came: object) -> str:
    match came:
        case None:
            return "null"
        case bool():
            return "true or false"
        case str():
            return f"text of {len(came)} characters"
        case list():
            return f"a list of {len(came)}"
        case dict():
            return "an object"
        case _:
            return "a number"
