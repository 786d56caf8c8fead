"""Compares the window with a bare one: start, a key, memory.

Every window is a process of its own, offscreen; both are started and asked in turn. A start is what the parent sees of
it. A key is timed by the window that it comes to, from the event until nothing waits to be painted.
"""

from collections.abc import Iterator
from itertools import chain, cycle, islice
from statistics import median, quantiles
from typing import Any

from bench.window_children import ROOT, Child, windows

_WARM_UPS = 3
_MOST_KEYS, _KEYS_PER_PAIR = 2_000, 100
_FRAME_MS = 1_000 / 60
_EXAMPLE = str(ROOT / "examples" / "order-routine.json")
_LIMITS = {
    "first usable window against a bare window": 1.6,
    "example plan painted against a bare window's first key": 2.5,
    "peak memory with plan and preview against a bare window": 2.2,
    "key to painted figures against a bare line edit": 4.0,
}
# How a technician types weights, each over the one before; unfinished, refused and stopped ones come on the way.
_WEIGHTS = ("70.5", "68", "104.2", "71.35", "7", "70", "58.9", "84.25")


def measure(pairs: int) -> dict[str, dict[str, Any]]:
    """Measures everything.

    Args:
        pairs: how many pairs count in each comparison; of keys ten times as many, of the slowest up to 2,000.

    Returns:
        {"name": {"measured", "limit", "holds"}}, with p10, p90.
    """
    compared = (
        _compare_starts((), (), pairs),
        _compare_starts((_EXAMPLE,), ("7",), pairs),
        _compare_memory(pairs),
        _compare_keys(10 * pairs),
    )
    results = {name: _result(ratios, limit) for (name, limit), ratios in zip(_LIMITS.items(), compared, strict=True)}
    keys = min(_MOST_KEYS, _KEYS_PER_PAIR * pairs)
    return results | {f"ms at p99 of {keys:,} keys, against one frame or 4 × the bare p99": _compare_slowest(keys)}


def _compare_starts(ours: tuple[str, ...], twins: tuple[str, ...], pairs: int) -> list[float]:
    """How many times the twin's time passed until our window was painted, for each pair that counts."""
    ratios = []
    for number in range(_WARM_UPS + pairs):
        with windows(ours, twins, ours_first=number % 2 == 0) as (our_window, twin):
            ratios.append(our_window.start_ns / twin.start_ns)
    return ratios[_WARM_UPS:]


def _compare_memory(pairs: int) -> list[float]:
    """The same of the most memory held, with the preview of the label on the screen."""
    ratios = []
    for number in range(_WARM_UPS + pairs):
        with windows((_EXAMPLE,), (), ours_first=number % 2 == 0) as (our_window, twin):
            our_window.ask("preview")
            ratios.append(our_window.ask("memory") / twin.ask("memory"))
    return ratios[_WARM_UPS:]


def _compare_keys(pairs: int) -> list[float]:
    """The same of one key, a digit behind a weight or its removal: the order is complete before it and after it."""
    ratios = []
    keys = cycle(chain.from_iterable((digit, "backspace") for digit in "123456789"))
    with windows((_EXAMPLE,), ("7", "0")) as (our_window, twin):
        for child in (our_window, twin):
            for key in ".5":
                child.ask(f"key {key}")
        for number, key in enumerate(islice(keys, _WARM_UPS + pairs)):
            # Ours comes first for two keys, then the twin's: each kind of key in both orders.
            our_ns, twin_ns = _ask_both(our_window, twin, f"key! {key}", ours_first=number // 2 % 2 == 0)
            ratios.append(our_ns / twin_ns)
    return ratios[_WARM_UPS:]


def _compare_slowest(keys: int) -> dict[str, Any]:
    """The slowest but a hundredth of all keys, in ms, while weights are typed one over the other."""
    ours, twins = [], []
    with windows((_EXAMPLE,), ("7", "0")) as (our_window, twin):
        for number, key in enumerate(islice(_list_keys(), keys)):
            our_ns, twin_ns = _ask_both(our_window, twin, f"key {key}", ours_first=number % 2 == 0)
            ours.append(our_ns / 1e6)
            twins.append(twin_ns / 1e6)
    slowest, bare = quantiles(ours, n=100)[-1], quantiles(twins, n=100)[-1]
    limit = max(_FRAME_MS, 4 * bare)
    found = {"measured": round(slowest, 3), "limit": round(limit, 3), "holds": slowest <= limit}
    return found | {"median": round(median(ours), 3), "bare_p99": round(bare, 3), "slowest": round(max(ours), 3)}


def _list_keys() -> Iterator[str]:
    """Each weight is taken back key by key, and the next one typed."""
    stands = "70"
    for weight in cycle(_WEIGHTS):
        yield from chain(("backspace" for _ in stands), weight)
        stands = weight


def _ask_both(our_window: Child, twin: Child, question: str, *, ours_first: bool) -> tuple[int, int]:
    if ours_first:
        ours = our_window.ask(question)
        return ours, twin.ask(question)
    twins = twin.ask(question)
    return our_window.ask(question), twins


def _result(ratios: list[float], limit: float) -> dict[str, Any]:
    middle, tenths = median(ratios), quantiles(ratios, n=10)
    spread = {"p10": round(tenths[0], 3), "p90": round(tenths[-1], 3), "pairs": len(ratios)}
    return {"measured": round(middle, 3), "limit": limit, "holds": middle <= limit} | spread
