"""Frames around a verb of telling: active with complement, passive, impersonal, parenthetical."""

from collections.abc import Iterator

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, between, ranges
from twosource.analyse.attribution.syntax import SUBJECTS, VERBAL, agent_of, cue_tokens, is_passive, phrase, subject_of
from twosource.records.attribution import Speech
from twosource.records.parse import Tree

OWN_VOICE = frozenset({"i", "we", "you", "me", "us", "one", "there", "let", "what", "this", "that", "which", "these", "those"})
"""Subjects that name no teller: the speaker of a quotation himself, the reader, or the matter told."""
QUOTABLE = frozenset({"say", "ask", "write", "demand", "think", "deny", "doubt"})
FORMS = frozenset({"said", "says", "say", "told", "tells"})
"""Verb forms that the tagger may take for something else."""


def verb_frames(tree: Tree, sentence: int, cues: Cues) -> Iterator[Frame]:
    """Yield the frames of a sentence's reporting verbs, also those still without a content."""
    for token in tree.tokens:
        if token.tag[:1] != "V" and token.lower not in FORMS:
            continue
        speech = cues.verbs.get(token.lemma)
        if speech is None:
            continue
        frame = _passive(tree, token.i, speech, cues) if is_passive(tree, token.i) else _active(tree, token.i, speech, cues)
        if frame is not None:
            frame.sentence = sentence
            yield frame


def _active(tree: Tree, i: int, speech: Speech, cues: Cues) -> Frame | None:
    subject = subject_of(tree, i)
    token = tree.tokens[i]
    if subject is None or subject == i or tree.tokens[subject].lower in OWN_VOICE or tree.tokens[subject].pos in VERBAL:
        return None
    cue = cue_tokens(tree, i)
    frame = _start(tree, i, speech, cue, cues)
    frame.source = ranges(tree, phrase(tree, subject, without=i))
    frame.source_token = subject
    _via_quoted(tree, i, frame)
    kind, content = _complement(tree, i, cue, subject, cues)
    frame.rule, frame.content = f"verb-{kind}", list(content)
    frame.quotable = (
        speech in QUOTABLE and kind in ("clause", "none", "parenthetical") and token.lemma not in ("find", "see", "like")
    )
    return frame


def _start(tree: Tree, i: int, speech: Speech, cue: list[int], cues: Cues) -> Frame:
    words = ranges(tree, cue)
    hedge = " ".join(tree.tokens[j].text for j in sorted(cue)) if tree.tokens[i].lemma in cues.hedges else None
    return Frame(sentence=0, rule="", speech=speech, cue=words, head=i, hedge=hedge)


def _via_quoted(tree: Tree, i: int, frame: Frame) -> None:
    """ "was quoted by X as saying": X is the intermediary."""
    token = tree.tokens[i]
    if token.dep != "pcomp":
        return
    above = tree.tokens[tree.tokens[token.head].head]
    if above.lemma not in ("quote", "cite", "report"):
        return
    if is_passive(tree, above.i):
        agent = agent_of(tree, above.i)
        if agent is not None:
            frame.via.extend(ranges(tree, phrase(tree, agent, without=i))[:1])
    else:
        quoted = tree.child(above.i, "dobj")
        if quoted is not None and frame.source_token is not None:
            frame.via.extend(frame.source[:1])
            frame.source, frame.source_token = ranges(tree, phrase(tree, quoted, without=i)), quoted


def _complement(tree: Tree, i: int, cue: list[int], subject: int, cues: Cues) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the kind of complement and its pieces."""
    tokens, lemma = tree.tokens, tree.tokens[i].lemma
    clause = next((j for j in tokens[i].children if tokens[j].dep == "ccomp" and j != subject), None)
    frame_tokens = {*cue, *phrase(tree, subject, without=i)}
    if clause is not None:
        return "clause", _clause(tree, i, clause, frame_tokens)
    if lemma in cues.infinitives:
        inner = tree.child(i, "xcomp")
        if inner is not None and inner > i and tokens[inner].pos in VERBAL:
            left = min([inner, *tree.subtree(inner)])
            return "infinitive", between(tree, max(left, i + 1), tokens[inner].right)
    if _is_parenthetical(tree, i, subject, cues):
        return "parenthetical", _rest(tree, i, subject, frame_tokens)
    if lemma in cues.as_verbs or lemma in cues.naming:
        piece = _predicated(tree, i, lemma, cues)
        if piece:
            return "naming", piece
    if lemma in cues.prepositions:
        for j in tokens[i].children:
            if tokens[j].dep in ("prep", "dative") and tokens[j].lower in cues.prepositions[lemma] and tokens[j].right > j + 1:
                return "preposition", between(tree, j + 1, tokens[j].right)
    if lemma in cues.objects:
        thing = tree.child(i, "dobj")
        if thing is not None and thing > i:
            return "object", between(tree, tokens[thing].left, tokens[thing].right)
    return "none", ()


def _clause(tree: Tree, i: int, clause: int, frame_tokens: set[int]) -> tuple[tuple[int, int], ...]:
    """Return the pieces of a complement clause: all before the frame when it stands first, its own words when it follows."""
    tokens = tree.tokens
    if clause < i:
        first = min(frame_tokens)
        left = tokens[clause].left if tokens[i].head != i else 0
        before = between(tree, min(left, tokens[clause].left), min(max(first, tokens[clause].left), i))
        after = [j for j in tree.subtree(clause) if j > i and j not in frame_tokens]
        return before + ranges(tree, after)
    left = min(max(i + 1, tokens[clause].left), clause)
    return between(tree, left, tokens[clause].right)


def _predicated(tree: Tree, i: int, lemma: str, cues: Cues) -> tuple[tuple[int, int], ...]:
    tokens = tree.tokens
    thing = tree.child(i, "dobj")
    if lemma in cues.as_verbs and thing is not None and thing > i:
        as_phrase = next((j for j in tokens[i].children if tokens[j].dep == "prep" and tokens[j].lower == "as"), None)
        if as_phrase is not None:
            return between(tree, tokens[thing].left, max(tokens[thing].right, tokens[as_phrase].right))
    if lemma in cues.naming:
        predicate = next((j for j in tokens[i].children if tokens[j].dep in ("oprd", "xcomp", "ccomp") and j > i), None)
        if predicate is not None:
            return between(tree, i + 1, tokens[predicate].right)
    return ()


def _is_parenthetical(tree: Tree, i: int, subject: int, cues: Cues) -> bool:
    """True for "..., officials said, ..." and "..., said the minister": set off by commas, nothing below it but its own parts."""
    token = tree.tokens[i]
    if (
        token.head == i
        or token.dep not in ("parataxis", "ccomp", "dep", "advcl", "conj", "appos", "relcl")
        or token.lemma in cues.clause_only
    ):
        return token.dep == "parataxis"
    if subject_own(tree, i) is None or token.dep == "relcl" and subject < i:
        return False
    left, right = min(token.left, subject), max(token.right, i + 1)
    before = tree.tokens[left - 1].text if left else ""
    after = tree.tokens[right].text if right < len(tree.tokens) else "."
    inner = tree.tokens[left].text
    return (before in (",", "”", '"', "—", "–", "-", "’", "'") or inner == ",") and after in (
        ",",
        ".",
        "”",
        ";",
        "—",
        "–",
        "-",
        '"',
        "?",
        "!",
        ":",
    )


def subject_own(tree: Tree, i: int) -> int | None:
    """Return the verb's own subject, if it has one."""
    return tree.child(i, *SUBJECTS)


def _rest(tree: Tree, i: int, subject: int, frame_tokens: set[int]) -> tuple[tuple[int, int], ...]:
    """Return the sentence without the parenthesis."""
    token = tree.tokens[i]
    left, right = min(token.left, *frame_tokens), max(token.right, max(frame_tokens) + 1)
    return between(tree, 0, left) + between(tree, right, len(tree.tokens))


def _passive(tree: Tree, i: int, speech: Speech, cues: Cues) -> Frame | None:
    tokens, lemma = tree.tokens, tree.tokens[i].lemma
    cue = cue_tokens(tree, i)
    frame = _start(tree, i, speech, cue, cues)
    agent = agent_of(tree, i)
    subject = tree.child(i, *SUBJECTS)
    clause, inner = tree.child(i, "ccomp"), tree.child(i, "xcomp")
    if agent is not None:
        frame.source, frame.source_token = ranges(tree, phrase(tree, agent)), agent
    if (
        clause is not None
        and clause > i
        and (lemma in cues.impersonal or agent is not None or speech in ("say", "ask", "demand"))
    ):
        frame.rule = "passive-agent" if agent is not None else "impersonal-clause"
        frame.content = list(between(tree, max(tokens[clause].left, i + 1), tokens[clause].right))
    elif inner is not None and inner > i and subject is not None and lemma in cues.raising:
        frame.rule = "passive-agent" if agent is not None else "impersonal-raising"
        frame.content = [
            *ranges(tree, phrase(tree, subject, without=i)),
            *between(tree, max(tokens[inner].left, i + 1), tokens[inner].right),
        ]
    elif agent is not None and inner is not None and inner > i and lemma in cues.infinitives:
        frame.rule, frame.content = "passive-agent", list(between(tree, max(tokens[inner].left, i + 1), tokens[inner].right))
    elif agent is not None and subject is not None and lemma in cues.objects:
        frame.rule, frame.content = "passive-agent", list(ranges(tree, phrase(tree, subject, without=i)))
    elif clause is not None and clause < i and tokens[subject].lower == "it" if subject is not None else False:
        frame.rule, frame.content = "impersonal-clause", list(_clause(tree, i, clause, {*cue, subject}))  # type: ignore[arg-type]
    else:
        return None
    if agent is None:
        frame.hedge = (
            " ".join(tokens[j].text for j in sorted(cue)) if lemma in cues.hedges or lemma in ("say", "report", "hear") else None
        )
    return frame
