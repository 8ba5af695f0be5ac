"""The committed files that the program makes: `python -m tests.generated` writes them, `--check` tells which are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.cli.output import dumps
from generator.render import to_docx
from generator.render.style import built_in
from generator.render.word.template import template
from generator.schema.export import FILES, json_schema
from tests import metrics

ROOT = Path(__file__).resolve().parent.parent


def files() -> dict[Path, bytes]:
    """Return every generated file with its bytes."""
    schemas = {ROOT / f"plans/.schema/{name}.schema.json": f"{dumps(json_schema(name))}\n".encode() for name in FILES}
    template_ = {ROOT / "templates" / to_docx.NAME: template(built_in())}
    return {**schemas, **template_, ROOT / "generator/render/metrics/metrics.ttf": metrics.face()}


def stale() -> list[str]:
    """Return the generated files whose bytes are not what the program makes now."""
    return [str(path.relative_to(ROOT)) for path, data in files().items() if not path.exists() or path.read_bytes() != data]


def main() -> None:
    """Write the files, or with --check leave with 1 when one is stale."""
    if "--check" in sys.argv[1:]:
        sys.exit("\n".join(f"stale: {name} (run: make golden)" for name in stale()) or 0)
    for path, data in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
