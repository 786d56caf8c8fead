"""Compares what the program does with a bare twin that does the least that could be done: ``make bench``.

Pairs alternate in their order, the first three are dropped. The result of each comparison is the median of its ratios;
all go to out/bench.json as {"name": {"measured": 1.06, "limit": 1.3, "holds": true}}.
"""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
# Started as a script: its own folder would hide the package that it is part of.
sys.path[0] = str(ROOT)

from bench import label, window_measures  # noqa: E402 - found through the line above
from bench.twins import label as bare_label  # noqa: E402 - the same

_WARM_UPS = 3
_FEWEST_PAIRS = 20

Pair = tuple[Callable[[], bytes], Callable[[], bytes]]


@dataclass(frozen=True)
class Comparison:
    """What is compared, how many times the twin's time it may take, and what makes the pairs (ours, twin)."""

    name: str
    limit: float
    make_pairs: Callable[[int], Iterator[Pair]]


def _label_pairs(count: int) -> Iterator[Pair]:
    for ours, recorded in zip(label.make_drawings(count), label.record(count), strict=True):
        yield ours, lambda recorded=recorded: bare_label.draw(recorded)  # type: ignore[misc]


COMPARISONS = [Comparison("label drawing against a bare reportlab canvas", 1.3, _label_pairs)]


def _time(act: Callable[[], bytes]) -> tuple[int, bytes]:
    start = perf_counter_ns()
    made = act()
    return perf_counter_ns() - start, made


def measure(comparison: Comparison, pairs: int) -> list[float]:
    """How many times the twin's time ours took, for each pair that counts."""
    ratios: list[float] = []
    for number, (ours, twin) in enumerate(comparison.make_pairs(_WARM_UPS + pairs)):
        if number % 2:
            (twin_ns, twins), (our_ns, made) = _time(twin), _time(ours)
        else:
            (our_ns, made), (twin_ns, twins) = _time(ours), _time(twin)
        if made != twins:
            raise SystemExit(f"bench: {comparison.name}: the twin made something else than we did")
        ratios.append(our_ns / twin_ns)
    return ratios[_WARM_UPS:]


def _number_of_pairs(text: str) -> int:
    if not text.isdigit() or int(text) < _FEWEST_PAIRS:
        raise ArgumentTypeError(f"came {text!r}; expected {_FEWEST_PAIRS} or more")
    return int(text)


def main() -> int:
    """Measure everything, print and write the results; 1 when a limit does not hold."""
    parser = ArgumentParser(description="compare with bare twins")
    parser.add_argument("--pairs", type=_number_of_pairs, default=40, help="pairs that count (default 40)")
    parser.add_argument("--output", type=Path, default=ROOT / "out" / "bench.json")
    options = parser.parse_args()
    results: dict[str, dict[str, Any]] = {}
    for comparison in COMPARISONS:
        ratios = measure(comparison, options.pairs)
        middle, tenths = median(ratios), quantiles(ratios, n=10)
        holds = middle <= comparison.limit
        results[comparison.name] = {"measured": round(middle, 3), "limit": comparison.limit, "holds": holds}
        verdict = "holds" if holds else "DOES NOT HOLD"
        spread = f"p10 {tenths[0]:.3f}, p90 {tenths[-1]:.3f}, {options.pairs} pairs"
        print(f"{comparison.name}: {middle:.3f} ({spread}); limit {comparison.limit}: {verdict}")
    for name, result in window_measures.measure(options.pairs).items():
        results[name] = result
        print(f"{name}: {result}")
    options.output.parent.mkdir(exist_ok=True)
    options.output.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 0 if all(result["holds"] for result in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
