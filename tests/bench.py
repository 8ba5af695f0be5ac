"""How fast the program is, beside the bare tool that does the same part of the job, in one run: `make bench`.

Every line times the two in turn, ours, theirs, ours, theirs …, and prints the medians and the ratio of each pair's median.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from generator import workflow
from generator.source.reader import load

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "plans/yunyang/2025.yaml"
WARM_RUNS, COLD_RUNS = 21, 7
BARE = f"import yaml; yaml.load(open({str(PLAN)!r}, encoding='utf-8'), yaml.CSafeLoader)"


def bare_load() -> None:
    """Load the plan's YAML with PyYAML's C loader, and nothing else."""
    with PLAN.open(encoding="utf-8") as file:
        yaml.load(file, yaml.CSafeLoader)


def read_plan() -> None:
    """Read the plan's YAML into nodes with their places."""
    load(PLAN)


def check_plan() -> None:
    """Read, validate, build and check the plan with its region."""
    workflow.check(workflow.load(PLAN))


def cold(*arguments: str) -> Callable[[], None]:
    """Return the running of a Python command in a process of its own."""
    return lambda: void(subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT))


def void(_: object) -> None:
    """Let go of a result."""


def seconds(run: Callable[[], None]) -> float:
    """Return how long a run takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def compare(name: str, ours: Callable[[], None], theirs: Callable[[], None], runs: int) -> None:
    """Time two runs in turn and print their medians and the median of their ratios."""
    ours()
    theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    mine, other = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    ratio = statistics.median(first / second for first, second in pairs)
    print(f"{name:<44}{mine:>9.1f} ms{other:>9.1f} ms{ratio:>8.2f} ×")  # noqa: T201 - what a benchmark is for


def main() -> None:
    """Print the table."""
    print(f"{PLAN.relative_to(ROOT)}, {PLAN.stat().st_size / 1000:.0f} kB; ours, a bare yaml C load of the same file, ratio")  # noqa: T201
    compare("read into nodes with places, warm", read_plan, bare_load, WARM_RUNS)
    compare("read, validate, build and check, warm", check_plan, bare_load, WARM_RUNS)
    check = ("-c", "from generator.cli.main import main; main()", "check", str(PLAN))
    compare("hongtou check, cold process", cold(*check), cold("-c", BARE), COLD_RUNS)


if __name__ == "__main__":
    main()
