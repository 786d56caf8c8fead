"""Tries every mutant of what calculates: "make mutants", or "python -m tools.mutants [--again] [FILE...]".

A file is named within the package, as calculation/vials.py is. What was found is kept in out/mutants.json; --again
tries only what survived last time or is new. It ends with 0 when every mutant was killed or is listed as equivalent;
having tried all files, it then writes docs/mutants.md.
"""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Mapping

import pytest

from tools.mutants.equivalent import judge, read_equivalents, write_page
from tools.mutants.hunt import ALL, FAST, Hunt, list_tests
from tools.mutants.mutation import ROOT, Name, list_files, list_mutants
from tools.mutants.trial import CONFIG

KEPT = ROOT / "out" / "mutants.json"


def main() -> int:
    """Hunts, reports and returns the exit code."""
    parser = ArgumentParser(prog="python -m tools.mutants", description="Tries every mutant of what calculates.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="only these modules")
    parser.add_argument("--again", action="store_true", help="only what survived last time or is new")
    parser.add_argument(
        "--quick", action="store_true", help="no laws, no second trial of survivors with a fresh import"
    )
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, metavar="N", help="so many trials")
    options = parser.parse_args()
    files = options.files or list_files()
    before = _read_kept()
    mutants = [mutant for file in files for mutant in list_mutants(file)]
    known = {mutant.name for mutant in mutants}
    kept = {
        name: it
        for name, it in before.items()
        if (options.files and name.file not in files) or (options.again and name in known)
    }
    if options.again:
        mutants = [mutant for mutant in mutants if kept.get(mutant.name) is None]
    hunt = Hunt(
        mutants, options.at_once, quick=options.quick, hints=before, save=lambda killers: _keep(kept | dict(killers))
    )
    if not _passes_alone(hunt, list_tests(FAST if options.quick else ALL)):
        return 2
    kept |= hunt.killers
    _keep(kept)
    verdict = judge({name: killer for name, killer in kept.items() if name.file in files}, read_equivalents())
    print(verdict.in_words())
    if verdict.is_clean and set(files) == set(list_files()):
        write_page(verdict)
    return 0 if verdict.is_clean else 1


def _passes_alone(hunt: Hunt, tests: list[str]) -> bool:
    """Whether the tests pass without any mutant, and so say something about those that were tried."""
    options = ["-c", str(CONFIG), "--rootdir", str(ROOT), "--capture=no", "-qqq", "--tb=short"]
    code = pytest.main([*options, *tests], plugins=[hunt])
    if code or hunt.failed:
        print(f"\n{hunt.failed or 'The tests'} failed without any mutant: mend that first.", file=sys.stderr)
    return not (code or hunt.failed)


def _keep(killers: Mapping[Name, str | None]) -> None:
    rows = [[*vars(name).values(), killer] for name, killer in sorted(killers.items())]
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps(rows, indent=0, ensure_ascii=False), "utf-8")


def _read_kept() -> dict[Name, str | None]:
    if not KEPT.exists():
        return {}
    return {Name(*row[:5]): row[5] for row in json.loads(KEPT.read_text("utf-8"))}


if __name__ == "__main__":
    sys.exit(main())
