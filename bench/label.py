"""Labels of different patients, and what each asks of reportlab."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas

from bench.twins.label import Recorded
from prep_assistant import paper
from prep_assistant.calculation import plan
from prep_assistant.documents import read_order
from prep_assistant.formulary import load_formulary
from prep_assistant.paper import drawn

_ORDER = b"""{
    "schema": "prep-assistant/order/1", "order_id": "RX-2026-00017",
    "patient": {"mrn": "00417", "family_name": "Example", "given_name": "Ana Maria", "birth_date": "1961-02-14"},
    "product": "ado-trastuzumab emtansine (KADCYLA)", "jurisdiction": "US", "indication": "EBC", "cycle": 1,
    "dose_mg_per_kg": "3.6", "weight": {"kg": "70", "measured_on": "2026-11-20"}, "prior_doses": [], "labs": null,
    "treatment_released_by": "Dr Example, 22-Nov-2026", "prepare_at": "2026-11-22T09:00:00+01:00"
}"""


def make_drawings(count: int) -> list[Callable[[], bytes]]:
    """What draws one label each: no two for the same patient, as in a pharmacy's day."""
    formulary = load_formulary()
    order = read_order(_ORDER)
    made = plan(order, formulary.monograph, formulary.policy)

    def drawing(number: int) -> Callable[[], bytes]:
        patient = replace(
            order.patient, mrn=f"{number:05}", family_name=f"Example-{number}", given_name=f"Ana {number}"
        )
        other = replace(order, order_id=f"RX-2026-{number:05}", patient=patient)
        of_other = replace(made, order_id=other.order_id)
        return lambda: paper.draw_label(other, of_other, size="100x150")

    return [drawing(number) for number in range(count)]


def record(count: int) -> list[Recorded]:
    """What each of those drawings asks of reportlab. Another process finds out, so that this one remembers nothing."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(_record, count).result()


def _record(count: int) -> list[Recorded]:
    recordings: list[Recorded] = []

    class RecordingCanvas:
        """A canvas that writes down whatever is asked of it."""

        def __init__(self, file: BinaryIO, **options: Any) -> None:
            self._canvas = Canvas(file, **options)
            self._operations: list[tuple[str, tuple[Any, ...]]] = []
            recordings.append(Recorded(options, self._operations))

        def __getattr__(self, method: str) -> Callable[..., None]:
            def write_down(*arguments: Any, **options: Any) -> None:
                if options or getattr(self._canvas, method)(*arguments) is not None:
                    raise NotImplementedError(
                        f"{method} is called by name or gives something back: record that as well"
                    )
                self._operations.append((method, arguments))

            return write_down

    drawn.__dict__["Canvas"] = RecordingCanvas
    for draw in make_drawings(count):
        draw()
    return recordings
