"""Headlines that are ahead of their own text."""

from collections.abc import Iterator, Sequence

from twosource.compare.direction import label
from twosource.compare.losses import find_hedge
from twosource.compare.telling import HEDGED, Loss, Telling, to_relation
from twosource.lexicons import word_set
from twosource.records.comparison import Relation
from twosource.records.parse import Token, Tree

FIRST_SENTENCES = 6
"""Sentences of the text in which what the headline says should stand."""
COMING = frozenset({"will", "would", "may", "might", "could", "can", "should", "shall", "'ll", "’ll"})
UNSETTLED = word_set("drift", "unsettled") | word_set("drift", "weighing")
FINITE = frozenset({"VBZ", "VBP", "VBD"})


def find_headlines_ahead(tellings: Sequence[Telling]) -> Iterator[Relation]:
    """Yield, for one report's tellings, the relations of its title to its text where the text does not go as far.

    The text must say the same of the same names: in its first sentences, with the same verb. A title that only shortens ("X to
    meet Y") is not ahead.
    """
    titles = [t for t in tellings if t.title]
    body = [t for t in tellings if not t.title and t.statement.sentence <= _last_title(titles) + FIRST_SENTENCES]
    for title in titles:
        yield from _settled_plan(title, body)
        if title.statement.certainty != "asserted" or title.statement.stage in ("planned", "proposed", "denied", "no-comment"):
            continue
        same = [t for t in body if _same_event(title, t)]
        loss = _headline_loss(title, same)
        if loss:
            yield to_relation(same[0], title, loss)


def _settled_plan(title: Telling, body: Sequence[Telling]) -> Iterator[Relation]:
    """Yield the relation of a title with something to come ("X to buy Y") to a text in which it is only talked of or weighed."""
    verb = next((t for t in title.tree.tokens if t.tag == "VB" and _has_to(title.tree, t)), None)
    if (
        verb is None
        or verb.i not in title.statement.tokens
        or title.statement.stage != "planned"
        or _is_unsettled(title, verb.lemma)
    ):
        return
    names = _names(title)
    same = [t for t in body if _uses(t, verb.lemma) and names and names <= {x.lower for x in t.tree.tokens}]
    if same and all(_is_unsettled(t, verb.lemma) for t in same):
        reason = f"The headline of {label(title.report)} has it settled (“to {verb.text}”); in its text that is only talked of."
        yield to_relation(same[0], title, Loss(slot="stage", kind="headline-ahead", reason=reason, spans=()))


def _uses(telling: Telling, lemma: str) -> bool:
    return any(telling.tree.tokens[i].lemma == lemma for i in telling.statement.tokens)


def _has_to(tree: Tree, verb: Token) -> bool:
    return any(tree.tokens[c].lower == "to" and tree.tokens[c].dep == "aux" for c in verb.children)


def _is_unsettled(telling: Telling, lemma: str) -> bool:
    """True when every use of a verb hangs on talks, an offer, or a verb of weighing."""
    uses = [telling.tree.tokens[i] for i in telling.statement.tokens if telling.tree.tokens[i].lemma == lemma]
    return all(t.tag == "VB" and telling.tree.tokens[t.head].lemma in UNSETTLED for t in uses)


def _last_title(titles: Sequence[Telling]) -> int:
    return max((t.statement.sentence for t in titles), default=0)


def _same_event(title: Telling, telling: Telling) -> bool:
    """True when a statement of the text has the title's verb and two of its names or figures, or all if there are fewer."""
    verb = _verb(title)
    if verb is None or not any(telling.tree.tokens[i].lemma == verb.lemma for i in telling.statement.tokens):
        return False
    names = _names(title)
    shared = names & {t.lower for t in telling.tree.tokens}
    return bool(shared) and len(shared) >= min(2, len(names))


def _headline_loss(title: Telling, same: Sequence[Telling]) -> Loss | None:
    verb = _verb(title)
    if not same or verb is None or verb.tag not in FINITE:
        return None
    if all(_is_coming(t.tree, verb.lemma) for t in same):
        reason = f"The headline of {label(title.report)} says it happens (“{verb.text}”); its text has it still to come."
        return Loss(slot="stage", kind="headline-ahead", reason=reason, spans=())
    if all(t.statement.certainty in HEDGED and find_hedge(t) for t in same):
        reason = f"The headline of {label(title.report)} asserts what its text gives as {same[0].statement.certainty}."
        return Loss(slot="hedge", kind="headline-ahead", reason=reason, spans=())
    return None


def _verb(title: Telling) -> Token | None:
    head = title.statement.head
    token = title.tree.tokens[head] if head is not None else None
    return token if token is not None and token.pos == "VERB" else None


def _names(title: Telling) -> set[str]:
    return {title.tree.tokens[i].lower for i in title.statement.tokens if title.tree.tokens[i].pos in ("PROPN", "NUM")}


def _is_coming(tree: Tree, lemma: str) -> bool:
    """True when every use of the verb in a sentence is an infinitive or hangs on a word of what is to come."""
    uses = [t for t in tree.tokens if t.lemma == lemma and t.pos == "VERB"]
    return bool(uses) and all(_is_infinitive(tree, t) for t in uses)


def _is_infinitive(tree: Tree, verb: Token) -> bool:
    return verb.tag == "VB" and any(
        tree.tokens[c].lower in COMING or (tree.tokens[c].lower == "to" and tree.tokens[c].dep == "aux") for c in verb.children
    )
