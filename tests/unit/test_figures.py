"""Every figure of a preparation, with its trace: formula, worked numbers, rounding and source."""

from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from prep_assistant.calculation import Figure, Order, Preparation
from prep_assistant.calculation.plan import Shown
from prep_assistant.quantities import Mass, Volume, display
from tests.unit.typed_orders import a_dose, a_first_order, an_order, plan_of

TWO = "rounded to 2 decimals, halves away from zero"
# 70.4 kg x 3.6 = 253.44 mg; / 20 = 12.672 mL, down to 12.6; x 20 = 252 mg; -1.44 / 253.44 = -0.568 %;
# 260 mg opened; 262.6 mL; 252 / 262.6 = 0.9596; 262.6 x 60 / 30 = 525.2; 12.6 x 1.026 = 12.9276 g.
TRACES = {
    "calculated": ("253.44 mg", "weight × dose level", "70.4 kg × 3.6 mg/kg", "", "US PI 2.1"),
    "volume": (
        "12.6 mL",
        "dose calculated ÷ concentration = volume before rounding, down to the next graduation",
        "253.44 mg ÷ 20 mg/mL = 12.672 mL, down to the next 0.1 mL",
        "rounded down to the graduation",
        "US PI 2.4",
    ),
    "prepared": ("252 mg", "volume drawn × concentration", "12.6 mL × 20 mg/mL", "", "US PI 2.4"),
    "deviation_percent": (
        "−0.57 %",
        "(dose prepared − dose calculated) ÷ dose calculated × 100",
        "(252 mg − 253.44 mg) ÷ 253.44 mg × 100",
        TWO,
        "House limit: graduation",
    ),
    "diluent_name": ("Sterile Water for Injection", "as labelled", "as labelled", "", "US PI 2.4"),
    "opened": (
        "260 mg",
        "vials, chosen for the least unused mg, then for the fewest vials",
        "1 × 100 mg + 1 × 160 mg, chosen for the least unused mg, then for the fewest vials",
        "",
        "US PI 2.4",
    ),
    "unused": ("8 mg", "vials opened − dose prepared", "260 mg − 252 mg", "", "US PI 2.4"),
    "reconstituted": ("20 mg/mL", "as labelled", "as labelled", "", "US PI 2.4"),
    "bag_fluid": ("0.9 % sodium chloride", "as labelled", "as labelled", "", "US PI 2.4"),
    "bag_volume": ("250 mL", "as labelled", "as labelled", "", "US PI 2.4"),
    "final_volume": ("262.6 mL", "bag + volume drawn", "250 mL + 12.6 mL", "", "US PI 2.4"),
    "bag_concentration": ("0.96 mg/mL", "dose prepared ÷ final volume", "252 mg ÷ 262.6 mL", TWO, "US PI 2.4"),
    "minutes": ("30 min", "earlier infusions were tolerated", "earlier infusions were tolerated", "", "US PI 2.1"),
    "rate_ml_per_h": (
        "525 mL/h",
        "final volume × 60 min/h ÷ minutes",
        "262.6 mL × 60 min/h ÷ 30 min",
        "rounded to a whole number, halves away from zero",
        "US PI 2.4",
    ),
    "observe_minutes": ("30 min", "as labelled", "as labelled", "", "US PI 2.1"),
    "filter": ("0.2 or 0.22 micron in-line PES filter", "as labelled", "as labelled", "", "US PI 2.4"),
    "expected_mass_g": ("12.93 g", "volume drawn × density", "12.6 mL × 1.026 g/mL", TWO, "US PI 16"),
    "vials_use_by": (
        "23-Nov-2026 09:00",
        "prepared at + storage time",
        "22-Nov-2026 09:00 + 24 h",
        "",
        "US PI 2.4",
    ),
    "bag_use_by": ("23-Nov-2026 09:00", "prepared at + storage time", "22-Nov-2026 09:00 + 24 h", "", "US PI 2.4"),
    "next_dose_from": (
        "13-Dec-2026",
        "day of this dose + interval",
        "22-Nov-2026 + 21 days",
        "",
        "US PI 2.1",
    ),
}


def preparation_of(order: Order) -> Preparation:
    """Return the figures; a stopped plan fails the test."""
    preparation = plan_of(order).preparation
    assert preparation is not None
    return preparation


def figures_of(order: Order) -> dict[str, Figure[Shown]]:
    """Return every figure of a preparation that has a trace."""
    preparation = preparation_of(order)
    members = {it.name: getattr(preparation, it.name) for it in fields(preparation)}
    return {name: figure for name, figure in members.items() if isinstance(figure, Figure)}


def shown(text: str) -> str:
    """Return a text with its no-break spaces as blanks."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("name", TRACES)
def test_a_figure_says_how_it_was_made(name: str) -> None:
    figure = figures_of(an_order(weight="70.4"))[name]
    trace = (display(figure.value, figure.unit), figure.formula, figure.worked, figure.rounding, str(figure.source))
    assert tuple(map(shown, trace)) == TRACES[name]


def test_no_figure_is_without_a_trace() -> None:
    assert set(figures_of(an_order())) == set(TRACES)
    untraced = {it.name for it in fields(Preparation)} - set(TRACES)
    assert untraced == {"level", "weight", "written", "vials", "takes_filter"}


def test_every_figure_names_a_document_that_was_read_or_the_house() -> None:
    for figure in figures_of(an_order()).values():
        assert figure.source.status.value in {"read", "house"}
        assert figure.source.edition


def test_the_vials_to_open_have_their_diluent_and_source() -> None:
    opened = preparation_of(an_order(weight="70.4")).vials
    assert [(it.strength, it.count, it.diluent) for it in opened] == [
        (Mass(Decimal(100)), 1, Volume(Decimal(5))),
        (Mass(Decimal(160)), 1, Volume(Decimal(8))),
    ]
    assert {str(it.source) for it in opened} == {"US PI 2.4"}


def test_a_strength_of_which_none_is_opened_is_not_listed() -> None:
    order = a_first_order(weight="44.4")
    assert [int(it.strength.value) for it in preparation_of(order).vials] == [160]
    assert shown(figures_of(order)["opened"].worked).startswith("1 × 160 mg, chosen")


def test_a_slower_infusion_says_what_the_rule_was() -> None:
    minutes = figures_of(a_first_order(infusion_minutes=120))["minutes"]
    assert minutes.value == 120
    assert minutes.formula == "as ordered, slower than the rule's time (first infusion)"
    assert shown(minutes.worked) == "as ordered, slower than 90 min (first infusion)"


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (a_first_order(), "first infusion"),
        (an_order(prior_doses=(a_dose(22, minutes=60),)), "the rate of the last infusion"),
    ],
)
def test_the_minutes_are_traced_to_the_rule_that_made_them(order: Order, words: str) -> None:
    assert words in figures_of(order)["minutes"].worked


def test_the_dose_carries_what_was_ordered_beside_what_was_made() -> None:
    preparation = preparation_of(an_order("3.6", "70", "250"))
    assert (str(preparation.weight.value), str(preparation.level.value)) == ("70", "3.6")
    assert preparation.written == Mass(Decimal(250))
    assert preparation_of(an_order()).written is None


def test_use_by_counts_from_the_preparation_and_the_next_dose_from_the_administration() -> None:
    order = an_order(administer_at=datetime(2026, 11, 23, 8, tzinfo=UTC))
    preparation = preparation_of(order)
    assert preparation.bag_use_by.value == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert preparation.next_dose_from.value == date(2026, 12, 14)


@pytest.mark.parametrize(
    ("weight", "name", "expected"),
    [
        ("41.6667", "volume", "7.5 mL"),  # 150.00012 mg, 7.500006 mL
        ("41.6666", "volume", "7.4 mL"),  # 149.99976 mg, 7.499988 mL
        ("41.6667", "expected_mass_g", "7.7 g"),  # 7.695, a half goes up
        ("70", "deviation_percent", "0 %"),
        ("75", "rate_ml_per_h", "527 mL/h"),  # 13.5 mL: 263.5 x 2
        ("41.6667", "rate_ml_per_h", "515 mL/h"),
    ],
)
def test_a_figure_at_the_edge_of_its_rounding(weight: str, name: str, expected: str) -> None:
    figure = figures_of(an_order(weight=weight, prior_doses=(a_dose(weight=weight),)))[name]
    assert shown(display(figure.value, figure.unit)) == expected


def test_half_a_millilitre_an_hour_is_rounded_up() -> None:
    # 262.5 mL does not occur at 30 min; 262.5 x 60 / 36 is 437.5.
    rate = preparation_of(an_order(weight="69.4445", infusion_minutes=36)).rate_ml_per_h
    assert rate.value == 438
