"""Which statements are denials: by their attribution, by their predicate, or because they call a claim false."""

from twosource.compare.features import Features
from twosource.lexicons import word_set
from twosource.records.parse import Token

VERBS = word_set("denial", "verbs")
REJECTING = word_set("denial", "rejecting")
DOUBTS = word_set("denial", "doubts")
FALSITIES = word_set("denial", "falsities")
TRUTHS = word_set("denial", "truths")
NEVER = word_set("denial", "never")
HOLLOW_LEMMAS = word_set("denial", "hollow")
NO = frozenset({"no", "not", "n't", "never"})
COMPLEMENTS = frozenset({"dobj", "acomp", "attr", "prep", "nsubj", "pobj", "oprd"})


def denial_rule(f: Features) -> str | None:
    """Return which rule makes a statement a denial, or None."""
    s = f.statement
    if s.stage == "no-comment" or (s.attribution and s.attribution.speech == "no-comment"):
        return None
    if any(f.tree.tokens[i].lemma in NEVER or f.tree.tokens[i].lower == "if" for i in s.tokens):
        return None
    in_clause = None if s.head is None or s.stage in ("planned", "proposed") else _clause_rule(f, f.tree.tokens[s.head])
    told = s.stage == "denied" or (s.attribution is not None and s.attribution.speech in ("deny", "doubt"))
    told = told and not _is_cue(f)
    return in_clause or ("attributed-denial" if told else None)


def _clause_rule(f: Features, head: Token) -> str | None:
    below = [f.tree.tokens[c] for c in head.children]
    near = {head.lemma, *(t.lemma for t in below if t.dep in COMPLEMENTS)}
    if f.statement.polarity == "negated":
        return "called-untrue" if near & TRUTHS and _is_hollow(below) else None
    if head.lemma in VERBS and not any(t.lower in NO for t in below):
        what = {t.lemma for t in below if t.dep in ("dobj", "nsubjpass")}
        clause = any(t.dep in ("ccomp", "xcomp") for t in below)
        return "verb-of-denial" if head.lemma not in REJECTING or clause or what & HOLLOW_LEMMAS else None
    if near & DOUBTS:
        return "doubt"
    false = any(t.lemma in FALSITIES and t.pos in ("ADJ", "NOUN") for t in (head, *below))
    return "called-false" if false and (head.lemma == "be" or head.pos in ("ADJ", "NOUN")) and _is_hollow(below) else None


def _is_hollow(below: list[Token]) -> bool:
    """True where the subject stands for something that was said ("the report", "this"), and there is one."""
    return any(t.dep in ("nsubj", "nsubjpass") and t.lemma in HOLLOW_LEMMAS for t in below)


def _is_cue(f: Features) -> bool:
    """True where the head of a statement is itself the word of telling ("investigators questioned the crew")."""
    s = f.statement
    if s.attribution is None or s.head is None:
        return False
    head = f.tree.tokens[s.head]
    return any(c.start <= head.start < c.end for c in s.attribution.cue)
