"""Dates and instants that are refused: `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM[:SS](Z|±HH:MM)`, nothing else."""

from typing import Any

import pytest

from tests.orders import with_token, with_value
from tests.refusals import Broken, assert_refused, refuse_all

DATES = (
    "patient.birth_date",
    "weight.measured_on",
    "prior_doses[0].given_on",
    "labs.collected_on",
    "labs.lvef_measured_on",
)
INSTANTS = ("prepare_at", "administer_at")

BAD_DATES = (
    "1732233600",
    "20261120",
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-11-00",
    "0000-01-01",
    "2026-1-2",
    "26-11-20",
    "+2026-11-20",
    "12026-11-20",
    "2026/11/20",
    "20-Nov-2026",
    "2026-W47-5",
    "2026-324",
    "2026-11",
    "2026-11-20T00:00:00",
    "2026-11-20T00:00:00Z",
    "2026-11-20 ",
    " 2026-11-20",
    "2026-11-2０",
    "2026\N{NON-BREAKING HYPHEN}11\N{NON-BREAKING HYPHEN}20",
    "today",
)
BAD_INSTANTS = (
    "2026-11-22T09:00:00",
    "2026-11-22T09:00",
    "2026-11-22 09:00:00+01:00",
    "2026-11-22T09:00:00 +01:00",
    " 2026-11-22T09:00:00+01:00",
    "2026-11-22T09:00:00+01:00 ",
    "2026-11-22t09:00:00+01:00",
    "2026-11-22T09:00:00z",
    "2026-11-22T24:00+01:00",
    "2026-11-22T24:00:00+01:00",
    "2026-11-22T09:60:00+01:00",
    "2026-11-22T09:00:60+01:00",
    "2026-11-22T09:00:00.5+01:00",
    "2026-11-22T09:00:00,5+01:00",
    "2026-11-22T9:00+01:00",
    "2026-11-22T09+01:00",
    "2026-11-22T0900+01:00",
    "20261122T090000+0100",
    "2026-11-22T09:00:00+0100",
    "2026-11-22T09:00:00+01",
    "2026-11-22T09:00:00+1:00",
    "2026-11-22T09:00:00+01:60",
    "2026-11-22T09:00:00+24:00",
    "2026-11-22T09:00:00+99:99",
    "2026-11-22T09:00:00+01:00:00",
    "2026-11-22T09:00:00\N{MINUS SIGN}01:00",
    "2026-11-22T09:00:00Z+01:00",
    "2026-11-22T09:00:00 UTC",
    "2026-11-22T09:00:00+01:00[Europe/Berlin]",
    "2026-02-30T09:00:00+01:00",
    "2026-11-22",
    "2026-W47-7T09:00:00+01:00",
    "２０２６-11-22T09:00:00+01:00",
    "09:00",
    "1732233600",
)
BAD_TOKENS = {
    "1732233600": "1732233600",
    "20261120": "20261120",
    "1732233600.0": "1732233600.0",
    "true": "true",
    '""': "",
    "[]": "",
    '["2026-11-20"]': "",
    '{"year": 2026}': "",
    "NaN": "",
    "9" * 5000: "",
    f'"{"2" * 5000}"': "",
    '"2026-11-20\\n"': "",
    '"2026-11-22T09:00:00+01:00\\n"': "",
    '"2026-11-20\\u0000"': "",
}
PATIENT = "patient."


def _list_broken() -> list[Broken]:
    texts = [(path, bad) for path in DATES for bad in BAD_DATES] + [
        (path, bad) for path in INSTANTS for bad in BAD_INSTANTS
    ]
    values = [Broken(f"{path} text {bad!a}", with_value(path, bad), path, bad) for path, bad in texts]
    tokens = [
        Broken(f"{path} JSON {token if len(token) < 40 else len(token)}", with_token(path, token), path, came)
        for path in (*DATES, *INSTANTS)
        for token, came in BAD_TOKENS.items()
    ]
    return [Broken(one.name, one.order, one.field) if one.field.startswith(PATIENT) else one for one in values + tokens]


BROKEN = _list_broken()


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    return refuse_all(BROKEN)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: str(broken.name))
def test_a_date_or_instant_of_another_form_is_refused_by_its_field(
    broken: Broken, answers: dict[str, dict[str, Any]]
) -> None:
    assert_refused(answers[broken.name], broken)
