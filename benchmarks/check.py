"""Error rates of `twosource check` in a closed world: claims about the stories of examples/ with known answers.

    python -m benchmarks.check [CLAIMS.toml] [--reports FOLDER] [--errors] [--all]

Claims are true, fabricated (nothing of the sort is in the reports) or distorted (a claim of the reports, changed in one thing).
`--errors` shows the claims whose answer is none of those expected, `--all` every answer.
"""

import argparse
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.models.builtin import SpacyParser
from twosource.pipeline import check_claims
from twosource.read import read_paths
from twosource.records.check import Answer, Check
from twosource.settings import Settings

ROOT = Path(__file__).parents[1]
CLAIMS = ROOT / "tests" / "cases" / "check" / "claims.toml"
EXAMPLES = ROOT / "examples"
TABLE = (
    ("true claims called supported", "true", ("supported",)),
    ("true claims called denied or contradicted", "true", ("denied", "contradicted")),
    ("true claims missed (no report says this)", "true", ("not-said",)),
    ("fabricated claims called supported", "fabricated", ("supported",)),
    ("fabricated claims called in part", "fabricated", ("in-part",)),
    ("distorted claims called supported", "distorted", ("supported",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A claim with the answers that a careful reader could give."""

    kind: str
    """true, fabricated or distorted."""
    change: str
    """What was changed in a distorted one."""
    claim: str
    expect: tuple[str, ...]


def load_cases(file: Path = CLAIMS) -> list[Case]:
    """Return the claims of a file, in its order."""
    rows = tomllib.loads(file.read_text("utf-8"))["claim"]
    return [Case(kind=r["kind"], change=r.get("change", ""), claim=r["claim"], expect=tuple(r["expect"])) for r in rows]


def answer_cases(cases: Sequence[Case], reports: Path = EXAMPLES, settings: Settings | None = None) -> list[Check]:
    """Return the checks of the claims, in order."""
    settings = settings or Settings()
    read, problems = read_paths([reports], settings.read)
    return list(check_claims([c.claim for c in cases], read, problems, settings, parser=SpacyParser()))


def count_verdicts(cases: Sequence[Case], checks: Sequence[Check]) -> dict[str, tuple[int, int]]:
    """Return for each row of the table how many claims of its kind got one of its verdicts, and how many there are."""
    both = list(zip(cases, checks, strict=True))
    rows = {
        name: (sum(x.verdict in verdicts for c, x in both if c.kind == kind), sum(c.kind == kind for c in cases))
        for name, kind, verdicts in TABLE
    }
    rows["answers as a careful reader would give them"] = (sum(x.verdict in c.expect for c, x in both), len(cases))
    return rows


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("claims", nargs="?", type=Path, default=CLAIMS)
    args.add_argument("--reports", type=Path, default=EXAMPLES)
    args.add_argument("--errors", action="store_true")
    args.add_argument("--all", action="store_true")
    a = args.parse_args(argv)
    cases = load_cases(a.claims)
    checks = answer_cases(cases, a.reports)
    for case, found in zip(cases, checks, strict=True):
        if a.all or (a.errors and found.verdict not in case.expect):
            _print_case(case, found)
    for name, (hits, total) in count_verdicts(cases, checks).items():
        print(f"{name:46}{hits:4} of {total}")
    return 0


def _print_case(case: Case, found: Check) -> None:
    print(f"{case.kind} {case.change}: {case.claim}\n    {found.verdict}, expected {' or '.join(case.expect)}")
    exact = {s.id: s.exact for story in found.account.stories for s in story.statements}
    for answer in found.answers:
        _print_answer(answer, exact)


def _print_answer(answer: Answer, exact: dict[str, str]) -> None:
    print(f"    “{answer.asked}”: {answer.verdict}, {answer.origins_min} to {answer.origins_max}")
    for w in answer.weighed[:4]:
        print(f"        {w.bearing} {w.share:.2f} “{exact[w.statement]}” {'; '.join(g.reason for g in w.gaps)}")


if __name__ == "__main__":
    sys.exit(main())
