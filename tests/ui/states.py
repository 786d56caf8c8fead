"""What a person can bring the window to, for tests that look at every word of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from prep_assistant.language import phrase
from prep_assistant.settings import SettingsError
from prep_assistant.ui.viewmodels.clock_watch import ClockState
from prep_assistant.ui.viewmodels.draft_keeping import say_not_kept
from prep_assistant.ui.views.remembering import say_damage
from tests.orders import confirm_order, plain_order
from tests.ui.cut import ORDERS, refused
from tests.ui.laboratory import unfold
from tests.ui.page import Page

REFUSED_VALUES = {"platelets": "25000.5", "alt": "99999", "alt_limit": "0.5"}


def _empty(_page: Page) -> None:
    """Nothing is typed yet."""


def _routine(page: Page) -> None:
    page.open(plain_order())


def _to_confirm(page: Page) -> None:
    page.open(confirm_order())


def _stopped(page: Page) -> None:
    page.open(ORDERS["laboratory"] | {"bag_fluid": "dextrose"})


def _of_another_medicine(page: Page) -> None:
    """A level that is a look-alike's, and a written mg that is another's, whatever the weight."""
    page.open(plain_order() | {"dose_mg": "600", "dose_mg_per_kg": "6"})


def _slipped_point(page: Page) -> None:
    """Ten times the dose, and a tenth of the weight of the dose before."""
    page.open(plain_order() | {"dose_mg": "252", "weight": {"kg": "7", "measured_on": "2026-11-20"}})


def _pasted(page: Page) -> None:
    """A reaction that none of the words is."""
    page.open(plain_order())
    page.window.model.paste_rows("2026-10-01\t3.6\t70\t90\t?")


def _european(page: Page) -> None:
    page.open(ORDERS["eu"])


def _unfolded(page: Page) -> None:
    page.open(ORDERS["laboratory"] | {"decisions": []})
    for fold in ("laboratory", "more_entries"):
        unfold(page, fold)


def _first_dose(page: Page) -> None:
    page.open(plain_order() | {"cycle": 1, "prior_doses": []})
    unfold(page, "first_dose")


def _refused(page: Page) -> None:
    page.open(plain_order())
    page.type_all(refused())


def _refused_values(page: Page) -> None:
    """A part of a platelet, and a multiple that no order can carry."""
    page.open(ORDERS["laboratory"])
    unfold(page, "laboratory")
    page.type_all(REFUSED_VALUES)
    assert page.error("platelets")
    assert page.error("alt")


def _noticed(page: Page) -> None:
    page.open(plain_order())
    page.window.tell("settings", say_damage([SettingsError("settings.toml", "window.theme", phrase("is damaged"))]))
    page.window.tell("draft", say_not_kept(phrase("The disk does not answer")))


def _explained(page: Page) -> None:
    page.open(plain_order())
    page.press(Qt.Key.Key_F1)


def _explained_otherwise(page: Page) -> None:
    """A slower infusion than the rule's, in the bag that takes no filter."""
    page.open(ORDERS["eu"] | {"infusion_minutes": 120})
    page.press(Qt.Key.Key_F1)


def _explained_last(page: Page) -> None:
    """The last cycle of the course, and late."""
    page.open(plain_order() | {"cycle": 14, "earlier_doses": {"count": 12, "lowest_mg_per_kg": "3.6"}})
    page.press(Qt.Key.Key_F1)


def _helped(name: str) -> Callable[[Page], None]:
    return lambda page: page.window.findChildren(QAction, name)[0].trigger()


def _set_back(page: Page) -> None:
    page.window.clock.state_changed.emit(ClockState("1"))


STATES = {
    "empty": _empty,
    "routine": _routine,
    "to confirm": _to_confirm,
    "stopped": _stopped,
    "of another medicine": _of_another_medicine,
    "slipped point": _slipped_point,
    "pasted": _pasted,
    "european": _european,
    "unfolded": _unfolded,
    "first dose": _first_dose,
    "refused": _refused,
    "refused values": _refused_values,
    "noticed": _noticed,
    "explained": _explained,
    "explained otherwise": _explained_otherwise,
    "explained last": _explained_last,
    "clock": _set_back,
    "keys": _helped("keys"),
    "about": _helped("about"),
}
