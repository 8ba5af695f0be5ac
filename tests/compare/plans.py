"""Little plans for the tests of comparing, written as an officer would."""

from __future__ import annotations

from generator.compare.content import Content, build
from generator.source.reader import read
from generator.source.tree import Mapping, plain

PLAN = """\
format: 1
year: 2025
title: 某县2025年工作要点
notice: {number: 某府发〔2025〕1号, date: 2025-03-13}
preamble:
  - 第一段。  # 去年的原话
  - 第二段。
  - 第三段。
sections:
  - id: duties
    title: 强化履职
    tasks:
      - {id: leaders, title: 领导责任, text: 每季度研究一次。}
      # 下面两项由县应急局提供
      - id: sectors
        title: 部门监管
        units: 县应急局
      - id: firms
        title: 企业主体责任
  - {id: safeguards, title: 保障措施, points: [{id: funds, title: 经费保障}]}
annexes:
  - id: split
    title: 责任分工表
    labels: {goal: 2025年目标, units: 责任单位}
    tables:
      - id: measures
        items:
          - {id: lists, task: leaders, goal: 制定清单。, units: 县安委办}
          - {id: roads, name: 道路交通, goal: 事故下降5%。, units: 县公安局}
"""


def tree(text: str) -> Mapping:
    """Return the tree of a plan."""
    found = read(text.encode()).tree
    assert found is not None
    return found


def content(text: str) -> Content:
    """Return the content of a plan."""
    return build(plain(tree(text)))


def edited(*replacements: tuple[str, str], of: str = PLAN) -> str:
    """Return a plan with texts replaced, each of which it must hold once."""
    for old, new in replacements:
        assert of.count(old) == 1, old
        of = of.replace(old, new)
    return of
