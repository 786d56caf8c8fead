"""What paper says: lines of plain text with their roles, made from an order and its plan. No geometry, no faces."""
