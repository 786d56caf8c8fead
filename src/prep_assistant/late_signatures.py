"""Imports PySide without what only explains a wrong call, until a call is wrong.

PySide carries its Python modules as source within its library and compiles them at every start. Seven of them are asked
only for the text of a TypeError, for a docstring or for a stub file; compiling them is a quarter of a bare window's
start. Why this may be done, and until when: docs/decisions/0012-late-signatures.md.
"""

import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

_PACKAGE = "shibokensupport.signature"
_LATE = {
    f"{_PACKAGE}.{name}"
    for name in ("errorhandler", "layout", "mapping", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
}
# The one function that the library calls by a look into a module's dictionary, where no module hears of it.
_LOOKED_UP = (f"{_PACKAGE}.mapping", "update_mapping")
_FEATURES = "shibokensupport.feature"

_Execute = Callable[[ModuleType], None]


def import_pyside() -> None:
    """Imports the package PySide6; where its modules are kept elsewhere, or it is imported already, as ever."""
    if "inspect" not in sys.modules:
        _import_late("inspect")
    finders = sys.meta_path
    sys.meta_path = _Finders(finders)
    try:
        import PySide6  # noqa: F401, PLC0415 - what this is for
    finally:
        sys.meta_path = finders


def _import_late(name: str) -> None:
    spec = find_spec(name)
    if spec is not None and spec.loader is not None:
        module = sys.modules[name] = module_from_spec(spec)
        _execute_late(spec.loader.exec_module, module)


class _Finders(list[Any]):
    """Stands for the list in which PySide puts its own finder, at its head, while it is imported."""

    def insert(self, index: Any, finder: Any) -> None:  # noqa: ANN401 - as a list takes it
        if type(finder).__module__ == "signature_bootstrap":
            finder.exec_module = partial(_execute_of_pyside, finder.exec_module)
        super().insert(index, finder)


def _execute_of_pyside(execute: _Execute, module: ModuleType) -> None:
    if module.__name__ in _LATE:
        _execute_late(execute, module)
        if module.__name__ == _LOOKED_UP[0]:
            vars(module)[_LOOKED_UP[1]] = partial(_fill_and_call, module)
        return
    execute(module)
    if module.__name__ == _FEATURES:
        # It would read the source of every module that is imported, for whether that may switch on a feature.
        module._mod_uses_pyside = lambda _module: True  # type: ignore[attr-defined]  # noqa: SLF001


def _execute_late(execute: _Execute, module: ModuleType) -> None:
    """Fills a module when it is first asked for a name that it has not got."""
    lock, begun = RLock(), False

    def __getattr__(name: str) -> object:  # noqa: N807
        nonlocal begun
        # Whoever walks through all modules asks for such a name.
        if name.startswith("__"):
            raise AttributeError(name)
        with lock:
            if not begun:
                begun = True
                _fill(execute, module)
        try:
            return vars(module)[name]
        except KeyError:
            raise AttributeError(name) from None

    module.__getattr__ = __getattr__  # type: ignore[method-assign]


def _fill_and_call(module: ModuleType) -> object:
    module.__getattr__("type_map")
    return vars(module)[_LOOKED_UP[1]]()


def _fill(execute: _Execute, module: ModuleType) -> None:
    spec = module.__spec__
    if spec is not None:
        # PySide publishes it under a second name, by which its finder does not know it.
        published, spec.name = spec.name, module.__name__
        execute(module)
        spec.name = published
