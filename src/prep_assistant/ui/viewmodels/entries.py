"""The entries of an order: what each is called, how its text is read, and whether the order can do without it."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from prep_assistant.calculation import Indication, Jurisdiction, Reaction
from prep_assistant.frozen import frozen, replace
from prep_assistant.language import phrase
from prep_assistant.quantities import (
    DecimalMark,
    parse_choice,
    parse_date,
    parse_decimal,
    parse_instant,
    parse_reported,
    parse_text,
    parse_typed_decimal,
    parse_whole_text,
)
from prep_assistant.ui.viewmodels import wording

JURISDICTIONS = {member.value: member for member in Jurisdiction}
INDICATIONS: dict[str, Indication] = {
    phrase("early breast cancer (EBC)"): Indication.EBC,
    phrase("metastatic breast cancer (MBC)"): Indication.MBC,
}
REACTIONS: dict[str, Reaction] = {
    phrase("none"): Reaction.NONE,
    phrase("not tolerated"): Reaction.NOT_TOLERATED,
    phrase("life-threatening"): Reaction.LIFE_THREATENING,
}
PLATELET_UNITS = (phrase("per mm³"), phrase("10^9/L (thousand per mm³)"))
YES_OR_NO: dict[str, bool] = {phrase("no"): False, phrase("yes"): True}
LABORATORY = (
    *("collected_on", "platelets", "platelets_unit", "alt", "alt_limit", "ast", "ast_limit"),
    *("bilirubin", "bilirubin_limit", "lvef", "lvef_measured_on", "baseline_lvef"),
    *("heart_failure", "neuropathy", "ild", "nrh"),
)


@frozen
class Entry:
    """One entry.

    Attributes:
        words: its name on the screen.
        read: text to value; raises ``ValueError`` when the text is refused.
        say_wrong: a refused text to words.
        unit: what stands beside it.
        required: whether there is no order without it.
        unfinished: the texts that may yet become right.
        example: a right number with decimals; "" where none are read.
        mark: what stands before decimals.
    """

    name: str
    words: str
    read: Callable[[str], Any]
    say_wrong: Callable[..., str]
    unit: str = ""
    required: bool = True
    unfinished: re.Pattern[str] = wording.NEVER_UNFINISHED
    example: str = ""
    mark: DecimalMark = DecimalMark.POINT

    def write_typed(self, text: str) -> str:
        """A text of an order file as it is typed here."""
        return text.replace(".", ",") if self.mark is DecimalMark.COMMA else text

    # There is one of each: what was read of it is kept by what it is, not by what it holds.
    __eq__ = object.__eq__
    __hash__ = object.__hash__


def _decimal(name: str, words: str, unit: str, example: str, *, required: bool = True) -> Entry:
    say = partial(wording.say_wrong_decimal, example=example)
    return Entry(name, words, parse_decimal, say, unit, required, wording.UNFINISHED_DECIMAL, example)


def _whole(name: str, words: str, limits: tuple[int, int], unit: str = "", *, required: bool = False) -> Entry:
    least, most = limits
    read = partial(parse_whole_text, least=least, most=most)
    return Entry(name, words, read, partial(wording.say_wrong_whole, least=least, most=most), unit, required)


def _date(name: str, words: str, *, required: bool = True) -> Entry:
    return Entry(name, words, parse_date, wording.say_wrong_date, "", required, wording.UNFINISHED_DATE)


def _text(name: str, words: str, most: int, *, required: bool = True) -> Entry:
    return Entry(name, words, partial(parse_text, most=most), partial(wording.say_wrong_text, most=most), "", required)


def _choice(name: str, words: str, choices: dict[str, object], *, required: bool = True) -> Entry:
    say = partial(wording.say_wrong_choice, choices=tuple(choices))
    return Entry(name, words, partial(parse_choice, choices=choices), say, required=required)


def _reported(name: str, words: str, example: str) -> Entry:
    """A value as a laboratory reports it: it may be zero."""
    say = partial(wording.say_wrong_decimal, example=example)
    read = partial(parse_decimal, zero_allowed=True)
    return Entry(name, words, read, say, required=False, unfinished=wording.UNFINISHED_DECIMAL, example=example)


def _count(name: str, words: str) -> Entry:
    example = "150000"
    say = partial(wording.say_wrong_count, example=example)
    return Entry(name, words, parse_reported, say, required=False, unfinished=wording.UNFINISHED_COUNT, example=example)


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


def with_decimal_mark(entry: Entry, mark: DecimalMark) -> Entry:
    """The entry as it is read at a site that types this mark; only numbers with decimals are read otherwise."""
    if mark is DecimalMark.POINT or not entry.example:
        return entry
    example = entry.example.replace(".", ",")
    return replace(
        entry,
        read=partial(parse_typed_decimal, mark=mark, read=entry.read),
        say_wrong=partial(entry.say_wrong, example=example, mark=mark),
        unfinished=re.compile(entry.unfinished.pattern.replace(r"\.", ",")),
        example=example,
        mark=mark,
    )


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
        _date("weight_measured_on", "Weight measured on"),
        _decimal("weight_again", "Weight, typed again", "kg", "70.4", required=False),
        _date("prepare_on", "Prepare on"),
        _time("prepare_time", "Prepare at", required=True),
        _offset("prepare_offset", "UTC offset", required=True),
        *(_whole(f"stock_{mg}", phrase("Stock {mg} mg", mg=mg), (0, 999)) for mg in strengths),
        _text("released_by", "Treatment released by", 200, required=False),
        _whole("earlier_count", "Earlier doses, not listed", (1, 200)),
        _decimal("earlier_lowest", "Lowest level of the earlier doses", "mg/kg", "3.6", required=False),
        _date("administer_on", "Give on", required=False),
        _time("administer_time", "Give at", required=False),
        _offset("administer_offset", "Give at, UTC offset", required=False),
        _whole("infusion_minutes", "Slower infusion", (1, 999), "min"),
        _text("bag_fluid", "Bag fluid", 200, required=False),
        *_list_laboratory(),
    ]
    return {entry.name: entry for entry in entries}


def _list_laboratory() -> Iterable[Entry]:
    """The laboratory and clinical values; ``LABORATORY`` names them."""
    yield _date("collected_on", "Laboratory values, collected on", required=False)
    yield _count("platelets", "Platelets")
    yield _choice("platelets_unit", "Platelets counted in", {words: words for words in PLATELET_UNITS}, required=False)
    for name, words in (("alt", "ALT"), ("ast", "AST"), ("bilirubin", phrase("Bilirubin"))):
        yield _reported(name, words, "35.5")
        yield _decimal(
            f"{name}_limit", phrase("{value}, the laboratory's upper limit", value=words), "", "40", required=False
        )
    yield _decimal("lvef", "LVEF", "%", "60", required=False)
    yield _date("lvef_measured_on", "LVEF measured on", required=False)
    yield _decimal("baseline_lvef", "LVEF before the first dose", "%", "62", required=False)
    yield _choice("heart_failure", "Symptomatic heart failure", {**YES_OR_NO}, required=False)
    yield _whole("neuropathy", "Neuropathy, grade", (0, 4))
    yield _choice("ild", "ILD or pneumonitis", {**YES_OR_NO}, required=False)
    yield _choice("nrh", "Nodular regenerative hyperplasia", {**YES_OR_NO}, required=False)


ROW_ENTRIES = (
    _date("given_on", "Given on"),
    _decimal("dose_mg_per_kg", "Dose level", "mg/kg", "3.6"),
    _decimal("weight_kg", "Weight", "kg", "70.4", required=False),
    _whole("infusion_minutes", "Infused in", (1, 999), "min"),
    _choice("infusion_reaction", "Reaction", {**REACTIONS}),
)
