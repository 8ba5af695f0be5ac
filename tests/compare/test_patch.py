"""Changes in the officer's file: what is not concerned stays to the byte, with comments and all."""

from __future__ import annotations

import pytest

from generator.compare.content import build
from generator.compare.decisions import Decision, record, recorded
from generator.compare.differ import compare
from generator.compare.patch import edits
from generator.source import writer
from generator.source.edits import EditError
from generator.source.reader import read
from generator.source.tree import plain
from tests.compare.plans import PLAN, content, edited, tree

FIRMS = "      - id: firms\n        title: 企业主体责任\n"
SECTORS = "      - id: sectors\n        title: 部门监管\n        units: 县应急局\n"


def _patched(new: str, old: str = PLAN) -> str:
    """Return the old file brought to what the new one says."""
    document = read(old.encode())
    text = writer.write(document, edits(compare(content(old), content(new)), tree(old)))
    assert content(text) == content(new)
    return text


def test_no_changes_leave_the_file_as_it_is() -> None:
    assert _patched(PLAN) == PLAN


@pytest.mark.parametrize(
    "replacement",
    [
        ("1号", "2号"),
        ("第二段。", "另一段。"),
        ("  - 第二段。\n", ""),
        ("  - 第三段。\n", "  - 第三段。\n  - 第四段。\n"),
        ("goal: 2025年目标", "goal: 目标"),
        ("title: 部门监管\n", "title: 部门监管责任\n"),
        ("        units: 县应急局\n", "        units: 县应急局\n        deadline: 6月底\n"),
        (FIRMS, ""),
        (FIRMS, FIRMS + "      - id: extra\n        title: 专项\n"),
        ("points: [{id: funds", "tasks: [{id: funds"),
        ("units: 县公安局", "units: 县交通局"),
    ],
    ids=str,
)
def test_only_the_changed_place_is_written(replacement: tuple[str, str]) -> None:
    assert _patched(edited(replacement)) == edited(replacement)


def test_a_thing_that_moves_is_moved_as_it_is_written() -> None:
    old = edited(("        units: 县应急局\n", "        units: '县应急局'  # 待核\n"))
    new = edited((SECTORS, ""), (FIRMS, FIRMS + SECTORS))

    assert "'县应急局'  # 待核" in _patched(new, old)


def test_what_moves_into_something_new_is_written_anew() -> None:
    new = edited(
        (FIRMS, ""), ("  - {id: safeguards", "  - {id: extra, title: 专项, tasks: [{id: firms, title: 企业主体责任}]}\n  - {id: safeguards")
    )
    text = _patched(new)

    assert text.index("id: extra") < text.index("id: firms") < text.index("id: safeguards")
    assert "# 下面两项由县应急局提供" in text


def test_what_comes_out_of_something_removed_is_kept() -> None:
    new = edited(
        ("  - {id: safeguards, title: 保障措施, points: [{id: funds, title: 经费保障}]}\n", ""),
        (FIRMS, FIRMS + "      - {id: funds, title: 经费保障}\n"),
    )

    assert "safeguards" not in _patched(new)


def test_a_whole_turned_inside_out_is_written() -> None:
    head = "format: 1\nyear: 2025\ntitle: 标题\nsections:\n"
    old = "  - id: a\n    title: 甲  # 注\n    sections:\n      - id: b\n        title: 乙\n        sections:\n          - {id: c}\n"
    new = "  - id: b\n    title: 乙\n    sections:\n      - {id: c}\n      - {id: a, title: 甲}\n"

    assert "title: 甲  # 注\n" in _patched(head + new, head + old)


def test_a_commented_thing_is_not_moved_into_brackets() -> None:
    old = edited(("        units: 县应急局\n", "        units: 县应急局  # 待核\n"))
    new = edited((SECTORS, ""), ("points: [", "points: [{id: sectors, title: 部门监管, units: 县应急局}, "))

    with pytest.raises(EditError, match="带有注释"):
        _patched(new, old)


@pytest.mark.parametrize("text", ["  两头空白 ", "两行\n文字\n", "# 像注释", "- 像列表", "yes", "007", "甲: 乙", "", "「“'\""])
def test_the_texts_of_a_decision_survive_exactly(text: str) -> None:
    decision = Decision(id="firms", path=("sections", "duties", "tasks", "firms"), field="title", base=text, ours=[text, "乙"], theirs=None)
    old, wanted = content(PLAN), record(content(PLAN), [decision])
    written = writer.write(read(PLAN.encode()), edits(compare(old, wanted), tree(PLAN)))

    assert written.startswith(PLAN)
    assert recorded(build(plain(tree(written)))) == (decision,)


RICH = (
    edited(
        (
            "preamble:\n",
            """\
region:
  name: 某县
  units:
    # 应急口
    - {id: yj, name: 县应急管理局}   # 牵头
    - {id: ga, name: 县公安局}  # 已核
    - {id: jt, name: 县交通局}
preamble:
""",
        ),
        (
            "        title: 部门监管\n",
            "        title: 部门监管\n        text: |-  # 王主任定\n          甲段原文。\n\n          乙段原文。\n",
        ),
    )
    + """\
web:
  other:
    编号: 1  # 办公室给
    来源: 县政府
numbering:
  - 一、  # 部分
  - {number: （一）, running: true}  # 任务
slides:
  pages:
    - {section: duties, title: 甲页, tasks: [leaders]}  # 页一
    - {section: safeguards, title: 乙页}  # 页二
"""
)


@pytest.mark.parametrize(
    "replacement",
    [
        ("县公安局}  # 已核", "县公安分局}  # 已核"),
        ("name: 县交通局}\n", "name: 县交通局}\n    - id: wj\n      name: 县卫健委\n"),
        ("    - {id: jt, name: 县交通局}\n", ""),
        ("name: 县交通局}", "name: 县交通局, aliases: [交通局]}"),
        ("乙段原文", "乙段新文"),
        ("    编号: 1  # 办公室给\n", "    编号: 1  # 办公室给\n    公开方式: 主动\n"),
        ("    来源: 县政府\n", ""),
        ("一、  # 部分", "第一  # 部分"),
        ("running: true", "running: false"),
        ("乙页", "乙新页"),
        ("tasks: [leaders]", "tasks: [leaders, firms]"),
        ("    - {section: safeguards, title: 乙页}  # 页二\n", "    - {section: safeguards, title: 乙页}  # 页二\n    - section: duties\n"),
    ],
    ids=str,
)
def test_inside_a_field_only_the_changed_item_is_written(replacement: tuple[str, str]) -> None:
    expected = edited(replacement, of=RICH)

    assert _patched(expected, RICH) == expected


def test_units_in_another_order_keep_their_comments() -> None:
    first = "    - {id: yj, name: 县应急管理局}   # 牵头\n"
    last = "    - {id: jt, name: 县交通局}\n"
    new = edited((last, ""), ("    # 应急口\n" + first, last + "    # 应急口\n" + first), of=RICH)

    assert _patched(new, RICH) == new
