"""Files that were cut off or changed by chance: each becomes a plan or is refused in words, and nothing takes long."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator import workflow
from generator.errors import UserError
from generator.plan.builder import build
from generator.render import to_docx
from generator.source.reader import read
from tests.dressed import LOOK

NOTICES = Path(__file__).parent / "notices"
PLAN = """format: 1
year: 2025
title: 青临县2025年安全生产工作要点
notice: {number: 青临府发〔2025〕3号, recipients: 各乡镇人民政府, body: 现印发给你们。, signature: 青临县人民政府, date: 2025-03-01}
sections: [{id: one, title: 压实责任, tasks: [{id: a, title: 强化领导, text: 落实责任。}, {id: b, title: 严格考核, text: 按季通报。}]}]
annexes: [{id: split, title: 责任分工表, tables: [{id: t, title: 指标, items: [{id: i, name: 森林火灾, goal: '0', units: 县应急管理局}]}]}]
"""


def _whole(suffix: str) -> bytes:
    if suffix == ".docx":
        tree = read(PLAN.encode()).tree
        assert tree is not None
        return to_docx.render(build(tree), LOOK)
    name = {".html": "16_site_page.html", ".txt": "01_base_attached.txt", ".md": "13_markdown.md"}[suffix]
    return (NOTICES / name).read_bytes()


def _damaged(whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.randint(1, 12)):
        data = data or bytearray(whole)
        start = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[start : start + chance.randint(1, 40)] = b""
            case 1:
                data[start : start + 1] = chance.randbytes(chance.randint(1, 6))
            case 2:
                data[start:start] = data[chance.randrange(len(data)) :][: chance.randint(1, 200)]
            case _:
                del data[start + 1 :]
    return bytes(data) or b"\0"


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt", ".md"])
def test_a_damaged_file_becomes_a_plan_or_is_refused(suffix: str, tmp_path: Path) -> None:
    whole, source = _whole(suffix), tmp_path / f"damaged{suffix}"
    chance = random.Random(suffix)  # noqa: S311 - damage by chance, the same every time
    ends = set()
    for _ in range(125):
        source.write_bytes(_damaged(whole, chance))
        try:
            found = workflow.imported(source)
            ends.add("plan" if read(found.text.encode()).tree else "nothing")
        except UserError as error:
            ends.add("refused" if error.message else "without a word")

    assert ends <= {"plan", "refused"}
    assert len(ends) > 1 or suffix != ".docx"
