"""What holds for every plan the program prints, seen on the plans of all shared cases."""

import re
from collections.abc import Iterator
from typing import Any

Plans = dict[str, dict[str, Any]]

RANK = {"stop": 0, "confirm": 1, "note": 2}
STATUS = {"stop": "stopped", "confirm": "confirm", "note": "ready"}
DECIMAL = r"(0|[1-9][0-9]*)(\.[0-9]*[1-9])?"
WHOLE = {"preparation.vials.count", "preparation.infusion.minutes", "preparation.infusion.observe_minutes"}
WORDS = {
    "preparation.vials.diluent",
    "preparation.bag.fluid",
    "preparation.infusion.filter",
    "preparation.use_by.reconstituted_vials",
    "preparation.use_by.bag",
    "preparation.next_dose_from",
}


def list_values(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from list_values(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from list_values(inner, path)
    else:
        yield path, value


def prepared(plans: Plans) -> dict[str, dict[str, Any]]:
    found = {name: plan["preparation"] for name, plan in plans.items() if plan["status"] != "stopped"}
    assert len(found) > 90
    return found


def test_the_status_is_that_of_the_gravest_finding(shared_plans: Plans) -> None:
    for name, plan in shared_plans.items():
        gravest = min((finding["severity"] for finding in plan["findings"]), key=RANK.__getitem__, default="note")
        assert plan["status"] == STATUS[gravest], name


def test_a_plan_has_a_preparation_unless_it_is_stopped(shared_plans: Plans) -> None:
    assert {name for name, plan in shared_plans.items() if plan["preparation"] is None} == {
        name for name, plan in shared_plans.items() if plan["status"] == "stopped"
    }


def test_findings_are_sorted_by_severity_and_code_and_each_code_occurs_once(shared_plans: Plans) -> None:
    for name, plan in shared_plans.items():
        order = [(RANK[finding["severity"]], finding["code"]) for finding in plan["findings"]]
        assert order == sorted(order), name
        assert len({code for _, code in order}) == len(order), name


def test_a_finding_has_its_five_fields_and_its_values_are_texts(shared_plans: Plans) -> None:
    for name, plan in shared_plans.items():
        for finding in plan["findings"]:
            assert set(finding) == {"code", "severity", "message", "source", "values"}, name
            assert finding["message"].strip(), name
            assert finding["source"].strip(), name
            assert all(isinstance(value, str) for value in finding["values"].values()), name


def test_a_message_is_one_line(shared_plans: Plans) -> None:
    messages = {finding["message"] for plan in shared_plans.values() for finding in plan["findings"]}
    assert [message for message in messages if len(message.splitlines()) != 1] == []


def test_a_message_never_shortens_the_name_of_the_drug_unless_it_is_about_the_name(shared_plans: Plans) -> None:
    full = re.compile(r"ado-trastuzumab emtansine \(KADCYLA\)", re.IGNORECASE)
    short = re.compile(r"emtansine|kadcyla|t-?dm1", re.IGNORECASE)
    spoken = {
        finding["message"]
        for plan in shared_plans.values()
        for finding in plan["findings"]
        if not finding["code"].startswith("identity.")
    }
    assert [message for message in spoken if short.search(full.sub("", message))] == []


def test_a_preparation_has_the_fields_of_the_contract_and_no_others(shared_plans: Plans) -> None:
    shapes = {
        tuple(sorted({path for path, _ in list_values(preparation, "preparation")}))
        for preparation in prepared(shared_plans).values()
    }
    assert shapes == {
        tuple(
            sorted(
                {
                    *WHOLE,
                    *WORDS,
                    *(f"preparation.dose.{key}" for key in ("mg_per_kg", "weight_kg", "calculated_mg", "volume_ml")),
                    *(f"preparation.dose.{key}" for key in ("prepared_mg", "deviation_percent", "written_mg")),
                    *(f"preparation.vials.{key}" for key in ("strength_mg", "diluent_ml")),
                    *(f"preparation.{key}" for key in ("opened_mg", "unused_mg", "reconstituted_mg_per_ml")),
                    *(f"preparation.bag.{key}" for key in ("volume_ml", "final_volume_ml", "concentration_mg_per_ml")),
                    "preparation.infusion.rate_ml_per_h",
                    "preparation.expected_mass_g",
                }
            )
        )
    }


def test_numbers_that_matter_are_texts_of_exact_decimals_without_trailing_zeros(shared_plans: Plans) -> None:
    for name, preparation in prepared(shared_plans).items():
        for path, value in list_values(preparation, "preparation"):
            if path in WHOLE:
                assert type(value) is int, (name, path)
            elif path not in WORDS and not (path.endswith(".written_mg") and value is None):
                sign = "-?" if path.endswith(".deviation_percent") else ""
                assert isinstance(value, str), (name, path)
                assert re.fullmatch(sign + DECIMAL, value, re.ASCII), (name, path, value)
                assert value != "-0", (name, path)


def test_vials_stand_by_strength_and_none_is_listed_with_no_count(shared_plans: Plans) -> None:
    for name, preparation in prepared(shared_plans).items():
        strengths = [int(vial["strength_mg"]) for vial in preparation["vials"]]
        assert strengths == sorted(set(strengths)), name
        assert all(vial["count"] > 0 for vial in preparation["vials"]), name


def test_every_plan_names_one_and_the_same_formulary(shared_plans: Plans) -> None:
    assert len({tuple(sorted(plan["formulary"].items())) for plan in shared_plans.values()}) == 1
