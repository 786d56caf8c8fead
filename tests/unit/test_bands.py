"""The band of a value: the words of the label's row at both sides of each bound and at the bound itself.

Bounds and actions are those of the table in the issue of the laboratory rules.
"""

from decimal import Decimal

import pytest

from prep_assistant.calculation import Indication, Severity, Toxicity
from prep_assistant.calculation.bands import Band, find_band, find_injury_band
from tests.unit.typed_orders import MONOGRAPH

RULES = MONOGRAPH.laboratory_rules
MBC, EBC = Indication.MBC, Indication.EBC
HOLD, HOLD_REDUCE, DISCONTINUE, REPEAT = "hold", "hold_reduce", "discontinue", "repeat"
HAIR = Decimal("0.0001")
HELD = "60,000 /mm³ (≥ 25,000 to < 75,000): hold until 75,000/mm³ or more, then treat at the same level"
SAID = {"": "no change", HOLD: "hold until", HOLD_REDUCE: "one level lower", DISCONTINUE: "discontinue permanently"}

# For each indication and reaction: the bounds, and what holds below, between and above them.
# "up to" counts a bound to the band below it (≤, >), "from" to the band above it (<, ≥).
TABLE = [
    (MBC, "platelets", "from", ["25000", "50000"], [HOLD_REDUCE, HOLD, ""]),
    (EBC, "platelets", "from", ["25000", "75000"], [HOLD_REDUCE, HOLD, ""]),
    (MBC, "alt", "up to", ["5", "20"], ["", HOLD_REDUCE, DISCONTINUE]),
    (MBC, "ast", "up to", ["5", "20"], ["", HOLD_REDUCE, DISCONTINUE]),
    (EBC, "alt", "up to", ["3", "20"], ["", HOLD_REDUCE, DISCONTINUE]),
    (EBC, "ast", "up to", ["3", "5", "20"], ["", HOLD, HOLD_REDUCE, DISCONTINUE]),
    (MBC, "bilirubin", "up to", ["1.5", "3", "10"], ["", HOLD, HOLD_REDUCE, DISCONTINUE]),
    (EBC, "bilirubin", "up to", ["1", "2"], ["", HOLD_REDUCE, DISCONTINUE]),
    (MBC, "neuropathy", "from", ["3"], ["", HOLD]),
    (EBC, "neuropathy", "from", ["3"], ["", HOLD]),
    (MBC, "heart_failure", "from", ["1"], ["", DISCONTINUE]),
    (EBC, "heart_failure", "from", ["1"], ["", DISCONTINUE]),
    (MBC, "ild_or_pneumonitis", "from", ["1"], ["", DISCONTINUE]),
    (EBC, "ild_or_pneumonitis", "from", ["1"], ["", DISCONTINUE]),
    (MBC, "nodular_regenerative_hyperplasia", "from", ["1"], ["", DISCONTINUE]),
    (EBC, "nodular_regenerative_hyperplasia", "from", ["1"], ["", DISCONTINUE]),
]
WHOLE = {"platelets", "neuropathy", "heart_failure", "ild_or_pneumonitis", "nodular_regenerative_hyperplasia"}


def sides() -> list[tuple[Indication, str, Decimal, str]]:
    """Every bound and the least step to either side of it, with the action that the table gives there."""
    expected = []
    for indication, reaction, side, bounds, actions in TABLE:
        step = Decimal(1) if reaction in WHOLE else HAIR
        for place, bound in enumerate(map(Decimal, bounds)):
            below, above = actions[place], actions[place + 1]
            at = below if side == "up to" else above
            expected += [
                (indication, reaction, bound + move, action)
                for move, action in ((-step, below), (Decimal(0), at), (step, above))
            ]
    return expected  # fmt: skip


def band(indication: Indication, reaction: str, value: str | Decimal, baseline: str | None = None) -> Band:
    before = None if baseline is None else Decimal(baseline)
    return find_band(RULES, indication, Toxicity(reaction), Decimal(value), before)


def said(found: Band) -> str:
    return found.text.replace("\u00a0", " ")


@pytest.mark.parametrize(("indication", "reaction", "value", "action"), sides())
def test_a_value_falls_into_the_band_of_the_table(
    indication: Indication, reaction: str, value: Decimal, action: str
) -> None:
    found = band(indication, reaction, value)
    assert SAID[action] in found.text
    assert found.code == (f"toxicity.{reaction}.{action}" if action else "")
    assert found.severity == (Severity.STOP if action else None)
    assert found.is_decidable is (action in {HOLD, HOLD_REDUCE})


@pytest.mark.parametrize(
    ("indication", "value", "baseline", "action"),
    [
        (MBC, "39.9999", None, HOLD),
        (MBC, "40", "49.9999", REPEAT),
        (MBC, "40", "50", HOLD),
        (MBC, "45", "55", HOLD),
        (MBC, "45", "54.9999", REPEAT),
        (MBC, "45.0001", "62", ""),
        (EBC, "44.9999", "45", HOLD),
        (EBC, "45", "55", HOLD),
        (EBC, "45", "54.9999", REPEAT),
        (EBC, "49.9999", "59.9999", HOLD),
        (EBC, "50", "62", ""),
    ],
)
def test_the_lvef_is_judged_with_its_fall_from_the_baseline(
    indication: Indication, value: str, baseline: str | None, action: str
) -> None:
    found = band(indication, "lvef", value, baseline)
    assert found.code == (f"toxicity.lvef.{action}" if action else "")
    stops = Severity.CONFIRM if indication is EBC else Severity.STOP
    assert found.severity == {HOLD: stops, REPEAT: Severity.NOTE, "": None}[action]
    assert ("not read in a current label" in found.text) is (indication is EBC)


@pytest.mark.parametrize(("indication", "value"), [(MBC, "40"), (MBC, "45"), (EBC, "45"), (EBC, "49.9999")])
def test_without_a_baseline_the_middle_band_says_what_is_wanting(indication: Indication, value: str) -> None:
    found = band(indication, "lvef", value)
    bounds = "≥ 40 to ≤ 45" if indication is MBC else "≥ 45 to < 50"
    rest = "hold or continue depends on the fall from the baseline, which is not entered"
    assert said(found) == f"{value} % ({bounds}): {rest}"
    assert (found.code, found.severity) == ("toxicity.lvef.baseline_missing", Severity.CONFIRM)
    assert found.is_decidable is False


@pytest.mark.parametrize(
    ("indication", "reaction", "value", "words"),
    [
        (EBC, "platelets", "60000", HELD),
        (MBC, "platelets", "60000", "60,000 /mm³ (≥ 50,000): no change"),
        (EBC, "alt", "2.0000", "2 × ULN (≤ 3): no change"),
        (EBC, "bilirubin", "2", "2 × ULN (> 1 to ≤ 2): hold until 1 × ULN or less, then treat one level lower"),
        (MBC, "neuropathy", "2", "grade 2 (< 3): no change"),
        (MBC, "heart_failure", "0", "no: no change"),
        (MBC, "ild_or_pneumonitis", "1", "yes: discontinue permanently"),
        (EBC, "lvef", "50", "50 % (≥ 50): no change (row not read in a current label)"),
    ],
)  # fmt: skip
def test_a_band_says_value_bounds_and_action(indication: Indication, reaction: str, value: str, words: str) -> None:
    assert said(band(indication, reaction, value)) == words


def test_the_band_of_a_fall_names_the_fall() -> None:
    assert said(band(MBC, "lvef", "42", "54")).startswith("42 % (≥ 40 to ≤ 45, fall ≥ 10 points): hold until")
    assert said(band(MBC, "lvef", "42", "50")) == (
        "42 % (≥ 40 to ≤ 45, fall < 10 points): continue, repeat within 3 weeks"
    )


@pytest.mark.parametrize(
    ("alt", "ast", "bilirubin", "injured"),
    [
        ("3.0001", None, "2.0001", True),
        (None, "3.0001", "2.0001", True),
        ("3", "3", "2.0001", False),
        ("3.0001", "3.0001", "2", False),
        ("3.0001", None, None, False),
        (None, None, "2.0001", False),
    ],
)
def test_transaminases_and_bilirubin_raised_together_are_a_band_of_their_own(
    alt: str | None, ast: str | None, bilirubin: str | None, *, injured: bool
) -> None:
    found = find_injury_band(RULES, *(None if value is None else Decimal(value) for value in (alt, ast, bilirubin)))
    assert (found is not None) is injured
    if found:
        assert "ALT or AST above 3 × ULN together with bilirubin above 2 × ULN: discontinue permanently" in found.text
        assert (found.code, found.severity) == ("toxicity.liver_injury.discontinue", Severity.STOP)
        assert found.is_decidable
