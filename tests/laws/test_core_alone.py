"""What calculates needs nothing but Python's own library, and reads neither clock nor file."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "src" / "prep_assistant"
IMPORTS = "import json, sys; from {package} import {name}; print(json.dumps(sorted(sys.modules)))"
FORBIDDEN = {"PySide6", "shiboken6", "pydantic", "pydantic_core", "reportlab", "pypdfium2", "tqdm", "fontpkg"}
FORBIDDEN_CALLS = {"open", "read_text", "read_bytes", "float", "round", "now", "utcnow", "getcontext", "setcontext"}
WINDOWS = {"prep_assistant.cli", "prep_assistant.documents", "prep_assistant.paper", "prep_assistant.ui"}


def list_loaded(package: str, name: str) -> set[str]:
    """Return the modules that a fresh interpreter, with everything installed, holds after one import."""
    command = [sys.executable, "-I", "-c", IMPORTS.format(package=package, name=name)]
    return set(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))


@pytest.mark.parametrize(
    ("package", "name"),
    [
        ("prep_assistant.calculation", "plan"),
        ("prep_assistant.quantities", "Mass"),
        ("prep_assistant.formulary", "load_formulary"),
    ],
)
def test_importing_it_loads_nothing_but_the_standard_library_and_itself(package: str, name: str) -> None:
    loaded = list_loaded(package, name)
    assert package in loaded
    assert {module.partition(".")[0] for module in loaded} & FORBIDDEN == set()
    assert {".".join(module.split(".")[:2]) for module in loaded} & WINDOWS == set()


@pytest.mark.parametrize("folder", ["quantities", "calculation", "formulary"])
def test_every_module_of_the_core_imports_only_the_standard_library_and_the_core(folder: str) -> None:
    imported: set[str] = set()
    for path in (CORE / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0
                imported.add((node.module or "").partition(".")[0])
    assert imported
    assert imported - {"prep_assistant"} <= sys.stdlib_module_names


@pytest.mark.parametrize("folder", ["quantities", "calculation"])
def test_what_calculates_opens_no_file_and_makes_no_float(folder: str) -> None:
    called: set[str] = set()
    for path in (CORE / folder).rglob("*.py"):
        nodes = [*ast.walk(ast.parse(path.read_text("utf-8")))]
        functions = [node.func for node in nodes if isinstance(node, ast.Call)]
        called |= {function.id for function in functions if isinstance(function, ast.Name)}
        called |= {function.attr for function in functions if isinstance(function, ast.Attribute)}
        assert [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, float)] == []
    assert "Decimal" in called
    assert called & FORBIDDEN_CALLS == set()
