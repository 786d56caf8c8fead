"""Every bound of the laboratory table, just below, at and just above it, by both engines.

The tables are written from the laboratory issue's text, not from either engine's figures.
"""

import pytest

from tests.laws.both_engines import INDICATIONS, Engine, both_engines, judge

SEVERITY = {
    "hold": "stop",
    "hold_reduce": "stop",
    "discontinue": "stop",
    "repeat": "note",
    "baseline_missing": "confirm",
}
NAME = {"platelets": "platelets_per_mm3", "alt": "alt_x_uln", "ast": "ast_x_uln", "bilirubin": "bilirubin_x_uln"}
NOTHING = None

Rows = list[tuple[int | str, str | None]]

MBC_TRANSAMINASE: Rows = [
    ("3.0001", NOTHING), ("4.9999", NOTHING), ("5", NOTHING), ("5.0001", "hold_reduce"), ("19.9999", "hold_reduce"),
    ("20", "hold_reduce"), ("20.0001", "discontinue"),
]  # fmt: skip
ONE_VALUE: list[tuple[str, str, Rows]] = [
    ("MBC", "platelets", [
        (0, "hold_reduce"), (24_999, "hold_reduce"), (25_000, "hold"), (25_001, "hold"), (49_999, "hold"),
        (50_000, NOTHING), (50_001, NOTHING), (74_999, NOTHING),
    ]),
    ("EBC", "platelets", [
        (0, "hold_reduce"), (24_999, "hold_reduce"), (25_000, "hold"), (25_001, "hold"), (49_999, "hold"),
        (50_000, "hold"), (74_999, "hold"), (75_000, NOTHING), (75_001, NOTHING),
    ]),
    ("MBC", "alt", MBC_TRANSAMINASE),
    ("MBC", "ast", MBC_TRANSAMINASE),
    ("EBC", "alt", [
        ("2.9999", NOTHING), ("3", NOTHING), ("3.0001", "hold_reduce"), ("5", "hold_reduce"), ("5.0001", "hold_reduce"),
        ("19.9999", "hold_reduce"), ("20", "hold_reduce"), ("20.0001", "discontinue"),
    ]),
    ("EBC", "ast", [
        ("2.9999", NOTHING), ("3", NOTHING), ("3.0001", "hold"), ("4.9999", "hold"), ("5", "hold"),
        ("5.0001", "hold_reduce"), ("19.9999", "hold_reduce"), ("20", "hold_reduce"), ("20.0001", "discontinue"),
    ]),
    ("MBC", "bilirubin", [
        ("1.0001", NOTHING), ("1.4999", NOTHING), ("1.5", NOTHING), ("1.5001", "hold"), ("2.9999", "hold"),
        ("3", "hold"), ("3.0001", "hold_reduce"), ("9.9999", "hold_reduce"), ("10", "hold_reduce"),
        ("10.0001", "discontinue"),
    ]),
    ("EBC", "bilirubin", [
        ("0.9999", NOTHING), ("1", NOTHING), ("1.0001", "hold_reduce"), ("1.9999", "hold_reduce"),
        ("2", "hold_reduce"), ("2.0001", "discontinue"), ("10.0001", "discontinue"),
    ]),
]  # fmt: skip
LVEF: list[tuple[str, str, str | None, str | None]] = [
    ("MBC", "39.9999", "39.9999", "hold"), ("MBC", "39.9999", None, "hold"), ("MBC", "39.9999", "60", "hold"),
    ("MBC", "40", "49.9999", "repeat"), ("MBC", "40", "50", "hold"), ("MBC", "40", "50.0001", "hold"),
    ("MBC", "40", None, "baseline_missing"), ("MBC", "40.0001", "50", "repeat"), ("MBC", "44.9999", "60", "hold"),
    ("MBC", "45", "54.9999", "repeat"), ("MBC", "45", "55", "hold"), ("MBC", "45", "55.0001", "hold"),
    ("MBC", "45", "40", "repeat"), ("MBC", "45", None, "baseline_missing"), ("MBC", "45.0001", "99", NOTHING),
    ("MBC", "45.0001", None, NOTHING), ("EBC", "44.9999", "44.9999", "hold"), ("EBC", "44.9999", None, "hold"),
    ("EBC", "39.9999", "60", "hold"), ("EBC", "45", "54.9999", "repeat"), ("EBC", "45", "55", "hold"),
    ("EBC", "45", "55.0001", "hold"), ("EBC", "45", None, "baseline_missing"), ("EBC", "45.0001", "55.0001", "hold"),
    ("EBC", "49.9999", "59.9998", "repeat"), ("EBC", "49.9999", "59.9999", "hold"), ("EBC", "49.9999", "60", "hold"),
    ("EBC", "49.9999", None, "baseline_missing"), ("EBC", "50", "99", NOTHING), ("EBC", "50", None, NOTHING),
    ("EBC", "50.0001", "99", NOTHING), ("MBC", "45.0001", "50", NOTHING), ("EBC", "50", "55", NOTHING),
    ("EBC", "50.0001", "55", NOTHING),
]  # fmt: skip
LIVER_INJURY = [
    ("2.9999", "2.0001", False), ("3", "2.0001", False), ("3.0001", "1.9999", False), ("3.0001", "2", False),
    ("3.0001", "2.0001", True), ("20.0001", "10.0001", True), ("3", "2", False),
]  # fmt: skip
DIAGNOSES = {
    "symptomatic_heart_failure": "toxicity.heart_failure.discontinue",
    "ild_or_pneumonitis": "toxicity.ild_or_pneumonitis.discontinue",
    "nodular_regenerative_hyperplasia": "toxicity.nodular_regenerative_hyperplasia.discontinue",
}


@both_engines
@pytest.mark.parametrize("indication", INDICATIONS)
def test_healthy_values_find_nothing(engine: Engine, indication: str) -> None:
    assert judge(engine, indication, {}) == {}


@both_engines
@pytest.mark.parametrize(
    ("indication", "reaction", "value", "action"),
    [(indication, reaction, *row) for indication, reaction, rows in ONE_VALUE for row in rows],
)
def test_one_value_stands_in_its_row(
    engine: Engine, indication: str, reaction: str, value: int | str, action: str | None
) -> None:
    expected = {} if action is None else {f"toxicity.{reaction}.{action}": SEVERITY[action]}
    assert judge(engine, indication, {NAME[reaction]: value}) == expected


@both_engines
@pytest.mark.parametrize(("indication", "lvef", "baseline", "action"), LVEF)
def test_an_lvef_stands_in_its_row_by_its_fall_in_points(
    engine: Engine, indication: str, lvef: str, baseline: str | None, action: str | None
) -> None:
    severity = "confirm" if (indication, action) == ("EBC", "hold") else SEVERITY.get(action or "")
    expected = {} if action is None else {f"toxicity.lvef.{action}": severity}
    assert judge(engine, indication, {"lvef_percent": lvef, "baseline_lvef_percent": baseline}) == expected


@both_engines
@pytest.mark.parametrize("indication", INDICATIONS)
@pytest.mark.parametrize("transaminase", ["alt_x_uln", "ast_x_uln"])
@pytest.mark.parametrize("row", LIVER_INJURY)
def test_liver_injury_needs_a_transaminase_and_bilirubin_above_their_bounds(
    engine: Engine, indication: str, transaminase: str, row: tuple[str, str, bool]
) -> None:
    multiple, bilirubin, holds = row
    found = judge(engine, indication, {transaminase: multiple, "bilirubin_x_uln": bilirubin})
    assert found.get("toxicity.liver_injury.discontinue") == ("stop" if holds else None)


@both_engines
@pytest.mark.parametrize("indication", INDICATIONS)
@pytest.mark.parametrize(("grade", "holds"), [(0, False), (1, False), (2, False), (3, True), (4, True)])
def test_neuropathy_is_held_from_grade_three(engine: Engine, indication: str, grade: int, *, holds: bool) -> None:
    expected = {"toxicity.neuropathy.hold": "stop"} if holds else {}
    assert judge(engine, indication, {"neuropathy_grade": grade}) == expected


@both_engines
@pytest.mark.parametrize("indication", INDICATIONS)
@pytest.mark.parametrize("name", DIAGNOSES)
def test_a_diagnosis_ends_the_treatment(engine: Engine, indication: str, name: str) -> None:
    assert judge(engine, indication, {name: True}) == {DIAGNOSES[name]: "stop"}
    assert judge(engine, indication, {name: None}) == {"labs.not_checked": "note"}
