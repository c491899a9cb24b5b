"""The whole run: same bytes twice, in any order, and nothing lost."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import make_report
from twosource import account_to_json, brief, brief_reports
from twosource.models.builtin import SpacyParser

EXAMPLES = Path(__file__).parents[1] / "examples"


def test_same_bytes_twice_and_in_any_order(parser: SpacyParser):
    paths = sorted(p for p in EXAMPLES.iterdir() if p.is_dir())
    once = account_to_json(brief(paths, parser=parser))
    assert account_to_json(brief(random.Random(5).sample(paths, len(paths)), parser=parser)) == once
    assert account_to_json(brief([EXAMPLES], parser=parser)) == once


def test_another_process_gives_the_same_bytes(parser: SpacyParser):
    folder = EXAMPLES / "brackwater-bid"
    program = "import sys, twosource; sys.stdout.buffer.write(twosource.account_to_json(twosource.brief(sys.argv[1:])).encode())"
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", program, folder], capture_output=True, check=True, env=environment)
        assert done.stdout.decode() == account_to_json(brief([folder], parser=parser))


def test_an_empty_pile_is_an_empty_account():
    account = brief_reports([])
    assert (account.reports, account.stories) == ((), ())


def test_progress_names_the_stages(parser: SpacyParser):
    seen = []
    brief([EXAMPLES / "brackwater-bid"], parser=parser, progress=lambda stage, done, total: seen.append((stage, done == total)))
    assert [stage for stage, last in seen if last] == ["read", "analyse", "compare"]


hostile = st.text(
    alphabet=st.one_of(
        st.sampled_from("\"'“”‘’«»„()[]{}<>&:;,.-–—\n \t!?/\\*_`#|AaBb19"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=300,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(hostile.filter(str.strip), min_size=1, max_size=3))
def test_any_text_comes_through_with_exact_words(parser: SpacyParser, texts: list[str]):
    reports = [make_report(text, key=str(i)) for i, text in enumerate(texts)]
    account = brief_reports(reports, parser=parser)
    by_id = {r.id: r.text for r in account.reports}
    assert sorted(r for s in account.stories for r in s.reports) == sorted(by_id)
    for story in account.stories:
        claimed = [i for c in story.claims for i in c.statements]
        assert sorted(claimed) == sorted(s.id for s in story.statements)
        for s in story.statements:
            assert " ".join(by_id[s.report][x.start : x.end] for x in s.spans) == s.exact
        for c in story.claims:
            assert 1 <= c.origins_min <= c.origins_max


@pytest.mark.parametrize("module", ["spacy", "numpy", "trafilatura", "rich", "typer", "jinja2"])
def test_importing_the_package_loads_nothing_heavy(module: str):
    program = f"import sys, twosource; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
