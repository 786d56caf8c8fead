"""A site's policy through the program: `policy --origin`, its effect on plan and paper, and the refusal to start."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.labels.papers import read_paper
from tests.orders import plain_order, with_value
from tests.program import assert_unusable, parse_output, run_program

MACHINE = """\
[dose]
graduation = 0.5
[use_by]
cap = 12
[label]
size = "102x76"
[site]
name = "St. Example Hospital, Aseptic Unit"
telephone = "+49 6221 56-0"
"""
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "policy.toml"


class Places:
    """A machine's and a user's folder for policy files."""

    def __init__(self, folder: Path) -> None:
        self.machine, self.user = (folder / name / "prep-assistant" / "policy.toml" for name in ("machine", "user"))
        for path in (self.machine, self.user):
            path.parent.mkdir(parents=True)
        self.environment = {"XDG_CONFIG_DIRS": str(folder / "machine"), "XDG_CONFIG_HOME": str(folder / "user")}

    def run(self, *arguments: str | Path, order: dict[str, Any] | None = None) -> Any:
        """Run a command under these policies, with an order on standard input."""
        return run_program(*arguments, stdin=json.dumps(order).encode(), environment=self.environment)

    def list_values(self, *arguments: str) -> dict[str, str]:
        outcome = self.run("policy", *arguments)
        assert (outcome.code, outcome.err) == (0, "")
        return dict(line.split(" = ", 1) for line in outcome.out.decode("utf-8").splitlines())


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


def test_every_value_in_force_is_printed(places: Places) -> None:
    places.machine.write_text(MACHINE, "utf-8")
    values = places.list_values()
    assert (values["dose.graduation"], values["weight.valid"], values["site.telephone"]) == (
        "0.5",
        "7",
        '"+49 6221 56-0"',
    )
    assert len(values) == 14


def test_with_origin_unit_bounds_and_file_of_each_value_are_printed(places: Places) -> None:
    places.machine.write_text(MACHINE, "utf-8")
    places.user.write_text("[dose]\ngraduation = 0.2\n", "utf-8")
    values = places.list_values("--origin")
    assert values["dose.graduation"] == f"0.2  # mL · one of 0.1, 0.2, 0.5, 1 · user: {places.user}"
    assert values["use_by.cap"] == f"12  # h · 4 to 24 · machine: {places.machine}"
    assert values["weight.valid"] == "7  # d · 1 to 21 · built in"


def test_what_is_printed_can_stand_in_a_policy_file(places: Places) -> None:
    places.machine.write_text(MACHINE, "utf-8")
    printed = "\n".join(f"{key} = {value}" for key, value in places.list_values("--origin").items())
    places.machine.write_text(printed, "utf-8")
    assert tomllib.loads(printed)["use_by"]["cap"] == 12
    assert places.list_values()["label.size"] == '"102x76"'


def test_without_a_file_everything_is_built_in_and_no_test_reads_the_users_own() -> None:
    outcome = run_program("policy", "--origin")
    assert outcome.code == 0
    assert all(line.endswith(" · built in") for line in outcome.out.decode("utf-8").splitlines())


def test_the_environment_is_no_source_of_policy(places: Places) -> None:
    places.environment["PREP_ASSISTANT_DOSE_GRADUATION"] = "0.5"
    assert places.list_values()["dose.graduation"] == "0.1"


# 69.7 kg × 3.6 mg/kg = 250.92 mg; ÷ 20 mg/mL = 12.546 mL; down to 0.5 mL: 12.5 mL, 250 mg.
ODD_WEIGHT = with_value("weight.kg", "69.7", plain_order())


def test_plan_and_label_follow_the_policy(places: Places, tmp_path: Path) -> None:
    places.machine.write_text(MACHINE, "utf-8")
    made = parse_output(places.run("plan", "-", order=ODD_WEIGHT).out)
    assert made["preparation"]["dose"]["volume_ml"] == "12.5"
    assert made["preparation"]["use_by"]["bag"] == "2026-11-22T21:00:00+01:00"
    assert places.run("label", "-", "--output", tmp_path / "label.pdf", order=ODD_WEIGHT).code == 0
    paper = read_paper((tmp_path / "label.pdf").read_bytes())
    text = " ".join(line.text for line in paper.lines).replace("\u00a0", " ")
    assert "Volume drawn 12.5 mL of 20 mg/mL" in text
    assert "Start infusion before 22-Nov-2026 21:00" in text
    assert "St. Example Hospital, Aseptic Unit · telephone +49 6221 56-0" in text
    assert made["formulary"]["digest"].removeprefix("sha256:")[:12] in text
    assert [round(width / 72 * 25.4) for width, _ in paper.pages] == [102, 102]


def test_a_size_that_is_asked_for_goes_over_the_sites(places: Places, tmp_path: Path) -> None:
    places.machine.write_text(MACHINE, "utf-8")
    places.run("label", "-", "--output", tmp_path / "label.pdf", "--size", "100x150", order=ODD_WEIGHT)
    assert [round(width / 72 * 25.4) for width, _ in read_paper((tmp_path / "label.pdf").read_bytes()).pages] == [100]


def test_the_worksheet_tells_what_the_site_moved_and_what_was_built_in(places: Places, tmp_path: Path) -> None:
    places.machine.write_text(MACHINE, "utf-8")
    assert places.run("worksheet", "-", "--output", tmp_path / "sheet.pdf", order=ODD_WEIGHT).code == 0
    paper = read_paper((tmp_path / "sheet.pdf").read_bytes())
    text = " ".join(line.text for line in paper.lines).replace("\u00a0", " ")
    assert "Limits changed by site policy: dose.graduation 0.5 mL (built in: 0.1 mL); use_by.cap 12 h" in text
    assert "rounded down to 0.5 mL (Site policy: graduation)" in text
    assert text.count("St. Example Hospital, Aseptic Unit") == len(paper.pages)
    assert str(places.machine) not in text


def test_the_selftest_holds_under_the_sites_policy(places: Places) -> None:
    places.machine.write_text(MACHINE + "[weight]\nvalid = 1\n", "utf-8")
    outcome = places.run("selftest")
    assert (outcome.code, outcome.err) == (0, "")
    assert b"Not one figure differs." in outcome.out


COMMANDS: list[list[str]] = [
    ["policy"], ["policy", "--origin"], ["plan", "-"], ["plan", "--lines", "-"], ["selftest"],
    ["label", "-", "--output", "label.pdf"], ["worksheet", "-", "--output", "sheet.pdf"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_runs_with_a_policy_that_loosens_the_label(command: list[str], places: Places) -> None:
    places.user.write_text("[use_by]\ncap = 25\n", "utf-8")
    line = assert_unusable(places.run(*command, order=plain_order()))
    assert line.startswith(
        f"prep-assistant: {places.user}: use_by.cap: came a number; expected a whole number from 4 to 24 h"
    )


@pytest.mark.parametrize(
    ("content", "entry", "defect"),
    [
        (b"[dose]\ngraduation = 0,5\n", "the file", "is no TOML (line 2, column 15); correct it, or remove the file"),
        (b"[dose]\ngraduation = \xff", "the file", "is no UTF-8 (at byte 21)"),
        (b"#" * 70_000, "the file", "has more than 65,536 bytes"),
        (b"[dose]\ngraduation = 1e99999999999999999999", "the file", "a number in it cannot be read"),
        (b"[dose]\ngraduation = " + b"1" * 5000, "the file", "a number in it cannot be read"),
        (b"[dose]\ngraduation = inf", "dose.graduation", "came a number with a point; expected one of"),
        (b"[dose]\ncolour = 'Quetzalcoatlus'", "dose.colour", "is not known; a site may set dose.graduation"),
    ],
)
def test_a_damaged_policy_is_refused_in_one_line(content: bytes, entry: str, defect: str, places: Places) -> None:
    places.machine.write_bytes(content)
    line = assert_unusable(places.run("plan", "-", order=plain_order()))
    assert line.startswith(f"prep-assistant: {places.machine}: {entry}: ")
    assert defect in line
    assert "Quetzalcoatlus" not in line


def test_a_policy_that_cannot_be_opened_is_refused(places: Places) -> None:
    places.machine.mkdir()
    assert "the file: cannot be read (Is a directory)" in assert_unusable(places.run("policy"))


def test_the_example_is_a_policy_that_holds_and_names_every_key(places: Places) -> None:
    places.machine.write_bytes(EXAMPLE.read_bytes())
    origins = [value.rpartition(" · ")[2] for value in places.list_values("--origin").values()]
    assert origins == [f"machine: {places.machine}"] * 14
