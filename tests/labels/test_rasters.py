"""The labels as a thermal head prints them: 203 dots an inch, black or white, compared dot by dot with pictures kept.

Each picture in ``rasters/`` was looked at by a person when it was taken. After a change that is meant, the new ones
stand in ``out/rasters/``: look at them at arm's length, then copy them over. Revision and digest of the formulary are
zeros there.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from pypdfium2 import PdfDocument

from prep_assistant.calculation import plan
from prep_assistant.documents import read_order
from prep_assistant.formulary import load_formulary
from prep_assistant.paper import draw_label

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "rasters"
MADE = ROOT / "out" / "rasters"
DOTS_PER_INCH = 203
NO_REVISION, NO_DIGEST = "0000-00-00", f"sha256:{'0' * 64}"
ORDERS: dict[str, dict[str, Any]] = {
    "routine": {},
    "eu": {},
    "longest": {
        "family_name": "Wolfeschlegelsteinhausenbergerdorff" + "-Ế" * 12,
        "given_name": "Ångström " * 6 + "Zoë",
    },
}


def draw(size: str, kind: str) -> list[Image.Image]:
    example = "order-eu.json" if kind == "eu" else "order-routine.json"
    order = json.loads((ROOT / "examples" / example).read_text("utf-8"))
    order["patient"] |= ORDERS[kind]
    read = read_order(json.dumps(order).encode())
    formulary = load_formulary(read.jurisdiction)
    monograph = replace(formulary.monograph, revision=NO_REVISION, digest=NO_DIGEST)
    pdf = draw_label(read, plan(read, monograph, formulary.policy), size=size)
    document = PdfDocument(pdf)
    pages = [page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil() for page in document]
    document.close()
    return [page.point(lambda grey: 255 if grey > 127 else 0).convert("1") for page in pages]


def count_different_dots(one: Image.Image, other: Image.Image) -> int:
    return ImageChops.logical_xor(one, other).histogram()[255]


@pytest.mark.parametrize("size", ["100x150", "102x76"])
@pytest.mark.parametrize("kind", list(ORDERS))
def test_a_label_at_203_dots_an_inch_is_the_one_that_was_looked_at(size: str, kind: str) -> None:
    MADE.mkdir(parents=True, exist_ok=True)
    made = {f"{size}-{kind}-{number}.png": page for number, page in enumerate(draw(size, kind), start=1)}
    for name, page in made.items():
        page.save(MADE / name)
    assert sorted(made) == sorted(path.name for path in KEPT.glob(f"{size}-{kind}-*.png"))
    for name, page in made.items():
        with Image.open(KEPT / name) as kept:
            assert kept.size == page.size
            assert count_different_dots(kept.convert("1"), page) == 0, f"look at out/rasters/{name}"


def test_a_line_that_moves_by_one_dot_is_seen() -> None:
    (page,) = draw("100x150", "routine")
    moved = ImageChops.offset(page, 0, 1)
    assert count_different_dots(page, moved) > 0
