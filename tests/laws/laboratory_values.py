"""Random laboratory values for the laws: healthy, but for a few on a bound of some row or a hair to either side."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

TODAY = date(2026, 11, 22)
HAIR = Decimal("0.0001")
HEALTHY: dict[str, object] = {
    "collected_on": TODAY, "platelets_per_mm3": 150_000, "alt_x_uln": "0", "ast_x_uln": "1.2", "bilirubin_x_uln": "0.5",
    "lvef_percent": "60", "lvef_measured_on": TODAY - timedelta(days=21), "baseline_lvef_percent": "62",
    "symptomatic_heart_failure": False, "neuropathy_grade": 0, "ild_or_pneumonitis": False,
    "nodular_regenerative_hyperplasia": False,
}  # fmt: skip
# Every bound of either indication and of a first dose; that a bound is nothing to a value is tried as well.
MULTIPLES = ["0.0001", "1", "1.5", "2", "2.5", "3", "5", "10", "20"]
PLATELETS = [1, 25_000, 50_000, 75_000, 100_000, 9_999_998]
LVEF = ["40", "45", "50"]
FALLS = ["10", "0", "20", "-5"]
DECIDABLE = [
    "toxicity.platelets.hold", "toxicity.platelets.hold_reduce", "toxicity.alt.hold_reduce", "toxicity.ast.hold",
    "toxicity.ast.hold_reduce", "toxicity.bilirubin.hold", "toxicity.bilirubin.hold_reduce", "toxicity.lvef.hold",
    "toxicity.neuropathy.hold", "toxicity.liver_injury.discontinue",
]  # fmt: skip
NOT_DECIDABLE = [
    "toxicity.alt.discontinue", "toxicity.ast.discontinue", "toxicity.bilirubin.discontinue", "toxicity.lvef.repeat",
    "toxicity.heart_failure.discontinue", "toxicity.ild_or_pneumonitis.discontinue", "toxicity.start.not_studied",
    "toxicity.nodular_regenerative_hyperplasia.discontinue", "toxicity.lvef.baseline_missing", "labs.date_invalid",
    "weight.out_of_range", "interval.too_short", "dose.above_maximum", "toxicity.alt", "TOXICITY.AST.HOLD", "hold",
]  # fmt: skip


def days_before(most: int, least: int = -1) -> SearchStrategy[date]:
    """A day ``least`` to ``most`` days before today."""
    return st.integers(least, most).map(lambda days: TODAY - timedelta(days=days))


def around(bounds: list[str]) -> SearchStrategy[str]:
    """Each bound and a hair to either side."""
    beside = [Decimal(bound) + hairs * HAIR for bound in bounds for hairs in (-1, 0, 1)]
    return st.sampled_from([f"{number:f}" for number in beside])


def add(value: str, difference: str) -> str:
    """A value so much above another."""
    return f"{Decimal(value) + Decimal(difference):f}"


def given(**values: SearchStrategy[object]) -> SearchStrategy[dict[str, object]]:
    """Some values of ``labs`` together, each on its own terms."""
    return st.fixed_dictionaries(values)


multiples = st.one_of(around(MULTIPLES), around(MULTIPLES), st.none())
hearts = st.builds(
    lambda measured, fall: {"lvef_percent": measured, "baseline_lvef_percent": add(measured, fall)},
    around(LVEF),
    around(FALLS),
)
departures = st.one_of(
    given(platelets_per_mm3=st.sampled_from([None] + [bound + one for bound in PLATELETS for one in (-1, 0, 1)])),
    given(alt_x_uln=multiples),
    given(ast_x_uln=multiples),
    given(bilirubin_x_uln=multiples),
    given(alt_x_uln=around(["3"]), bilirubin_x_uln=around(["2"])),
    given(ast_x_uln=around(["3"]), bilirubin_x_uln=around(["2"])),
    given(alt_x_uln=around(["2.5"])),
    given(ast_x_uln=around(["2.5"])),
    given(lvef_percent=around(LVEF), baseline_lvef_percent=st.none()),
    hearts,
    hearts,
    given(lvef_percent=st.none()),
    given(symptomatic_heart_failure=st.sampled_from([True, None])),
    given(neuropathy_grade=st.integers(1, 4)),
    given(ild_or_pneumonitis=st.sampled_from([True, None])),
    given(nodular_regenerative_hyperplasia=st.sampled_from([True, None])),
    given(collected_on=days_before(5)),
    given(lvef_measured_on=days_before(102, 99)),
    given(lvef_measured_on=days_before(1)),
    given(lvef_measured_on=st.none(), lvef_percent=st.none()),
)


@st.composite
def laboratory_values(draw: DrawFn) -> dict[str, object]:
    """What the contract calls ``labs``: healthy but for a few departures; a value not given is absent or null."""
    labs = dict(HEALTHY)
    for departure in draw(st.lists(departures, max_size=5)):
        labs |= departure
    if labs["lvef_measured_on"] is None:
        labs["lvef_percent"] = None
    written = {name: value.isoformat() if isinstance(value, date) else value for name, value in labs.items()}
    absent = draw(st.booleans())
    return {name: value for name, value in written.items() if value is not None or not absent}


@st.composite
def decisions(draw: DrawFn) -> list[dict[str, str]]:
    """A prescriber's decisions, on findings that may be answered by one and on others."""
    some = st.lists(st.sampled_from(DECIDABLE + NOT_DECIDABLE), max_size=8)
    codes = draw(st.one_of(st.just(DECIDABLE), st.just(DECIDABLE + NOT_DECIDABLE), st.just(NOT_DECIDABLE), some))
    return [{"finding": code, "decided_by": "Dr Example", "reason": "documented"} for code in codes]
