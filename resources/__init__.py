"""What the program knows that is not code: formulary, products, icons, theme; read with ``importlib.resources``."""
