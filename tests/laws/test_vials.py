"""The vials chosen, against a search that tries everything."""

from decimal import Decimal
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from prep_assistant.calculation.vials import find_vials
from prep_assistant.formulary import load_formulary
from prep_assistant.quantities import Mass

VIALS = load_formulary().monograph.vials
STRENGTHS = (100, 160)
tenths_of_mg = st.integers(2, 14_000)
shelves = st.fixed_dictionaries({}, optional={100: st.integers(0, 15), 160: st.integers(0, 10)})


def try_everything(tenths: int, stock: dict[int, int] | None) -> tuple[int, int] | None:
    """Return the best of all choices by trying each: least unused, then fewest vials."""
    most = [tenths // 10 // strength + 1 for strength in STRENGTHS]
    if stock is not None:
        most = [min(most[place], stock.get(strength, 0)) for place, strength in enumerate(STRENGTHS)]
    best: tuple[int, int, tuple[int, int]] | None = None
    for hundreds, others in product(range(most[0] + 1), range(most[1] + 1)):
        held = 100 * hundreds + 160 * others
        if 10 * held >= tenths:
            choice = (held, hundreds + others, (hundreds, others))
            best = choice if best is None else min(best, choice)
    return best[2] if best else None


@given(tenths=tenths_of_mg)
def test_with_a_full_shelf_the_choice_is_the_best_of_all(tenths: int) -> None:
    assert find_vials(Mass(Decimal(tenths) / 10), VIALS, None) == try_everything(tenths, None)


@given(tenths=tenths_of_mg, stock=shelves)
def test_with_a_counted_shelf_the_choice_is_the_best_of_what_is_there(tenths: int, stock: dict[int, int]) -> None:
    assert find_vials(Mass(Decimal(tenths) / 10), VIALS, stock) == try_everything(tenths, stock)


def test_every_dose_that_can_be_prepared_up_to_300_kg_is_supplied_best() -> None:
    wrong = [
        mg for mg in range(2, 1082, 2) if find_vials(Mass(Decimal(mg)), VIALS, None) != try_everything(10 * mg, None)
    ]
    assert wrong == []


@given(tenths=tenths_of_mg, stock=shelves, more=st.sampled_from(STRENGTHS))
def test_one_more_vial_on_the_shelf_never_wastes_more(tenths: int, stock: dict[int, int], more: int) -> None:
    need = Mass(Decimal(tenths) / 10)
    few, many = (find_vials(need, VIALS, shelf) for shelf in (stock, stock | {more: stock.get(more, 0) + 1}))
    if few is not None:
        assert many is not None
        assert sum(map(int.__mul__, many, STRENGTHS)) <= sum(map(int.__mul__, few, STRENGTHS))


@given(tenths=tenths_of_mg, stock=shelves)
def test_nothing_is_opened_that_could_be_left_on_the_shelf(tenths: int, stock: dict[int, int]) -> None:
    counts = find_vials(Mass(Decimal(tenths) / 10), VIALS, stock)
    if counts is None:
        assert 10 * sum(strength * count for strength, count in stock.items()) < tenths
        return
    held = sum(map(int.__mul__, counts, STRENGTHS))
    assert 10 * held >= tenths
    for strength, count in zip(STRENGTHS, counts, strict=True):
        assert count <= stock.get(strength, 0)
        assert count == 0 or 10 * (held - strength) < tenths
