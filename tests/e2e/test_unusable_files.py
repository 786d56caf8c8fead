"""Files that are no order at all: junk, depth, bytes that are no text, and files that cannot be read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.orders import plain_order, with_value
from tests.program import AS_ORDINARY_USER, assert_unusable, parse_output, run_program

ORDER = json.dumps(plain_order()).encode()
MEGABYTES = 10 * 1024 * 1024

CONTENTS: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a blank line": lambda: b" \n",
    "junk text": lambda: b"please prepare 252 mg",
    "10 MB of junk": lambda: b"x" * MEGABYTES,
    "10 MB of lines": lambda: b"junk\n" * (MEGABYTES // 5),
    "10 MB of digits": lambda: b"7" * MEGABYTES,
    "10 MB in a list": lambda: b"[" + b"0," * (MEGABYTES // 2) + b"0]",
    "10 MB in a name": lambda: json.dumps(with_value("patient.family_name", "Q" * MEGABYTES)).encode(),
    "lists 100,000 deep": lambda: b"[" * 100_000,
    "closed lists 100,000 deep": lambda: b"[" * 100_000 + b"]" * 100_000,
    "objects 100,000 deep": lambda: b'{"a":' * 100_000,
    "closed objects 100,000 deep": lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "depth within a field": lambda: ORDER.replace(b'"70"', b"[" * 100_000 + b"]" * 100_000),
    "binary bytes": lambda: bytes(range(256)) * 16,
    "NUL bytes": lambda: b"\0" * 4096,
    "invalid UTF-8": lambda: ORDER.replace(b"Example", b"Ex\xe4mple"),
    "a surrogate in UTF-8": lambda: ORDER.replace(b"Example", b"Ex\xed\xa0\x80mple"),
    "UTF-16": lambda: ORDER.decode().encode("utf-16"),
    "a byte order mark": lambda: b"\xef\xbb\xbf" + ORDER,
    "half an order": lambda: ORDER[:300],
    "two orders": lambda: ORDER + b"\n" + ORDER,
    "an order and a comma": lambda: ORDER + b",",
    "an order with a comment": lambda: b"// today\n" + ORDER,
    "an order in a list": lambda: b"[" + ORDER + b"]",
    "an order as a text": lambda: json.dumps(ORDER.decode()).encode(),
    "an empty object": lambda: b"{}",
    "null": lambda: b"null",
    "true": lambda: b"true",
    "a number": lambda: b"252",
    "NaN": lambda: b"NaN",
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
def test_a_file_that_is_no_order_gives_one_short_line(content: Callable[[], bytes], tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    file.write_bytes(content())
    assert len(assert_unusable(run_program("plan", file))) < 1000


@pytest.mark.parametrize("name", ["nothing", "binary bytes", "invalid UTF-8", "objects 100,000 deep"])
def test_standard_input_that_is_no_order_gives_one_short_line(name: str) -> None:
    assert len(assert_unusable(run_program("plan", "-", stdin=CONTENTS[name]()))) < 1000


@pytest.mark.parametrize("lines", [[], ["--lines"]], ids=["plan", "plan --lines"])
def test_a_directory_is_refused_by_its_path(lines: list[str], tmp_path: Path) -> None:
    assert str(tmp_path) in assert_unusable(run_program("plan", *lines, tmp_path))


@pytest.mark.parametrize("lines", [[], ["--lines"]], ids=["plan", "plan --lines"])
def test_a_file_that_is_not_there_is_refused_by_its_path(lines: list[str], tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"
    assert str(missing) in assert_unusable(run_program("plan", *lines, missing))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "path", ["", "a\nb.json", "missing/order.json", "x" * 5000], ids=["empty", "two lines", "missing", "long"]
)
def test_a_path_that_leads_nowhere_gives_one_line(path: str, tmp_path: Path) -> None:
    assert_unusable(run_program("plan", path, directory=tmp_path))


@pytest.mark.parametrize("lines", [[], ["--lines"]], ids=["plan", "plan --lines"])
def test_a_file_without_read_permission_is_refused_by_its_path(lines: list[str], tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    file.write_bytes(ORDER + b"\n")
    allowed = run_program("plan", *lines, file, launcher=AS_ORDINARY_USER)
    assert (allowed.code, parse_output(allowed.out)["status"]) == (0, "ready")
    file.chmod(0o000)
    assert str(file) in assert_unusable(run_program("plan", *lines, file, launcher=AS_ORDINARY_USER))


def test_a_directory_that_may_not_be_entered_gives_one_line(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "order.json").write_bytes(ORDER)
    closed.chmod(0o000)
    try:
        assert_unusable(run_program("plan", closed / "order.json", launcher=AS_ORDINARY_USER))
    finally:
        closed.chmod(0o700)
