"""Keeps tests away from modules that need PyTorch, where it is not installed."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("torch") else ["__main__.py", "silver.py", "teacher.py"]
