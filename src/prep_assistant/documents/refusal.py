"""From pydantic's account of a bad order to one line: field, what came, what was expected.

What came is shown for numbers, dates and fixed words only. A patient's identity, and any free text, is described and
never repeated.
"""

import json

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from prep_assistant.calculation import UnusableOrder
from prep_assistant.documents.strict_json import GivenTwice, NotWhole
from prep_assistant.language import phrase
from prep_assistant.quantities import Refused, visible

_MOST_SHOWN = 60
_IDENTITY = {"mrn", "family_name", "given_name", "birth_date"}
_FREE_TEXT = {"order_id", "product", "bag_fluid", "treatment_released_by", "finding", "decided_by", "reason"}
_NEVER_SHOWN = frozenset(_IDENTITY | _FREE_TEXT)
_EXPECTED = {
    "missing": phrase("this field"),
    "extra_forbidden": phrase("only fields of the schema"),
    "too_long": phrase("at most {max_length} entries"),
    "list_type": phrase("a list"),
    "model_type": phrase("an object"),
    "model_attributes_type": phrase("an object"),
    "string_unicode": phrase("names without lone surrogates"),
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
        return UnusableOrder(_path((*place, came.key)), phrase("came twice"), phrase("each field once"))
    if first["type"] == "extra_forbidden":
        return UnusableOrder(_path(place), phrase("came, but is not known"), _EXPECTED[first["type"]])
    is_shown = isinstance(_refused(first), Refused) and _NEVER_SHOWN.isdisjoint(place)
    return UnusableOrder(_path(place), _in_words(came, is_shown=is_shown), _expected(first))


def _member(order: object, place: Place) -> object:
    for part in place:
        if isinstance(order, list):
            order = order[int(part)]
        elif isinstance(order, dict):
            order = order.get(part, _NOTHING)
    return order


def _refused(first: ErrorDetails) -> object:
    return first.get("ctx", {}).get("error")


def _expected(first: ErrorDetails) -> str:
    refused = _refused(first)
    return (
        refused.expected if isinstance(refused, Refused) else phrase(_EXPECTED[first["type"]], **first.get("ctx", {}))
    )


def _path(place: Place) -> str:
    """The field as "prior_doses[0].given_on"."""
    names = (f"[{part}]" if isinstance(part, int) else f".{visible(part, _MOST_SHOWN)}" for part in place)
    return "".join(names).removeprefix(".") or "order"


def _in_words(came: object, *, is_shown: bool) -> str:
    if came is _NOTHING:
        return phrase("nothing came")
    if is_shown and isinstance(came, str):
        return f'came "{visible(came, _MOST_SHOWN)}"'
    if is_shown and isinstance(came, NotWhole):
        return f"came {visible(came.text, _MOST_SHOWN)}"
    if is_shown and isinstance(came, int | None):
        return f"came {json.dumps(came)}"
    return phrase("came {kind}", kind=_kind(came))


def _kind(came: object) -> str:
    if isinstance(came, str):
        return phrase("text of {count} characters", count=len(came))
    if isinstance(came, list):
        return phrase("a list of {count}", count=len(came))
    return (
        phrase("an object") if isinstance(came, dict) else "null" if came is None else phrase("a number, true or false")
    )
