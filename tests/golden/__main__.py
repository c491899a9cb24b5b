"""Print how the examples stand against what is known of them.

python -m tests.golden [NAME ...] [--misses]
"""

import argparse
import json
import sys

from tests.golden.lookup import Found
from tests.golden.score import CHECKS, alarms
from tests.golden.truth import EXAMPLES, NAMES, load_truth
from twosource import account_to_json
from twosource.models.builtin import SpacyParser
from twosource.pipeline import brief


def main() -> None:
    """Print one row a check, one column an example; then what misses."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    args.add_argument("--misses", action="store_true", help="list every miss, and conflicts the truth does not list")
    a = args.parse_args()
    names = a.names or NAMES
    parser = SpacyParser()
    truths = [load_truth(n) for n in names]
    found = [Found(json.loads(account_to_json(brief([EXAMPLES / n], parser=parser)))) for n in names]
    rows = [("", names)]
    tallies = {c: [check(t, f) for t, f in zip(truths, found, strict=True)] for c, check in CHECKS.items()}
    rows += [(c, [f"{t.hits}/{t.of}  {t.share:.2f}" for t in ts]) for c, ts in tallies.items()]
    rows.append(("alarms", [str(len(alarms(t, f))) for t, f in zip(truths, found, strict=True)]))
    sys.stdout.writelines(f"{head:17}" + "".join(f"{cell:>17}" for cell in cells) + "\n" for head, cells in rows)
    if a.misses:
        for i, name in enumerate(names):
            lines = [f"{c}: {m}" for c, ts in tallies.items() for m in ts[i].misses]
            lines += [f"alarm: {x}" for x in alarms(truths[i], found[i])]
            sys.stdout.writelines(f"{name}  {line}\n" for line in lines)


main()
