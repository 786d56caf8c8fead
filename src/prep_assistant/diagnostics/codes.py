"""Which finding codes the log takes: those made of the words below, and nothing that somebody typed."""

from collections.abc import Iterable

UNLISTED = "unlisted"
_MOST_PARTS = 3
# Every word of every finding code; a test holds the list against the rules. A name is in no such list.
_VOCABULARY = """
identity product history dose cycle course patient weight interval infusion use_by vials labs reaction bag toxicity
other_product incomplete_name wrong_fluid unknown invalid_date not_a_label_level life_threatening above_maximum
fits_other_product mg_differs mg_disagrees rounded_down re_escalation reduced level_skipped beyond_course
history_mismatch last_cycle under_18 out_of_range implausible_change changed bmi_implausible not_cross_checked
date_invalid stale too_short long_gap delayed too_fast as_ordered first not_tolerated rate_of_last subsequent
out_of_stock none_spare not_checked not_released lvef_stale
platelets alt ast bilirubin lvef neuropathy heart_failure ild_or_pneumonitis
nodular_regenerative_hyperplasia liver_injury start
hold hold_reduce reduce repeat discontinue baseline_missing not_studied
"""
_WORDS = frozenset(_VOCABULARY.split())


def is_listed(code: str) -> bool:
    """Whether a finding code is made of the listed words.

    >>> is_listed("history.unknown"), is_listed("history.example"), is_listed("unknown")
    (True, False, False)
    """
    parts = code.split(".")
    return 1 < len(parts) <= _MOST_PARTS and _WORDS.issuperset(parts)


def listed(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes, with "unlisted" in the place of one that is not made of the listed words."""
    return tuple(code if is_listed(code) else UNLISTED for code in codes)
