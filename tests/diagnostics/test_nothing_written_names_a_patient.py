"""An order full of canaries goes through the program, which then fails: nothing that is left on the disk holds one."""

import json
import os
from pathlib import Path

import pytest

from tests.diagnostics.children import CANARIES, PATIENT, find_canaries, run_child
from tests.orders import full_order, with_value
from tests.program import run_program

FREE_TEXTS = ("treatment_released_by", "decisions[0].decided_by", "decisions[0].reason")
SESSION = """
from prep_assistant.calculation import plan
from prep_assistant.documents import read_order, write_plan
from prep_assistant.formulary import load_formulary
from prep_assistant.settings import load_settings, remember

log.act(Act.PROGRAM_STARTED)
settings = load_settings(environment={})
content = (FOLDER / "order.json").read_bytes()
order = read_order(content)
(FOLDER / "order.json").unlink()
log.act(Act.ORDER_OPENED)
formulary = load_formulary()
made = plan(order, formulary.monograph, formulary.policy)
log.act(Act.PLAN_STOPPED, [finding.code for finding in made.findings])
patient = order.patient
words = (patient.family_name, patient.given_name, patient.mrn, str(patient.birth_date))
folder = f"/srv/{patient.family_name} {patient.given_name}"
remember({"folder.last": folder, "window.theme": "dark"}, patient_words=words)


def sign(order, plan, content):
    name, number, born = order.patient.family_name, order.patient.mrn, order.patient.birth_date
    written = write_plan(plan)
    raise RuntimeError(f"{name} {number} {born} {content!r} {written}")


sign(order, made, content)
"""


def canary_order() -> bytes:
    """Return an order in which every name, number and free text is a canary; it is stopped, with many findings."""
    order = full_order()
    order["patient"] |= PATIENT
    for number, path in enumerate(FREE_TEXTS):
        order = with_value(path, f"{CANARIES[number % 3]} said so, at length", order)
    return json.dumps(with_value("labs.platelets_per_mm3", 20000, order)).encode()


def test_a_session_that_fails_leaves_acts_codes_and_places_and_no_patient(tmp_path: Path) -> None:
    (tmp_path / "order.json").write_bytes(canary_order())
    ended = run_child(tmp_path, SESSION)
    assert find_canaries(tmp_path, ended.out, ended.err) == []
    assert ended.log[:2] == ["program.started", "order.opened"]
    assert ended.log[2].startswith("plan.stopped toxicity.platelets.")
    (report,) = ended.reports
    assert ":sign\n" in report
    assert 'theme = "dark"' in next((tmp_path / "config").rglob("settings.toml")).read_text("utf-8")


def test_the_search_would_find_a_canary(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file.bin").write_bytes(b"\xff\x00QUETZALCOATLUS")
    (tmp_path / "wolpertinger.txt").write_bytes(b"")
    assert find_canaries(tmp_path, "born 1961-07-13") == ["Quetzalcoatlus", "Wolpertinger", "1961-07-13"]


@pytest.mark.parametrize(
    "command", [["plan", "-"], ["plan", "--lines", "-"], ["settings"], ["--version"]], ids=" ".join
)
@pytest.mark.parametrize("number", [b'"7719077190"', b'"7719077190 "'], ids=["sound", "broken"])
def test_no_command_leaves_anything_on_the_disk(command: list[str], number: bytes, tmp_path: Path) -> None:
    content = canary_order().replace(b'"7719077190"', number)
    places = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = places | {"TMPDIR": str(tmp_path), "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    outcome = run_program(*command, stdin=content, environment=environment, directory=tmp_path)
    assert outcome.code == (
        0 if command[0] != "plan" else 2 if number.endswith(b' "') else 0 if "--lines" in command else 3
    )
    assert [canary for canary in CANARIES if canary in outcome.err] == []
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - all of it, by name
