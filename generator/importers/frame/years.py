"""The year that a plan is for: told by its title, else by the date of its notice, else by the years it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from generator.importers.prose import title_said

if TYPE_CHECKING:
    from generator.importers.ledger import Ledger
    from generator.importers.prose import Drawn

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d{2}(?=年)")
_DATE = re.compile(r"(?:19|20|21)\d{2}(?=-)")


def year_of(tree: Drawn, ledger: Ledger) -> str:
    """Return the year of a plan; one that its title does not say is a guess."""
    if found := _YEAR.search(title_said(tree)):
        return found[0]
    notice = tree.get("notice")
    dated = _DATE.match(str(notice.get("date"))) if isinstance(notice, dict) else None
    said = Counter(_YEAR.findall("".join(entry.text for entry in ledger.placed)))
    year = dated[0] if dated else said.most_common(1)[0][0] if said else str(date.today().year)  # noqa: DTZ011 - the officer's own year
    ledger.guess(1, f"标题里没有年份，暂定 {year} 年", 0.6 if dated or said else 0.1)
    return year
