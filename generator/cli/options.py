"""Options that several commands share."""

from __future__ import annotations

import click

from generator.render.style import DEFAULT

style = click.option("--style", metavar="样式", default=DEFAULT, help=f"用 styles 文件夹里的哪个样式，如 windows；默认 {DEFAULT}。")
