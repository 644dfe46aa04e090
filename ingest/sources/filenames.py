"""Names of files as they can be printed and stored."""


def shown(path: str) -> str:
    """The path as it can be printed and stored, whatever bytes its name holds."""
    return path.encode("utf-8", "replace").decode()
