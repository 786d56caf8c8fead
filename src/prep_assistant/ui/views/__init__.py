"""Widgets: they draw a state and forward acts, and know nothing of medicine."""
