"""Which words stand for a claim or a story: always verbatim from one report, what is added in [brackets]."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster, Relation
from twosource.records.parse import Tree
from twosource.records.span import Span
from twosource.records.statement import Statement
from twosource.text.tokens import find_words, stem

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
GOOD_WORDS = (6, 28)
"""Between these numbers of words a wording reads as a line of its own."""
DEPENDENT = frozenset({"who", "which", "that", "whose", "where", "when", "to", "as", "while", "because", "after", "before", "if"})
"""A wording that opens so leans on words before it."""
MAX_SUBJECT_WORDS = 12
"""A longer subject would bury the words it is lent to."""


def choose_statement(
    cluster: Cluster, statements: Mapping[str, Statement], analyses: Mapping[str, Analysis], contested: AbstractSet[str]
) -> Statement:
    """Return the statement whose words can best stand alone; the earliest of equally good ones.

    Where somebody stands against some of them, one of those: the words on the page must be the ones that are contested.
    """
    members = [statements[i] for i in cluster.statements]
    chosen = [s for s in members if s.id in contested] or members
    return max(chosen, key=lambda s: _standalone(s, analyses[s.report]))


def _standalone(statement: Statement, analysis: Analysis) -> int:
    """How well the words stand alone: a named subject with its verb, of middling length, in one piece, not a headline's."""
    tree = analysis.trees[statement.sentence]
    subject = _own_subject(statement, tree)
    points = 0 if subject is None else 3 if tree.tokens[subject].pos != "PRON" else 1
    points += GOOD_WORDS[0] <= len(statement.tokens) <= GOOD_WORDS[1]
    points -= len(statement.spans) > 1
    points -= analysis.sentences[statement.sentence].block == "title"
    first = re.match(r"\w+", statement.exact)
    return points - 2 * (first is not None and first[0].lower() in DEPENDENT)


def _own_subject(statement: Statement, tree: Tree) -> int | None:
    if statement.head is None:
        return None
    subject = tree.child(statement.head, *SUBJECTS)
    relative = subject is not None and tree.tokens[subject].tag in ("WDT", "WP")
    return subject if subject in statement.tokens and not relative else None


def word_claim(statement: Statement, analysis: Analysis) -> str:
    """Return the words of a statement, its pieces joined by " [...] ".

    In [brackets]: that it is denied, who a pronoun is, the subject shared with another clause ("[The fire] spread").
    """
    words = " [...] ".join(_with_names(statement, span, analysis) for span in statement.spans)
    lent = _lent_subject(statement, analysis.trees[statement.sentence])
    subject = analysis.report.text[lent[0] : lent[1]] if lent else ""
    said = f"[{_plain(subject)}] {words}" if subject else words
    return f"[denied:] {said}" if statement.leaves_denial_out else said


def _lent_subject(statement: Statement, tree: Tree) -> tuple[int, int] | None:
    """Where the words stand of which a clause without a subject of its own is said, if such are near."""
    if (
        statement.head is None
        or _own_subject(statement, tree) is not None
        or tree.tokens[statement.head].pos not in ("VERB", "AUX")
    ):
        return None
    head = tree.tokens[statement.head]
    if head.dep in ("relcl", "acl"):
        return _noun_phrase(tree, head.head, statement)
    while head.dep in ("conj", "advcl", "xcomp") and head.head != head.i:
        head = tree.tokens[head.head]
        subject = tree.child(head.i, *SUBJECTS)
        if subject is not None:
            return _noun_phrase(tree, subject, statement)
    return None


def _noun_phrase(tree: Tree, noun: int, statement: Statement) -> tuple[int, int] | None:
    """The noun with what stands before it and its "of ..." phrase, without the clauses that hang on it."""
    token = tree.tokens[noun]
    if noun in statement.tokens or token.pos not in ("NOUN", "PROPN"):
        return None
    last = token
    for child in (tree.tokens[c] for c in token.children if c > noun):
        if child.dep != "prep" or child.left != last.i + 1:
            break
        last = tree.tokens[child.right - 1]
    return None if last.i - token.left >= MAX_SUBJECT_WORDS else (tree.tokens[token.left].start, last.end)


def _with_names(statement: Statement, span: Span, analysis: Analysis) -> str:
    text, at, out = analysis.report.text, span.start, []
    tree = analysis.trees[statement.sentence]
    subjects = {t.start for t in tree.tokens if t.dep in SUBJECTS}
    for r in sorted(statement.resolved, key=lambda r: r.span):
        # Possessives are resolved less surely, and a name that stands in the sentence needs no bracket beside it.
        helps = r.how == "pronoun" and r.span.start in subjects and not _names(r.to, tree)
        if helps and at <= r.span.start and r.span.end <= span.end:
            out += [text[at : r.span.end], f" [{r.to}]"]
            at = r.span.end
    return _plain("".join([*out, text[at : span.end]]))


def _names(name: str, tree: Tree) -> bool:
    last = name.split()[-1]
    return any(t.text == last for t in tree.tokens)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words)


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

    best = max(titled, key=lambda a: (a.report.id not in ahead, round(shared(a), 3)))
    return best.report.title or ""


def _in_title(analysis: Analysis, statement: Statement) -> bool:
    return analysis.sentences[statement.sentence].block == "title"
