"""Numbers that are refused: exact decimals are texts of one form, whole numbers are JSON integers within a range."""

from typing import Any

import pytest

from tests.orders import plain_order, with_token, with_value
from tests.refusals import Broken, assert_refused, refuse_all

DECIMALS = (
    "weight.kg",
    "dose_mg_per_kg",
    "dose_mg",
    "patient.height_cm",
    "prior_doses[0].dose_mg_per_kg",
    "prior_doses[0].weight_kg",
    "earlier_doses.lowest_mg_per_kg",
    "labs.lvef_percent",
    "labs.baseline_lvef_percent",
)
ZERO_ALLOWED = ("labs.alt_x_uln", "labs.ast_x_uln", "labs.bilirubin_x_uln")
NOT_SHOWN = {"patient.height_cm"}  # stands within the patient, whose values an error may leave out

BAD_TEXTS = (
    "7..0",
    "070",
    "00",
    "00.5",
    "7.",
    "+7",
    ".5",
    "1e2",
    "7,5",
    "1,000",
    "１２",
    "٧",
    "²",
    "7.00000",
    "123456",
    "-1",
    "-0.5",
    "\N{MINUS SIGN}1",
    "7 0",
    " 70",
    "70 ",
    "1_0",
    "0x10",
    "70kg",
    "NaN",
    "Infinity",
    "1/2",
)
BAD_ENDS = {
    "empty": "",
    "line end": "70\n",
    "no-break space": "70\N{NO-BREAK SPACE}",
    "NUL": "70\0",
    "long": "7" * 5000,
}
BAD_TOKENS = {
    "70.5": "70.5",
    "70.0": "70.0",
    "1e2": "",
    "70": "70",
    "0": "0",
    "-1": "-1",
    "true": "true",
    "NaN": "",
    "Infinity": "",
    "-Infinity": "",
    "1e999": "",
    "9" * 5000: "",
    '["70"]': "",
    '{"kg": "70"}': "",
}
ZEROS = ("0", "0.0", "0.0000")

WHOLE = {
    "cycle": (1, 999),
    "infusion_minutes": (1, 999),
    "prior_doses[0].infusion_minutes": (1, 999),
    "stock.100": (0, 999),
    "stock.160": (0, 999),
    "earlier_doses.count": (1, 200),
    "labs.platelets_per_mm3": (0, 9_999_999),
    "labs.neuropathy_grade": (0, 4),
}
NOT_WHOLE = {
    "true": "true",
    "false": "false",
    '"2"': "2",
    "2.0": "2.0",
    "2.5": "2.5",
    "1e0": "",
    "[2]": "",
    "{}": "",
    '""': "",
    "NaN": "",
    "9" * 5000: "",
}
FLAGS = ("labs.symptomatic_heart_failure", "labs.ild_or_pneumonitis", "labs.nodular_regenerative_hyperplasia")
NOT_FLAGS = {"0": "0", "1": "1", '"true"': "true", '"no"': "no", "1.0": "1.0", "[]": "", "{}": ""}


def _named(token: str) -> str:
    return token if len(token) < 20 else f"{len(token)} digits"


def _list_broken() -> list[Broken]:
    every = (*DECIMALS, *ZERO_ALLOWED)
    texts = [Broken(f"{path} text {bad!a}", with_value(path, bad), path, bad) for path in every for bad in BAD_TEXTS]
    ends = [Broken(f"{path} {end}", with_value(path, bad), path) for path in every for end, bad in BAD_ENDS.items()]
    zeros = [Broken(f"{path} zero {bad}", with_value(path, bad), path, bad) for path in DECIMALS for bad in ZEROS]
    tokens = [
        Broken(f"{path} JSON {_named(token)}", with_token(path, token), path, came)
        for path in every
        for token, came in BAD_TOKENS.items()
    ]
    ranges = [
        Broken(f"{path} out of range {bad}", with_value(path, bad), path, str(bad))
        for path, (lowest, highest) in WHOLE.items()
        for bad in (lowest - 1, highest + 1, -999, 10**12)
    ]
    kinds = [
        Broken(f"{path} not whole {_named(token)}", with_token(path, token), path, came)
        for path in WHOLE
        for token, came in NOT_WHOLE.items()
    ]
    flags = [
        Broken(f"{path} not true or false {token}", with_token(path, token), path, came)
        for path in FLAGS
        for token, came in NOT_FLAGS.items()
    ]
    listed = [*texts, *ends, *zeros, *tokens, *ranges, *kinds, *flags]
    return [Broken(one.name, one.order, one.field) if one.field in NOT_SHOWN else one for one in listed]


BROKEN = _list_broken()


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    return refuse_all(BROKEN)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: str(broken.name))
def test_a_number_of_another_form_is_refused_by_its_field(broken: Broken, answers: dict[str, dict[str, Any]]) -> None:
    assert_refused(answers[broken.name], broken)


def test_the_plain_order_refuses_a_float_just_as_the_full_one() -> None:
    broken = Broken("float", with_token("weight.kg", "70.4", plain_order()), "weight.kg", "70.4")
    assert_refused(refuse_all([broken])["float"], broken)
