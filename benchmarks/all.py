"""Run every benchmark and its scorer, one after another; `make bench`.

    python -m benchmarks.all [NAME ...]

Most read data that are not the project's to ship (../shared beside the checkout). Where those are missing the benchmark is
passed over by name. Each command is printed before it runs, so that any figure can be had again by itself.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
DATA, SCORE = SHARED / "data", SHARED / "score"
PREDICTION = "{out}"

Command = tuple[str, ...]


def own(module: str, *args: object) -> Command:
    """Return the command that runs one of our modules."""
    return (sys.executable, "-m", f"benchmarks.{module}", *map(str, args))


def scorer(name: str, *args: object) -> Command:
    """Return the command that runs one of the scorers."""
    return (sys.executable, str(SCORE / f"{name}.py"), *map(str, args))


BENCHMARKS: dict[str, tuple[Command, ...]] = {
    "speed": (own("speed"),),
    "growth": (own("growth"),),
    "account": (own("account"),),
    "stories": (own("stories"),),
    "pairs": (own("pairs"),),
    "check": (own("check"), own("check", ROOT / "tests" / "cases" / "check" / "claims_test.toml")),
    "same": (
        own("claims", "same", DATA / "claims" / "same_dev.jsonl", "--out", PREDICTION),
        scorer("claims", "same", DATA / "claims" / "same_dev.jsonl", PREDICTION),
    ),
    "nli": (
        own("claims", "nli", DATA / "claims" / "nli_dev.jsonl", "--out", PREDICTION),
        scorer("claims", "nli", DATA / "claims" / "nli_dev.jsonl", PREDICTION),
    ),
    "attribution": (
        own("attribution", DATA / "attribution" / "dev.jsonl", "--out", PREDICTION),
        scorer("attribution", DATA / "attribution" / "dev.jsonl", PREDICTION),
    ),
    "attribution-rules": (
        own("attribution", DATA / "attribution" / "dev.jsonl", "--out", PREDICTION, "--rules"),
        scorer("attribution", DATA / "attribution" / "dev.jsonl", PREDICTION),
    ),
    "chains": (own("chains"),),
    "own-voice": (own("own_voice"),),
    "cutting": (own("cutting"),),
    "times": (
        own("dates", "timex", DATA / "time" / "tbaq_dev.jsonl", "--out", PREDICTION),
        scorer("time", "timex", DATA / "time" / "tbaq_dev.jsonl", PREDICTION),
    ),
    "event-dates": (
        own("dates", "anchors", *(DATA / "time" / f"wikinews_dev_{x}.jsonl" for x in ("docs", "timelines")), "--out", PREDICTION),
        scorer("time", "anchors", DATA / "time" / "wikinews_dev_timelines.jsonl", PREDICTION),
    ),
    "times-growth": (own("dates", "growth"),),
    "clough": (
        own("descent", DATA / "descent" / "clough_traindev.jsonl", "--out", PREDICTION),
        scorer("descent", DATA / "descent" / "clough_traindev.jsonl", PREDICTION),
    ),
    "helsinki": (
        own("descent", DATA / "descent" / "helsinki_traindev.jsonl", "--out", PREDICTION),
        scorer("descent", DATA / "descent" / "helsinki_traindev.jsonl", PREDICTION),
    ),
}


def main(argv: list[str] | None = None) -> int:
    """Run the benchmarks named, or all; return 1 when one of them failed."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in (argv if argv is not None else sys.argv[1:]) or BENCHMARKS:
            print(f"\n== {name}", flush=True)
            for command in BENCHMARKS[name]:
                failed += not _run([part.replace(PREDICTION, f"{folder}/{name}.jsonl") for part in command])
    return int(failed > 0)


def _run(command: list[str]) -> bool:
    missing = next((part for part in command if part.startswith(str(SHARED)) and not Path(part).exists()), None)
    if missing:
        print(f"passed over: {Path(missing).name} is not here")
        return True
    print("$", " ".join(part.replace(sys.executable, "python").replace(str(SHARED), "../shared") for part in command), flush=True)
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
