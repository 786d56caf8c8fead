"""Closed streams, links in circles, odd variables: one line each, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.orders import plain_order

CLOSED = ["plan - <&-", "plan --lines - <&-", "plan ORDER >&-", "schema order >&-", "label ORDER --output L.pdf >&-"]


def run(command: str, folder: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    (folder / "ORDER").write_text(json.dumps(plain_order()), "utf-8")
    line = f"exec {sys.executable} -m prep_assistant {command}"
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, env=os.environ | surroundings, capture_output=True, text=True, check=False
    )


def assert_one_line(outcome: subprocess.CompletedProcess[str]) -> None:
    assert outcome.returncode == 2
    assert outcome.stdout == ""
    assert len(outcome.stderr.splitlines()) == 1, outcome.stderr
    assert "expected" in outcome.stderr


@pytest.mark.parametrize("command", CLOSED)
def test_a_closed_stream_is_refused_before_anything_is_done(command: str, tmp_path: Path) -> None:
    assert_one_line(run(command, tmp_path))
    assert not (tmp_path / "L.pdf").exists()


def test_a_circle_of_links_is_no_place_for_a_label(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert_one_line(run("label ORDER --output a", tmp_path))


def test_a_place_below_a_file_is_named_as_it_was_given(tmp_path: Path) -> None:
    outcome = run("label ORDER --output ORDER/x.pdf", tmp_path)
    assert_one_line(outcome)
    assert "ORDER/x.pdf" in outcome.stderr


def test_a_file_that_fails_while_it_is_read_is_named(tmp_path: Path) -> None:
    outcome = run("plan /proc/self/mem", tmp_path)
    assert_one_line(outcome)
    assert "/proc/self/mem" in outcome.stderr


@pytest.mark.parametrize("epoch", ["5", "x"])
@pytest.mark.parametrize("paper", ["label", "worksheet"])
def test_the_builder_s_date_does_not_change_a_byte(paper: str, epoch: str, tmp_path: Path) -> None:
    assert run(f"{paper} ORDER --output one.pdf", tmp_path).returncode == 0
    assert run(f"{paper} ORDER --output other.pdf", tmp_path, SOURCE_DATE_EPOCH=epoch).returncode == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


def test_letters_of_a_reason_are_counted_as_a_person_counts_them(tmp_path: Path) -> None:
    reason = "e\u0301" * 5
    outcome = run(f"label ORDER --output L.pdf --reason labs.not_checked '{reason}'", tmp_path)
    assert_one_line(outcome)
    assert "expected a reason of 10 to 200 characters" in outcome.stderr
