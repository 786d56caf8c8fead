"""Proves this installation: orders answered twice, by engines that share no code and no idea."""

from prep_assistant.selftest.answers import Answers, ask_both
from prep_assistant.selftest.sweep import Comparison, compare_engines, sweep_orders

__all__ = ["Answers", "Comparison", "ask_both", "compare_engines", "sweep_orders"]
