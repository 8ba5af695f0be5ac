"""Plans as offices publish them, drawn by hypothesis: every structure the model has, with sentences that read as such notices do."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator

Drawn = dict[str, Any]

_SUBJECTS = ("各乡镇（街道）", "县级有关部门", "园区管委会", "重点企业", "村（社区）", "行业主管部门")
_VERBS = ("加快推进", "全面落实", "持续深化", "统筹抓好", "动态更新", "严格执行")
_OBJECTS = (
    "隐患排查治理",
    "应急预案修编",
    "监测预警能力建设",
    "“平急两用”设施建设",
    "网格化管理",
    "《安全生产条例》宣贯",
    "物资储备（含帐篷）",
)
_ENDS = (
    "，年底前完成率达到100%",
    "，2025年9月前见到成效",
    "；每季度至少开展1次督查",
    "，确保按期销号",
    "",
    "，新建3座消防站、改造2.5公里管网",
)
_TITLES = ("压实工作责任", "防范化解风险", "夯实基层基础", "强化应急准备", "加强科技支撑", "深化专项整治", "建强救援队伍", "完善保障机制")
_UNITS = ("县应急管理局", "县水利局、县气象局", "县公安局（交巡警大队），各乡镇（街道）", "县安委会成员单位", "县住房城乡建委等有关部门")
_GOALS = ("0", "印发", "同比下降5%", "完成整治12处。", "建成并投入使用", "0.3‰以内", "覆盖率100%")

sentences = st.builds(lambda *parts: f"{''.join(parts)}。", *map(st.sampled_from, (_SUBJECTS, _VERBS, _OBJECTS, _ENDS)))
paragraphs = st.one_of(sentences, st.lists(sentences, min_size=1, max_size=3))
dates = st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(lambda day: day.isoformat())


def _fixed(required: Drawn, optional: Drawn | None = None) -> st.SearchStrategy[Drawn]:
    return st.fixed_dictionaries(required, optional=optional or {})


titles = st.builds(lambda one, two: one + two, st.sampled_from(_TITLES), st.sampled_from(("", "，提升综合能力", "（试点）")))
points = st.one_of(
    st.lists(_fixed({"text": sentences}), min_size=2, max_size=3),
    st.lists(_fixed({"title": titles, "text": sentences}), min_size=2, max_size=3),
)
_tasks = st.lists(
    _fixed({"title": titles, "text": paragraphs}, {"units": st.sampled_from(_UNITS), "points": points}), min_size=2, max_size=4
)
_sections = st.lists(_fixed({"title": titles, "tasks": _tasks}, {"text": sentences}), min_size=2, max_size=3)
_deep = st.lists(_fixed({"title": titles, "sections": _sections}), min_size=1, max_size=2)
_flat = st.lists(_fixed({"title": titles, "text": paragraphs}), min_size=3, max_size=6)
_safeguards = _fixed(
    {"title": st.just("保障措施"), "points": st.lists(_fixed({"title": titles, "text": sentences}), min_size=2, max_size=3)}
)
_aims = _fixed({"title": st.just("总体要求"), "text": paragraphs})
bodies = st.one_of(
    st.builds(lambda tasks: {"tasks": tasks}, _flat),
    st.builds(
        lambda aims, rows, last: {"sections": [*aims, *rows, *last]},
        st.lists(_aims, max_size=1),
        _sections,
        st.lists(_safeguards, max_size=1),
    ),
    st.builds(
        lambda aims, rows, last: {"sections": [*aims, *rows, *last]}, st.lists(_aims, max_size=1), _deep, st.lists(_safeguards, max_size=1)
    ),
)

_names = st.sampled_from(("交通运输领域", "森林火灾受害率", "《县级总体应急预案》", "燃气领域"))
_item = _fixed(
    {"name": _names, "goal": st.sampled_from(_GOALS), "units": st.sampled_from(_UNITS)}, {"note": st.sampled_from(("新增", "牵头抓总"))}
)
_rows = st.lists(_item, min_size=1, max_size=5)
_own = _fixed({"name": _names, "lead": st.sampled_from(_UNITS), "deadline": st.just("2025年12月"), "scope": st.just("全县")})
_COLUMNS = {"number": "序号", "name": "改革举措", "lead": "牵头单位", "deadline": "完成时限", "scope": "推广范围"}
_GRID = {"head": [["地区", "招生", "left"], ["same", "2023年", "2024年"]], "body": [["甲乡", "16", "18"], ["乙镇", "7", "9"]]}
tables = st.one_of(
    st.builds(lambda items: {"items": items}, _rows),
    st.builds(lambda items: {"columns": _COLUMNS, "items": items}, st.lists(_own, min_size=2, max_size=4)),
    st.just({"grid": _GRID}),
)
_table_annex = st.builds(
    lambda title, held, labels: (
        {"title": title, "tables": [table | {"title": f"重点{mark}"} for table, mark in zip(held, "甲乙丙", strict=False)]} | labels
    ),
    st.sampled_from(("责任分工表", "主要事项责任分工表")),
    st.lists(tables, min_size=2, max_size=3),
    st.sampled_from(({}, {"labels": {"goal": "2025年目标"}})),
)
_single_annex = st.builds(lambda table: {"title": "核心绩效指标表", "tables": [table]}, tables)
_rules_annex = st.builds(
    lambda preamble, articles: {"title": "督查办法", "preamble": preamble, "numbering": ["第一条"], "points": articles},
    sentences,
    st.lists(_fixed({"text": sentences}), min_size=2, max_size=4),
)
annexes = st.lists(st.one_of(_table_annex, _single_annex, _rules_annex, st.just({"title": "统计表", "absent": "true"})), max_size=3)

_NUMBERINGS: tuple[Drawn, ...] = (
    {},
    {"numbering": ["一、", {"number": "（一）", "running": "true"}]},
    {"numbering": ["一、", "（一）", {"number": "1．", "running": "true"}]},
    {"numbering": ["第一章", "（一）", "1.", "（1）"]},
    {"numbering": ["一、", "1.", "（1）", "①"]},
)
notices = _fixed(
    {
        "form": st.sampled_from(("attached", "annex", "direct")),
        "recipients": st.just("各乡镇人民政府、街道办事处，县政府各部门"),
        "body": st.just("现将《青临县2025年安全生产工作要点》印发给你们，请认真贯彻执行。"),
        "signature": st.just("青临县人民政府"),
        "date": dates,
    },
    {
        "mark": st.just("青临县人民政府文件"),
        "number": st.just("青临府发〔2025〕3号"),
        "title": st.just("青临县人民政府关于印发《青临县2025年安全生产工作要点》的通知"),
        "note": st.just("此件公开发布"),
        "imprint": _fixed(
            {"copies_to": st.just("县委办公室，县人大常委会办公室"), "printed_by": st.just("青临县人民政府办公室"), "printed_on": dates}
        ),
    },
)


def _with_ids(value: Any, ids: Iterator[int]) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, list):
        return [{"id": f"n{next(ids)}"} | _with_ids(one, ids) if isinstance(one, dict) and "number" not in one else one for one in value]
    return (
        {key: inner if key in {"numbering", "grid", "columns"} else _with_ids(inner, ids) for key, inner in value.items()}
        if isinstance(value, dict)
        else value
    )


def _plan(parts: Drawn, notice: Drawn, annexes_: list[Drawn]) -> Drawn:
    if notice["form"] == "direct":
        notice = {key: value for key, value in notice.items() if key not in {"body", "title"}}
    head: Drawn = {"format": "1", "year": "2025", "status": "draft", "title": "青临县2025年安全生产工作要点", "notice": notice}
    drawn: Drawn = _with_ids(head | parts | ({"annexes": annexes_} if annexes_ else {}), count())
    return drawn


plans = st.builds(
    lambda numbering, preamble, body, closing, units, notice, behind: _plan(numbering | preamble | body | closing | units, notice, behind),
    st.sampled_from(_NUMBERINGS),
    st.builds(lambda text: {"preamble": text} if text else {}, st.one_of(st.none(), paragraphs)),
    bodies,
    st.sampled_from(({}, {"closing": "请各单位于年底前报送落实情况。"})),
    st.sampled_from(({}, {"units_print": "（责任单位：{units}）"})),
    notices,
    annexes,
)
"""Whole plans with a notice, as plain data."""
