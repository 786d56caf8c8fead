"""The window: view-models that know no widget, and views that know no medicine."""
