"""The entries of an order: what each is called, how its text is read, and whether the order can do without it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from prep_assistant.calculation import Indication, Jurisdiction, Reaction
from prep_assistant.quantities import (
    parse_choice,
    parse_date,
    parse_decimal,
    parse_instant,
    parse_text,
    parse_whole_text,
)
from prep_assistant.ui.viewmodels import wording

JURISDICTIONS = {member.value: member for member in Jurisdiction}
INDICATIONS = {
    "early breast cancer (EBC)": Indication.EBC,
    "metastatic breast cancer (MBC)": Indication.MBC,
}
REACTIONS = {
    "none": Reaction.NONE,
    "not tolerated": Reaction.NOT_TOLERATED,
    "life-threatening": Reaction.LIFE_THREATENING,
}


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry.

    Attributes:
        words: its name on the screen.
        read: text to value; raises ``ValueError`` when the text is refused.
        say_wrong: a refused text to words.
        unit: what stands beside it.
        required: whether there is no order without it.
        unfinished: the texts that may yet become right.
    """

    name: str
    words: str
    read: Callable[[str], object]
    say_wrong: Callable[[str], str]
    unit: str = ""
    required: bool = True
    unfinished: re.Pattern[str] = wording.NEVER_UNFINISHED


def _decimal(name: str, words: str, unit: str, example: str, *, required: bool = True) -> Entry:
    say = partial(wording.say_wrong_decimal, example=example)
    return Entry(name, words, parse_decimal, say, unit, required, wording.UNFINISHED_DECIMAL)


def _whole(name: str, words: str, limits: tuple[int, int], unit: str = "", *, required: bool = False) -> Entry:
    least, most = limits
    read = partial(parse_whole_text, least=least, most=most)
    return Entry(name, words, read, partial(wording.say_wrong_whole, least=least, most=most), unit, required)


def _date(name: str, words: str, *, required: bool = True) -> Entry:
    return Entry(name, words, parse_date, wording.say_wrong_date, "", required, wording.UNFINISHED_DATE)


def _text(name: str, words: str, most: int, *, required: bool = True) -> Entry:
    return Entry(name, words, partial(parse_text, most=most), partial(wording.say_wrong_text, most=most), "", required)


def _choice(name: str, words: str, choices: dict[str, object]) -> Entry:
    say = partial(wording.say_wrong_choice, choices=" or ".join(choices))
    return Entry(name, words, partial(parse_choice, choices=choices), say)


def _time(name: str, words: str, *, required: bool) -> Entry:
    return Entry(name, words, _read_time, wording.say_wrong_time, "", required, wording.UNFINISHED_TIME)


def _offset(name: str, words: str, *, required: bool) -> Entry:
    return Entry(name, words, _read_offset, wording.say_wrong_offset, "", required, wording.UNFINISHED_OFFSET)


def _read_time(text: str) -> str:
    """A time as text: the reader of instants has judged it, on a day and at an offset that it likes."""
    parse_instant(f"2000-01-01T{text}Z")
    return text


def _read_offset(text: str) -> str:
    parse_instant(f"2000-01-01T00:00{text}")
    return text


def list_entries(strengths: Iterable[int]) -> dict[str, Entry]:
    """Every entry by its name, in reading order.

    Args:
        strengths: the vials on the market, in mg; each has its place in the stock.
    """
    entries = [
        _text("order_id", "Order number", 32),
        _text("mrn", "MRN", 20),
        _date("birth_date", "Born"),
        _text("family_name", "Family name", 60),
        _text("given_name", "Given name", 60),
        _decimal("height_cm", "Height", "cm", "165", required=False),
        _choice("jurisdiction", "Jurisdiction", {**JURISDICTIONS}),
        _text("product", "Product as ordered", 200),
        _choice("indication", "Indication", {**INDICATIONS}),
        _whole("cycle", "Cycle", (1, 999), required=True),
        _decimal("dose_mg_per_kg", "Dose level", "mg/kg", "3.6"),
        _decimal("dose_mg", "Written dose", "mg", "252", required=False),
        _decimal("weight_kg", "Weight", "kg", "70.4"),
        _date("weight_measured_on", "Measured on"),
        _decimal("weight_again", "Weight, typed again", "kg", "70.4", required=False),
        _date("prepare_on", "Prepare on"),
        _time("prepare_time", "Prepare at", required=True),
        _offset("prepare_offset", "UTC offset", required=True),
        *(_whole(f"stock_{mg}", f"Stock {mg} mg", (0, 999)) for mg in strengths),
        _text("released_by", "Treatment released by", 200, required=False),
        _whole("earlier_count", "Earlier doses, not listed", (1, 200)),
        _decimal("earlier_lowest", "Lowest level of these", "mg/kg", "3.6", required=False),
        _date("administer_on", "Give on", required=False),
        _time("administer_time", "Give at", required=False),
        _offset("administer_offset", "UTC offset", required=False),
        _whole("infusion_minutes", "Slower infusion", (1, 999), "min"),
        _text("bag_fluid", "Bag fluid", 200, required=False),
    ]
    return {entry.name: entry for entry in entries}


ROW_ENTRIES = (
    _date("given_on", "Given on"),
    _decimal("dose_mg_per_kg", "Dose level", "mg/kg", "3.6"),
    _decimal("weight_kg", "Weight", "kg", "70.4", required=False),
    _whole("infusion_minutes", "Infused in", (1, 999), "min"),
    _choice("infusion_reaction", "Reaction", {**REACTIONS}),
)
