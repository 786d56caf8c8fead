"""Texts that are refused: too long, empty, with blank ends, with characters that hide or turn what is read."""

from typing import Any

import pytest

from tests.orders import with_token, with_value
from tests.refusals import Broken, assert_refused, refuse_all

LONGEST = {
    "order_id": 32,
    "patient.mrn": 20,
    "patient.family_name": 60,
    "patient.given_name": 60,
    "product": 200,
    "treatment_released_by": 200,
    "bag_fluid": 200,
    "decisions[0].finding": 200,
    "decisions[0].decided_by": 200,
    "decisions[0].reason": 200,
}
COMPOSED = "e\N{COMBINING ACUTE ACCENT}"  # two code points that are one letter in NFC

# Each stands inside "RX{}7" and is written as JSON escapes, so that the line itself is plain ASCII.
BAD_CHARACTERS = {
    "NUL": "\\u0000",
    "tab": "\\t",
    "line feed": "\\n",
    "carriage return": "\\r",
    "escape": "\\u001b",
    "delete": "\\u007f",
    "next line": "\\u0085",
    "left-to-right override": "\\u202d",
    "right-to-left override": "\\u202e",
    "unassigned": "\\u0378",
    "unassigned, beyond the first plane": "\\udb40\\udc80",
    "noncharacter": "\\uffff",
    "high surrogate alone": "\\ud800",
    "low surrogate alone": "\\udc00",
    "surrogates in the wrong order": "\\udc00\\ud800",
}
BLANK_ENDS = {"blank before": " RX-7", "blank after": "RX-7 ", "only a blank": " "}
OTHER_KINDS = {"number": "7", "float": "1.5", "true": "true", "list": '["RX-7"]', "object": '{"text": "RX-7"}'}

CHOICES = {
    "schema": ("prep-assistant/order/2", "prep-assistant/plan/1", "prep-assistant/order/1 ", ""),
    "jurisdiction": ("us", "USA", "JP", "US ", ""),
    "indication": ("ebc", "MBC ", "early", "EBC, MBC", ""),
    "prior_doses[0].infusion_reaction": ("None", "mild", "life-threatening", " none", ""),
}
CHOICE_TOKENS = {"null": "", "1": "1", "true": "true", '["none"]': "", "{}": ""}


def _list_broken() -> list[Broken]:
    lengths = [
        Broken(f"{path} {name}", with_value(path, text), path)
        for path, longest in LONGEST.items()
        for name, text in {
            "empty": "",
            "one too long": "x" * (longest + 1),
            "one too long in NFC": COMPOSED * (longest + 1),
            "far too long": "x" * 100_000,
            **BLANK_ENDS,
        }.items()
    ]
    characters = [
        Broken(f"{path} with {name}", with_token(path, f'"RX{escape}7"'), path)
        for path in LONGEST
        for name, escape in BAD_CHARACTERS.items()
    ]
    kinds = [
        Broken(f"{path} as {name}", with_token(path, token), path)
        for path in LONGEST
        for name, token in OTHER_KINDS.items()
    ]
    choices = [
        Broken(f"{path} {bad!r}", with_value(path, bad), path, bad) for path, texts in CHOICES.items() for bad in texts
    ]
    tokens = [
        Broken(f"{path} JSON {token}", with_token(path, token), path, came)
        for path in CHOICES
        for token, came in CHOICE_TOKENS.items()
    ]
    return [*lengths, *characters, *kinds, *choices, *tokens]


BROKEN = _list_broken()


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    return refuse_all(BROKEN)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: str(broken.name))
def test_a_text_outside_its_bounds_is_refused_by_its_field(broken: Broken, answers: dict[str, dict[str, Any]]) -> None:
    assert_refused(answers[broken.name], broken)
