"""Dates of laboratory values, values before a first dose, and the prescriber's decisions, by both engines.

Written from the laboratory issue's text and the contract, not from either engine's figures.
"""

import pytest

from tests.laws.both_engines import INDICATIONS, Engine, both_engines, judge

FIRST_DOSE = {"cycle": 1, "prior_doses": []}
HISTORIES: list[dict[str, object]] = [{}, {"prior_doses": None}]
# What stops, the values that make it, and whether a documented decision may answer it.
STOPS: list[tuple[str, str, dict[str, object], bool]] = [
    ("MBC", "toxicity.platelets.hold_reduce", {"platelets_per_mm3": 24_999}, True),
    ("EBC", "toxicity.platelets.hold", {"platelets_per_mm3": 74_999}, True),
    ("EBC", "toxicity.alt.hold_reduce", {"alt_x_uln": "4"}, True),
    ("MBC", "toxicity.alt.discontinue", {"alt_x_uln": "21"}, False),
    ("EBC", "toxicity.ast.hold", {"ast_x_uln": "4"}, True),
    ("EBC", "toxicity.ast.discontinue", {"ast_x_uln": "21"}, False),
    ("EBC", "toxicity.bilirubin.hold_reduce", {"bilirubin_x_uln": "1.2"}, True),
    ("EBC", "toxicity.bilirubin.discontinue", {"bilirubin_x_uln": "2.1"}, False),
    ("MBC", "toxicity.lvef.hold", {"lvef_percent": "39"}, True),
    ("MBC", "toxicity.neuropathy.hold", {"neuropathy_grade": 3}, True),
    ("MBC", "toxicity.heart_failure.discontinue", {"symptomatic_heart_failure": True}, False),
    ("MBC", "toxicity.ild_or_pneumonitis.discontinue", {"ild_or_pneumonitis": True}, False),
    (
        "EBC", "toxicity.nodular_regenerative_hyperplasia.discontinue", {"nodular_regenerative_hyperplasia": True},
        False,
    ),
    ("MBC", "labs.date_invalid", {"collected_on": "2026-11-23"}, False),
]  # fmt: skip
NOT_STUDIED: list[tuple[dict[str, object], bool]] = [
    ({"alt_x_uln": "2.4999"}, False), ({"alt_x_uln": "2.5"}, False), ({"alt_x_uln": "2.5001"}, True),
    ({"ast_x_uln": "2.4999"}, False), ({"ast_x_uln": "2.5"}, False), ({"ast_x_uln": "2.5001"}, True),
    ({"bilirubin_x_uln": "1.4999"}, False), ({"bilirubin_x_uln": "1.5"}, False), ({"bilirubin_x_uln": "1.5001"}, True),
    ({"platelets_per_mm3": 99_999}, True), ({"platelets_per_mm3": 100_000}, False),
    ({"platelets_per_mm3": 100_001}, False), ({"lvef_percent": "49.9999"}, True), ({"lvef_percent": "50"}, False),
    ({"lvef_percent": "50.0001"}, False), ({}, False),
]  # fmt: skip
DATES: list[tuple[str, str, dict[str, str]]] = [
    ("collected_on", "2026-11-23", {"labs.date_invalid": "stop"}), ("collected_on", "2026-11-22", {}),
    ("collected_on", "2026-11-19", {}), ("collected_on", "2026-11-18", {"labs.stale": "confirm"}),
    ("lvef_measured_on", "2026-11-23", {"labs.date_invalid": "stop"}), ("lvef_measured_on", "2026-11-22", {}),
    ("lvef_measured_on", "2026-08-14", {}), ("lvef_measured_on", "2026-08-13", {"labs.lvef_stale": "confirm"}),
]  # fmt: skip


def decided(code: str) -> dict[str, object]:
    return {"decisions": [{"finding": code, "decided_by": "Dr Example", "reason": "Gilbert syndrome known"}]}


@both_engines
@pytest.mark.parametrize(("name", "day", "expected"), DATES)
def test_a_date_is_neither_after_today_nor_too_long_ago(
    engine: Engine, name: str, day: str, expected: dict[str, str]
) -> None:
    assert judge(engine, "MBC", {name: day}) == expected


@both_engines
@pytest.mark.parametrize(("name", "day", "expected"), DATES)
def test_a_date_counts_without_the_value_that_it_dates(
    engine: Engine, name: str, day: str, expected: dict[str, str]
) -> None:
    assert judge(engine, "MBC", {name: day, "lvef_percent": None}) == expected | {"labs.not_checked": "note"}


@both_engines
def test_today_is_the_day_of_administration(engine: Engine) -> None:
    tomorrow = {"administer_at": "2026-11-23T08:00:00+01:00"}
    assert judge(engine, "MBC", {"collected_on": "2026-11-23"}, tomorrow) == {}
    assert judge(engine, "MBC", {"collected_on": "2026-11-19"}, tomorrow) == {"labs.stale": "confirm"}


@both_engines
@pytest.mark.parametrize("indication", INDICATIONS)
@pytest.mark.parametrize(("labs", "holds"), NOT_STUDIED)
def test_a_first_dose_beyond_what_was_studied_asks(
    engine: Engine, indication: str, labs: dict[str, object], *, holds: bool
) -> None:
    found = judge(engine, indication, labs, FIRST_DOSE)
    assert found.get("toxicity.start.not_studied") == ("confirm" if holds else None)


@both_engines
@pytest.mark.parametrize("history", HISTORIES)
def test_a_later_dose_or_an_unknown_history_is_no_first_dose(engine: Engine, history: dict[str, object]) -> None:
    assert judge(engine, "MBC", {"alt_x_uln": "3"}, history) == {}


@both_engines
@pytest.mark.parametrize(("indication", "code", "labs", "may_be_decided"), STOPS)
def test_a_documented_decision_answers_a_hold_and_no_other_stop(
    engine: Engine, indication: str, code: str, labs: dict[str, object], *, may_be_decided: bool
) -> None:
    assert judge(engine, indication, labs) == {code: "stop"}
    assert judge(engine, indication, labs, decided(code)) == {code: "confirm" if may_be_decided else "stop"}
    assert judge(engine, indication, labs, decided("toxicity.liver_injury.discontinue")) == {code: "stop"}


@both_engines
def test_a_decision_on_liver_injury_leaves_what_else_was_found(engine: Engine) -> None:
    labs, code = {"alt_x_uln": "6", "bilirubin_x_uln": "4"}, "toxicity.liver_injury.discontinue"
    found = {code: "stop", "toxicity.alt.hold_reduce": "stop", "toxicity.bilirubin.hold_reduce": "stop"}
    assert judge(engine, "MBC", labs) == found
    assert judge(engine, "MBC", labs, decided(code)) == found | {code: "confirm"}


@both_engines
def test_a_decision_never_softens_a_note_or_hides_a_confirm(engine: Engine) -> None:
    repeat, recalled = "toxicity.lvef.repeat", "toxicity.lvef.hold"
    assert judge(engine, "MBC", {"lvef_percent": "45", "baseline_lvef_percent": "50"}, decided(repeat)) == {
        repeat: "note"
    }
    assert judge(engine, "EBC", {"lvef_percent": "40"}, decided(recalled)) == {recalled: "confirm"}
