"""The JSON of the contract, both ways: orders in, plans out, one at a time or as JSON Lines, with their schemas."""

from prep_assistant.documents.lines import plan_lines
from prep_assistant.documents.order_document import OrderDocument
from prep_assistant.documents.order_reading import read_order
from prep_assistant.documents.plan_document import PlanDocument, write_plan
from prep_assistant.documents.schema import write_schema

__all__ = ["OrderDocument", "PlanDocument", "plan_lines", "read_order", "write_plan", "write_schema"]
