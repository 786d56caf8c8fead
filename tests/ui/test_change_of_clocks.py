"""The nights in which clocks are changed: use-by counts elapsed hours, and no offset is guessed."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from prep_assistant.formulary import Formularies
from prep_assistant.system_clock import SystemClock
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.reasons import load_reasons
from prep_assistant.workflow.ports import Clock
from tests.clocks import CENTRAL_EUROPE, US_EASTERN
from tests.orders import plain_order

FORMULARIES, REASONS = Formularies(), load_reasons()
OFFSETS = {CENTRAL_EUROPE: ("+01:00", "+02:00"), US_EASTERN: ("-05:00", "-04:00")}
TWICE = {CENTRAL_EUROPE: "2026-10-25T02:30", US_EASTERN: "2026-11-01T01:30"}
LEFT_OUT = {CENTRAL_EUROPE: "2026-03-29T02:30", US_EASTERN: "2026-03-08T02:30"}
At = Callable[[str], PrepareViewModel]


class ClockAt(SystemClock):
    """The system's zone, at an instant of the test's."""

    def __init__(self, instant: str) -> None:
        self._instant = datetime.fromisoformat(instant)

    def now(self) -> datetime:
        return self._instant


@pytest.fixture(params=[CENTRAL_EUROPE, US_EASTERN], ids=["Europe", "US"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The zone of this workstation, for real."""
    named: str = request.param
    monkeypatch.setenv("TZ", named)
    time.tzset()
    yield named
    monkeypatch.undo()
    time.tzset()


def page(clock: Clock, folder: Path, **changes: object) -> PrepareViewModel:
    """The page with an order of which the times are still to be typed."""
    model = PrepareViewModel(FORMULARIES, REASONS, clock)
    path = folder / "order.json"
    order = plain_order() | {"prior_doses": [], "cycle": 1, "administer_at": None, "prepare_at": "2026-02-01T09:00Z"}
    order["weight"]["measured_on"] = "2026-01-30"
    path.write_text(json.dumps(order | changes), encoding="utf-8")
    model.open_order(path)
    assert not model.state.message.failed, model.state.message.text
    return model


def begin(model: PrepareViewModel, instant: str) -> None:
    """Types what an order wants into a new one whose day and time are these; its offset is left as it stands."""
    entries = model.state.entries
    typed = {name: entry.text for name, entry in entries.items() if not name.startswith(("prepare", "administer"))}
    model.start_new()
    for name, text in typed.items():
        model.set_entry(name, text)
    model.set_entry("prepare_on", instant[:10])
    model.set_entry("prepare_time", instant[11:])
    model.leave_entry("prepare_time")


def errors(model: PrepareViewModel) -> dict[str, str]:
    return {name: entry.error for name, entry in model.state.entries.items() if entry.error}


def test_the_system_tells_an_hour_that_comes_twice_from_one_that_is_left_out(zone: str) -> None:
    winter, summer = OFFSETS[zone]
    clock = SystemClock()
    assert clock.offsets_at(datetime.fromisoformat("2026-01-10T12:00")) == (winter,)
    assert clock.offsets_at(datetime.fromisoformat("2026-07-10T12:00")) == (summer,)
    assert clock.offsets_at(datetime.fromisoformat(TWICE[zone])) == (summer, winter)
    assert clock.offsets_at(datetime.fromisoformat(LEFT_OUT[zone])) == ()


@pytest.mark.parametrize("wall", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_year_that_no_zone_reaches_has_an_offset_all_the_same(zone: str, wall: str) -> None:
    assert len(SystemClock().offsets_at(datetime.fromisoformat(wall))) == 1
    assert zone


def test_the_systems_clock_and_the_one_that_nobody_sets_go_on_alike() -> None:
    clock = SystemClock()
    first, second = (clock.now() - clock.elapsed() for _ in range(2))
    assert abs(second - first) < timedelta(seconds=1)
    assert clock.now().utcoffset() is not None


def test_an_hour_that_comes_twice_is_asked_about_and_each_answer_is_another_instant(zone: str, tmp_path: Path) -> None:
    winter, summer = OFFSETS[zone]
    model = page(ClockAt(f"{TWICE[zone][:10]}T00:10:00{summer}"), tmp_path)
    begin(model, TWICE[zone])
    assert list(errors(model)) == ["prepare_offset"]
    assert errors(model)["prepare_offset"].startswith(f"{TWICE[zone][11:]} comes twice on this day. Type {summer} for")
    read = []
    for offset in (summer, winter):
        model.set_entry("prepare_offset", offset)
        assert errors(model) == {}
        order = model._judged.reading.values  # noqa: SLF001 - what the page understood
        read.append(datetime.fromisoformat(f"{order['prepare_on']}T{order['prepare_time']}{order['prepare_offset']}"))
    assert read[1] - read[0] == timedelta(hours=1)


def test_an_hour_that_no_clock_shows_is_refused_even_with_an_offset_of_here(zone: str, tmp_path: Path) -> None:
    winter, summer = OFFSETS[zone]
    model = page(ClockAt(f"{LEFT_OUT[zone][:10]}T00:10:00{winter}"), tmp_path)
    begin(model, LEFT_OUT[zone])
    assert list(errors(model)) == ["prepare_time"]
    assert errors(model)["prepare_time"].startswith("No clock here shows 02:30 on this day")
    for offset in (summer, winter):
        model.set_entry("prepare_offset", offset)
        assert list(errors(model)) == ["prepare_time"]
    model.set_entry("prepare_offset", "Z")
    assert errors(model) == {}


def test_an_order_for_the_other_side_of_the_change_asks_for_its_offset(zone: str, tmp_path: Path) -> None:
    winter, summer = OFFSETS[zone]
    day = TWICE[zone][:10]
    eve = (datetime.fromisoformat(day) - timedelta(days=1)).date()
    model = page(ClockAt(f"{eve}T20:00:00{summer}"), tmp_path)
    begin(model, f"{day}T09:00")
    assert errors(model) == {
        "prepare_offset": f"Clocks here are at {winter} by then, not at {summer}. Type the one that is meant."
    }
    model.set_entry("prepare_offset", winter)
    assert errors(model) == {}


def test_a_time_to_give_on_the_other_side_of_the_change_does_not_take_over_the_offset(
    zone: str, tmp_path: Path
) -> None:
    winter, summer = OFFSETS[zone]
    day = LEFT_OUT[zone][:10]
    eve = (datetime.fromisoformat(day) - timedelta(days=1)).date()
    model = page(ClockAt(f"{eve}T08:00:00{winter}"), tmp_path)
    begin(model, f"{eve}T18:00")
    model.set_entry("administer_on", day)
    model.set_entry("administer_time", "09:00")
    assert list(errors(model)) == ["administer_offset"]
    assert f"Clocks here are at {summer} by then" in errors(model)["administer_offset"]
    model.set_entry("administer_offset", summer)
    assert errors(model) == {}


def test_a_file_that_names_its_offsets_is_taken_at_its_word(zone: str, tmp_path: Path) -> None:
    winter, _ = OFFSETS[zone]
    for offset in ("+09:00", "Z"):
        model = page(ClockAt(f"2026-01-31T08:00:00{winter}"), tmp_path, prepare_at=f"2026-02-01T09:00{offset}")
        assert errors(model) == {}


@pytest.mark.parametrize("begun", ["autumn", "spring"])
def test_use_by_counts_elapsed_hours_through_the_change(zone: str, begun: str, tmp_path: Path) -> None:
    winter, summer = OFFSETS[zone]
    night, offset = (TWICE[zone], summer) if begun == "autumn" else (LEFT_OUT[zone], winter)
    prepared = datetime.fromisoformat(f"{night[:10]}T00:00:00{offset}") - timedelta(hours=9)
    weight = {"kg": "70", "measured_on": prepared.date().isoformat()}
    model = page(ClockAt(prepared.isoformat()), tmp_path, prepare_at=prepared.isoformat(), weight=weight)
    plan = model.state.plan
    assert plan is not None, errors(model)
    note = plan.notes["next_dose"]
    for name in ("bag_use_by", "vials_use_by"):
        use_by = plan.figures[name].figure.value
        assert use_by.astimezone(UTC) - prepared.astimezone(UTC) == timedelta(hours=24)
        # A clock on the wall has been changed meanwhile: it shows an hour less in autumn, an hour more in spring.
        shown = use_by.astimezone().replace(tzinfo=None) - prepared.replace(tzinfo=None)
        assert shown == timedelta(hours=23 if begun == "autumn" else 25)
    then = "14:00" if begun == "autumn" else "16:00"
    assert f"they show {as_date(night[:10])} {then} when {as_date(night[:10])} 15:00 of the label has come" in note


def as_date(day: str) -> str:
    return f"{day[8:]}-{dict(zip(('03', '10', '11'), ('Mar', 'Oct', 'Nov'), strict=True))[day[5:7]]}-{day[:4]}"


def test_a_use_by_in_the_hour_that_comes_twice_says_which_is_meant(zone: str, tmp_path: Path) -> None:
    _, summer = OFFSETS[zone]
    prepared = datetime.fromisoformat(f"{TWICE[zone]}:00{summer}") - timedelta(hours=24)
    weight = {"kg": "70", "measured_on": prepared.date().isoformat()}
    model = page(ClockAt(prepared.isoformat()), tmp_path, prepare_at=prepared.isoformat(), weight=weight)
    plan = model.state.plan
    assert plan is not None
    said = f"{TWICE[zone][11:]} comes twice before the use-by: the first of them is meant. Write that on the label."
    assert said in plan.notes["next_dose"]


def test_on_any_other_day_and_for_another_place_nothing_is_said_of_clocks(zone: str, tmp_path: Path) -> None:
    winter, _ = OFFSETS[zone]
    for prepare_at in (f"2026-02-01T09:00{winter}", f"{LEFT_OUT[zone][:10]}T00:00+09:00"):
        model = page(ClockAt(f"2026-01-31T08:00:00{winter}"), tmp_path, prepare_at=prepare_at)
        plan = model.state.plan
        assert plan is not None, errors(model)
        assert not [note for note in plan.notes.values() if "locks" in note or "twice" in note]
