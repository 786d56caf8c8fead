"""The labels as a thermal head prints them: 203 dots an inch, black or white, compared dot by dot with pictures kept.

Each picture in ``rasters/`` was looked at by a person when it was taken. After a change that is meant, the new ones
stand in ``out/rasters/``: look at them at arm's length, then copy them over. The few dots that may differ are those of
the formulary's digest.
"""

import json
from pathlib import Path

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
MOST_DIFFERENT = 0.001
ORDERS = {
    "routine": {},
    "longest": {
        "family_name": "Wolfeschlegelsteinhausenbergerdorff" + "-Ế" * 12,
        "given_name": "Ångström " * 6 + "Zoë",
    },
}


def draw(size: str, kind: str) -> list[Image.Image]:
    order = json.loads((ROOT / "examples" / "order-routine.json").read_text("utf-8"))
    order["patient"] |= ORDERS[kind]
    formulary = load_formulary()
    read = read_order(json.dumps(order).encode())
    pdf = draw_label(read, plan(read, formulary.monograph, formulary.policy), formulary.monograph, size=size)
    document = PdfDocument(pdf)
    pages = [page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil() for page in document]
    document.close()
    return [page.point(lambda grey: 255 if grey > 127 else 0).convert("1") for page in pages]


def share_of_different_dots(one: Image.Image, other: Image.Image) -> float:
    difference = ImageChops.logical_xor(one, other)
    return difference.histogram()[255] / (one.width * one.height)


@pytest.mark.parametrize("size", ["100x150", "102x76"])
@pytest.mark.parametrize("kind", list(ORDERS))
def test_a_label_at_203_dots_an_inch_is_the_one_that_was_looked_at(size: str, kind: str) -> None:
    MADE.mkdir(parents=True, exist_ok=True)
    pages = draw(size, kind)
    assert len(pages) == len(list(KEPT.glob(f"{size}-{kind}-*.png")))
    for number, page in enumerate(pages, start=1):
        name = f"{size}-{kind}-{number}.png"
        page.save(MADE / name)
        with Image.open(KEPT / name) as kept:
            assert kept.size == page.size
            assert share_of_different_dots(kept.convert("1"), page) <= MOST_DIFFERENT, f"look at out/rasters/{name}"


def test_a_line_that_moves_by_one_dot_is_seen() -> None:
    (page,) = draw("100x150", "routine")
    moved = ImageChops.offset(page, 0, 1)
    assert share_of_different_dots(page, moved) > MOST_DIFFERENT
