"""The kinds of field in the contract's JSON: the parsers of ``quantities``, told to pydantic and to JSON Schema."""

import os
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema

from prep_assistant.quantities import (
    Refused,
    parse_choice,
    parse_date,
    parse_decimal,
    parse_instant,
    parse_text,
    parse_whole,
)

# pydantic looks through every installed package for plugins; none may have a say in how an order is read.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

T = TypeVar("T")

_NUMBER = r"(0|[1-9][0-9]{0,4})(\.[0-9]{1,4})?"


class Document(BaseModel):
    """A JSON object of the contract: unknown fields are refused, nothing is coerced, no error repeats what came."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True, defer_build=True)


def _field(parse: Callable[[object], object], **schema: Any) -> tuple[PlainValidator, WithJsonSchema]:  # noqa: ANN401
    return PlainValidator(parse), WithJsonSchema(schema)


def _text(most: int) -> tuple[PlainValidator, WithJsonSchema]:
    return _field(partial(parse_text, most=most), type="string", minLength=1, maxLength=most)


def _whole(least: int, most: int) -> tuple[PlainValidator, WithJsonSchema]:
    return _field(partial(parse_whole, least=least, most=most), type="integer", minimum=least, maximum=most)


def _true_or_false(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise Refused("true or false")


def choice(choices: Mapping[str, T]) -> tuple[PlainValidator, WithJsonSchema]:
    """A field that takes one of these words."""
    return _field(partial(parse_choice, choices=choices), enum=list(choices))


Above0 = Annotated[Decimal, *_field(parse_decimal, type="string", pattern=rf"^(?!0(\.0+)?$){_NUMBER}$")]
FromZero = Annotated[Decimal, *_field(partial(parse_decimal, zero_allowed=True), type="string", pattern=f"^{_NUMBER}$")]
Day = Annotated[date, *_field(parse_date, type="string", format="date", pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Instant = Annotated[
    datetime,
    *_field(
        parse_instant,
        type="string",
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$",
    ),
]
TrueOrFalse = Annotated[bool, *_field(_true_or_false, type="boolean")]
Text20 = Annotated[str, *_text(20)]
Text32 = Annotated[str, *_text(32)]
Text60 = Annotated[str, *_text(60)]
Text200 = Annotated[str, *_text(200)]
Whole999 = Annotated[int, *_whole(1, 999)]
Stock = Annotated[int, *_whole(0, 999)]
Count = Annotated[int, *_whole(1, 200)]
Platelets = Annotated[int, *_whole(0, 9_999_999)]
Grade = Annotated[int, *_whole(0, 4)]
