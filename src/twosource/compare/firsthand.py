"""Did the one who knows speak to this very newsroom, or tell what he or she saw?

Only such statements can be established as independent origins: everything else may have been heard from somebody else.
"""

import re
from functools import lru_cache

from twosource.lexicons import word_set
from twosource.records.analysis import Analysis
from twosource.records.parse import Tree
from twosource.records.report import Report
from twosource.records.statement import Statement

PERCEIVING = word_set("firsthand", "perceiving")
MATTER = word_set("firsthand", "matter")
FIRST_PERSONS = frozenset({"i", "we"})

_TO = r"\b(?:told|tells|telling|(?:spoke|speaking|talk(?:ed|ing)) (?:to|with)|interview(?:ed)? (?:with|by)|said to)\s+"
_OWN = r"(?:us|me|(?:this|our) (?:newspaper|newsroom|paper|reporter|correspondent|site|website|magazine|station|channel))\b"
_TOLD_US = re.compile(_TO + _OWN, re.IGNORECASE)
_TOLD_NAME = re.compile(_TO + r"(?:the )?(?P<name>[A-Z][\w&.'’\-]*(?: (?:of |and |& )?[A-Z0-9][\w&.'’\-]*){0,5})")
_LETTERS = re.compile(r"[^a-z0-9]+")


def is_first_hand(statement: Statement, analysis: Analysis) -> bool:
    """True when a named person or body told the statement to the report's own newsroom, or as what he or she perceived."""
    if not _is_named(statement) or statement.certainty != "asserted" or statement.polarity != "affirmed":
        return False
    if not all(_is_own(x.source, analysis.report) for x in statement.chain[:-1]):
        return False
    return _perceived(statement, analysis) or _told_here(statement, analysis)


def _is_named(statement: Statement) -> bool:
    if not statement.chain or statement.chain[-1].kind not in ("person", "body"):
        return False
    return any(word[:1].isupper() for word in statement.chain[-1].source.split()[-1:])


def _perceived(statement: Statement, analysis: Analysis) -> bool:
    """True for words in quotation marks that tell in the first person what was seen, heard or felt."""
    tree = analysis.trees[statement.sentence]
    if not any(q.inner.overlaps(s) for q in analysis.quotations for s in statement.spans):
        return False
    speakers = (t for t in (tree.tokens[i] for i in statement.tokens) if t.lower in FIRST_PERSONS and t.dep == "nsubj")
    return any(tree.tokens[t.head].lemma in PERCEIVING and not _is_matter(tree, t.head) for t in speakers)


def _is_matter(tree: Tree, verb: int) -> bool:
    """True where what was perceived is a report of it: "we have seen video"."""
    seen = tree.child(verb, "dobj")
    return seen is not None and tree.tokens[seen].lemma in MATTER


def _told_here(statement: Statement, analysis: Analysis) -> bool:
    """True when the paragraph says that the source told it to this newsroom."""
    paragraph = analysis.sentences[statement.sentence].paragraph
    around = " ".join(
        analysis.report.words(s.span)
        for s in analysis.sentences
        if s.paragraph == paragraph and abs(s.index - statement.sentence) <= 2
    )
    if _TOLD_US.search(around):
        return True
    return any(_is_own(m["name"], analysis.report) for m in _TOLD_NAME.finditer(around))


def _is_own(name: str, report: Report) -> bool:
    """True when a name is that of the report's outlet, in full or by its last word; without an outlet the key stands for it."""
    bare = _squeeze(name)
    outlet = report.outlet or report.key.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    whole = _squeeze(outlet.partition(".")[0] if " " not in outlet else outlet)
    last = _squeeze(outlet.replace("-", " ").replace("_", " ").split()[-1]) if outlet.split() else ""
    return len(bare) > 1 and (bare in (whole, last) or (len(bare) > 4 and bare in whole))


@lru_cache(maxsize=10_000)
def _squeeze(name: str) -> str:
    return _LETTERS.sub("", name.lower().removeprefix("the "))
