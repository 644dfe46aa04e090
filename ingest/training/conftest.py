"""Keeps tests away from modules that need PyTorch, where it is not installed."""

from importlib.util import find_spec

_LEARNING = (
    "__main__",
    "antecedents/__main__",
    "dating/__main__",
    "ranking",
    "silver",
    "teacher",
    "relations/__main__",
    "relations/encoder",
    "relations/student",
)
collect_ignore = [] if find_spec("torch") else [f"{name}.py" for name in _LEARNING]
