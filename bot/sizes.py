"""How large something is, in an operator's words."""

_FEW = 100_000


def size_said(size: int) -> str:
    """Bytes in the unit in which they are no nought: "3 kB", "1.4 MB"."""
    if size < _FEW:
        return f"{max(1, round(size / 1000))} kB" if size else "0 kB"
    return f"{size / 1_000_000:.1f} MB"
