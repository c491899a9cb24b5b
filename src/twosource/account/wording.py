"""Which words stand for a claim or a story: always verbatim from one report."""

import re
from collections.abc import Mapping, Sequence

from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster, Relation
from twosource.records.parse import Tree
from twosource.records.span import Span
from twosource.records.statement import Statement
from twosource.text.tokens import find_words, stem

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
GOOD_WORDS = (6, 28)
"""Between these numbers of words a wording reads as a line of its own."""


def choose_statement(cluster: Cluster, statements: Mapping[str, Statement], analyses: Mapping[str, Analysis]) -> Statement:
    """Return the statement whose words can best stand alone; the earliest of equally good ones."""
    members = [statements[i] for i in cluster.statements]
    return max(members, key=lambda s: (_standalone(s, analyses[s.report]), -members.index(s)))


def _standalone(statement: Statement, analysis: Analysis) -> int:
    """How well the words stand alone: a named subject with a finite verb, of middling length, in one piece."""
    tree = analysis.trees[statement.sentence]
    words = len(statement.tokens)
    points = 2 * _has_subject(statement, tree) + (GOOD_WORDS[0] <= words <= GOOD_WORDS[1]) - (len(statement.spans) > 1)
    points -= analysis.sentences[statement.sentence].block == "title"
    first = statement.exact.split(maxsplit=1)[0].lower() if statement.exact else ""
    return points - (
        first in {"who", "which", "that", "whose", "where", "when", "to", "as", "while", "he", "she", "it", "they", "this"}
    )


def _has_subject(statement: Statement, tree: Tree) -> bool:
    if statement.head is None:
        return False
    subject = tree.child(statement.head, *SUBJECTS)
    return subject is not None and subject in statement.tokens and tree.tokens[subject].pos != "PRON"


def word_claim(statement: Statement, analysis: Analysis) -> str:
    """Return the words of a statement, its pieces joined by " [...] ", each pronoun followed by who it is in [brackets]."""
    return " [...] ".join(_with_names(statement, span, analysis) for span in statement.spans)


def _with_names(statement: Statement, span: Span, analysis: Analysis) -> str:
    text, at, out = analysis.report.text, span.start, []
    for r in sorted(statement.resolved, key=lambda r: r.span):
        if r.how == "pronoun" and at <= r.span.start and r.span.end <= span.end:
            out += [text[at : r.span.end], f" [{r.to}]"]
            at = r.span.end
    return re.sub(r"\s+", " ", "".join([*out, text[at : span.end]]))


def choose_title(members: Sequence[Analysis], drift: Sequence[Relation]) -> str:
    """Return the headline, verbatim, that shares most words with the other reports and is not ahead of its own body.

    Where no report has a title, the first sentence of the earliest report.
    """
    ahead = {s.report for a in members for s in a.statements for r in drift if r.b == s.id and _in_title(a, s)}
    titled = [a for a in members if a.report.title]
    if not titled:
        first = members[0]
        return first.report.words(first.sentences[0].span) if first.sentences else first.report.key
    bags = {a.report.id: {stem(w.text) for w in find_words(a.report.text)} for a in members}

    def shared(a: Analysis) -> float:
        words = {stem(w.text) for w in find_words(a.report.title or "")}
        others = [bags[b.report.id] for b in members if b is not a]
        return sum(len(words & bag) for bag in others) / (len(words) or 1) / (len(others) or 1)

    best = max(titled, key=lambda a: (a.report.id not in ahead, round(shared(a), 3), -members.index(a)))
    return best.report.title or ""


def _in_title(analysis: Analysis, statement: Statement) -> bool:
    return analysis.sentences[statement.sentence].block == "title"
