"""Hundreds of preparations on one page: what is held does not grow. ``make soak`` does it ten thousand times."""

import sys

from bench.soak import measure

COUNT = 900
# So few preparations still fill caches, which ten thousand only keep: the limit there is 1 MB.
MOST_MB = 3.0
# For each preparation 8 kB and a reference to None are kept: 8 MB and 1,000 references more in 1,000.
LEAK = """
from bench import soak
prepare, kept = soak.Workstation.prepare, []
def leak(self, number):
    prepare(self, number)
    kept.append((bytes([number % 256]) * 8_000, None))
soak.Workstation.prepare = leak
"""


def slopes(prelude: str = "") -> tuple[float, float]:
    memory, nones = (result["measured"] for result in measure(COUNT, prelude).values())
    return memory, nones


def test_memory_and_references_to_none_do_not_grow_with_the_preparations() -> None:
    memory, nones = slopes()
    assert memory <= MOST_MB
    assert abs(nones) <= 100


def test_a_leak_is_noticed() -> None:
    memory, nones = slopes(LEAK)
    assert memory >= 2 * MOST_MB
    # From Python 3.12 on None is counted no more.
    assert nones >= 900 or sys.getrefcount(None) > 2**30
