"""What the program knows that is not code: formulary, products, texts, theme; found by ``prep_assistant.installed``."""
