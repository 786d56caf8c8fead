"""Exact clinical quantities: what they are, how text becomes one, how one is rounded and how it is shown.

Nothing here knows a medicine, and nothing here is ever a float.
"""

from prep_assistant.quantities.display import display, display_date, display_instant, display_time, plain, visible
from prep_assistant.quantities.exact import (
    EXACT,
    ROUND_DOWN_TO_GRADUATION,
    ROUND_HALF_AWAY,
    Rounding,
    differs_by_at_least,
    differs_by_more_than,
    divide_rounded,
    divide_rounded_up,
    is_within,
    percent_of,
    round_down_to,
    round_to_places,
)
from prep_assistant.quantities.kinds import Concentration, DoseLevel, Mass, Quantity, Volume, Weight
from prep_assistant.quantities.parse import (
    DecimalMark,
    Refused,
    name_kind,
    parse_choice,
    parse_date,
    parse_decimal,
    parse_instant,
    parse_reported,
    parse_text,
    parse_typed_decimal,
    parse_whole,
    parse_whole_text,
)

__all__ = [
    "EXACT",
    "ROUND_DOWN_TO_GRADUATION",
    "ROUND_HALF_AWAY",
    "Concentration",
    "DecimalMark",
    "DoseLevel",
    "Mass",
    "Quantity",
    "Refused",
    "Rounding",
    "Volume",
    "Weight",
    "differs_by_at_least",
    "differs_by_more_than",
    "display",
    "display_date",
    "display_instant",
    "display_time",
    "divide_rounded",
    "divide_rounded_up",
    "is_within",
    "name_kind",
    "parse_choice",
    "parse_date",
    "parse_decimal",
    "parse_instant",
    "parse_reported",
    "parse_text",
    "parse_typed_decimal",
    "parse_whole",
    "parse_whole_text",
    "percent_of",
    "plain",
    "round_down_to",
    "round_to_places",
    "visible",
]
