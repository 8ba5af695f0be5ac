"""What a document without a notice is called and whose it is: the plan's title and its region, from titles and running text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.data import load
from generator.importers import signs
from generator.importers.frame.region import region_of
from generator.importers.ids import Ids
from generator.importers.ledger import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.ledger import Ledger
    from generator.source.tree import Value

_NAME = re.compile(r"[《〈]([^《〈〉》]{6,60})[〉》]")
_ISSUED = re.compile(r"^.*?关于印发(.+)的通知$")
_ABOUT = re.compile(r"^(?:关于)?(.+?)的?$")
_BEFORE_A_PLACE = re.compile(r"^(?:关于|《|〈|\d{4}年)+")
_OWN = re.compile(r"(?:结合|立足|围绕)(?:我们)?([\u4e00-\u9fff]{2,8}?(?:省|自治区|市|州|盟|区|县|旗|镇|乡|街道))(?:的?实际|工作|发展|特点)")
_ALL = re.compile(r"全([县区旗镇乡])")
_OF_ALL = ("全", "我", "本", "各", "市", "县", "区")  # 全县, 我市, 各区: places without a name


@cache
def words() -> dict[str, Any]:
    """Return the words of explanation.yaml by their keys."""
    return load(__package__, "explanation.yaml")


def says_so(text: str) -> bool:
    """Tell whether a line is the title of an explanation: it names what it explains."""
    line = bare(text)
    return bool(_explained(line)) and _explained(line) != line


def title_at(lines: Sequence[str]) -> range:
    """Return the places of the lines that make up a title that says what it explains: back to where a name in it begins."""
    end = next((place for place in range(len(lines) - 1, -1, -1) if says_so(lines[place])), None)
    if end is None:
        return range(0)
    start = end
    while start > 0 and _is_open("".join(map(bare, lines[start : end + 1]))):
        start -= 1
    return range(start, end + 1)


def _is_open(title: str) -> bool:
    """Tell whether a title lacks its beginning."""
    return title.count("》") > title.count("《") or len(_explained(title)) <= len("2025年工作要点")


def _explained(line: str) -> str:
    """Return what a title says that it explains: without 一图读懂 before it and 政策解读 behind it."""
    kept = re.sub(rf"^(?:{'|'.join(words()['says_first'])})[丨|｜:：—-]*", "", line)
    return re.sub(rf"[丨|｜:：—-]*(?:的?(?:{'|'.join(words()['says'])}))+$", "", kept)


def title_of(titles: Sequence[str], texts: Sequence[str], name: str, ledger: Ledger) -> str:
    """Return the plan's title as a guess: the name in the titles, else one in the texts, else `name`."""
    said = [found for title in titles if (found := _named(title))]
    told = [*_names(texts)]
    own = [found for found, others in told if not others] or [found for name_, _ in told for found in _adapted(name_, texts)]
    ways = (
        (said, 0.9, "这份文件自己的标题"),
        (own, 0.6, "正文"),
        ([found for found, _ in told], 0.3, "正文里提到的文件"),
        ([name], 0.2, "文件名"),
    )
    found, sure, where = next((names[0], sure, where) for names, sure, where in ways if names)
    ledger.guess(1, f"计划的标题取自{where}：“{found}”", sure)
    return found


def _named(title: str) -> str:
    """Return the plan that a title names, "" where it names none."""
    line = bare(title)
    inner = _NAME.search(line)
    found = inner[1] if inner else _ABOUT.sub(r"\1", _explained(line))
    issued = _ISSUED.match(found)
    found = issued[1] if issued else found
    return found if _is_plan(found) else ""


def _is_plan(name: str) -> bool:
    return name.endswith(tuple(signs.words()["plan_endings"])) and len(name) > len("工作要点") + 1


def _names(texts: Iterable[str]) -> Iterable[tuple[str, bool]]:
    """Yield the names of plans in texts, each with whether it is that of another document, which the text only follows."""
    for text in map(bare, texts):
        for found in _NAME.finditer(text):
            if _is_plan(found[1]):
                before = text[: found.start()]
                yield found[1], text[found.start()] == "〈" or before.endswith(tuple(words()["quoted_by"]))


def _adapted(name: str, texts: Sequence[str]) -> Iterable[str]:
    """Yield a name of the plan above as the plan's own, 全市 as 全县, where the texts speak of the same work so."""
    said = bare("".join(texts))
    for below in ("全县", "全区", "全旗", "全镇", "全乡", "全街道"):
        own = name.replace("全省", "全市").replace("全市", below)
        if own != name and own.removesuffix("要点") in said:
            yield own


def region(heads: Sequence[str], title: str, texts: Sequence[str], ledger: Ledger) -> dict[str, Value]:
    """Return the region: of the place that the document's own titles and signatures begin with, else, as a guess, of one in its texts.

    `title` is the plan's, which may be that of the plan above.
    """
    if found := next(filter(None, map(_place, heads)), None):
        return found
    said = bare("\n".join([*heads, *texts]))
    own = (found[1] for found in _OWN.finditer(said))
    if found := next(filter(None, map(_place, (*own, title, *_alike(said)))), None):
        ledger.guess(1, f"地区取自正文：“{found['name']}”", 0.7)
        return found
    return region_of((), (), Ids())


def _alike(said: str) -> Iterable[str]:
    """Yield places that names in 《》 begin with, of the kind that the text calls its own: 全县."""
    kinds = Counter(found[1] for found in _ALL.finditer(said))
    for kind, _ in kinds.most_common(1):
        yield from (found[1] for found in re.finditer(rf"《([\u4e00-\u9fff]{{2,12}}?{kind})", said))


def _place(text: str) -> dict[str, Value]:
    """Return the region that a title or a name begins with, {} where it begins with none."""
    name = _BEFORE_A_PLACE.sub("", _explained(bare(text)))
    found = {} if name.startswith(_OF_ALL) else region_of([name], (), Ids())
    return found if "level" in found else {}
