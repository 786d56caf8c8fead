"""Reads and checks the formulary, the products and the site's policy; gives the calculation monograph and policy."""

from prep_assistant.formulary.errors import FormularyError, PolicyError
from prep_assistant.formulary.jurisdictions import Formularies
from prep_assistant.formulary.loading import Formulary, load_formulary
from prep_assistant.formulary.site import NO_SITE, Site
from prep_assistant.formulary.site_policy import PolicyEntry, PolicyFile, apply_policy, list_policy

__all__ = [
    "NO_SITE",
    "Formularies",
    "Formulary",
    "FormularyError",
    "PolicyEntry",
    "PolicyError",
    "PolicyFile",
    "Site",
    "apply_policy",
    "list_policy",
    "load_formulary",
]
