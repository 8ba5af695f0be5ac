"""Goals: the printed sentence of a goal, read into figures, outcomes of documents and text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["figure", "action", "text"]
Operator = Literal["equal", "at_most", "at_least", "below", "above", "fall", "rise", "range", ""]
BaseYear = int | Literal["previous"] | None


@dataclass(frozen=True, slots=True)
class Goal:
    """One clause of a printed goal.

    `text` is the clause as printed with its closing mark. A figure also says what is measured (`indicator`: the clause
    without the figure, its digits half-width, "" when nothing is left), how the value is bound, and against which year
    a change is meant. 以上 and 以下 include the value; 下降5%以上 is a fall of 5 %. A ratio (1：5, 三分之二) is one number
    with the measure "比"; 全覆盖 is 100 %, 八成 is 80 %, 清零 is 0.
    """

    text: str
    kind: Kind = "text"
    indicator: str = ""
    operator: Operator = ""
    value: Decimal | None = None
    upper: Decimal | None = None
    measure: str = ""
    base_year: BaseYear = None


def read_goals(text: str) -> tuple[Goal, ...]:
    """Return the goals of a printed sentence in order; their texts joined are the sentence, whatever it is.

    Clauses end at 。；， and, where both sides carry a figure of their own, at 、 and before a bracket. What is hedged
    (90%左右, 基本实现), paired (分别) or not understood is kept as text: nothing is guessed, nothing is raised.
    """
    return tuple(_read(piece) for clause in _clauses(text) for piece in _pieces(clause))


def read_chinese_number(text: str) -> int | None:
    """Return the number written from 零 to 九百九十九 (百 alone is 100), or None when it is not one."""
    if text in _WHOLE_NUMBERS:
        return _WHOLE_NUMBERS[text]
    found = _CHINESE_NUMBER.fullmatch(text)
    if not text or not found:
        return None
    return sum(weight * _DIGITS.get(found[place], 0) for place, weight in _WEIGHTS.items())


# --- numbers ---------------------------------------------------------------------------------------------------------

_WHOLE_NUMBERS = {"零": 0, "〇": 0, "两": 2}
_WEIGHTS = {"hundreds": 100, "tens": 10, "ones": 1}
_DIGITS = {"": 1} | {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
_ONE = "[一二三四五六七八九]"
_CHINESE_NUMBER = re.compile(rf"(?:(?P<hundreds>{_ONE}|)百(?:零(?={_ONE}$)|(?={_ONE}十|$)))?(?:(?P<tens>{_ONE}|)十)?(?P<ones>{_ONE})?")

_ARABIC = r"(?<![0-9A-Za-z.+×/-])(?>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,15})(?:\.[0-9]{1,9})?(?![0-9.+×/A-Za-z])"
_NUMERALS = "一二两三四五六七八九十百"
_CHINESE = r"(?<![第零〇一二两三四五六七八九十百千万几数每任逐再上下这那同首头唯届跑])[零〇一二两三四五六七八九十百]{1,7}"
_PLAIN = str.maketrans("０１２３４５６７８９％．＜＞≦≧", "0123456789%.<>≤≥")
"""Full-width digits and signs, one for one, so that every place in the plain text is the place in the printed one."""


def _number(printed: str) -> Decimal | None:
    if printed[:1].isdigit():
        return Decimal(printed.replace(",", ""))
    number = read_chinese_number(printed)
    return None if number is None else Decimal(number)


# --- words -----------------------------------------------------------------------------------------------------------


def _any(words: Iterable[str] | str) -> str:
    """Return the alternatives (a string is split at blanks) as a pattern, longest first."""
    listed = words.split() if isinstance(words, str) else words
    return "(?:" + "|".join(sorted(map(re.escape, listed), key=len, reverse=True)) + ")"


def _meanings(table: dict[Operator, str]) -> dict[str, Operator]:
    return {word: operator for operator, words in table.items() for word in words.split()}


_BEFORE = _meanings(
    {
        "at_least": "至少 最少 不少于 不得少于 不能少于 不低于 不得低于 不能低于 不小于 不得小于 大于等于 ≥",
        "at_most": "至多 最多 不超过 不得超过 不能超过 不高于 不得高于 不大于 不多于 不得多于 控制在 小于等于 ≤",
        "below": "低于 小于 少于 不足 不到 <",
        "above": "超过 超 高于 大于 多于 突破 >",
    }
)
_AFTER = _meanings({"at_least": "以上 及以上 或以上", "at_most": "以内 之内 以下 及以下 或以下 内"})
_CHANGES = _meanings(
    {
        "fall": "下降 降低 减少 压减 压降 缩减 降幅 减幅",
        "rise": "增长 提高 提升 上升 增加 增幅 增速 升幅",
    }
)
_STATES = {"全覆盖": ("100", "%", "覆盖"), "清零": ("0", "", ""), "归零": ("0", "", "")}
_COUNTED = "次 场 座 公里 人次 场次 万元 亿元 个百分点 百分点"
"""Measures that make a Chinese numeral a figure on its own; others need a bound (至少一名), for 两个责任 is a name."""

_BOUND = _any(_BEFORE)
_BOUND_WITH_VERB = _any("至少 最少 不少于")  # 至少组织开展1次
_BOUND_AFTER = rf"(?:{_any(_AFTER.keys() - {'内'})}|(?<=[时天日周年月钟])内)"  # 2小时内, but not 3个内河码头
_RAISED = r"提升(?=[^0-9百]{0,6}(?:百分之|[0-9.]{1,9}+\s?(?:[%‰]|个?百分点|倍)))"  # by a share, unlike 提升5个小区
_CHANGE = f"(?:{_any(_CHANGES.keys() - {'提升'})}|{_RAISED})"
_LEVEL = _any("达到 保持 保持在 稳定在 维持在 完成 实现 至 降到 减到 增到 升到 了")
_LINK = rf"(?:{_LEVEL}|(?<![传抵下])达|(?<![行作认视])为|(?<![存现所正])在)"  # 下达, 行为, 存在 are words of their own
_OUTCOME = _any(
    "印发 修订 新修订 制定 制订 出台 发布 公布 颁布 实施 施行 执行 贯彻 落实 宣贯 宣传 "
    "编制 编印 修编 修改 完善 完成 启动 审议 报批 备案 推广 废止"
)
_UNIT = _any(
    "% ‰ 个百分点 百分点 人 人次 名 位 户 家 只 头 株 棵 支 支队伍 组 对 队 班 "
    "个 起 项 项次 次 场 场次 件 宗 例 批 期 轮 类 倍 分 篇 份 部 本 册 "
    "所 座 处 条 块 片 段 口 孔 眼 根 盏 张 栋 幢 间 门 套 台 台套 台次 辆 辆次 艘 架 "
    "元 亩 公顷 平方公里 平方千米 平方米 ㎡ 立方米 公里 千米 米 吨 公斤 千克 斤 升 千瓦 千瓦时 兆瓦 ℃ 度 微克 微克/立方米 毫克 毫克/升 "
    "年 个月 周 天 日 个工作日 工作日 小时 个小时 学时 课时 分钟 秒"
)
_SCALE = r"[百千]?[万亿]{1,2}"
_MEASURE = rf"(?>(?:(?:{_SCALE}|[百千])?{_UNIT}|{_SCALE})(?!之[0-9一二三四五六七八九十]|[性体办]|全会))"

# --- one pass over a sentence: what carries no figure, figures, cuts ---------------------------------------------------

_YEAR = r"(?:19|20)[0-9]{2}"
_DASH = "[-—–－~～至到]"
_NAMES_AND_DATES = (
    r"《[^》]*》|〈[^〉]*〉|“[^”]*”|‘[^’]*’|「[^」]*」|\"[^\"]*\"|〔[^〕]*〕",
    rf"{_YEAR}\s*+(?:{_DASH}+\s*+{_YEAR}\s*+)?年度?(?:\s*+[0-9]{{1,2}}\s*+月(?:\s*+[0-9]{{1,2}}\s*+日)?)?",
    r"[0-9]{1,2}\s*+月(?:\s*+[0-9]{1,2}\s*+日)?|[0-9]{1,2}[:：][0-5][0-9](?=[前后起至-])",
    r"第\s*+[0-9零〇一二三四五六七八九十百]+|(?:附件|附表|附录|表|图)\s*+[0-9]+",
    r"每\s*+(?:[0-9]+|[两三四五六])\s*+(?:个?月|年|周|天|日|个?季度|个?小时)",
    r"(?<![0-9])[0-9]{1,4}年(?=行动|攻坚|计划)|365\s*+天|24\s*+小时(?![以之]?内)",
    r"(?<![0-9A-Za-z])[0-9A-Za-z]{1,9}(?:[+×][0-9A-Za-z]{1,9})+(?:小时)?",  # 1+7+N, 7×24小时
    r"1[:：∶][0-9]{4,}",  # the scale of a map
    r"(?<![0-9])[0-9]{1,9}+(?![.%‰])[^。；，、;,\n0-9%‰]{1,8}?以[上下]的",  # 200张床位以上的医院: which, not how many
    r"(?<![0-9.])[0-9.]{1,9}+\s*+(?:座|人|米|岁|年|张|[万亿]元|平方米|吨|小时)以[上下](?=[一-鿿])",  # 9座以上客车: the same
)
_SKIPPED = f"(?:{'|'.join(_NAMES_AND_DATES)})"
_AMOUNT = rf"""(?:
      (?P<state>{_any(_STATES)})(?=\s*+[。；，、;,）)！!\n]|\s*+$)
    | (?P<left>{_ARABIC})\s*+[:：∶]\s*+(?P<right>[0-9]{{1,3}}(?:\.[0-9]{{1,9}})?)(?![0-9.])
    | (?P<whole>[百千]|{_CHINESE})分之(?P<part>{_CHINESE}|{_ARABIC})(?!点)
    | (?P<tenths>[一二两三四五六七八九])成(?P<rest>半|[一二三四五六七八九])?(?=\s*+(?:[。；，、;,）)！!\n]|[以之]|左右|$))
    | (?P<value>{_ARABIC}|{_CHINESE})
      (?:\s*+{_MEASURE}?\s*+{_DASH}{{1,2}}\s*+(?P<upper>{_ARABIC.replace("-]", "]")}|{_CHINESE}))?
      \s*+(?P<measure>{_MEASURE}|(?=\s*+(?:[。；，、;,）)！!\n]|[以之]|[及或]以|$)))
)"""
_FIGURE = rf"""
    (?:(?P<least>{_BOUND_WITH_VERB})(?P<doing>[一-鿿]{{0,12}}?))?
    (?P<change>{_CHANGE}(?![到至]))?
    (?:{_CHANGE}[到至]|{_LINK})*+(?P<before>{_BOUND})?{_LINK}*+\s*+
    (?!{_SKIPPED}){_AMOUNT}\s*+(?P<after>{_BOUND_AFTER})?(?:的(?=.))?
"""
_TOKEN = re.compile(
    rf"(?P<skipped>{_SKIPPED})|(?P<figure>{_FIGURE})"
    r"|(?P<end>[。；，;！!\n]|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),)"
    r"|(?P<pause>、|[（(](?=[^（）()]*[0-9]))",
    re.VERBOSE,
)
_ACTION = re.compile(rf"(?:{_OUTCOME}[并和及]?)*{_OUTCOME}")
_MARKS = " \t\u3000\r\n。；，、;,：:！!"


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield figures, ends and pauses; what is skipped or is no figure after all hides what stands inside it."""
    for token in _TOKEN.finditer(text.translate(_PLAIN)):
        if token.lastgroup in {"end", "pause"} or (token.lastgroup == "figure" and _is_figure(token)):
            yield token


def _is_figure(token: re.Match[str]) -> bool:
    if token["value"] is None:
        return True
    bound = token["least"] or token["before"]
    if token["value"][0] in _NUMERALS:
        bound = bound or token["after"] in {"以内", "之内"}
        return bool(token["measure"] and bound) or token["measure"] in _COUNTED.split()
    return bool(token["measure"] or bound or token["change"] or token["after"]) or _stands_as_number(token)


def _stands_as_number(token: re.Match[str]) -> bool:
    """Tell a bare value (0, 事故起数0, 起数为0) from a number that is part of a name (热线12350)."""
    before, alone = token.string[: token.start()], token.string.strip(_MARKS) == token[0].strip()
    return alone or not token[0].lstrip()[0].isdigit() or before.rstrip(" ：:")[-1:] in tuple("数率量值比")


# --- clauses ---------------------------------------------------------------------------------------------------------


def _cut(text: str, places: Iterable[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *places, len(text)]) if start < end]


def _clauses(text: str) -> list[str]:
    return _cut(text, (token.end() for token in _tokens(text) if token.lastgroup == "end"))


def _pieces(clause: str) -> list[str]:
    """Cut a clause at the pauses that part two figures; 分别 pairs its figures with names further ahead: no cut."""
    tokens = [] if "分别" in clause else list(_tokens(clause))
    figures = [token.start() for token in tokens if token.lastgroup == "figure"]
    cuts = [0]
    for token in tokens:
        place = token.end() if token[0] == "、" else token.start()
        if token.lastgroup == "pause" and any(cuts[-1] <= at < place for at in figures) and place <= figures[-1]:
            cuts.append(place)
    return _cut(clause, cuts[1:])


def _read(piece: str) -> Goal:
    figure = _telling([token for token in _tokens(piece) if token.lastgroup == "figure"])
    if figure:
        return _measured(piece, figure)
    return Goal(piece, "action" if _ACTION.fullmatch(piece.strip(_MARKS)) else "text")


def _telling(figures: list[re.Match[str]]) -> re.Match[str] | None:
    """Return the one figure a clause is about: the only one, or the only share (31个乡镇覆盖率100%)."""
    if len(figures) > 1:
        figures = [figure for figure in figures if figure["measure"] in {"%", "‰"}]
    return figures[0] if len(figures) == 1 else None


# --- one figure ------------------------------------------------------------------------------------------------------

_DOUBTFUL = re.compile(
    r"(?<!节)[约近]\s*#|#\s*(?:左右|上下)"  # about
    r"|(?:基本(?:实现|完成|达到|做到|建成|消除)|不(?:得|再)?发生|未发生|不出现|杜绝)[^#]*#"  # nearly; none of them
    rf"|{_any(_BEFORE.keys() - set('超≥≤<>'))}[^#]*#"  # bound to something else: 高于全市平均3个百分点
)
_SINCE = rf"(?:(?P<year>{_YEAR})\s*年|上一?年|去年)(?:度|同期|底|末|水平)*"
_BASE = re.compile(rf"同比|(?:(?<!占)[较比]|[与同在](?=.*(?:相比|基础上))){_SINCE}(?:相比|基础上)?")
_BASIS = re.compile(rf"[（(]?以\s*(?P<year>{_YEAR})\s*年(?:度|实绩|数据|水平)*为基[数期准][）)]?")
_LEAD_IN = re.compile(rf"(?:\s|[到至]?{_YEAR}\s*年[度底末前]*|确保|力争|努力|继续|逐步|全面|按时|实现|达到|完成)+")
_IN_BRACKETS = re.compile(r"[（(]?([^（）()]*)[）)]?")


def _measured(piece: str, figure: re.Match[str]) -> Goal:
    head, tail = figure.string[: figure.start()], figure.string[figure.end() :]
    value, upper, measure = _amount(figure)
    if value is None or _DOUBTFUL.search(f"{head}#{tail}"):
        return Goal(piece)
    base = _BASIS.search(f"{head}#{tail}") or _BASE.search(head)
    head, tail = _BASIS.sub("", head), _BASIS.sub("", tail)
    operator = _operator(figure)
    said = _BASE.sub("", head, count=1) + _left_over(figure, operator)
    return Goal(piece, "figure", _indicator(said, tail), operator, value, upper, measure, _base_year(base))


def _amount(figure: re.Match[str]) -> tuple[Decimal | None, Decimal | None, str]:
    if figure["state"]:
        share, measure, _ = _STATES[figure["state"]]
        return Decimal(share), None, measure
    if figure["left"]:
        return _ratio(figure["left"], figure["right"]), None, "比"
    if figure["tenths"]:
        return _tenths(figure["tenths"], figure["rest"] or ""), None, "%"
    if figure["whole"]:
        return _share(figure["whole"], figure["part"])
    value, upper = _number(figure["value"]), _number(figure["upper"] or "")
    readable = upper is not None or not figure["upper"]
    return value if readable else None, upper, figure["measure"]


def _tenths(tens: str, rest: str) -> Decimal:
    """Return 八成 as 80, 九成五 as 95 and 七成半 as 75."""
    digits = _DIGITS | {"": 0, "两": 2, "半": 5}
    return Decimal(10 * digits[tens] + digits[rest])


def _ratio(left: str, right: str) -> Decimal | None:
    one, other = _number(left), _number(right)
    return one / other if one is not None and other else None


_SHARES = {"百": "%", "千": "‰"}


def _share(whole: str, part: str) -> tuple[Decimal | None, None, str]:
    """Return 百分之九十五 as 95 %, 千分之三 as 3 ‰ and any other share as a ratio."""
    if whole in _SHARES:
        return _number(part), None, _SHARES[whole]
    return _ratio(part, whole), None, "比"


def _operator(figure: re.Match[str]) -> Operator:
    """Return how the value is bound; a change of at least 5 % is a change, one of at most 5 % is a bound."""
    if figure["upper"]:
        return "range"
    bound = _AFTER.get(figure["after"]) or _BEFORE.get(figure["before"] or figure["least"], "")
    if figure["change"] and bound in {"", "at_least", "above"}:
        return _CHANGES[figure["change"]]
    return bound or "equal"


def _left_over(figure: re.Match[str], operator: Operator) -> str:
    """Return the words of a figure that say what is measured: 组织 of 至少组织1次, 增长 of 增长不超过3%."""
    change = figure["change"] if figure["change"] and operator not in {"fall", "rise"} else ""
    state = _STATES[figure["state"]][2] if figure["state"] else ""
    return (figure["doing"] or "") + change + state


def _indicator(said: str, tail: str) -> str:
    said = said.lstrip(_MARKS)
    said = said.removeprefix(found[0]) if (found := _LEAD_IN.match(said)) else said
    indicator = (said.rstrip() + tail.lstrip()).strip(_MARKS)
    wrapped = _IN_BRACKETS.fullmatch(indicator)
    return cast("str", wrapped[1]).strip() if wrapped else indicator


def _base_year(base: re.Match[str] | None) -> BaseYear:
    if base is None:
        return None
    return int(base["year"]) if base["year"] else "previous"
