"""What counts as a reason, for the command line and the window alike."""

import pytest

from prep_assistant.calculation import parse_reason
from prep_assistant.quantities import Refused


@pytest.mark.parametrize("text", ["a" * 10, "a" * 200, "e\u0301" * 10])
def test_ten_to_two_hundred_letters_are_a_reason_and_come_back_as_they_were(text: str) -> None:
    assert parse_reason(text) == text


@pytest.mark.parametrize("text", ["", "a" * 9, "a" * 201, "e\u0301" * 9, " " * 10, "long enough ", "with a\ttab in it"])
def test_what_is_shorter_longer_blank_or_cannot_be_shown_is_no_reason(text: str) -> None:
    with pytest.raises(Refused):
        parse_reason(text)
