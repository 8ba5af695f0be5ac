"""Where templates and styles are: the project's own, nearest above a plan, else the copies inside the program."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUILT_IN = _PACKAGE / "builtin"  # where a wheel carries templates/ and styles/; a checkout has them beside the package


def built_in(folder: str) -> Path:
    """Return the program's own "templates" or "styles" folder."""
    inside = _BUILT_IN / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def folders(plan: Path, folder: str) -> tuple[Path, ...]:
    """Return where to look for a plan's "templates" or "styles": the nearest such folder above it, then the built-in one."""
    own = next((above / folder for above in plan.resolve().parents if (above / folder).is_dir()), None)
    return tuple(dict.fromkeys(path for path in (own, built_in(folder)) if path))


def first(folders: tuple[Path, ...], name: str) -> Path | None:
    """Return a file of the first folder that has it, None where none has."""
    return next((folder / name for folder in folders if (folder / name).is_file()), None)
