"""One sentence, parsed, for the tests of what is read off a sentence."""

import tomllib
from pathlib import Path
from typing import Any

from twosource.analyse.clauses import Clause, runs
from twosource.models.base import Parser
from twosource.records.attribution import Attribution, Link
from twosource.records.parse import Tree, place
from twosource.records.span import Span

CASES = Path(__file__).parents[1] / "cases"


def cases(stage: str, name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    return list(tomllib.loads((CASES / stage / f"{name}.toml").read_text("utf-8"))["case"])


def parsed(text: str, parser: Parser) -> Tree:
    """The tree of a sentence that stands alone."""
    return place(next(iter(parser.parse([text]))), 0)


def words(text: str, tree: Tree, clause: Clause) -> str:
    """The pieces of a clause, joined by " ~ "."""
    return " ~ ".join(text[tree.tokens[a].start : tree.tokens[b - 1].end] for a, b in runs(clause.tokens))


def telling(text: str, *, report: str = "r", **fields: Any) -> Attribution:
    """A telling whose cue, source and content (each a string of the text, or "") are found in the text."""
    roles: dict[str, Any] = {role: _find(text, fields.pop(role, ""), report) for role in ("cue", "source", "content")}
    chain = (Link(source=fields.pop("teller", "Ardo"), kind="person", how="test"),)
    return Attribution(**roles, chain=chain, rule="test", **fields)


def _find(text: str, part: str, report: str) -> tuple[Span, ...]:
    return tuple(Span(report, text.index(p), text.index(p) + len(p)) for p in part.split(" ~ ") if p)
