"""Jinja templates: sandboxed, strict about names, compiled once."""

from __future__ import annotations

import traceback
from functools import cache
from typing import TYPE_CHECKING

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError, MemoryError)
"""What a template can do wrong while it runs."""


@cache
def _environment(folders: tuple[Path, ...]) -> jinja2.Environment:
    return ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folders),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(("html", "xml")),
        keep_trailing_newline=True,
        auto_reload=False,
    )


def fill(folders: tuple[Path, ...], name: str, values: dict[str, object]) -> str:
    """Return a template filled in; the first of the folders that has it wins.

    Raises UserError, naming template and line, when it is missing, misspelt, or asks for what there is not.
    """
    try:
        filled = _environment(folders).get_template(name).render(values)
        filled.encode()  # a lone surrogate cannot be written
    except jinja2.TemplateNotFound as error:
        raise UserError(f"找不到模板 {error.name}", f"请把它放回 {folders[0]}，或删去该文件夹以改用内置模板。") from error
    except UnicodeDecodeError as error:
        raise UserError(f"模板 {name} 不是 UTF-8 编码", "请用编辑器打开后另存为 UTF-8 编码。") from error
    except jinja2.TemplateSyntaxError as error:
        raise UserError(f"模板 {error.filename} 第 {error.lineno} 行写法有误（{error.message}）", "请对照内置模板改正。") from error
    except FAULTS as error:
        raise UserError(f"模板 {name}{_line(error, name)}不能执行（{error}）", "请对照内置模板核对名称和写法。") from error
    if not filled.strip():
        raise UserError(f"模板 {name} 什么也没有印出来", "请对照内置模板改正，或删去它以改用内置模板。")
    return filled


def _line(error: Exception, name: str) -> str:
    """Return the line of a template at which it failed; Jinja leaves it in the traceback."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(name)]
    return f" 第 {lines[-1]} 行" if lines else ""
