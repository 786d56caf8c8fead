"""Refusals in full: whoever reads one has nothing else to go by."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from prep_assistant.calculation import EarlierDoses, UnusableOrder, parse_reason
from prep_assistant.calculation.case import open_case
from prep_assistant.calculation.figures import make_preparation
from prep_assistant.calculation.reported import PlateletUnit, count_platelets, divide_by_limit
from prep_assistant.formulary import FormularyError
from prep_assistant.formulary.entries import Entries
from prep_assistant.formulary.tables import read_rows
from prep_assistant.quantities import (
    Concentration,
    DecimalMark,
    DoseLevel,
    Mass,
    Refused,
    Volume,
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
from tests.unit.damaged_formulary import LIMITS, MODIFICATIONS, MONOGRAPH, NAMES, PRODUCTS, damage, refuse
from tests.unit.test_formulary_tables import OURS, names_of
from tests.unit.typed_orders import MONOGRAPH as LABEL
from tests.unit.typed_orders import NOW, POLICY, TODAY, a_first_order, a_patient, all_labs, an_order

NUMBER = 'as text, such as "70.4" (at most 5 digits, a point and 4 decimals)'
PARSED: dict[str, tuple[Callable[[], object], str]] = {
    "a number": (lambda: parse_decimal("x"), f"a decimal number above 0 {NUMBER}"),
    "a number or zero": (lambda: parse_decimal("x", zero_allowed=True), f"a decimal number 0 or more {NUMBER}"),
    "a point where the comma is typed": (
        lambda: parse_typed_decimal("70.4", DecimalMark.COMMA),
        'a number with a comma before its decimals, such as "70,4"',
    ),
    "a reported number": (
        lambda: parse_reported("x"),
        'a number as the laboratory reports it, such as "35.5" (at most 7 digits, a point and 4 decimals)',
    ),
    "a part of a platelet": (
        lambda: count_platelets(Decimal("0.5"), PlateletUnit.PER_MM3),
        "whole platelets per mm³",
    ),
    "too many platelets": (
        lambda: count_platelets(Decimal(10000), PlateletUnit.BILLION_PER_LITRE),
        "at most 9999999 per mm³",
    ),
    "too large a multiple": (
        lambda: divide_by_limit(Decimal(100000), Decimal(1)),
        "at most 99999.9999 times the upper limit",
    ),
    "a whole number": (lambda: parse_whole("2", 1, 9), "a whole number from 1 to 9"),
    "a typed whole number": (lambda: parse_whole_text("02", 0, 7), "a whole number from 0 to 7"),
    "a date": (lambda: parse_date("2026-02-30"), "a date that exists, written YYYY-MM-DD"),
    "an instant": (
        lambda: parse_instant("2026-11-22T09:00"),
        "an instant with its offset, written YYYY-MM-DDTHH:MM[:SS] and Z or ±HH:MM",
    ),
    "a text": (lambda: parse_text("", 20), "text of 1 to 20 characters"),
    "a text with blank ends": (lambda: parse_text(" a", 20), "text without blanks at its ends"),
    "a text with a control": (
        lambda: parse_text("a\nb", 20),
        "text without control, direction-changing or unassigned characters",
    ),
    "a choice": (lambda: parse_choice("c", {"a": 1, "b": 2}), 'one of "a", "b"'),
    "a reason": (lambda: parse_reason("too short"), "a reason of 10 to 200 characters"),
}


@pytest.mark.parametrize("what", PARSED)
def test_a_refused_entry_says_what_is_expected(what: str) -> None:
    attempt, expected = PARSED[what]
    with pytest.raises(Refused) as refusal:
        attempt()
    assert (str(refusal.value), refusal.value.expected) == (f"expected {expected}", expected)


UNUSABLE: dict[str, tuple[dict[str, Any], str]] = {
    "given before it is prepared": (
        {"administer_at": NOW - timedelta(minutes=1)},
        "administer_at: came an instant before prepare_at; expected prepare_at or later",
    ),
    "not yet born": (
        {"patient": a_patient(born=TODAY + timedelta(days=1))},
        "patient.birth_date: came a date after the day of the dose; expected that day or earlier",
    ),
    "earlier doses alone": (
        {"earlier_doses": EarlierDoses(1, DoseLevel(Decimal(3))), "prior_doses": ()},
        "earlier_doses: came without a listed dose; expected at least one entry in prior_doses",
    ),
    "an undated measurement": (
        {"labs": all_labs(lvef_measured_on=None)},
        "labs.lvef_measured_on: nothing came; expected the date on which lvef_percent was measured",
    ),
}


@pytest.mark.parametrize("what", UNUSABLE)
def test_an_unusable_order_says_field_what_came_and_what_was_expected(what: str) -> None:
    changes, said = UNUSABLE[what]
    with pytest.raises(UnusableOrder) as refusal:
        an_order(**changes)
    assert str(refusal.value) == said
    assert refusal.value.field == said.partition(":")[0]


MIXED_UP: dict[str, tuple[Callable[[], object], str]] = {
    "a float": (lambda: Mass(1.5), "a Mass is made of a Decimal, not of a float"),  # type: ignore[arg-type]
    "no number": (lambda: Volume(Decimal("NaN")), "a Volume is made of a number, not of NaN"),
    "a part of a vial": (
        lambda: Mass(Decimal(1)) * 1.5,  # type: ignore[operator]
        "a mass is taken a whole number of times, not float",
    ),
    "another kind": (
        lambda: Mass(Decimal(1)) / Volume(Decimal(1)),  # type: ignore[operator]
        "expected a Concentration, came a Volume",
    ),
    "a concentration for a mass": (
        lambda: Mass(Decimal(1)) + Concentration(Decimal(1)),  # type: ignore[operator]
        "expected a Mass, came a Concentration",
    ),
}


@pytest.mark.parametrize("what", MIXED_UP)
def test_quantities_that_are_mixed_up_are_named(what: str) -> None:
    attempt, said = MIXED_UP[what]
    with pytest.raises((TypeError, ValueError)) as refusal:
        attempt()
    assert str(refusal.value) == said


def test_figures_of_a_stopped_order_are_a_defect_and_said_to_be_one() -> None:
    case = open_case(an_order(prior_doses=None), LABEL, POLICY, comparable=False)
    with pytest.raises(ValueError, match=r"^figures were asked of an order that is stopped$"):
        make_preparation(case)
    no_vials = open_case(a_first_order(stock={}), LABEL, POLICY, comparable=True)
    with pytest.raises(ValueError, match=r"^figures were asked of an order that is stopped$"):
        make_preparation(no_vials)


def entries(text: str) -> Entries:
    """Return the entries of a file with one source."""
    return Entries("a.toml", f'{text}\n[sources.pi]\ndocument = "US PI"\nedition = "2013"\n')


def rows(text: str, columns: str) -> list[object]:
    """Return the rows of a table with this text."""
    return list(read_rows("t.csv", text, columns))


READ: dict[str, tuple[Callable[[], object], str]] = {
    "an entry nobody knows": (
        lambda: entries('[a]\nb = 1\nc = 2\n[d.e]\nsource = "pi"\nsection = "1"\nstatus = "read"').close(),
        "a.toml: a.b, a.c: is not known",
    ),
    "a list that is none": (
        lambda: entries("vials = 1").sourced_list("vials", "mg", str, "diluent"),
        "a.toml: vials: must be one or more tables",
    ),
    "a reference without a section": (
        lambda: entries('[a.b]\nsource = "pi"\nstatus = "read"').source("a.b"),
        "a.toml: a.b: has no section",
    ),
    "a reference to an unknown source": (
        lambda: entries('[a.b]\nsource = "px"\nsection = "1"\nstatus = "read"').source("a.b"),
        "a.toml: a.b: has the source px, which [sources] does not list",
    ),
    "a table of other columns": (lambda: rows("a,b\n1,2\n", "a c"), "t.csv: line 1: must have the columns a c"),
    "a table of more columns": (lambda: rows("a,b\n1,2\n", "a"), "t.csv: line 1: must have the columns a"),
    "a table of fewer columns": (lambda: rows("a\n1\n", "a b"), "t.csv: line 1: must have the columns a b"),
    "a table without rows": (lambda: rows("a,b\n", "a b"), "t.csv: the table: has no rows"),
    "a table that is none": (
        lambda: rows('a,b\n1,"2', "a b"),
        "t.csv: line 2: is not CSV (unexpected end of data)",
    ),
    "a row that is too long": (lambda: rows("a\n1,2\n", "a"), "t.csv: line 2: has too many or too few columns"),
    "a row without a source": (lambda: rows("a,source\n1,\n", "a source"), "t.csv: line 2: has no source"),
    "a name that is missing": (
        lambda: names_of(",accepted,,US,FDA,read\n"),
        f"{NAMES}: a row: must have a name, and jurisdictions that are known",
    ),
    "a jurisdiction that is not known": (
        lambda: names_of("aspirin,accepted,,XX,FDA,read\n"),
        f"{NAMES}: aspirin: must have a name, and jurisdictions that are known",
    ),
    "another product that is not named": (
        lambda: names_of(OURS + "aspirin,other,,US,FDA,read\n"),
        f"{NAMES}: aspirin: must name a product if it is another, else none",
    ),
    "no accepted name": (
        lambda: names_of("tdm1,incomplete,,US,FDA,read\n"),
        f"{NAMES}: US: has no accepted name",
    ),
    "a name of two products": (
        lambda: names_of(OURS + "aspirin,other,ado-trastuzumab emtansine,US,FDA,read\n"),
        f"{NAMES}: ado-trastuzumab emtansine: is the medicine's name and a look-alike's",
    ),
    "a class that is not known": (
        lambda: names_of(OURS, "brand,name,class\nX,y,FRIEND\n"),
        f"{PRODUCTS}: X: has the class FRIEND, unknown",
    ),
}


@pytest.mark.parametrize("what", READ)
def test_a_damaged_formulary_is_refused_by_file_entry_and_defect(what: str) -> None:
    attempt, said = READ[what]
    with pytest.raises(FormularyError) as refusal:
        attempt()
    assert str(refusal.value) == said


INJURY = "[liver_injury.transaminases]\nvalue = 3\n"
BOUND = "MBC,platelets,,,,25000,"
DAMAGED = [
    (MODIFICATIONS, BOUND, "MBC,platelets,,,25000,25000,", "MBC platelets: has two bounds on one side"),
    (MODIFICATIONS, BOUND, "MBC,platelets,1,,,25000,", "MBC platelets: does not cover every value"),
    (MODIFICATIONS, '"75,000/mm³ or more"', "", "MBC platelets: holds without saying until when, and what then"),
    (MONOGRAPH, INJURY, INJURY.replace("3", "0"), "liver_injury.transaminases: must be a number above 0, not 0"),
    (MONOGRAPH, "[3.6, 3, 2.4]", "[3, 3.6, 2.4]", "dose.levels: must be listed from the highest level down, each once"),
    (LIMITS, "[1, 21]", "[1.5, 21]", "bounds.weight_valid: must be two whole numbers, the lower one first"),
    (LIMITS, "[0.1, 0.2, 0.5, 1]", "[]", "bounds.graduation: must be a list of one or more"),
    (LIMITS, "value = [20, 300]", "value = [300, 20]", "weight.believed: must be two numbers, the lower one first"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), DAMAGED)
def test_a_damaged_entry_is_refused_in_full_words(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    assert refuse(damage(tmp_path, file, old, new)) == f"{file}: {said}"
