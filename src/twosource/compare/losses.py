"""What one statement has lost or changed against another that says the same: a hedge, a teller, a stage, a figure."""

from collections.abc import Iterator

from twosource.compare.direction import label
from twosource.compare.miscounts import lost_figure
from twosource.compare.tellers import is_part, lost_far_end, lost_link, lost_name, lost_newsroom, lost_source, promoted, widened
from twosource.compare.telling import HEDGED, SOFT, Loss, Telling, lose, name_words, same_house, weigh
from twosource.compare.voices import same_source
from twosource.lexicons import word_set
from twosource.records.parse import Tree
from twosource.records.span import Span

DENYING = word_set("drift", "denying")
HEDGES = ("modal", "hedging word", "hedging participle", "hedging verb")
"""What a hedge is called in a statement's evidence; questions and hedged nouns are no hedge of the whole."""
UNAWARE = word_set("drift", "unaware")
KNOWING = word_set("drift", "knowing")
SUSPECTING = word_set("drift", "suspecting")
WEIGHING = word_set("drift", "weighing")
NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never"})
OPEN = frozenset({"may", "might", "could", "possibly", "perhaps"})
FIRM = frozenset({"will", "shall", "'ll", "’ll"})
"""An event that may happen and one that will are both still to come, and not the same."""
BOUND = frozenset({"when", "after", "because", "as"})
"""Words that begin a clause which holds only if what it hangs on does."""
SAME_TOPIC = 2.5
"""What is not known and what is denied must share this much (nats above a common word), subjects left out."""
AHEAD = {"proposed": 0, "planned": 1, "under-way": 2, "done": 2}
"""How far an event has come, by stage."""


def find_losses(a: Telling, b: Telling, directed: bool) -> Iterator[Loss]:
    """Yield what `b` has lost against `a`; `directed` when the text of `b` is known to rest on that of `a`."""
    rules = (_hedge, _denial, lost_link, lost_newsroom, lost_far_end, promoted)
    for rule in (*rules, *((lost_name, widened, lost_source, _stage, _settled, lost_figure) if directed else ())):
        loss = rule(a, b)
        if loss:
            yield loss


def find_hedge(telling: Telling) -> Span | None:
    """Return the words that hedge a statement's own predicate; None where only a part of it is hedged, or nothing."""
    head = telling.statement.head
    for evidence in telling.statement.evidence:
        if evidence.kind != "certainty" or not any(kind in evidence.detail for kind in HEDGES):
            continue
        for span in evidence.spans:
            at = next((t for t in telling.tree.tokens if t.start <= span.start < t.end), None)
            if at is not None and head is not None and head in (at.i, at.head) and not _is_inability(telling.tree, at.i):
                return span
    return None


def _is_inability(tree: Tree, i: int) -> bool:
    """True for "could no longer", "can not", "so that they could": that is told as a fact."""
    after = tree.tokens[i + 1].lower if i + 1 < len(tree.tokens) else ""
    if tree.tokens[i].lower not in ("can", "could"):
        return False
    verb = tree.tokens[tree.tokens[i].head]
    purpose = verb.dep == "advcl" and any(tree.tokens[c].lower in ("so", "that") for c in verb.children)
    return purpose or after in ("no", "not", "n't", "n’t", "only")


def _find_any_hedge(telling: Telling) -> Span | None:
    """Return the words that hedge a statement: its own, those of the clause that it hangs on, or a verb of suspicion."""
    if telling.statement.certainty in HEDGED:
        return find_hedge(telling)
    tree, at = telling.tree, telling.statement.head
    if at is None:
        return None
    if tree.tokens[at].lemma in SUSPECTING and tree.tokens[at].pos == "VERB" and tree.child(at, "nsubj") is not None:
        return Span(telling.report.id, tree.tokens[at].start, tree.tokens[at].end)
    while tree.tokens[at].dep == "advcl" and any(tree.tokens[c].lower in BOUND for c in tree.tokens[at].children):
        at = tree.tokens[at].head
        modal = next((tree.tokens[c] for c in tree.tokens[at].children if tree.tokens[c].lower in OPEN), None)
        if modal is not None and not _is_inability(tree, modal.i):
            return Span(telling.report.id, modal.start, modal.end)
    return None


def _hedge(a: Telling, b: Telling) -> Loss | None:
    one, other = a.statement, b.statement
    if other.certainty != "asserted" or one.polarity != other.polarity or other.stage == "no-comment" or b.lemmas & SOFT:
        return None
    hedge = _find_any_hedge(a)
    if hedge is None or (one.certainty == "asserted" and _find_any_hedge(b)) or _has_own_source(a, b):
        return None
    words = a.report.text[hedge.start : hedge.end]
    if other.stage in ("planned", "proposed") and not (words.lower() in OPEN and {t.lower for t in b.tree.tokens} & FIRM):
        return None
    reason = f"{label(a.report)} hedges this (“{words}”); {label(b.report)} asserts it."
    return lose("hedge", "hedge-lost", reason, (a, b), (hedge,))


def inherited_hedge(first: Telling, middle: Telling, last: Telling) -> Loss | None:
    """Return the loss of a hedge that a text in between had lost already; None where the last one hedges it anew."""
    hedge = _find_any_hedge(first)
    if hedge is None or last.statement.certainty != "asserted" or last.lemmas & SOFT or _find_any_hedge(last):
        return None
    if last.statement.polarity != first.statement.polarity or last.statement.stage in ("planned", "proposed", "no-comment"):
        return None
    words = first.report.text[hedge.start : hedge.end]
    asserting = f"{label(middle.report)} asserts it, and so does {label(last.report)} after it."
    reason = f"{label(first.report)} hedges this (“{words}”); {asserting}"
    return lose("hedge", "hedge-lost", reason, (first, last), (hedge,))


def _has_own_source(a: Telling, b: Telling) -> bool:
    """True where somebody else says so than in the other report: two people may be sure of different things."""
    one, other = a.statement.chain[-1:], b.statement.chain[-1:]
    if not other or other[0].kind not in ("person", "body", "unnamed"):
        return False
    return not one or not (
        same_source(one[0], other[0]) or is_part(other[0], one[0]) or name_words(one[0].source) & name_words(other[0].source)
    )


def _denial(a: Telling, b: Telling) -> Loss | None:
    if not is_no_comment(a) or not is_denial(b) or weigh(a.topic & b.keys) < SAME_TOPIC:
        return None
    reason = f"{label(a.report)} has somebody who does not know or will not say; in {label(b.report)} this has become a denial."
    return lose("stage", "no-comment-denied", reason, (a, b))


def is_no_comment(telling: Telling) -> bool:
    """True for what somebody does not know of, or will not speak of."""
    attribution = telling.statement.attribution
    if telling.statement.stage == "no-comment" or (attribution is not None and attribution.speech == "no-comment"):
        return True
    return attribution is not None and any(_is_unaware(telling.tree, span) for span in attribution.cue)


def _is_unaware(tree: Tree, cue: Span) -> bool:
    """True for a cue of not knowing: "was not aware", "knew of no"."""
    for token in tree.tokens:
        if cue.start <= token.start < cue.end and token.lemma in UNAWARE:
            return True
        if cue.start <= token.start < cue.end and token.lemma in KNOWING:
            return any(t.lower in NEGATIONS for t in tree.tokens[max(0, token.i - 3) : token.i + 3])
    return False


def is_denial(telling: Telling) -> bool:
    """True for what somebody denies."""
    attribution = telling.statement.attribution
    denied = attribution is not None and attribution.speech == "deny"
    return denied or telling.statement.stage == "denied" or telling.head in DENYING


def _stage(a: Telling, b: Telling) -> Loss | None:
    one, other = AHEAD.get(a.statement.stage), AHEAD.get(b.statement.stage)
    if one is None or other is None or not one < other or b.statement.certainty != "asserted" or a.head != b.head:
        return None
    if a.statement.polarity != b.statement.polarity or same_house(a, b):
        return None
    reason = f"{label(a.report)} says this is {a.statement.stage}; {label(b.report)} says {b.statement.stage}."
    return lose("stage", "stage-ahead", reason, (a, b))


def _settled(a: Telling, b: Telling) -> Loss | None:
    """What is only being weighed ("weighing whether to open") is settled ("are to open", "will open")."""
    head = a.statement.head
    if head is None or a.head not in WEIGHING or a.statement.polarity == "negated" or b.statement.polarity == "negated":
        return None
    if b.statement.certainty != "asserted" or b.lemmas & (SOFT | WEIGHING) or b.title:
        return None
    weighed = a.tree.child(head, "xcomp", "ccomp")
    if (
        weighed is None
        or same_house(a, b)
        or not {t.lemma for t in b.tree.tokens if t.i in b.statement.tokens} & {a.tree.tokens[weighed].lemma}
    ):
        return None
    verb = a.tree.tokens[head]
    reason = f"In {label(a.report)} this is only being weighed (“{verb.text}”); {label(b.report)} has it settled."
    return lose("stage", "stage-ahead", reason, (a, b), (Span(a.report.id, verb.start, verb.end),))
