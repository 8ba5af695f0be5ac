"""The notices whose pages are measured: the shipped plan and one for every element and every way a text can end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from generator import workflow
from generator.plan.builder import build
from generator.source.reader import read
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.plan.model import Plan

Content = dict[str, Any]
FULL_LINE = 28
_WHO = ("各乡镇人民政府", "县应急管理局", "县政府有关部门", "重点企业和园区", "县住房城乡建设委、县城市管理局")
_WHAT = (
    "逐条建立责任清单",
    "组织部门联合检查",
    "把隐患整改率提高到九成八以上",
    "建成智能预警点位",
    "开展应急演练并留存影像资料",
    "更新风险“一张图”",
)
_WHEN = ("每季度调度一次进展", "2025年9月底前完成", "汛期前全面自查一遍", "年底前向县安委会办公室报送总结", "按月报送台账")
SENTENCE = "各乡镇人民政府和县政府有关部门要逐条建立清单，每季度调度一次进展，年底前向县安委会办公室报送总结。"


def _notice(lines: int = 3, *, annexes: Iterable[Content] = (), landscape: bool = False, **notice: object) -> Content:
    """Return a plan whose notice has a text of so many full lines; other keys are the notice's own."""
    usual: Content = {
        "form": "direct",
        "mark": "某县人民政府文件",
        "number": "某府发〔2025〕1号",
        "recipients": "各乡镇人民政府，县政府各部门",
        "signature": "某县人民政府",
        "date": "2025-03-13",
        "note": "此件公开发布",
        "imprint": {"copies_to": "县委办公室，县人大常委会办公室", "printed_by": "某县人民政府办公室", "printed_on": "2025-03-17"},
    }
    listed = [annex | {"landscape": True} if landscape else annex for annex in annexes]
    text = "安" * (FULL_LINE * lines - 2)
    return {"format": 1, "year": 2025, "title": "2025年工作要点", "preamble": text, "annexes": listed, "notice": usual | notice}


def _sentences(first: int, count: int) -> str:
    """Return so many sentences, others for every first number."""
    clauses = [(_WHO[n % 5], _WHAT[n * 7 % 6], _WHEN[n * 3 % 5]) for n in range(first, first + count)]
    return "".join(f"{who}要{what}，{when}。" for who, what, when in clauses)


def _table(count: int) -> Content:
    """Return an annex with a table of so many items, in threes under one joined name."""
    items = [
        {"id": f"i{place}", "name": f"第{place // 3}类措施", "goal": _sentences(place, 1 + place % 3), "units": "县应急管理局，各乡镇"}
        | ({"join": ["name", "units"]} if place % 3 else {})
        for place in range(count)
    ]
    return {"id": "split", "title": "2025年工作责任分工表", "tables": [{"id": "t", "title": "重点措施", "items": items}]}


def _prose(sections: int = 3, tasks: int = 4) -> list[Content]:
    """Return sections with tasks of running text, figures and letters among it."""
    return [
        {
            "id": f"s{section}",
            "title": "健全责任体系，提升统筹能力",
            "tasks": [
                {
                    "id": f"t{section}_{task}",
                    "title": "压实各方面责任",
                    "text": [_sentences(section * 9 + task, 3), _sentences(section * 5 + task, 2)],
                }
                for task in range(tasks)
            ],
        }
        for section in range(sections)
    ]


_RULES = {"id": "rules", "title": "调度细则", "numbering": ["第一章", {"number": "第一条", "running": True}]}
_CHAPTERS = [{"id": f"c{chapter}", "title": "总则", "points": [{"id": f"p{chapter}", "text": SENTENCE * 3}]} for chapter in range(2)]
_LONG = _table(6)
_LONG["tables"][0]["items"][3]["goal"] = "目标" * 500

CONTENTS: dict[str, Content] = {
    "one-page": _notice(2, imprint={"printed_by": "某县办", "printed_on": "2025-03-17"}),
    "ends-odd": _notice(40),
    "ends-even-with-room": _notice(20),
    "ends-even-without-room": _notice(25),
    "ends-over-its-page": _notice(30),
    "long-mark": _notice(4, mark="某某自治州防汛抗旱指挥部办公室文件", signature="某某自治州防汛抗旱指挥部办公室"),
    "short-name": _notice(4, signature="某局", mark="某局文件"),
    "sealed": _notice(4, seal=True),
    "unsealed": _notice(4),
    "joint-two": _notice(4, mark=["某县应急管理局", "某县消防救援局文件"], signature=["某县应急管理局", "某县消防救援局"], seal=True),
    "joint-four": _notice(
        3, mark=["县应急局", "县教委", "县公安局", "县林业局文件"], signature=["县应急局", "县教委", "县公安局", "县林业局"], seal=True
    ),
    "upward": _notice(5, signatory=["张某", "李某", "王某"], number="某府文〔2025〕12号"),
    "classified": _notice(5, copy_number="000017", classification="秘密★1年", urgency="特急"),
    "attached": _notice(0, form="attached", title="某县人民政府关于印发《某县2025年安全生产、防灾减灾救灾和消防工作要点》的通知")
    | {"preamble": SENTENCE, "sections": _prose(), "annexes": [_table(8)], "label": "征求意见稿"},
    "three-annexes": _notice(
        3, annexes=[_table(9), _RULES | {"sections": _CHAPTERS}, {"id": "form", "title": "统计表", "preamble": SENTENCE}]
    ),
    "landscape": _notice(3, annexes=[_table(30)], landscape=True),
    "long-item": _notice(3, annexes=[_LONG]),
    "many-items": _notice(3, annexes=[_table(200)]),
}
CONTENTS["attached"]["notice"]["body"] = "现将《某县2025年安全生产、防灾减灾救灾和消防工作要点》印发给你们，请认真组织实施。"


@cache
def plans() -> dict[str, Plan]:
    """Return every case's plan by its name: those above, those of tests/cases/notice, the shipped one."""
    files = {"yunyang-2025": ROOT / "plans/yunyang/2025.yaml"}
    files |= {f"case-{path.stem}": path for path in sorted((ROOT / "tests/cases/notice").glob("*.yaml"))}
    return {name: _read(content) for name, content in CONTENTS.items()} | {
        name: workflow.check(workflow.load(path)).plan() for name, path in files.items()
    }


def _read(content: Content) -> Plan:
    tree = read(yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode()).tree

    assert tree is not None
    return build(tree)
