"""The golden plans: the program answers today as it did when they were recorded, or the changelog says what changed.

A plan that changes on purpose is recorded anew by "make golden", which prints the line for the changelog.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from prep_assistant.formulary import load_formulary
from prep_assistant.quantities import Volume
from tests.unit.test_messages import CODES
from tools import golden
from tools.golden import Golden

CHANGELOG = (Path(__file__).resolve().parents[2] / "CHANGELOG.md").read_text("utf-8")
FORMULARY = load_formulary()
GOLDEN = golden.read_golden()
# The first recording changed nothing; each later one has its line in the changelog.
FIRST_DIGEST = "sha256:6d63c256598dae42a3f22ed11c5394871f83c08dac04de2767ef4dfaf614a95d"
ACTIONS = {
    "platelets": {"hold", "hold_reduce"}, "alt": {"hold_reduce", "discontinue"},
    "ast": {"hold", "hold_reduce", "discontinue"}, "bilirubin": {"hold", "hold_reduce", "discontinue"},
    "liver_injury": {"discontinue"}, "lvef": {"hold", "repeat", "baseline_missing"}, "heart_failure": {"discontinue"},
    "neuropathy": {"hold"}, "ild_or_pneumonitis": {"discontinue"}, "nodular_regenerative_hyperplasia": {"discontinue"},
    "start": {"not_studied"},
}  # fmt: skip
LABORATORY = {"labs.date_invalid", "labs.stale", "labs.lvef_stale"} | {
    f"toxicity.{reaction}.{action}" for reaction, actions in ACTIONS.items() for action in actions
}


def clinical_impacts(changelog: str) -> list[str]:
    """Return the text below each heading "Clinical impact", its lines joined, the newest version first."""
    parts = re.split(r"^(#{2,3} .*)$", changelog, flags=re.MULTILINE)
    bodies = zip(parts[1::2], parts[2::2], strict=True)
    return [" ".join(body.split()) for heading, body in bodies if heading.strip() == "### Clinical impact"]


def list_unmentioned(all_golden: list[Golden], changelog: str) -> Iterator[str]:
    """Return what the changelog does not say of the recordings after the first."""
    impacts = clinical_impacts(changelog)
    for recording in range(2, golden.last_recording(all_golden) + 1):
        entry = golden.changelog_entry(all_golden, recording)
        if not any(entry.removeprefix("- ") in impact for impact in impacts):
            yield entry


@pytest.mark.parametrize("recorded", GOLDEN, ids=lambda recorded: str(recorded.name))
def test_a_golden_plan_is_answered_as_it_was_recorded_by_both_engines(recorded: Golden) -> None:
    assert golden.answer(recorded.order, FORMULARY) == recorded.plans[-1][1]


def test_there_are_at_least_200_and_each_has_a_name_and_a_number_of_its_own() -> None:
    assert len(GOLDEN) >= 200
    assert len({it.name for it in GOLDEN}) == len({it.order["order_id"] for it in GOLDEN}) == len(GOLDEN)


def test_they_show_every_finding_of_the_contract() -> None:
    shown = {code for it in GOLDEN for code, _ in it.plans[-1][1]["findings"]}
    assert shown >= CODES | LABORATORY


@pytest.mark.parametrize(
    "wanted",
    [{"dose_mg_per_kg": level} for level in ("3.6", "3", "2.4")]
    + [{"indication": indication} for indication in ("MBC", "EBC")]
    + [{"cycle": 1}, {"cycle": 2}],
    ids=str,
)
def test_they_show_ready_plans_of_every_level_and_indication_first_and_later(wanted: dict[str, object]) -> None:
    assert [it for it in GOLDEN if it.plans[-1][1]["status"] == "ready" and wanted.items() <= it.order.items()] != []


def test_they_show_many_ways_of_combining_vials() -> None:
    combined = {
        tuple((vials["strength_mg"], vials["count"]) for vials in made["vials"])
        for it in GOLDEN
        if (made := it.plans[-1][1]["preparation"])
    }
    assert len(combined) >= 15


def test_no_real_person_is_in_them() -> None:
    assert {(it.order["patient"]["family_name"], it.order["patient"]["mrn"]) for it in GOLDEN} == {("Golden", "0")}


def test_what_was_first_recorded_has_not_been_touched() -> None:
    assert golden.digest(GOLDEN, 1) == FIRST_DIGEST


def test_the_changelog_names_every_plan_that_a_later_recording_changed() -> None:
    assert list(list_unmentioned(GOLDEN, CHANGELOG)) == []


# --- the tests of that rule: a plan changed on purpose, with and without an entry -------------------------------------


def changed_once() -> list[Golden]:
    """Return the golden plans as if the first two were answered otherwise now."""
    changed: dict[str, Any] = {"status": "stopped", "findings": [], "preparation": None}
    return [
        Golden(it.name, it.order, (*it.plans, (2, changed))) if place < 2 else it for place, it in enumerate(GOLDEN)
    ]


def changelog_with(line: str, heading: str = "Clinical impact") -> str:
    """Return a changelog with one line under a heading of the version that comes."""
    return f"# Changelog\n\n## Unreleased\n\n### {heading}\n\n{line}\n\n## 0.1.0\n\n### Clinical impact\n\nNone.\n"


def test_a_changed_plan_without_an_entry_is_seen() -> None:
    (missing,) = list_unmentioned(changed_once(), changelog_with("- Nothing."))
    assert f"“{GOLDEN[0].name}”; “{GOLDEN[1].name}”" in missing


def test_a_changed_plan_with_the_line_of_the_recording_is_accounted_for() -> None:
    line = golden.changelog_entry(changed_once(), 2) + " The dose is 1 mg less, because."
    assert list(list_unmentioned(changed_once(), changelog_with(line))) == []


@pytest.mark.parametrize("spoil", ["recording 2", "sha256:", GOLDEN[1].name])
def test_an_entry_that_names_another_recording_digest_or_plan_does_not_count(spoil: str) -> None:
    line = golden.changelog_entry(changed_once(), 2).replace(spoil, "x")
    assert list(list_unmentioned(changed_once(), changelog_with(line))) != []


def test_the_line_under_another_heading_does_not_count() -> None:
    line = golden.changelog_entry(changed_once(), 2)
    assert list(list_unmentioned(changed_once(), changelog_with(line, "Changed"))) != []


def test_a_plan_changed_by_hand_changes_the_digest_of_its_recording() -> None:
    first = GOLDEN[0]
    by_hand: dict[str, Any] = json.loads(json.dumps(first.plans[0][1]).replace("252", "253"))
    assert golden.digest([Golden(first.name, first.order, ((1, by_hand),)), *GOLDEN[1:]], 1) != FIRST_DIGEST


def test_recording_keeps_the_old_plan_below_the_new_one_and_leaves_the_others_alone() -> None:
    first, second = GOLDEN[0], GOLDEN[1]
    outdated = Golden(first.name, first.order, ((1, {"status": "stopped"}),))
    recorded = golden.record([outdated, second], 2, FORMULARY)
    assert recorded == [Golden(first.name, first.order, (*outdated.plans, (2, first.plans[-1][1]))), second]
    assert golden.list_changed(recorded, 2) == [first.name]


def test_nothing_is_recorded_where_the_engines_disagree() -> None:
    coarse = replace(FORMULARY.policy.graduation, value=Volume(Decimal(1)))
    other_house = replace(FORMULARY, policy=replace(FORMULARY.policy, graduation=coarse))
    with pytest.raises(golden.EnginesDisagree, match=r"volume_ml: 12 here, 12\.6 in the second engine"):
        golden.record(GOLDEN[:1], 2, other_house)
