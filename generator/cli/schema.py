"""`hongtou schema`: the JSON Schema of a file, for editors that complete and check while typing."""

from __future__ import annotations

import click

from generator.cli import output, speech
from generator.schema import export


@speech.command(help="输出计划或地区文件的 JSON Schema。\n\n在文件首行写 # yaml-language-server: $schema=…，编辑器就会提示和校验。")
@click.argument("shape", metavar="[plan|region]", type=click.Choice(export.FILES), default="plan")
def command(shape: str) -> int:
    """Print the schema."""
    click.echo(output.dumps(export.json_schema(shape)))
    return 0
