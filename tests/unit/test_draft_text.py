"""A draft as bytes: every text that can be typed comes back as it was, and no damage goes unseen."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep_assistant.ui.viewmodels.draft import Draft, History, Row
from prep_assistant.ui.viewmodels.draft_text import DraftRefused, Kept, read_kept, write_kept
from prep_assistant.ui.viewmodels.reasons import Answer
from prep_assistant.ui.viewmodels.typed import Answered, Typed

NAMES = ("mrn", "weight_kg", "product")
UNTIL = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
# Lone halves of letters too: a keyboard can send them.
texts = st.text(st.characters(), max_size=40)
rows = st.builds(Row, st.tuples(*[texts] * 5))
drafts = st.builds(
    Draft,
    st.dictionaries(st.sampled_from(NAMES), texts),
    st.sampled_from(History),
    st.lists(rows, max_size=4).map(tuple),
)
answers = st.builds(Answered, texts, texts, st.builds(Answer, texts, texts), drafts)
KEPT = Kept(
    Typed(
        Draft({"mrn": "00417", "weight_kg": "7..0"}, History.LISTED, (Row(("2026-10-30", "3.6", "", "", "")),)),
        (Answered("weight.stale", "Old.", Answer("other", "Weighed again"), Draft({"weight_kg": "70"})),),
    ),
    UNTIL,
)


@given(drafts, st.lists(answers, max_size=3).map(tuple))
def test_what_is_written_reads_back(draft: Draft, answered: tuple[Answered, ...]) -> None:
    kept = Kept(Typed(draft, answered), UNTIL)
    assert read_kept(write_kept(kept), NAMES) == kept


@pytest.mark.parametrize("change", [1, 2, 16])
def test_no_changed_byte_goes_unseen(change: int) -> None:
    whole = write_kept(KEPT)
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= change
        with pytest.raises(DraftRefused):
            read_kept(bytes(damaged), NAMES)


def test_no_cut_goes_unseen() -> None:
    whole = write_kept(KEPT)
    for length in range(len(whole)):
        with pytest.raises(DraftRefused):
            read_kept(whole[:length], NAMES)


@pytest.mark.parametrize("names", [("mrn",), ()])
def test_an_entry_that_this_version_does_not_have_is_refused_and_not_dropped(names: tuple[str, ...]) -> None:
    with pytest.raises(DraftRefused, match="does not know"):
        read_kept(write_kept(KEPT), names)


def test_a_refusal_repeats_nothing_of_the_draft() -> None:
    with pytest.raises(DraftRefused) as refused:
        read_kept(write_kept(KEPT).replace(b"7..0", b"70.0"), NAMES)
    assert (str(refused.value), refused.value.__cause__) == ("is damaged", None)
