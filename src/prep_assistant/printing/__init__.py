"""Adapters of the port ``Printer``, the worker that follows a job, and the page that checks a printer's scale.

Only the composition root imports this package.
"""
