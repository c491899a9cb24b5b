"""Frames around a verb of telling: active with its complement, passive, impersonal, parenthetical."""

from collections.abc import Iterator

from twosource.analyse.attribution.complements import Pieces, find_complement
from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, between, ranges
from twosource.analyse.attribution.phrases import could_tell
from twosource.analyse.attribution.syntax import (
    SUBJECTS,
    VERBAL,
    agent_of,
    antecedent,
    cue_tokens,
    is_passive,
    noun_phrase,
    subject_of,
)
from twosource.analyse.attribution.tails import tail_frame
from twosource.records.attribution import Speech
from twosource.records.parse import Tree

OWN_VOICE = frozenset(
    {"i", "we", "you", "me", "us", "one", "there", "let", "what", "this", "these", "those", "nothing", "nobody"}
)
"""Subjects that name no teller: the speaker of a quotation himself, the reader, or the matter told."""
QUOTABLE = frozenset({"say", "ask", "write", "demand", "think", "deny", "doubt"})
FORMS = frozenset({"said", "says", "say", "told", "tells"})
"""Verb forms that the tagger may take for something else."""
QUOTING = frozenset({"quote", "cite", "report"})


def verb_frames(tree: Tree, sentence: int, cues: Cues) -> Iterator[Frame]:
    """Yield the frames of a sentence's reporting verbs, also those still without a content."""
    for token in tree.tokens:
        if token.tag[:1] != "V" and token.lower not in FORMS:
            continue
        speech = cues.verbs.get(token.lemma)
        if speech is None or token.lower in ("citing", "quoting") and _cites(tree, token.i, cues):
            continue
        if is_passive(tree, token.i):
            frame = _passive(tree, token.i, speech, cues)
        else:
            frame = _active(tree, token.i, speech, cues)
            if frame is None or not frame.content or frame.rule == "verb-object":
                frame = tail_frame(tree, token.i, speech, cues) or frame
        if frame is not None:
            frame.sentence = sentence
            yield frame


def _active(tree: Tree, i: int, speech: Speech, cues: Cues) -> Frame | None:
    tokens = tree.tokens
    subject = _speaker(tree, i, cues)
    if subject is None or subject == i or (tokens[subject].lower in OWN_VOICE and not tokens[subject].children) or tokens[subject].pos in VERBAL:
        return None
    cue = cue_tokens(tree, i)
    frame = _start(tree, i, speech, cue, cues)
    _name(tree, frame, subject, *cue)
    _quoted_as(tree, i, frame)
    left, right = noun_phrase(tree, subject, *cue)
    kind, content = find_complement(tree, i, {*cue, *range(left, right)}, subject, cues)
    frame.rule, frame.content = f"verb-{kind}", list(content)
    frame.quotable = (
        speech in QUOTABLE and kind in ("clause", "none", "parenthetical") and tokens[i].lemma not in cues.clause_only
    )
    frame.quotable = frame.quotable or tokens[i].lemma in ("add", "continue", "read", "observe", "tell")
    return frame


def _cites(tree: Tree, i: int, cues: Cues) -> bool:
    """True for "citing an official", which names a further teller and is told of in `phrases`."""
    name = tree.child(i, "dobj")
    return name is not None and could_tell(tree, name, cues)


def _speaker(tree: Tree, i: int, cues: Cues) -> int | None:
    """Return the subject; a verb without one that the parse puts under another's content may go on from that other verb."""
    token = tree.tokens[i]
    if token.dep == "conj" and tree.child(i, *SUBJECTS) is None:
        above = tree.tokens[token.head]
        outer = tree.tokens[above.head]
        if above.dep == "ccomp" and outer.i < above.i and outer.lemma in cues.verbs and outer.tag == token.tag != above.tag:
            return subject_of(tree, outer.i)
    return subject_of(tree, i)


def _start(tree: Tree, i: int, speech: Speech, cue: list[int], cues: Cues) -> Frame:
    hedge = " ".join(tree.tokens[j].text for j in sorted(cue)) if tree.tokens[i].lemma in cues.hedges else None
    return Frame(sentence=0, rule="", speech=speech, cue=ranges(tree, cue), head=i, hedge=hedge)


def _name(tree: Tree, frame: Frame, head: int, *outside: int) -> None:
    """Set the source: as written, and, for a relative pronoun, what it stands for."""
    frame.source, frame.source_token = between(tree, *noun_phrase(tree, head, *outside)), head
    stands_for = antecedent(tree, head)
    if stands_for is not None:
        frame.named = between(tree, *noun_phrase(tree, stands_for, head))


def _quoted_as(tree: Tree, i: int, frame: Frame) -> None:
    """Who was quoted by X as saying: X is the intermediary, the one quoted the teller."""
    token = tree.tokens[i]
    if token.dep != "pcomp":
        return
    above = tree.tokens[tree.tokens[token.head].head]
    if above.lemma not in QUOTING:
        return
    if is_passive(tree, above.i):
        agent = agent_of(tree, above.i)
        if agent is not None:
            frame.via.extend(between(tree, *noun_phrase(tree, agent, i)))
        return
    quoted = tree.child(above.i, "dobj")
    if quoted is not None:
        frame.via.extend(frame.source[:1])
        _name(tree, frame, quoted, i)


def _passive(tree: Tree, i: int, speech: Speech, cues: Cues) -> Frame | None:
    cue = cue_tokens(tree, i)
    frame = _start(tree, i, speech, cue, cues)
    agent = agent_of(tree, i)
    if agent is not None:
        _name(tree, frame, agent)
    frame.rule, content = _passive_content(tree, i, speech, cues, agent)
    if not content:
        return None
    frame.content = list(content)
    if agent is None:
        lemma = tree.tokens[i].lemma
        weak = lemma in cues.hedges or lemma in ("say", "report", "hear")
        frame.hedge = " ".join(tree.tokens[j].text for j in sorted(cue)) if weak else None
    return frame


def _passive_content(tree: Tree, i: int, speech: Speech, cues: Cues, agent: int | None) -> tuple[str, Pieces]:
    """Return the rule and what is told by a verb in the passive; nothing where nobody tells anything."""
    tokens, lemma = tree.tokens, tree.tokens[i].lemma
    subject, clause, inner = tree.child(i, *SUBJECTS), tree.child(i, "ccomp"), tree.child(i, "xcomp")
    by = "passive-agent" if agent is not None else ""
    if (
        clause is not None
        and clause > i
        and (agent is not None or lemma in cues.impersonal or speech in ("say", "ask", "demand"))
    ):
        return by or "impersonal-clause", between(tree, max(tokens[clause].left, i + 1), tokens[clause].right)
    if inner is not None and inner > i:
        told = between(tree, max(tokens[inner].left, i + 1), tokens[inner].right)
        if subject is not None and lemma in cues.raising:
            return by or "impersonal-raising", between(tree, *noun_phrase(tree, subject, i)) + told
        return (by, told) if by and lemma in cues.infinitives else ("", ())
    if subject is None:
        return "", ()
    if agent is not None and lemma in cues.objects:
        return by, between(tree, *noun_phrase(tree, subject, i))
    if clause is not None and clause < i and tokens[subject].lower == "it":
        return "impersonal-clause", between(tree, tokens[clause].left, min(subject, tokens[clause].right))
    return "", ()
