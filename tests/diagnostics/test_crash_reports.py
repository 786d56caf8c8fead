"""What a crash report holds, and what happens when not even the report can be made."""

import re
import stat
from pathlib import Path

import pytest

from prep_assistant.diagnostics.fault import read_fault
from prep_assistant.diagnostics.reference import Reference
from prep_assistant.diagnostics.stack import describe_exception, describe_places, shorten
from tests.diagnostics.children import CANARIES, PATIENT, find_canaries, run_child

SEVERAL = """
import threading
failing = [threading.Thread(target=fail_for, args=(PATIENT,)) for _ in range(30)]
for one in failing:
    one.start()
    one.join()
print("blocked", watch.blocked)
"""


def test_a_report_names_those_exceptions_too_that_led_to_the_last(tmp_path: Path) -> None:
    script = """
def open_order():
    try:
        fail_for(PATIENT)
    except LookupError as error:
        error.add_note(PATIENT["family_name"])
        raise ExceptionGroup(PATIENT["mrn"], [ValueError(PATIENT["given_name"])]) from error
open_order()
"""
    ended = run_child(tmp_path, script)
    (report,) = ended.reports
    first, last = report.index("exception: builtins.ExceptionGroup of 1"), report.index("after: builtins.LookupError")
    assert first < report.index(":open_order") < last < report.index(":fail_for")
    assert find_canaries(tmp_path, ended.out, ended.err) == []


def test_exceptions_that_lead_to_each_other_are_told_once_each() -> None:
    one, other = ValueError(PATIENT["mrn"]), KeyError(PATIENT["family_name"])
    one.__cause__, other.__cause__ = other, one
    assert describe_exception(one) == ["exception: builtins.ValueError", "after: builtins.KeyError"]


def test_an_error_of_the_system_is_told_with_its_code_and_without_its_file() -> None:
    error = OSError(28, PATIENT["given_name"], f"/home/{PATIENT['family_name']}")
    assert describe_exception(error) == ["exception: builtins.OSError ENOSPC"]
    assert describe_exception(OSError(7719077190, "")) == ["exception: builtins.OSError"]


def test_a_class_or_function_with_no_name_of_source_code_is_not_told() -> None:
    kind = type("Quetzalcoatlus, Wolpertinger", (Exception,), {"__module__": "born 1961-07-13"})
    assert describe_exception(kind()) == ["exception: ?.?"]
    assert describe_places([("<Quetzalcoatlus>", 1, "born 1961-07-13")]) == ["  ?:1:?"]


def test_no_folder_of_a_home_stands_in_a_report() -> None:
    assert shorten(f"/home/{PATIENT['family_name']}/tool.py") == "tool.py"
    assert shorten(re.__file__) == "re/__init__.py"
    assert shorten("prep_assistant/cli/plans.py") == "prep_assistant/cli/plans.py"
    assert shorten(f"../{PATIENT['family_name']}/tool.py") == "tool.py"


def test_a_long_stack_keeps_its_two_ends(tmp_path: Path) -> None:
    (report,) = run_child(tmp_path, "def again():\n    again()\nagain()").reports
    assert "exception: builtins.RecursionError" in report
    assert re.search(r"^  \(\d{3,} more\)$", report, re.MULTILINE)
    assert len(report.splitlines()) < 110


def test_a_defect_that_repeats_fills_no_disk(tmp_path: Path) -> None:
    ended = run_child(tmp_path, SEVERAL)
    assert len(ended.reports) == 20
    assert ended.out.endswith("blocked True\n")


def test_two_reports_have_two_references(tmp_path: Path) -> None:
    references = [text.splitlines()[0].removeprefix("reference: ") for text in run_child(tmp_path, SEVERAL).reports]
    assert len(set(references)) == 20
    assert all(str(Reference(text)) == text for text in references)


@pytest.mark.parametrize("text", [*CANARIES, "", "20261122-090000-KX7P ", "20261122-090000-kx7p"])
def test_a_reference_can_be_no_other_text(text: str) -> None:
    with pytest.raises(ValueError, match="a reference is"):
        Reference(text)


def test_only_their_owner_can_read_reports_and_fault_file(tmp_path: Path) -> None:
    run_child(tmp_path, "fail_for(PATIENT)")
    found = {path.name[:5]: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "crashes").iterdir()}
    assert found == {"crash": 0o600, "fault": 0o600}
    assert stat.S_IMODE((tmp_path / "crashes").stat().st_mode) == 0o700


def test_a_report_that_cannot_be_written_is_said_and_blocks_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "crashes").write_bytes(b"a file in the place of the folder")
    ended = run_child(tmp_path, "fail_for(PATIENT)")
    assert "A report could not be written. Reference" in ended.err
    assert re.search(r"^told MAIN \S+ True$", ended.out, re.MULTILINE)
    assert find_canaries(tmp_path, ended.out, ended.err) == []


@pytest.mark.parametrize(
    "replaced",
    ["watch._describe = lambda: fail_for(PATIENT)", "watch._on_crash = fail_for", "sys.stderr = None"],
    ids=["versions", "telling", "no standard error"],
)
def test_a_defect_in_telling_of_a_defect_ends_nothing(replaced: str, tmp_path: Path) -> None:
    script = f"{replaced}\nimport threading\nfailing = threading.Thread(target=fail_for, args=(PATIENT,))\n"
    ended = run_child(tmp_path, script + "failing.start()\nfailing.join()\nprint('blocked', watch.blocked)")
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "blocked True")
    assert len(ended.reports) == 1
    assert find_canaries(tmp_path, ended.out, ended.err) == []


def test_uninstalling_gives_the_interpreter_its_hooks_back(tmp_path: Path) -> None:
    script = "watch.uninstall()\nimport threading\nprint(sys.excepthook is sys.__excepthook__, "
    script += "threading.excepthook is threading.__excepthook__, sys.unraisablehook is sys.__unraisablehook__)"
    assert run_child(tmp_path, script).out == "True True True\n"


def test_of_a_fault_only_its_kind_and_places_are_kept() -> None:
    text = (
        f"Fatal Python error: Aborted\n\nThread 0x1 [{PATIENT['family_name']}] (most recent call first):\n"
        f'  File "/home/{PATIENT["family_name"]}/x.py", line 3 in wait\n\n'
        f'Current thread 0x2 (most recent call first):\n  File "/a/y.py", line ??? in <lambda>\n{PATIENT["mrn"]}\n'
    )
    current = "thread that failed, innermost first:"
    assert read_fault(text).lines == ("fault: Aborted", "thread:", "  x.py:3:wait", current, "  y.py:?:<lambda>")
    assert read_fault(PATIENT["mrn"]).lines == ("fault: unknown",)
