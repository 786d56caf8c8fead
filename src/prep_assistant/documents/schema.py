"""The published JSON Schema of a document."""

from typing import Any

from prep_assistant.documents.fields import Document


def write_schema(document: type[Document]) -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of one kind of document; it says in patterns what the contract says in words."""
    schema = document.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": document.__name__, **schema}
