"""Random orders for the laws: mostly near the limits of some rule, where mistakes live."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.laws.laboratory_values import TODAY, days_before, decisions, laboratory_values

LEVELS = ["3.6", "3", "2.4"]
ODD_LEVELS = ["1.8", "2", "2.1", "2.352", "2.448", "2.7", "3.2", "3.528", "3.527", "3.58", "3.59", "3.61", "3.672"]
HIGH_LEVELS = ["3.673", "3.79", "3.8", "4", "4.2", "4.21", "5.4", "6", "6.3", "6.31", "8", "99999.9999", "0.0001"]
OWN_NAME = {"US": "ado-trastuzumab emtansine (KADCYLA)", "EU": "trastuzumab emtansine (Kadcyla)"}
NAMES = [
    "ado-trastuzumab emtansine", "Kadcyla (ado-trastuzumab emtansine)", "(KADCYLA) ado-trastuzumab emtansine",
    "ado-trastuzumab emtansine KADCYLA", "KADCYLA", "t-dm1", "TDM1", "emtansine", "ado-trastuzumab",
    "trastuzumab emtansine", "trastuzumab emtansine (Kadcyla)", "trastuzumab", "trastuzumab (KADCYLA)", "Enhertu",
    "pertuzumab", "Phesgo", "ado\u2011trastuzumab  emtansine", "ado-trastuzumab emtansine (HERCEPTIN)", "aspirin",
    "Kadcyla trastuzumab emtansine", "(KADCYLA) trastuzumab  emtansine", "trastuzumab emtansine (HERCEPTIN)",
]  # fmt: skip

TIMES = [
    "2026-11-22T08:30:00Z",
    "2026-11-23T07:30:00+01:00",
    "2026-11-23T08:30:00+01:00",
    "2026-11-22T23:59:00-08:00",
]

levels = st.sampled_from(LEVELS * 9 + ODD_LEVELS * 2 + HIGH_LEVELS)


def tenths(least: int, most: int) -> SearchStrategy[str]:
    """Numbers with one decimal as the contract writes them, from ``least`` to ``most`` tenths."""
    return st.integers(least, most).map(lambda number: f"{number // 10}.{number % 10}")


weights = st.one_of(
    tenths(650, 780),
    tenths(200, 3010),
    st.sampled_from(["20", "19.9", "40", "39.9", "150", "150.1", "300", "300.1", "154.3"]),
    st.sampled_from(["0.1", "0.5", "1", "99999.9999", "70.0001", "7", "700"]),
)


def now_and_then(values: SearchStrategy[object]) -> SearchStrategy[object]:
    """Absent twice out of three times."""
    return st.one_of(st.none(), st.none(), values)


@st.composite
def prior_doses(draw: DrawFn) -> list[dict[str, object]] | None:
    """No history, an unknown one, or a few doses some weeks apart and sometimes badly dated."""
    if draw(st.integers(0, 14)) == 0:
        return None
    gaps = draw(st.lists(st.sampled_from([21, 21, 21, 22, 20, 14, 13, 42, 43, 7, 1, 0]), max_size=5))
    if draw(st.integers(0, 30)) == 0:
        gaps = [21] * draw(st.integers(12, 15))
    day, doses = TODAY, []
    for gap in gaps:
        day -= timedelta(days=gap)
        dose: dict[str, object] = {
            "given_on": day.isoformat(),
            "dose_mg_per_kg": draw(st.sampled_from(LEVELS * 30 + ODD_LEVELS * 2 + HIGH_LEVELS)),
            "infusion_reaction": draw(st.sampled_from(["none"] * 12 + ["not_tolerated", "life_threatening"])),
            "weight_kg": draw(now_and_then(weights)),
            "infusion_minutes": draw(now_and_then(st.sampled_from([30, 31, 60, 90, 999]))),
        }
        doses.append({key: value for key, value in dose.items() if value is not None})
    return draw(st.permutations(doses))


@st.composite
def odd_orders(draw: DrawFn, jurisdiction: str) -> dict[str, object]:
    """A usable order; several things about it are usually wrong."""
    history = draw(prior_doses())
    earlier = draw(now_and_then(st.fixed_dictionaries({"count": st.integers(1, 15), "lowest_mg_per_kg": levels})))
    given = len(history or []) + (earlier["count"] if history and isinstance(earlier, dict) else 0)
    optional = {
        "dose_mg": draw(
            now_and_then(st.one_of(tenths(2200, 2900), st.sampled_from(["600", "597.6", "252", "420", "560"])))
        ),
        "earlier_doses": earlier if history else None,
        "labs": draw(st.one_of(st.none(), laboratory_values())),
        "decisions": draw(now_and_then(decisions())),
        "treatment_released_by": draw(now_and_then(st.just("Dr Example"))),
        "infusion_minutes": draw(now_and_then(st.sampled_from([1, 29, 30, 31, 60, 89, 90, 91, 999]))),
        "administer_at": draw(now_and_then(st.sampled_from(TIMES))),
        "bag_fluid": draw(
            now_and_then(
                st.sampled_from(["0.9 % sodium chloride", "5 % dextrose", "0.45 % sodium chloride", "5 % Glucose"])
            )
        ),
        "stock": draw(
            now_and_then(st.fixed_dictionaries({}, optional={"100": st.integers(0, 9), "160": st.integers(0, 9)}))
        ),
    }
    return {
        "schema": "prep-assistant/order/1",
        "order_id": "LAW-1",
        "patient": {
            "mrn": "1", "family_name": "Example", "given_name": "Ana",
            "birth_date": draw(st.sampled_from(["1961-02-14", "2008-11-22", "2008-11-23", "2008-02-29"])),
            "height_cm": draw(now_and_then(st.sampled_from(["165", "120.5", "210", "400", "0.1"]))),
        },
        "product": draw(st.sampled_from([OWN_NAME[jurisdiction]] * 20 + NAMES)),
        "jurisdiction": jurisdiction,
        "indication": draw(st.sampled_from(["MBC", "EBC"])),
        "cycle": draw(st.one_of(st.just(given + 1), st.just(given + 1), st.integers(1, 16))),
        "dose_mg_per_kg": draw(levels),
        "weight": {"kg": draw(weights), "measured_on": draw(days_before(9)).isoformat()},
        "prior_doses": history,
        "prepare_at": "2026-11-22T08:30:00+01:00",
    } | {key: value for key, value in optional.items() if value is not None}  # fmt: skip


@st.composite
def steady_orders(draw: DrawFn, jurisdiction: str) -> dict[str, object]:
    """An order that little but its laboratory values can stop, so that preparations are compared as well."""
    level, weight = draw(st.sampled_from(LEVELS)), draw(tenths(400, 1500))
    dose = {"dose_mg_per_kg": level, "weight_kg": weight, "infusion_reaction": "none"}
    days = [TODAY - timedelta(days=21 * cycle) for cycle in range(1, draw(st.integers(0, 3)) + 1)]
    order = draw(odd_orders(jurisdiction)) | {
        "product": OWN_NAME[jurisdiction],
        "cycle": len(days) + 1,
        "dose_mg_per_kg": level,
        "weight": {"kg": weight, "measured_on": TODAY.isoformat()},
        "prior_doses": [dose | {"given_on": day.isoformat()} for day in days],
        "labs": draw(laboratory_values()),
    }
    unsteady = ("dose_mg", "earlier_doses", "infusion_minutes", "administer_at", "bag_fluid", "stock")
    return {name: value for name, value in order.items() if name not in unsteady}


def orders(jurisdiction: str = "US") -> SearchStrategy[dict[str, object]]:
    """A usable order under one label."""
    return st.one_of(odd_orders(jurisdiction), steady_orders(jurisdiction))
