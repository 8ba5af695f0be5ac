"""What stands beside what on every page format: the names of a joint mark, seals in rows."""

from __future__ import annotations

DOCUMENT = "文件"
_TWO, _FOUR = 2, 4
_SEAL_COLUMN = 7  # characters of 3号 that stand within the 43 mm of a seal's column


def joint_names(mark: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a joint mark that stand beside one 文件 (GB/T 9704 7.2.4); () for any other mark."""
    if len(mark) < _TWO or not mark[-1].endswith(DOCUMENT):
        return ()
    return tuple(name.removesuffix(DOCUMENT) for name in mark)


def signatory_rows(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of signatories in rows of two (GB/T 9704 7.2.6)."""
    return tuple("　".join(names[start : start + _TWO]) for start in range(0, len(names), _TWO))


def seal_rows(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the names of a sealed joint notice in rows, a seal each: three in a row, two where names are long (GB/T 9704 7.3.5.1)."""
    narrow = len(names) > _TWO and len(names) != _FOUR and max(map(len, names)) <= _SEAL_COLUMN
    width = 3 if narrow else _TWO
    return tuple(names[start : start + width] for start in range(0, len(names), width))
