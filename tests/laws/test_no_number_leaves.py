"""A stopped order shows its findings, and neither the dose nor the volume that it would have had."""

import json
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prep_assistant.calculation import Finding, PlanStatus, Severity
from prep_assistant.documents import read_order, write_plan
from prep_assistant.quantities import Mass, Volume
from tests.laws.orders import orders
from tests.unit.typed_orders import DRUG, plan_of

QUANTITY = re.compile(r"(?<![\d.])([\d,]+(?:\.\d+)?)[ \u00a0](?:mg|mL)(?![/\w])")
NUMBER = re.compile(r"(?<![\d.,])[\d,]*\d(?:\.\d+)?")
GRADUATION = Fraction(1, 10)
LIMITS = {GRADUATION, *map(Fraction, (15, 45, 40, 150, 20, 300, 5, 10))}  # contract.md: body mass, weights, percents
COUNTED = {"percent", "bmi", "days", "minutes", "ordered", "rule", "cycle", "given", "limit", "steps", "years", "valid"}
weights = st.integers(200_000, 3_000_000).map(lambda count: str(Decimal(count).scaleb(-4)))
stopped = settings(max_examples=150, deadline=None)


def secrets_of(order: dict[str, Any]) -> set[Fraction]:
    """Return what must not be told: dose and volume, calculated and as they would be prepared."""
    calculated = Fraction(order["weight"]["kg"]) * Fraction(order["dose_mg_per_kg"])
    volume = calculated / 20
    drawn = volume // GRADUATION * GRADUATION
    return {calculated, volume, drawn, drawn * 20}


def told_by(order: dict[str, Any]) -> set[Fraction]:
    """Return the numbers that the order itself holds and the limits it is held against, which a finding may repeat."""
    return {Fraction(number) for number in re.findall(r"\d+(?:\.\d+)?", json.dumps(order))} | LIMITS


def numbers_in(finding: Finding) -> set[Fraction]:
    """Return every mass and volume that a finding tells, and every value of it that is no count, date or percentage."""
    told = {Fraction(text.replace(",", "")) for text in QUANTITY.findall(finding.message)}
    for name, value in finding.values.items():
        if isinstance(value, (Mass, Volume)):
            told.add(Fraction(value.value))
        elif isinstance(value, Decimal) and name not in COUNTED:
            told.add(Fraction(value))
        elif isinstance(value, str):
            told |= {Fraction(text.replace(",", "")) for text in QUANTITY.findall(value)}
    return told


@stopped
@given(order=orders())
def test_no_finding_of_a_stopped_order_tells_the_dose_or_the_volume(order: dict[str, Any]) -> None:
    planned = plan_of(read_order(json.dumps(order).encode()))
    assume(planned.status is PlanStatus.STOPPED)
    for finding in planned.findings:
        assert numbers_in(finding) & secrets_of(order) <= told_by(order), finding.message


@stopped
@given(order=orders(), weight=weights)
def test_no_digits_of_the_dose_stand_anywhere_in_a_stopped_plan(order: dict[str, Any], weight: str) -> None:
    # A weight of four decimals gives a dose and an exact volume whose digits nothing else can have by chance.
    order |= {"weight": order["weight"] | {"kg": weight}}
    calculated = Decimal(weight) * Decimal(order["dose_mg_per_kg"])
    assume(len(f"{calculated.normalize():f}".partition(".")[2]) >= 4)
    planned = plan_of(read_order(json.dumps(order).encode()))
    assume(planned.status is PlanStatus.STOPPED)
    document = write_plan(planned)
    digits = {Fraction(text.replace(",", "")) for text in NUMBER.findall(document)}
    assert not {Fraction(calculated), Fraction(calculated) / 20} & (digits - told_by(order))
    assert json.loads(document)["preparation"] is None


@stopped
@given(order=orders())
def test_no_message_shortens_the_name_of_the_drug(order: dict[str, Any]) -> None:
    for finding in plan_of(read_order(json.dumps(order).encode())).findings:
        rest = finding.message.replace(DRUG, "").casefold()
        assert [word for word in ("ado-", "emtansine", "kadcyla", "t-dm1", "tdm1") if word in rest] == []


def test_the_law_would_see_a_dose_that_leaves() -> None:
    order = {"weight": {"kg": "70.4"}, "dose_mg_per_kg": "3.6"}
    assert secrets_of(order) == {Fraction("253.44"), Fraction("12.672"), Fraction("12.6"), Fraction(252)}
    values: dict[str, Any] = {"kept": "1,253.44\u00a0mg", "mass": Mass(Decimal("253.44")), "ratio": Decimal("12.672")}
    leaking = Finding("x", Severity.STOP, "252 mg in {mass}, 12.6\u00a0mL, 3.6\u00a0mg/kg", "x", values)
    assert numbers_in(leaking) == {Fraction(text) for text in ("252", "253.44", "12.6", "1253.44", "12.672")}
