"""The rules: each is a small function that looks at a case and says at most one thing.

Their numbers are data (monograph and policy); their order does not matter, the plan sorts what they find.
"""

from prep_assistant.calculation.rules.course import COURSE_RULES
from prep_assistant.calculation.rules.dose import DOSE_RULES
from prep_assistant.calculation.rules.history import judge_history
from prep_assistant.calculation.rules.identity import IDENTITY_RULES
from prep_assistant.calculation.rules.infusion import INFUSION_RULES
from prep_assistant.calculation.rules.laboratory import LABORATORY_RULES
from prep_assistant.calculation.rules.supply import SUPPLY_RULES
from prep_assistant.calculation.rules.toxicity import TOXICITY_RULES
from prep_assistant.calculation.rules.weight import WEIGHT_RULES
from prep_assistant.calculation.rules.written import WRITTEN_RULES

CASE_RULES = (
    *IDENTITY_RULES,
    *DOSE_RULES,
    *WRITTEN_RULES,
    *COURSE_RULES,
    *WEIGHT_RULES,
    *INFUSION_RULES,
    *SUPPLY_RULES,
    *LABORATORY_RULES,
    *TOXICITY_RULES,
)

__all__ = ["CASE_RULES", "judge_history"]
