"""`label FILE --output OUT.pdf`: the bag label, or nothing at all when the plan is stopped or a question is open."""

import json
import re
from pathlib import Path

import pytest

from tests.orders import Order, confirm_order, plain_order, stopped_order, with_value
from tests.program import Outcome, assert_unusable, run_program

STALE = ["--reason", "weight.stale", "weighed on the ward by the nurse today"]
NOT_RELEASED = ["--reason", "labs.not_released", "released by telephone, Dr Example"]


def label_of(order: Order, folder: Path, *options: str) -> tuple[Outcome, Path]:
    """Ask for the label of an order and return what came of it and the path the label was to have."""
    file, output = folder / "order.json", folder / "label.pdf"
    file.write_text(json.dumps(order), "utf-8")
    return run_program("label", file, "--output", output, *options), output


def assert_label(outcome: Outcome, output: Path) -> bytes:
    assert (outcome.code, outcome.out, outcome.err) == (0, b"", "")
    written = output.read_bytes()
    assert written.startswith(b"%PDF-")
    assert written.rstrip().endswith(b"%%EOF")
    assert sorted(path.name for path in output.parent.iterdir()) == ["label.pdf", "order.json"]
    return written


def assert_withheld(outcome: Outcome, output: Path) -> None:
    assert outcome.code == 3, outcome.err
    assert outcome.out == b""
    assert "Traceback" not in outcome.err
    assert [path.name for path in output.parent.iterdir()] == ["order.json"]


@pytest.mark.parametrize("options", [[], ["--size", "100x150"]], ids=["default size", "100x150"])
def test_a_ready_plan_gives_a_label(options: list[str], tmp_path: Path) -> None:
    outcome, output = label_of(plain_order(), tmp_path, *options)
    assert_label(outcome, output)


def test_the_default_size_is_100_by_150_mm(tmp_path: Path) -> None:
    default = assert_label(*label_of(plain_order(), tmp_path))
    assert assert_label(*label_of(plain_order(), tmp_path, "--size", "100x150")) == default
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", default)
    assert box is not None
    width, height = (float(side) * 25.4 / 72 for side in box.groups())
    assert (round(width, 1), round(height, 1)) == (100.0, 150.0)


def test_the_label_is_the_same_bytes_whatever_surrounds_the_program(tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    file.write_text(json.dumps(plain_order()), "utf-8")
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LANG": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "3", "TZ": "UTC", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ]
    labels = []
    for number, environment in enumerate(surroundings):
        folder = tmp_path / f"folder {number}"
        folder.mkdir()
        name = f"label-{number}.pdf"
        outcome = run_program("label", file, "--output", name, environment=environment, directory=folder)
        assert outcome.code == 0, outcome.err
        labels.append((folder / name).read_bytes())
    assert labels[0].startswith(b"%PDF-")
    assert len(set(labels)) == 1


def test_another_order_gives_another_label(tmp_path: Path) -> None:
    first = assert_label(*label_of(plain_order(), tmp_path))
    second = assert_label(*label_of(with_value("patient.mrn", "00418", plain_order()), tmp_path))
    assert first != second


def test_a_second_label_takes_the_place_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "label.pdf").write_bytes(b"an older label")
    assert_label(*label_of(plain_order(), tmp_path))


def test_a_stopped_plan_gives_no_label_and_exit_code_3(tmp_path: Path) -> None:
    assert_withheld(*label_of(stopped_order(), tmp_path))


def test_a_stopped_plan_leaves_an_older_label_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "label.pdf").write_bytes(b"an older label")
    outcome, output = label_of(stopped_order(), tmp_path)
    assert (outcome.code, output.read_bytes()) == (3, b"an older label")


def test_no_reason_moves_a_stopped_plan(tmp_path: Path) -> None:
    reason = ["--reason", "identity.other_product", "the prescriber means the other drug"]
    assert_withheld(*label_of(stopped_order(), tmp_path, *reason))


def test_a_question_without_an_answer_gives_no_label_and_exit_code_3(tmp_path: Path) -> None:
    assert_withheld(*label_of(confirm_order(), tmp_path))


def test_a_question_with_its_reason_gives_a_label(tmp_path: Path) -> None:
    assert_label(*label_of(confirm_order(), tmp_path, *STALE))


def test_a_reason_of_exactly_ten_characters_is_long_enough(tmp_path: Path) -> None:
    assert_label(*label_of(confirm_order(), tmp_path, "--reason", "weight.stale", "ward scale"))


def test_every_question_wants_its_own_reason(tmp_path: Path) -> None:
    order = confirm_order() | {"treatment_released_by": None}
    assert_withheld(*label_of(order, tmp_path, *STALE))
    assert_withheld(*label_of(order, tmp_path, *NOT_RELEASED))
    assert_label(*label_of(order, tmp_path, *NOT_RELEASED, *STALE))


UNUSABLE = {
    "a reason of nine characters": ["--reason", "weight.stale", "too short"],
    "an empty reason": ["--reason", "weight.stale", ""],
    "a code that is not in the plan": [*STALE, "--reason", "weight.changed", "a reason that is long enough"],
    "a code that does not exist": [*STALE, "--reason", "weight.wrong", "a reason that is long enough"],
    "a part of a code": ["--reason", "weight", "a reason that is long enough"],
    "a reason without its text": ["--reason", "weight.stale"],
    "an unknown size": [*STALE, "--size", "100x151"],
    "an empty size": [*STALE, "--size", ""],
    "a size turned over": [*STALE, "--size", "150x100"],
}


@pytest.mark.parametrize("options", UNUSABLE.values(), ids=UNUSABLE.keys())
def test_an_unusable_reason_or_size_is_one_line_and_exit_code_2(options: list[str], tmp_path: Path) -> None:
    outcome, output = label_of(confirm_order(), tmp_path, *options)
    assert_unusable(outcome)
    assert not output.exists()


def test_a_reason_for_a_ready_plan_that_does_not_ask_is_refused(tmp_path: Path) -> None:
    outcome, _ = label_of(plain_order(), tmp_path, *STALE)
    assert "weight.stale" in assert_unusable(outcome)


def test_an_order_that_is_not_there_is_one_line_and_leaves_no_file(tmp_path: Path) -> None:
    assert_unusable(run_program("label", tmp_path / "missing.json", "--output", tmp_path / "label.pdf"))
    assert list(tmp_path.iterdir()) == []
