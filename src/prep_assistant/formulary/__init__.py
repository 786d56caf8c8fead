"""Reads and checks the formulary and the products; gives the calculation its monograph and policy."""

from prep_assistant.formulary.errors import FormularyError
from prep_assistant.formulary.jurisdictions import Formularies
from prep_assistant.formulary.loading import Formulary, load_formulary

__all__ = ["Formularies", "Formulary", "FormularyError", "load_formulary"]
