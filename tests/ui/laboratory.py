"""Laboratory values for the tests of the page: healthy ones as they are typed and as an order carries them."""

from typing import Any

from PySide6.QtWidgets import QPushButton

from prep_assistant.calculation import Severity
from tests.orders import Order, plain_order
from tests.ui.page import Page, settle

BILLION = "10^9/L (thousand per mm³)"
CHOICES = {"platelets_unit", "heart_failure", "ild", "nrh"}
# Values as a laboratory reports them, none of which asks for anything in either indication.
HEALTHY = {
    "collected_on": "2026-11-21",
    "platelets": "150000",
    "platelets_unit": "per mm³",
    "alt": "20",
    "alt_limit": "40",
    "ast": "0",
    "ast_limit": "35",
    "bilirubin": "0.6",
    "bilirubin_limit": "1.2",
    "lvef": "60",
    "lvef_measured_on": "2026-10-20",
    "baseline_lvef": "62",
    "heart_failure": "no",
    "neuropathy": "2",
    "ild": "no",
    "nrh": "no",
}
# What the same values are in an order.
ORDERED = {
    "collected_on": "2026-11-21",
    "platelets_per_mm3": 150_000,
    "alt_x_uln": "0.5",
    "ast_x_uln": "0",
    "bilirubin_x_uln": "0.5",
    "lvef_percent": "60",
    "lvef_measured_on": "2026-10-20",
    "baseline_lvef_percent": "62",
    "symptomatic_heart_failure": False,
    "neuropathy_grade": 2,
    "ild_or_pneumonitis": False,
    "nodular_regenerative_hyperplasia": False,
}


def unfold(page: Page, name: str = "laboratory") -> None:
    button = page.find(QPushButton, name)
    if not button.isChecked():
        button.click()
    settle()


def heading(page: Page) -> str:
    return page.find(QPushButton, "laboratory").text().strip()


def enter(page: Page, **values: str) -> None:
    unfold(page)
    for name, text in values.items():
        if name in CHOICES:
            page.choose(name, text)
        else:
            page.type(name, text)
    page.leave()
    settle()


def band(page: Page, reaction: str) -> str:
    return page.note(f"band_{reaction}").replace("\u00a0", " ")


def found(page: Page) -> dict[str, Severity]:
    return {finding.code: finding.severity for finding in page.state.findings}


def ordered(indication: str = "EBC", **labs: Any) -> Order:
    return plain_order() | {"indication": indication, "labs": ORDERED | labs}
