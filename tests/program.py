"""Runs the program as a script would: a child process, its exit code and what it wrote.

Two launchers make hardship real, for a super-user too: `AS_ORDINARY_USER` drops the two capabilities by which root
passes over file permissions, `WITH_LITTLE_ROOM` lets no file grow beyond 1 KiB (a write fails as on a full disk).
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NoReturn

PROGRAM = (sys.executable, "-m", "prep_assistant")

_GO_ON = "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
# 24 is PR_CAPBSET_DROP; 1 and 2 are CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (linux/prctl.h, linux/capability.h).
AS_ORDINARY_USER = f"import ctypes, os, sys; [ctypes.CDLL(None).prctl(24, c, 0, 0, 0) for c in (1, 2)]; {_GO_ON}"
WITH_LITTLE_ROOM = (
    "import os, resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    f"resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)); {_GO_ON}"
)


@dataclass(frozen=True)
class Outcome:
    """What a finished child leaves: exit code, the bytes of standard output, the text of standard error."""

    code: int
    out: bytes
    err: str


def run_program(
    *arguments: str | Path,
    stdin: bytes = b"",
    stdout: int | IO[bytes] = subprocess.PIPE,
    launcher: str = "",
    environment: Mapping[str, str] | None = None,
    directory: Path | None = None,
) -> Outcome:
    """Run one command of the program to its end.

    Args:
        arguments: what is typed after `prep-assistant`.
        stdin: the bytes given on standard input.
        stdout: where standard output goes, when it is not to be captured.
        launcher: Python statements that end by becoming the program.
        environment: variables added to those of the tests.
        directory: the working directory, when it is not that of the tests.
    """
    command = [sys.executable, "-c", launcher, *PROGRAM[1:]] if launcher else [*PROGRAM]
    finished = subprocess.run(
        [*command, *map(str, arguments)],
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
        cwd=directory,
        timeout=240,
        check=False,
    )
    return Outcome(finished.returncode, finished.stdout or b"", finished.stderr.decode("utf-8"))


def parse_output(text: bytes) -> dict[str, Any]:
    """Return the JSON object a command printed; a float, or a number that is none, in it fails the test."""

    def refuse(token: str) -> NoReturn:
        raise AssertionError(f"the program printed {token} as a JSON number")

    parsed = json.loads(text.decode("utf-8"), parse_float=refuse, parse_constant=refuse)
    assert isinstance(parsed, dict)
    return parsed


def parse_lines(text: bytes) -> list[dict[str, Any]]:
    """Return the objects of JSON Lines; every line must be ended."""
    assert text == b"" or text.endswith(b"\n")
    return [parse_output(line) for line in text.split(b"\n")[:-1]]


def plan_lines(lines: Sequence[str | bytes]) -> list[dict[str, Any]]:
    """Give each text as one line to `plan --lines -` and return the answers, one to each."""
    raw = [line.encode("utf-8") if isinstance(line, str) else line for line in lines]
    outcome = run_program("plan", "--lines", "-", stdin=b"\n".join(raw) + b"\n")
    answers = parse_lines(outcome.out)
    assert len(answers) == len(lines), outcome.err
    assert outcome.code == (2 if any("error" in answer for answer in answers) else 0)
    return answers


def get_only_line(text: str) -> str:
    """Return the one line that standard error must consist of; anything more, or a traceback, fails the test."""
    assert text.endswith("\n"), text
    assert len(text.splitlines()) == 1, text
    assert "Traceback" not in text
    assert text.strip()
    return text[:-1]


def assert_unusable(outcome: Outcome) -> str:
    """Assert exit code 2, nothing on standard output, one line on standard error, and return that line."""
    assert (outcome.code, outcome.out) == (2, b""), outcome.err
    return get_only_line(outcome.err)
