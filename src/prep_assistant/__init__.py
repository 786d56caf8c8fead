"""Prep Assistant: prepares ado-trastuzumab emtansine (KADCYLA), explains every figure and proves its arithmetic."""
