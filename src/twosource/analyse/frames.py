"""Which words of a sentence only say who tells it."""

from collections.abc import Container, Iterator
from functools import cache

from twosource.analyse.cuts import FINITE, SUBJECTS, VERBAL, is_word
from twosource.lexicons import word_set
from twosource.records.attribution import Attribution
from twosource.records.parse import Token, Tree
from twosource.records.span import Span

ROLES = frozenset({"dobj", "dative", "prep", "npadvmod", "advmod", "agent", "pobj", "attr"})
GRAMMAR = frozenset({"aux", "auxpass", "punct", "prt", "mark"})
HANGING = SUBJECTS | ROLES | GRAMMAR
"""What hangs on a verb of telling and belongs to its frame: teller, addressee, place, time. Clauses do not."""

ASIDES = frozenset({"according", "as", "per"})
"""Cues that open with one of these are no clause of their own: "according to", "as reported by"."""
QUESTIONS = frozenset({"whether", "if", "how", "why", "what", "who", "which", "where", "when"})
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''", "«", "»"})
QUOTED = 5
"""Fewer quoted tokens than this are a phrase, not a telling."""


COMPLETING = frozenset({"ccomp", "xcomp", "pcomp", "acl", "dobj", "prep", "pobj"})
"""What completes a verb, step by step down to a verb of telling."""


def find_frame(tree: Tree, telling: Attribution, cuts: Container[int]) -> frozenset[int]:
    """Return the tokens of a sentence that form the frame of a telling ("Mr Ardo told reporters on Monday").

    A clause of its own inside the frame, headed by one of `cuts` ("Mr Ardo, who was not there, said"), is left out of it.

    Empty where the frame is news itself or cannot be taken out without loss: what is told is denied or not known, so that it
    would read as its opposite ("denied that it sank", "was unaware that"), no clause is told ("called for a truce", "plans
    to leave"), nobody tells it ("it is feared that"), it was not told ("did not say
    whether"), or it is evidence, not a teller ("the tests showed that").
    """
    cue = _within(tree, telling.cue)
    if not cue or not telling.source or telling.speech == "show":
        return frozenset()
    content = _within(tree, telling.content)
    head = next((i for i in sorted(cue) if tree.tokens[i].head not in cue or tree.tokens[i].head == i), min(cue))
    if telling.speech in ("deny", "no-comment") and tree.tokens[head].pos != "NOUN":
        return frozenset()
    told = _is_told(tree, telling, content) or _is_quoted(tree, head, content)
    if tree.tokens[head].pos == "NOUN" and (tree.tokens[head].dep not in ("attr", "ROOT") or not told):
        return frozenset()
    if tree.tokens[min(cue)].lower not in ASIDES and any(tree.tokens[i].pos == "VERB" for i in cue):
        roles = content | _within(tree, telling.source)
        if not told or _is_question(tree, content) or _is_news(tree, head, roles, cuts) or _is_evidence(tree, head):
            return frozenset()
    if _is_below_denial(tree, head):
        return frozenset()
    beside = _beside(tree, cue, _within(tree, telling.source), cuts)
    return frozenset((cue | beside | frozenset(_hanging(tree, head, content, cuts))) - content)


def _beside(tree: Tree, cue: frozenset[int], source: frozenset[int], cuts: Container[int]) -> frozenset[int]:
    """Return the source where it stands next to its cue, however the parser joins them, without its clauses."""
    if not source:
        return source
    gap = tree.tokens[max(source) + 1 : min(cue)] if max(source) < min(cue) else tree.tokens[max(cue) + 1 : min(source)]
    if any(is_word(t) for t in gap):
        return frozenset()
    owned = {i for c in source if c in cuts and tree.tokens[c].dep in ("relcl", "acl") for i in tree.subtree(c)}
    return source - owned


def is_untold(tree: Tree, head: int) -> bool:
    """True where a verb of telling is negated, or nobody is its subject."""
    if tree.tokens[tree.tokens[head].head].lower in word_set("negation", "prepositions"):
        return True
    children = [tree.tokens[c] for c in tree.tokens[head].children]
    return any(t.dep == "neg" or (t.dep in SUBJECTS and tree.tokens[t.left].lower in _nobody()) for t in children)


def _is_below_denial(tree: Tree, head: int) -> bool:
    """True for "knowing" of "denied knowing that it sank", a telling that is itself denied."""
    i = head
    while tree.tokens[i].dep in COMPLETING and tree.tokens[i].head != i:
        i = tree.tokens[i].head
        if tree.tokens[i].pos == "VERB" and tree.tokens[i].lemma in word_set("stages", "denial_verbs"):
            return True
    return False


def _within(tree: Tree, spans: tuple[Span, ...]) -> frozenset[int]:
    return frozenset(t.i for t in tree.tokens if any(s.start < t.end and t.start < s.end for s in spans))


def _is_news(tree: Tree, head: int, roles: frozenset[int], cuts: Container[int]) -> bool:
    """True where the verb of telling is negated, an infinitive, or has a complement besides teller and content."""
    if is_untold(tree, head):
        return True
    for c in tree.tokens[head].children:
        t = tree.tokens[c]
        beside = c not in cuts and not roles.intersection(range(t.left, t.right))
        object_beside = t.dep == "dobj" and tree.tokens[head].lemma not in _addressed()
        if t.tag == "TO" or (beside and (t.dep in ("ccomp", "xcomp") or object_beside)):
            return True
    return False


def _is_evidence(tree: Tree, head: int) -> bool:
    """True for "the crater suggests that": a thing tells nothing, and what it suggests rests on it."""
    subject = tree.child(head, "nsubj")
    if subject is None or tree.tokens[head].lemma not in word_set("telling", "evidence"):
        return False
    t = tree.tokens[subject]
    return t.tag == "WDT" or (t.pos == "NOUN" and t.lemma not in _tellers())


@cache
def _tellers() -> frozenset[str]:
    return frozenset().union(*(word_set("roles", key) for key in ("persons", "crowds", "bodies", "documents")))


def _is_told(tree: Tree, telling: Attribution, content: frozenset[int]) -> bool:
    """True when what is told is a clause with its own subject, or stands in another sentence."""
    if not content:
        return bool(telling.content)
    tops = (tree.tokens[i] for i in _tops(tree, content))
    clauses = (t for t in tops if t.pos in VERBAL and not any(tree.tokens[c].tag == "TO" for c in t.children))
    return any(t.tag in FINITE or _has_subject_in(tree, t, content) for t in clauses)


def _is_quoted(tree: Tree, head: int, content: frozenset[int]) -> bool:
    """True for a quotation that a mark sets apart from the verb of telling, not one that is a part of its clause."""
    if len(content) < QUOTED:
        return False
    first, last = min(content), max(content)
    between = tree.tokens[last + 1 : head] if last < head else tree.tokens[head + 1 : first]
    quoted = any(t.text in QUOTES for t in tree.tokens[max(0, first - 1) : first + 1])
    return quoted and any(t.text in (",", ":", "?", "!") for t in (*tree.tokens[last - 1 : last + 1], *between))


def _is_question(tree: Tree, content: frozenset[int]) -> bool:
    """True for "whether it sank" and "how it sank": without its verb, nothing is stated."""
    first = next((tree.tokens[i] for i in sorted(content) if tree.tokens[i].pos != "PUNCT"), None)
    return (
        first is not None
        and first.tag in ("WRB", "WP", "WDT", "IN")
        and first.lower in QUESTIONS
        and first.head in _tops(tree, content)
    )


def _tops(tree: Tree, content: frozenset[int]) -> list[int]:
    return [i for i in content if tree.tokens[i].head not in content or tree.tokens[i].head == i]


def _has_subject_in(tree: Tree, verb: Token, content: frozenset[int]) -> bool:
    return any(tree.tokens[c].dep in SUBJECTS and c in content for c in verb.children)


def _hanging(tree: Tree, head: int, content: frozenset[int], cuts: Container[int]) -> Iterator[int]:
    """Yield the cue's head and what hangs on it beside the content, but no clause of its own."""
    yield head
    if tree.tokens[head].dep == "pcomp":
        yield tree.tokens[head].head
    before = any(i < head for i in content)
    todo = [c for c in tree.tokens[head].children if not (before and _fronted(tree, c, head))]
    todo = [c for c in todo if tree.tokens[c].dep in HANGING or (tree.tokens[c].dep == "advcl" and c not in cuts)]
    while todo:
        t = tree.tokens[todo.pop()]
        holds = bool(content.intersection(range(t.left, t.right)))
        if (t.i in cuts and t.dep != "appos") or (holds and t.dep not in ("prep", "pobj")):
            continue
        yield t.i
        todo.extend(t.children)


def _fronted(tree: Tree, i: int, head: int) -> bool:
    """True for "in the port" of "it burned all day, in the port, Mr Ardo said": it belongs to what was told before."""
    t = tree.tokens[i]
    return t.dep in ("prep", "npadvmod") and t.right < head and tree.tokens[t.right].text == ","


def _nobody() -> frozenset[str]:
    return word_set("negation", "pronouns") | word_set("negation", "determiners")


def _addressed() -> frozenset[str]:
    return word_set("telling", "addressed")
