"""`selftest --report`: more than 2,500 cases twice, the checks of the installation, and what happens when one fails."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from prep_assistant.cli import main
from prep_assistant.formulary import Formulary, load_formulary
from prep_assistant.paper import Validation, draw_validation
from prep_assistant.quantities import Volume
from prep_assistant.selftest import installation, validation
from prep_assistant.selftest.cases import validation_cases
from prep_assistant.selftest.installation import Check
from tests.golden.test_golden_plans import LABORATORY
from tests.labels.papers import MM, Paper, read_paper
from tests.program import run_program
from tests.unit.test_messages import CODES

FORMULARY = load_formulary()
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def another_house() -> Formulary:
    """Return the formulary with a graduation that the second engine does not use: every dose of 70 kg differs."""
    graduation = replace(FORMULARY.policy.graduation, value=Volume(Decimal(1)))
    return replace(FORMULARY, policy=replace(FORMULARY.policy, graduation=graduation))


@pytest.fixture(scope="module")
def sound() -> Validation:
    return validation.validate(FORMULARY, NOW)


@pytest.fixture(scope="module")
def report(sound: Validation) -> Paper:
    return read_paper(draw_validation(sound))


@pytest.fixture(scope="module")
def failed(sound: Validation) -> Validation:
    """One planted difference: the second engine's dose of case 100 as if it were 1 mg less."""
    case = sound.cases[99]
    planted = replace(case, differences=("dose.prepared_mg: 252 here, 251 in the second engine",))
    return replace(sound, cases=(*sound.cases[:99], planted, *sound.cases[100:]))


def test_at_least_2500_different_orders_are_tried() -> None:
    orders = [case.order for case in validation_cases()]
    assert len({repr(order) for order in orders}) >= 2500


def test_the_cases_show_every_finding_of_the_contract(sound: Validation) -> None:
    asking = {code for case in sound.cases for code in re.findall(r"[a-z_]+\.[a-z_.0-9]+", case.expected[-1])}
    notes = {"course.last_cycle", "dose.mg_differs", "interval.delayed", "labs.not_checked", "vials.none_spare"}
    notes |= {code for code in CODES if code.startswith("infusion.") and code != "infusion.too_fast"}
    assert (CODES | LABORATORY) - notes - {"toxicity.lvef.repeat"} <= asking


def test_a_sound_installation_passes_every_case_and_every_check(sound: Validation) -> None:
    assert sound.passed
    assert [case.words for case in sound.cases if case.expected != case.computed] == []
    assert len(sound.checks) >= 10


def test_the_report_is_on_lying_pages_each_with_version_commit_digest_and_its_number(
    report: Paper, sound: Validation
) -> None:
    count = len(report.pages)
    assert {(round(width / MM), round(height / MM)) for width, height in report.pages} == {(297, 210)}
    for page in range(1, count + 1):
        text = report.text(page)
        assert f"page {page} of {count}" in text
        assert sound.program in text
        assert sound.commit in text
        assert FORMULARY.monograph.digest in text


def test_the_report_shows_date_result_and_a_place_for_signatures(report: Paper) -> None:
    first = report.text(1)
    assert "22-Nov-2026 09:30" in first
    assert "VALIDATION OF THE INSTALLATION – PASSED" in first
    assert {"Name", "Signature", "Date", "Second pharmacist"} <= set(first.splitlines())


def test_every_case_stands_in_the_report_with_both_answers(report: Paper, sound: Validation) -> None:
    lines = [line.text for line in report.lines]
    assert lines.count("expected") == lines.count("computed") == len(sound.cases)
    assert lines.count("agrees") == len(sound.cases) + len(sound.checks)
    assert "DIFFERS" not in lines


def test_nothing_in_the_report_is_smaller_than_8_points(report: Paper) -> None:
    assert min(line.points for line in report.lines) >= 8


def test_nothing_in_the_report_reaches_beyond_its_page(report: Paper) -> None:
    for line in report.lines:
        width, height = report.pages[line.page - 1]
        assert line.left >= 0
        assert line.right <= width
        assert line.bottom >= 0
        assert line.top <= height


def test_a_failed_case_is_named_first_and_the_banner_says_so(failed: Validation) -> None:
    first = read_paper(draw_validation(failed, size="letter"))
    assert "VALIDATION OF THE INSTALLATION – FAILED – MUST NOT BE USED" in first.text(1)
    assert "1 case differs." in first.text(1)
    assert f"DIFFERENT: case 100, {failed.cases[99].words}: dose.prepared_mg: 252 here" in " ".join(
        first.text(1).splitlines()
    )
    assert [line.text for line in first.lines].count("DIFFERS") == 2  # in its section, and among those that differ


def test_figures_that_the_engines_make_differently_are_a_failed_case_each() -> None:
    tried = list(validation._try_cases(another_house()))  # noqa: SLF001 - the sweep would take ten seconds more
    (seventy,) = [case for case in tried if case.words == "EBC 3.6 mg/kg 70 kg later"]
    assert "preparation.dose.volume_ml: 12 here, 12.6 in the second engine" in seventy.differences


def test_a_failed_case_ends_the_command_with_1_and_its_name(
    failed: Validation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(validation, "validate", lambda _formulary, _now: failed)
    place = tmp_path / "report.pdf"
    assert main(["selftest", "--report", str(place)]) == 1
    assert f"DIFFERENT: case 100, {failed.cases[99].words}" in capsys.readouterr().out
    assert "FAILED" in read_paper(place.read_bytes()).text(1)


def test_a_check_that_cannot_be_done_is_a_check_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> bytes:
        raise OSError

    monkeypatch.setattr(installation, "draw_label", refuse)
    (broken,) = [check for check in installation.check_installation(FORMULARY) if not check.passed]
    assert broken == Check("Label", "can be checked", "failed with OSError")


def other_letters(size: int) -> Iterator[Check]:
    """Return the checks of a label whose letters are all of one size in points."""
    return installation.check_texts(
        FORMULARY, [installation.ReadText("ado-trastuzumab EMTANSINE 252 mg SELFTEST", size)]
    )


def test_a_label_whose_letters_are_too_small_is_told() -> None:
    assert [check.passed for check in other_letters(16)] == [True, True, True, True]
    assert [check.name for check in other_letters(15) if not check.passed] == ["Label: dose"]
    assert [check.passed for check in other_letters(7)] == [False, False, False, False]


def test_the_command_writes_the_report_and_says_what_was_tried(tmp_path: Path) -> None:
    place = tmp_path / "validation.pdf"
    ended = run_program("selftest", "--report", place, "--size", "letter")
    assert (ended.code, ended.err) == (0, "")
    said = ended.out.decode("utf-8")
    assert int(re.findall(r"^([\d,]+) cases", said)[0].replace(",", "")) >= 2500
    assert read_paper(place.read_bytes()).pages[0] == pytest.approx((279.4 * MM, 215.9 * MM), abs=0.1)


def test_a_report_that_cannot_be_written_ends_with_2_and_leaves_nothing(tmp_path: Path) -> None:
    ended = run_program("selftest", "--report", tmp_path / "no folder" / "validation.pdf")
    assert (ended.code, ended.out) == (2, b"")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_size_is_refused_before_anything_is_tried(tmp_path: Path) -> None:
    ended = run_program("selftest", "--report", tmp_path / "validation.pdf", "--size", "a3")
    assert (ended.code, ended.out) == (2, b"")
    assert "expected one of a4, letter" in ended.err
