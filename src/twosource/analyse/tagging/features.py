"""What the tagger looks at, as strings: words around, the parse, quotation marks, names, and the rules' own answer.

The weights are trained on exactly these strings; a change here needs `training/attribution.py` to be run again.
"""

from twosource.analyse.tagging.paragraphs import Paragraph

_KIDS = frozenset({"nsubj", "ccomp", "dobj", "agent", "mark", "prep", "attr", "neg", "auxpass", "nsubjpass", "relcl", "appos"})
MAX_CLIMB = 15


def token_features(p: Paragraph) -> list[list[str]]:
    """Return the features of each token of a paragraph."""
    kids = _kids(p)
    rows = [_words(p, i) + _rules(p, i) + _tree(p, i, kids) for i in range(len(p.tokens))]
    return [row + context for row, context in zip(rows, _sentences(p), strict=True)]


def _kids(p: Paragraph) -> list[str]:
    kids = [""] * len(p.tokens)
    for i, t in enumerate(p.tokens):
        if p.head[i] != i and t.dep in _KIDS:
            kids[p.head[i]] += t.dep[0] + t.dep[-1]
    return kids


def _words(p: Paragraph, i: int) -> list[str]:
    tokens, n = p.tokens, len(p.tokens)
    t = tokens[i]
    before, after = (tokens[i - 1] if i else None), (tokens[i + 1] if i + 1 < n else None)
    low1, tag1, pos1 = (before.lower, before.tag, before.pos) if before else ("^", "^", "^")
    low2, tag2, pos2 = (after.lower, after.tag, after.pos) if after else ("$", "$", "$")
    return [
        "b", "w=" + t.lower, "l=" + t.lemma, "p=" + t.tag, "d=" + t.dep, "sh=" + _shape(t.text),
        "w-=" + low1, "w+=" + low2, "p-=" + tag1, "p+=" + tag2,
        "w--=" + (tokens[i - 2].lower if i > 1 else "^"), "w++=" + (tokens[i + 2].lower if i + 2 < n else "$"),
        "pp=" + pos1 + t.pos + pos2, "ww=" + low1 + "_" + t.lower,
    ]  # fmt: skip


def _shape(text: str) -> str:
    if text[0].isupper():
        return "A" if len(text) > 1 and text.isupper() else "Aa"
    return "1" if text[0].isdigit() else "a" if text[0].isalpha() else "."


def _rules(p: Paragraph, i: int) -> list[str]:
    n, t = len(p.tokens), p.tokens[i]
    before, here, after = (p.outer[i - 1] if i else "^"), p.outer[i], (p.outer[i + 1] if i + 1 < n else "$")
    quote = p.quote[i]
    around = (p.quote[i - 1] if i else "^") + quote + (p.quote[i + 1] if i + 1 < n else "$")
    found = [
        "r=" + here, "r-=" + before, "r+=" + after, "rr=" + before + here + after, "in=" + p.inner[i], "q=" + quote,
        "m=" + p.named[i], "cu=" + p.cue[i], "rd=" + here + t.dep + t.pos, "ro=" + here + quote + t.dep, "qq=" + around,
    ]  # fmt: skip
    if t.start in p.rule:
        found.append("rn=" + p.rule[t.start] + here)
    return found


def _tree(p: Paragraph, i: int, kids: list[str]) -> list[str]:
    tokens, t, h = p.tokens, p.tokens[i], p.head[i]
    above = tokens[h]
    found = [
        "hl=" + above.lemma, "hp=" + above.pos, "hd=" + above.dep, "k=" + kids[i],
        "dd=" + t.dep + ">" + above.dep + ">" + above.pos, "hw=" + above.lemma + "_" + t.lemma,
    ]  # fmt: skip
    if p.cue[i]:
        found += [
            "cd=" + p.cue[i] + t.dep + kids[i],
            "cl=" + t.lemma + kids[i],
            "ch=" + t.lemma + ">" + t.dep + ">" + above.lemma,
        ]
    path: list[int] = []
    j = i
    nearest = topmost = 0
    while p.head[j] != j and len(path) < MAX_CLIMB:
        path.append(j)
        j = p.head[j]
        if p.cue[j]:
            topmost = len(path)
            nearest = nearest or topmost
    if not nearest or nearest > 7:
        return [*found, "a0"] + (_topmost(p, i, path[topmost - 1]) if topmost else [])
    return found + _nearest(p, i, path[:nearest]) + _topmost(p, i, path[topmost - 1])


def _nearest(p: Paragraph, i: int, path: list[int]) -> list[str]:
    """The closest word above that looks like a cue; `path` leads from the token to the child of that word."""
    child = path[-1]
    c = p.head[child]
    lemma, edge, side = p.tokens[c].lemma, p.tokens[child].dep, "L" if c < i else "R"
    way = ">".join(p.tokens[j].dep for j in path[-3:])
    found = ["a=" + lemma, "ap=" + way + side, "al=" + lemma + edge + side, "ac=" + p.cue[c] + way, "an=" + str(len(path))]
    if p.left[child] == i:
        found.append("ll=" + edge + lemma)
    if p.right[child] == i:
        found.append("lr=" + edge + p.cue[c])
    return found


def _topmost(p: Paragraph, i: int, child: int) -> list[str]:
    """The highest word above that looks like a cue, and whether a branch of it begins or ends here."""
    c = p.head[child]
    edge, side, kind = p.tokens[child].dep, "L" if c < i else "R", p.cue[c]
    found = ["t=" + p.tokens[c].lemma + edge + side, "te=" + kind + edge + side + p.outer[i][2:]]
    if p.left[child] == i:
        found += ["tl=" + edge + kind, "tlw=" + edge + p.tokens[i].lower]
    if p.right[child] == i:
        found.append("tr=" + edge + kind)
    return found


def _sentences(p: Paragraph) -> list[list[str]]:
    """How much of the sentence and of its neighbours is quoted, and whether the rules found a cue in it."""
    order = list(dict.fromkeys(p.sentence))
    first: dict[int, int] = {}
    quoted: dict[int, list[bool]] = {}
    cues = dict.fromkeys(order, 0)
    for i, s in enumerate(p.sentence):
        first.setdefault(s, i)
        quoted.setdefault(s, []).append(p.quote[i] == "S")
        cues[s] += p.outer[i].endswith("C")
    state = {s: "a" if all(q[:-1] or q) else "s" if any(q) else "n" for s, q in quoted.items()}
    place = {s: k for k, s in enumerate(order)}
    found = []
    for i, s in enumerate(p.sentence):
        k, role = place[s], p.outer[i][2:]
        around = state[s] + (state[order[k - 1]] if k else "^") + (state[order[k + 1]] if k + 1 < len(order) else "$")
        count, at = str(min(2, cues[s])), i - first[s]
        found.append([
            "si=" + around + count + role, "sc=" + count + p.quote[i] + p.outer[i],
            "sf=" + str(at if at < 3 else 9) + p.tokens[i].pos + role,
        ])  # fmt: skip
    return found
