"""No identifier of a patient, and no free text, leaves an order by way of an error: canaries in every broken order."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.orders import Order, full_order, list_leaves, stopped_order, with_token, with_value, without
from tests.program import assert_unusable, plan_lines, run_program

IDENTIFIERS = {"family_name": "Quetzalcoatlus", "given_name": "Wolpertinger", "mrn": "7719077190"}
FREE_TEXTS = {
    "treatment_released_by": "Dr Xanthippe",
    "decisions[0].decided_by": "Dr Ypsilanti",
    "decisions[0].reason": "says her sister Zenobia",
}
BIRTH = "1961-07-13"
BIRTH_FORMS = (BIRTH, "19610713", "1961-07", "07-13", "13-jul", "jul-1961", "jul 13", "13.07.", "07/13", "1961, 7")
CANARIES = (*IDENTIFIERS.values(), "xanthippe", "ypsilanti", "zenobia", *BIRTH_FORMS)
PATIENT = tuple(f"patient.{key}" for key in IDENTIFIERS)


def canary_order() -> Order:
    order = full_order()
    order["patient"] |= IDENTIFIERS | {"birth_date": BIRTH}
    for path, text in FREE_TEXTS.items():
        order = with_value(path, text, order)
    return order


ORDER = canary_order()
TEXT = json.dumps(ORDER)
BAD_VALUES: tuple[object, ...] = (None, [], {}, ["x"], 1.5, -1, True, "", " ", "\x00", "x" * 300, "7..0", "2026-02-30")
LEAVES = list_leaves(ORDER)


def list_spoiled(canary: str) -> list[object]:
    """Return values that hold a canary and are each unusable as a text, a date or a number."""
    return [f"{canary}\n", f" {canary}", f"{canary}\u202e", f"{canary}\ud800", canary * 50, [canary]]


def find_canaries(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary.casefold() in text.casefold()]


def find_told(lines: list[str]) -> dict[str, list[str]]:
    """Return the errors that hold a canary, with the canaries; some of the lines must have been refused."""
    errors = [answer["error"] for answer in plan_lines(lines) if "error" in answer]
    assert errors
    return {error: found for error in errors if (found := find_canaries(error))}


def test_no_error_tells_a_canary_whichever_field_is_broken() -> None:
    orders = [with_value(path, bad, ORDER) for path in LEAVES for bad in BAD_VALUES]
    missing = [without(path, ORDER) for path in LEAVES]
    unknown = [with_value(f"{path}_", 1, ORDER) for path in LEAVES if not path.endswith("]")]
    assert find_told([json.dumps(order) for order in (*orders, *missing, *unknown)]) == {}


@pytest.mark.parametrize("path", [*PATIENT, *FREE_TEXTS])
def test_no_error_tells_a_canary_that_is_itself_unusable(path: str) -> None:
    canary = {**{f"patient.{key}": text for key, text in IDENTIFIERS.items()}, **FREE_TEXTS}[path]
    assert find_told([json.dumps(with_value(path, value, ORDER)) for value in list_spoiled(canary)]) == {}


def test_no_error_tells_a_birth_date_that_is_itself_unusable() -> None:
    bad = [
        f"{BIRTH}T00:00:00Z",
        f"{BIRTH} ",
        "19610713",
        "13.07.1961",
        "07/13/1961",
        19610713,
        [BIRTH],
        "1961-07",
        BIRTH * 30,
    ]
    after_today = [
        ORDER | {"prepare_at": "1950-01-01T09:00:00Z", "administer_at": None, "labs": None, "decisions": None}
    ]
    orders = [with_value("patient.birth_date", value, ORDER) for value in bad] + after_today
    assert find_told([json.dumps(order) for order in orders]) == {}


def test_no_error_tells_a_canary_that_stands_in_the_wrong_place() -> None:
    numbers: list[Order] = [with_value("patient.mrn", 7719077190, ORDER)]
    whole: list[Any] = [with_value("patient", [*IDENTIFIERS.values(), BIRTH], ORDER)]
    whole += [with_value("patient", " ".join([*IDENTIFIERS.values(), BIRTH]), ORDER), [ORDER], TEXT]
    outside = [ORDER | {key: text} for key, text in IDENTIFIERS.items()] + [ORDER | {"birth_date": BIRTH}]
    nested = [with_value("weight.mrn", IDENTIFIERS["mrn"], ORDER), with_value("patient.name", IDENTIFIERS, ORDER)]
    places = ("weight.kg", "weight.measured_on", "prior_doses[0].given_on", "cycle", "prepare_at", "stock", "labs")
    mixed = [with_value(place, ORDER["patient"], ORDER) for place in places]
    told = find_told([json.dumps(order) for order in (*numbers, *whole, *outside, *nested, *mixed)])
    assert told == {}


def test_no_error_tells_a_canary_of_a_text_that_is_no_json() -> None:
    after = TEXT.index("treatment_released_by") + 40
    cut = [TEXT[:end] for end in range(TEXT.index("patient"), after, 7)]
    twice = [
        with_token("patient", json.dumps(ORDER["patient"])[:-1] + f', "{key}": "{text}"}}', ORDER)
        for key, text in IDENTIFIERS.items()
    ]
    unquoted = [TEXT.replace(f'"{text}"', text) for text in (*IDENTIFIERS.values(), BIRTH)]
    assert find_told([*cut, *twice, *unquoted, TEXT.replace(",", ";"), TEXT + TEXT, "x" + TEXT]) == {}


def test_no_line_on_standard_error_tells_a_canary(tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    broken = [
        *(with_value(path, ["x"], ORDER) for path in ("weight", "patient.mrn", "prior_doses[0]")),
        without("cycle", ORDER),
    ]
    for order in broken:
        file.write_text(json.dumps(order), "utf-8")
        assert find_canaries(assert_unusable(run_program("plan", file))) == []
    file.write_bytes(TEXT.encode()[:-1] + b"\xff}")
    assert find_canaries(assert_unusable(run_program("plan", file))) == []


def test_no_line_on_standard_error_of_the_label_tells_a_canary(tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    file.write_text(TEXT, "utf-8")
    failed = run_program("label", file, "--output", tmp_path / "missing" / "label.pdf")
    file.write_text(json.dumps(stopped_order() | {"patient": ORDER["patient"]}), "utf-8")
    stopped = run_program("label", file, "--output", tmp_path / "label.pdf")
    assert (failed.code, stopped.code) == (2, 3)
    assert find_canaries(failed.err + stopped.err) == []


def test_no_plan_tells_who_the_patient_is() -> None:
    orders = [ORDER, stopped_order() | {"patient": ORDER["patient"]}, with_value("weight.kg", "150", ORDER)]
    plans = json.dumps(plan_lines([json.dumps(order) for order in orders]), ensure_ascii=False)
    assert [canary for canary in (*IDENTIFIERS.values(), BIRTH) if canary in plans] == []


def test_the_canaries_would_be_found() -> None:
    assert find_canaries(TEXT)[: len(IDENTIFIERS)] == list(IDENTIFIERS.values())
    assert find_canaries("mrn: 7719077190, born 13-Jul-1961")
