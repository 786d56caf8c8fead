"""A site's own limits, for both engines."""

from typing import Any

from prep_assistant.formulary import Site
from prep_assistant.frozen import replace
from prep_assistant.second_engine.figures import Figures, get_figures
from prep_assistant.second_engine.scaled import parse_scaled

_FOLLOWED = {"weight.valid": "weight_stale_days", "use_by.cap": "bag_use_by_hours"}


def follow_site(site: Site) -> Figures:
    """The second engine's figures with what the site's policy moved of those that the selftest's orders come to."""
    changes: dict[str, Any] = {}
    for moved in site.moved:
        if moved.key == "dose.graduation":
            changes["graduation_ml"] = parse_scaled(moved.now)
        elif moved.key in _FOLLOWED:
            changes[_FOLLOWED[moved.key]] = int(moved.now)
    return replace(get_figures(), **changes)
