"""Train the attribution tagger.

    python -m training.attribution TRAIN.jsonl --out src/twosource/models/attribution.npz [--aside 7]

TRAIN: one JSON object a line with `id`, `text` and `attributions` (source, cue, content as lists of code point ranges), as in
PolNeAR. `--aside N` leaves every N-th document out, to choose settings on. Same data, same code, same bytes. Needs
python-crfsuite. Of the texts nothing gets into the weights but single words and pairs of words.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np

from twosource.analyse import analyse_reports
from twosource.analyse.tagging.features import token_features
from twosource.analyse.tagging.paragraphs import LABELS, label_tokens, read_paragraphs
from twosource.ids import digest
from twosource.models.builtin import SpacyParser
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.settings import AttributionSettings, Settings

PARAMETERS = {"c1": 0.2, "c2": 0.05, "max_iterations": 60, "feature.minfreq": 2, "feature.possible_transitions": True}
"""L-BFGS with elastic net; chosen on a seventh of the training documents kept aside."""
MIN_WEIGHT = 0.02
"""Rows whose weights are all smaller are left out of the file."""
BATCH = 60


def read_rows(path: Path, aside: int) -> list[dict[str, Any]]:
    """Return the documents to train on."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [row for k, row in enumerate(rows) if not aside or k % aside != aside // 2]


def sequences(rows: list[dict[str, Any]]) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield the features and the gold labels of every paragraph."""
    parser = SpacyParser()
    settings = Settings(attribution=AttributionSettings(acts=True))
    for k in range(0, len(rows), BATCH):
        batch = rows[k : k + BATCH]
        reports = [_report(row) for row in batch]
        for row, analysis in zip(batch, analyse_reports(reports, parser, settings), strict=True):
            gold = [_spans(analysis.report.id, a) for a in row["attributions"]]
            for paragraph in read_paragraphs(analysis, analysis.attributions):
                yield token_features(paragraph), label_tokens(paragraph.tokens, gold)


def _report(row: dict[str, Any]) -> Report:
    return Report(id=digest("report", row["id"], row["text"]), key=row["id"], text=row["text"], language="en")


def _spans(report: str, attribution: dict[str, Any]) -> dict[str, tuple[Span, ...]]:
    keys = {"T": "content", "S": "source", "C": "cue"}
    return {role: tuple(Span(report, start, end) for start, end in attribution[key]) for role, key in keys.items()}


def train(rows: list[dict[str, Any]]) -> tuple[dict[str, dict[str, float]], dict[tuple[str, str], float]]:
    """Return the weights by feature and label, and those from label to label."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for features, labels in sequences(rows):
        trainer.append(pycrfsuite.ItemSequence(features), labels)
    trainer.set_params(PARAMETERS)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
        state: dict[str, dict[str, float]] = {}
        for (name, label), weight in info.state_features.items():
            state.setdefault(name, {})[label] = weight
        return state, dict(info.transitions)


def pack(state: dict[str, dict[str, float]], steps: dict[tuple[str, str], float]) -> bytes:
    """Return the weights as bytes: sixteen bits a weight, names sorted, no time stamps."""
    names = sorted(n for n, w in state.items() if "\n" not in n and max(map(abs, w.values())) >= MIN_WEIGHT)
    table = np.array([[state[n].get(label, 0.0) for label in LABELS] for n in names], np.float64)
    scale = np.abs(table).max() / 32767
    step = np.array([[_step(steps, of, to) for to in LABELS] for of in LABELS], np.float32)
    arrays = {
        "labels": np.array(LABELS),
        "names": np.frombuffer("\n".join(names).encode("utf-8"), np.uint8),
        "scale": np.float32(scale),
        "state": np.round(table / scale).astype(np.int16),
        "step": step,
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            raw = BytesIO()
            np.lib.format.write_array(raw, np.asanyarray(array), allow_pickle=False)
            archive.writestr(ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), raw.getvalue(), ZIP_DEFLATED, 9)
    return out.getvalue()


def _step(steps: dict[tuple[str, str], float], of: str, to: str) -> float:
    inside = to.startswith("I") and of[2:] != to[2:]
    return -1e4 if inside else steps.get((of, to), 0.0)


def main(argv: list[str] | None = None) -> int:
    """Train and write the weights; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("data", type=Path)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--aside", type=int, default=0)
    a = args.parse_args(argv)
    weights = pack(*train(read_rows(a.data, a.aside)))
    a.out.write_bytes(weights)
    sys.stdout.write(f"{len(weights)} bytes, sha256 {hashlib.sha256(weights).hexdigest()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
