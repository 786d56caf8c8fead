"""The table of dose modifications: each row readable, and each reaction's rows covering every value once."""

from decimal import Decimal
from pathlib import Path

import pytest

from prep_assistant.calculation import Range
from prep_assistant.formulary import load_formulary
from tests.unit.damaged_formulary import MODIFICATIONS, assert_refused, copy_formulary, damage


@pytest.mark.parametrize(
    ("old", "new", "entry", "defect"),
    [
        ("MBC,alt,,,5,,", "MBC,alt,,,4,,", "MBC alt", "a gap or an overlap at 4 and 5"),
        ("MBC,alt,,,5,,", "MBC,alt,,,6,,", "MBC alt", "a gap or an overlap at 6 and 5"),
        ("MBC,alt,,,5,,", "MBC,alt,,,,5,", "MBC alt", "a gap or an overlap at 5 and 5"),
        ("MBC,alt,,5,20,,", "MBC,alt,5,,20,,", "MBC alt", "a gap or an overlap at 5 and 5"),
        ("MBC,alt,,,5,,", "MBC,alt,1,,5,,", "MBC alt", "does not cover every value"),
        ("MBC,alt,,20,,,", "MBC,alt,,20,90,,", "MBC alt", "does not cover every value"),
        ("MBC,alt,,,5,,× ULN,,,none,,,US PI,2.2,read,\n", "", "MBC alt", "does not cover every value"),
        ("MBC,alt,,5,20,,", "MBC,alt,4,5,20,,", "MBC alt", "has two bounds on one side"),
        ("MBC,alt,,5,20,,", "MBC,alt,,5,20,21,", "MBC alt", "has two bounds on one side"),
        ("MBC,alt,,5,20,,", "MBC,alt,,five,20,,", "MBC alt", "expected a decimal number"),
        ("MBC,alt,,5,20,,× ULN", "MBC,alt,,5,20,,", "MBC alt", "must be text"),
        ("× ULN,,,hold_reduce,5", "× ULN,,,wait,5", "MBC alt", "'wait' is not a valid Action"),
        ("MBC,alt,,5", "MBC,alat,,5", "MBC alat", "'alat' is not a valid Toxicity"),
        ("45,,%,,10,repeat", "45,,%,,9,repeat", "MBC lvef, fall", "a gap or an overlap at 9 and 10"),
        ("45,,%,10,,hold", "45,,%,11,,hold", "MBC lvef, fall", "a gap or an overlap at 10 and 11"),
        ("45,,%,,10,repeat", "45,,%,,,repeat", "MBC lvef, fall", "a gap or an overlap at None and 10"),
        ("45,,%,10,,hold", "45,,%,10,20,hold", "MBC lvef, fall", "does not cover every value"),
        ("MBC,alt,,,5,,", "MBC,alt,,20,,,", "MBC alt", "does not cover every value"),
        ("MBC,alt,,5,20,,", "MBC,alt,,20,,,", "MBC alt", "a gap or an overlap at 5 and 20"),
    ],
)
def test_rows_that_cannot_be_read_or_do_not_cover_every_value_once_are_refused(
    tmp_path: Path, old: str, new: str, entry: str, defect: str
) -> None:
    assert_refused(damage(tmp_path, MODIFICATIONS, old, new), MODIFICATIONS, entry, defect)


@pytest.mark.parametrize(
    ("old", "new", "defect"),
    [
        ("US PI,2.2,read,\n", ",2.2,read,\n", "has no source"),
        ("US PI,2.2,read,\n", "US PI,2.2,sure,\n", "has the status sure, which means nothing"),
        ("US PI,2.2,read,\n", "US PI,2.2,read\n", "has too many or too few columns"),
        ("US PI,2.2,read,\n", "US PI,2.2,read,,\n", "has too many or too few columns"),
    ],
)
def test_a_row_without_source_or_status_is_refused_by_its_line(tmp_path: Path, old: str, new: str, defect: str) -> None:
    assert_refused(damage(tmp_path, MODIFICATIONS, old, new), MODIFICATIONS, "line 2", defect)


def test_a_reaction_without_rows_is_refused(tmp_path: Path) -> None:
    path = copy_formulary(tmp_path) / MODIFICATIONS
    kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("EBC,neuropathy")]
    path.write_text("\n".join(kept) + "\n", "utf-8")
    assert_refused(tmp_path, MODIFICATIONS, "EBC neuropathy", "does not cover every value")


def test_the_order_of_rows_decides_nothing(tmp_path: Path) -> None:
    path = copy_formulary(tmp_path) / MODIFICATIONS
    head, *rows = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([head, *reversed(rows)]) + "\n", "utf-8")
    turned, plain = (load_formulary(folder=folder).monograph.laboratory_rules.rows for folder in (tmp_path, None))
    assert {key: set(rows) for key, rows in turned.items()} == {key: set(rows) for key, rows in plain.items()}


@pytest.mark.parametrize(
    ("lower", "upper", "with_lower", "with_upper", "inside", "outside"),
    [
        (None, None, False, False, "-5 0 99999", ""),
        ("3", None, True, False, "3 3.0001", "2.9999"),
        ("3", None, False, False, "3.0001", "3"),
        (None, "3", False, True, "0 3", "3.0001"),
        (None, "3", False, False, "2.9999", "3"),
        ("3", "5", False, True, "3.0001 5", "3 5.0001"),
    ],
)
def test_a_range_holds_its_bounds_only_where_it_says_so(  # noqa: PLR0913, PLR0917 - one column each
    lower: str | None,
    upper: str | None,
    with_lower: bool,  # noqa: FBT001 - a table of truths
    with_upper: bool,  # noqa: FBT001 - a table of truths
    inside: str,
    outside: str,
) -> None:
    least, most = (None if bound is None else Decimal(bound) for bound in (lower, upper))
    held = Range(least, most, with_lower, with_upper)
    assert [text for text in inside.split() if Decimal(text) not in held] == []
    assert [text for text in outside.split() if Decimal(text) in held] == []
