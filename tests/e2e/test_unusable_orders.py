"""Unusable orders through `plan FILE`: exit code 2, nothing on standard output, one line on standard error."""

import json
from pathlib import Path

import pytest

from tests.orders import full_order, plain_order, with_token, with_value, without
from tests.program import assert_unusable, run_program
from tests.refusals import Broken, as_line, assert_refusal

REPRESENTATIVES = [
    Broken("a missing field", without("weight.kg"), "weight.kg"),
    Broken("a float", with_token("weight.kg", "70.4"), "weight.kg", "70.4"),
    Broken("a whole number for a decimal", with_value("dose_mg_per_kg", 3), "dose_mg_per_kg", "3"),
    Broken("NaN", with_token("weight.kg", "NaN"), "weight.kg"),
    Broken("two points", with_value("weight.kg", "7..0"), "weight.kg", "7..0"),
    Broken("a leading zero", with_value("prior_doses[0].weight_kg", "070"), "prior_doses[0].weight_kg", "070"),
    Broken("full-width digits", with_value("weight.kg", "１２"), "weight.kg", "１２"),
    Broken("zero", with_value("dose_mg", "0.00"), "dose_mg", "0.00"),
    Broken("true for a whole number", with_value("cycle", True), "cycle", "true"),
    Broken("a naive time", with_value("prepare_at", "2026-11-22T09:00:00"), "prepare_at", "2026-11-22T09:00:00"),
    Broken(
        "seconds for a date",
        with_value("prior_doses[0].given_on", "1732233600"),
        "prior_doses[0].given_on",
        "1732233600",
    ),
    Broken("an unknown field", full_order() | {"bsa_m2": "1.8"}, "bsa_m2"),
    Broken("an unknown field within", with_value("weight.lb", "154"), "weight.lb"),
    Broken("a list for an object", with_value("weight", ["70"]), "weight"),
    Broken("an override character", with_value("order_id", "RX-\u202e7"), "order_id"),
    Broken("half a character", with_value("patient.family_name", "Exa\ud800mple"), "patient.family_name"),
    Broken("a name too long", with_value("patient.given_name", "A" * 61), "patient.given_name"),
    Broken("born after today", with_value("patient.birth_date", "2026-11-23"), "patient.birth_date"),
]


@pytest.mark.parametrize("broken", REPRESENTATIVES, ids=lambda broken: str(broken.name))
def test_an_unusable_order_gives_one_line_and_no_output(broken: Broken, tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    file.write_text(str(as_line(broken.order)), "utf-8")
    assert_refusal(assert_unusable(run_program("plan", file)), broken)


@pytest.mark.parametrize("broken", REPRESENTATIVES[:3], ids=lambda broken: str(broken.name))
def test_standard_input_is_refused_in_the_same_way(broken: Broken) -> None:
    assert_refusal(assert_unusable(run_program("plan", "-", stdin=str(as_line(broken.order)).encode())), broken)


def test_a_key_given_twice_gives_one_line_that_names_it(tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    file.write_text(json.dumps(plain_order())[:-1] + ', "cycle": 3}', "utf-8")
    assert "cycle" in assert_unusable(run_program("plan", file))


def test_several_faults_still_give_one_line() -> None:
    order = with_value("cycle", 0, with_value("weight.kg", "7..0", without("patient.mrn")))
    line = assert_unusable(run_program("plan", "-", stdin=json.dumps(order).encode()))
    assert any(field in line for field in ("patient.mrn", "weight.kg", "cycle"))


def test_a_refusal_is_one_line_where_the_terminal_knows_only_ascii() -> None:
    ascii_only = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    order = json.dumps(with_value("weight.kg", "１２"), ensure_ascii=False).encode()
    assert "weight.kg" in assert_unusable(run_program("plan", "-", stdin=order, environment=ascii_only))


@pytest.mark.parametrize("command", ["plan", "label"])
def test_every_command_that_reads_an_order_refuses_it_alike(command: str, tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    file.write_text(json.dumps(with_value("weight.kg", "7..0")), "utf-8")
    output = ["--output", str(tmp_path / "label.pdf")] if command == "label" else []
    line = assert_unusable(run_program(command, file, *output))
    assert_refusal(line, Broken("two points", "", "weight.kg", "7..0"))
    assert [path.name for path in tmp_path.iterdir()] == ["order.json"]
