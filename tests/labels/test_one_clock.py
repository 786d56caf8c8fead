"""A paper knows one clock, and parts no name."""

import pytest

from tests.labels.papers import read_label, read_paper, worksheet_bytes
from tests.orders import plain_order


@pytest.mark.parametrize(
    ("given_at", "shown"), [("2026-11-22T08:30:00Z", "09:30"), ("2026-11-22T10:00:00+01:00", "10:00")]
)
def test_all_times_of_a_label_are_of_the_clock_of_its_preparation(given_at: str, shown: str) -> None:
    text = read_label(plain_order() | {"administer_at": given_at}).text()
    assert f"for 22-Nov-2026 {shown}" in text.replace("\u00a0", " ")


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_no_line_of_a_worksheet_parts_the_medicine_s_name(size: str) -> None:
    for line in read_paper(worksheet_bytes(plain_order(), size)).lines:
        words = line.text.replace("\u00a0", " ").strip().lower()
        assert not words.endswith(("ado-trastuzumab", "emtansine ("))
        assert not words.startswith(("emtansine", "(kadcyla", "trastuzumab"))


def test_a_product_written_with_a_word_processor_s_hyphen_is_printed() -> None:
    order = plain_order() | {"product": "ado\u2011trastuzumab\u3000emtansine (KADCYLA)"}
    assert "ado-trastuzumab emtansine (KADCYLA)" in read_paper(worksheet_bytes(order)).text().replace("\u00a0", " ")
