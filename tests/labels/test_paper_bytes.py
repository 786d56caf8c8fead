"""The same paper is the same bytes, wherever it is made; what the file says besides its pages; what loading costs."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from tests.labels.papers import LABEL_NAMES, label_bytes, worksheet_bytes
from tests.orders import Order, confirm_order, full_order, plain_order, with_value

ROOT = Path(__file__).resolve().parents[2]
SUMS = """
import hashlib, json, sys
sys.path.insert(0, sys.argv[1])
from tests.labels.papers import label_bytes, worksheet_bytes
order, reasons = json.loads(sys.argv[2]), {"weight.stale": "ward scale out of order"}
papers = [label_bytes(order, size, reasons) for size in ("100x150", "102x76", "a4", "letter")]
papers += [worksheet_bytes(order, size, reasons) for size in ("a4", "letter")]
print(*(hashlib.sha256(paper).hexdigest() for paper in papers))
"""


def sums_elsewhere(order: dict[str, Any], folder: Path, environment: dict[str, str]) -> list[str]:
    finished = subprocess.run(
        [sys.executable, "-c", SUMS, str(ROOT), json.dumps(order)],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        check=True,
    )
    return finished.stdout.decode().split()


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "77", "TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0", "LC_ALL": "POSIX"},
    ],
    ids=["one place", "another place"],
)
def test_papers_are_the_same_bytes_in_another_process(environment: dict[str, str], tmp_path: Path) -> None:
    order, reasons = confirm_order(), {"weight.stale": "ward scale out of order"}
    papers = [label_bytes(order, size, reasons) for size in LABEL_NAMES]
    papers += [worksheet_bytes(order, size, reasons) for size in ("a4", "letter")]
    assert sums_elsewhere(order, tmp_path, environment) == [hashlib.sha256(paper).hexdigest() for paper in papers]


def test_papers_drawn_in_between_change_nothing() -> None:
    first = label_bytes(plain_order())
    label_bytes(with_value("patient.family_name", "Щербакова", plain_order()))
    worksheet_bytes(full_order(), "letter")
    assert label_bytes(plain_order()) == first


def test_another_order_is_another_paper() -> None:
    assert label_bytes(plain_order()) != label_bytes(with_value("patient.mrn", "00418", plain_order()))


@pytest.mark.parametrize("draw", [label_bytes, worksheet_bytes], ids=["label", "worksheet"])
def test_the_file_says_the_order_and_neither_patient_nor_time(draw: Callable[[Order], bytes]) -> None:
    content = draw(plain_order())
    with PdfDocument(content) as document:
        said = document.get_metadata_dict()
    assert said["Title"].split(" ", 1)[1] == "RX-2026-00017"
    assert said["CreationDate"] == said["ModDate"] == "D:20000101000000+00'00'"
    for word in ("Example", "EXAMPLE", "00417", "1961"):
        assert word not in json.dumps({**said, "CreationDate": "", "ModDate": "", "Title": ""})
        assert word.encode() not in content


def test_every_face_is_embedded() -> None:
    content = label_bytes(with_value("patient.family_name", "Щербакова", plain_order()))
    assert content.count(b"/FontFile2") == content.count(b"/BaseFont")
    assert b"Helvetica" not in content


def test_the_printer_is_asked_not_to_scale() -> None:
    assert b"/PrintScaling /None" in label_bytes(plain_order())


def test_importing_paper_loads_no_library_that_draws() -> None:
    check = (
        "import sys, prep_assistant.paper; print({'reportlab', 'fontpkg', 'PySide6', 'pydantic'} & set(sys.modules))"
    )
    finished = subprocess.run([sys.executable, "-c", check], capture_output=True, check=True)
    assert finished.stdout.strip() == b"set()"
