"""Figures in a statement: their value as an interval, their unit, what they count."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from twosource.lexicons import load_lexicon
from twosource.records.analysis import TimeExpression
from twosource.records.parse import Token, Tree
from twosource.records.span import Span
from twosource.records.statement import Statement
from twosource.text.tokens import stem

LEXICON = load_lexicon("quantities")
WORDS: dict[str, float] = {w: float(v) for w, v in LEXICON["words"].items()}
VAGUE: dict[str, tuple[float, float]] = {w: (float(a), float(b)) for w, (a, b) in LEXICON["vague"].items()}
FEW: dict[str, tuple[float, float]] = {w: (float(a), float(b)) for w, (a, b) in LEXICON["few"].items()}
SCALES: dict[str, float] = {w: float(v) for w, v in LEXICON["scales"].items()}
UNITS: dict[str, tuple[str, float]] = {w: (u, float(f)) for w, (u, f) in LEXICON["units"].items()}
SYMBOLS: dict[str, str] = LEXICON["symbols"]
BOUNDS: dict[str, str] = {p: kind for kind, phrases in LEXICON["bounds"].items() for p in phrases}
LONGEST = max(len(p.split()) for p in BOUNDS)
TIME_UNITS = frozenset({"year", "month", "day", "hour", "minute", "second"})
EXTENT = frozenset({"wide", "deep", "long", "high", "tall", "across", "away", "from"})
PEOPLE_STEM = stem("people")
ROUND = 0.05
"""How far an "about" reaches to either side, as a share of the figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure as an interval of what it may mean."""

    low: float
    high: float
    unit: str
    """`count`, a currency sign, `%`, or a base unit such as `metre`."""
    noun: str
    """Stem of what is counted or measured; empty where it is not said. "Americans" are counted as people."""
    token: int
    """Index of the number's token in its sentence."""
    head: int
    """Index of the token the number belongs to: the counted noun, or the number itself where it stands alone."""
    span: Span
    bound: str
    """`exact`, `about`, `least`, `most` or `vague`."""

    def disjoint(self, other: "Quantity") -> bool:
        """True when no value can be meant by both."""
        return self.high < other.low or other.high < self.low


@lru_cache(maxsize=20_000)
def spelled_value(word: str) -> float | None:
    """Return the value of a number in digits or letters ("1,200", "4.5", "twenty-one"), or None."""
    if word in WORDS:
        return WORDS[word]
    plain = word.replace(",", "")
    if plain.isascii() and plain.replace(".", "", 1).isdigit():
        return float(plain)
    tens, dash, ones = word.partition("-")
    if dash and tens in WORDS and ones in WORDS and WORDS[tens] >= 20 and WORDS[ones] < 10:
        return WORDS[tens] + WORDS[ones]
    return None


def is_number_word(word: str) -> bool:
    """True for a word that is a number or scales one."""
    return word in SCALES or spelled_value(word) is not None


def find_quantities(statement: Statement, tree: Tree, times: Sequence[TimeExpression]) -> tuple[Quantity, ...]:
    """Return the quantities of a statement in order; dates, clock times, ages, ordinals and numbers in names are none.

    `tree` and `times` are those of the statement's sentence.
    """
    inside = set(statement.tokens)
    timed = [t.span for t in times]
    found = []
    for i in statement.tokens:
        token = tree.tokens[i]
        if token.pos != "NUM" and token.lower not in VAGUE:
            continue
        if any(s.start < token.end and token.start < s.end for s in timed):
            continue
        quantity = _read(statement, tree, token, inside)
        if quantity:
            found.append(quantity)
    return tuple(found)


def _read(statement: Statement, tree: Tree, token: Token, inside: set[int]) -> Quantity | None:
    value = read_value(tree, token)
    if value is None or _is_label(tree, token):
        return None
    unit, noun, head, factor = _unit(tree, token)
    if unit in TIME_UNITS:
        return None
    low, high = value
    bound = "exact" if low == high else "vague"
    first = _first(tree, token)
    if bound == "exact" and (unit != "count" or token.lower in SCALES):
        low, high = _rounded(tree, token, low)
    said = _bound(tree, first)
    if said:
        bound, low, high = said, *_widen(said, low, high)
    return Quantity(
        low=low * factor,
        high=high * factor,
        unit=unit,
        noun=noun,
        token=token.i,
        head=head if head in inside or head == token.i else token.i,
        span=Span(statement.report, tree.tokens[first].start, token.end),
        bound=bound,
    )


def read_value(tree: Tree, token: Token) -> tuple[float, float] | None:
    """Return the interval of the last token of a number; None for a token that a later one scales or continues."""
    if token.lower in VAGUE:
        return VAGUE[token.lower]
    if token.lower in SCALES:
        before = tree.tokens[token.i - 1] if token.i else None
        if before and before.lower in FEW:
            return FEW[before.lower][0] * SCALES[token.lower], FEW[before.lower][1] * SCALES[token.lower]
        value = spelled_value(before.lower) if before else None
        return None if value is None else (value * SCALES[token.lower], value * SCALES[token.lower])
    after = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    if (after and after.lower in SCALES and not _is_length(tree, after)) or _ones_of(tree, token) is not None:
        return None
    tens = next((t for t in tree.tokens[max(0, token.i - 2) : token.i] if _ones_of(tree, t) == token.i), None)
    if tens:
        return WORDS[tens.lower] + WORDS[token.lower], WORDS[tens.lower] + WORDS[token.lower]
    value = _joined_scale(token.lower) if token.lower[:1].isdigit() else spelled_value(token.lower)
    return None if value is None else (value, value)


def _ones_of(tree: Tree, token: Token) -> int | None:
    """Return the index of the "one" that belongs to the "twenty" of "twenty one" or "twenty-one", or None."""
    if not 20 <= WORDS.get(token.lower, 0) <= 90:
        return None
    for after in tree.tokens[token.i + 1 : token.i + 3]:
        if 0 < WORDS.get(after.lower, 0) < 10:
            return after.i
        if after.text != "-":
            return None
    return None


def _joined_scale(word: str) -> float | None:
    """Return the value of digits with or without letters of scale behind them ("72m", "1.2bn")."""
    letters = word.lstrip("0123456789.,")
    value = spelled_value(word[: len(word) - len(letters)].rstrip(".,"))
    scale = SCALES.get(letters) if letters else 1.0
    return None if value is None or scale is None else value * scale


def _is_length(tree: Tree, token: Token) -> bool:
    """True for the m of "12 m wide", which is no million."""
    after = tree.tokens[token.i + 1].lower if token.i + 1 < len(tree.tokens) else ""
    return token.lower == "m" and after in EXTENT


def _rounded(tree: Tree, token: Token, value: float) -> tuple[float, float]:
    """Return what a measure may have been rounded from: half of its last figure to either side."""
    numeral = tree.tokens[token.i - 1].lower if token.lower in SCALES and token.i else token.lower
    digits = numeral.replace(",", "").rstrip("abcdefghijklmnopqrstuvwxyz")
    whole, _, decimals = digits.partition(".")
    step = 10.0 ** -len(decimals) if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    shown = spelled_value(digits)
    scale = value / shown if shown else 1.0
    return value - step * scale / 2, value + step * scale / 2


def _first(tree: Tree, token: Token) -> int:
    """Return the index of the first token of the number, a scaled figure and its currency sign included."""
    i = token.i
    if token.lower in SCALES and i:
        i -= 1
    i = next((t.i for t in tree.tokens[max(0, i - 2) : i] if _ones_of(tree, t) == i), i)
    return i - 1 if i and tree.tokens[i - 1].text in SYMBOLS else i


def _bound(tree: Tree, first: int) -> str | None:
    for size in range(min(LONGEST, first), 0, -1):
        kind = BOUNDS.get(" ".join(t.lower for t in tree.tokens[first - size : first]))
        if kind:
            return kind
    return None


def _widen(bound: str, low: float, high: float) -> tuple[float, float]:
    if bound == "least":
        return low, inf
    if bound == "most":
        return 0.0, high
    if bound == "under":
        return low * (1 - 2 * ROUND), high
    return low * (1 - ROUND), high * (1 + ROUND)


def _unit(tree: Tree, token: Token) -> tuple[str, str, int, float]:
    """Return unit, stem of the counted noun, index of that noun and the factor to the base unit."""
    first = _first(tree, token)
    if tree.tokens[first].text in SYMBOLS:
        return SYMBOLS[tree.tokens[first].text], "", token.i, 1.0
    after = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    if after and after.text in ("%", "percent", "per"):
        return "%", "", token.i, 1.0
    if after and _is_length(tree, after):
        return "metre", "", token.i, 1.0
    noun = _counted(tree, token)
    if noun is None:
        return "count", "", token.i, 1.0
    if noun.lemma in UNITS:
        unit, factor = UNITS[noun.lemma]
        return unit, "", noun.i, factor
    return "count", PEOPLE_STEM if noun.tag == "NNPS" else stem(noun.lemma), noun.i, 1.0


def _counted(tree: Tree, token: Token) -> Token | None:
    """Return the noun that a number counts: the one it modifies, or the one behind "of the"."""
    governor = tree.tokens[token.head]
    if token.dep in ("nummod", "quantmod", "amod", "compound", "det") and governor.pos in ("NOUN", "PROPN", "ADJ", "SYM"):
        return governor
    if token.dep == "nummod" and governor.pos == "NUM":
        return _counted(tree, governor)
    of = next((tree.tokens[c] for c in token.children if tree.tokens[c].lower == "of"), None)
    below = tree.child(of.i, "pobj") if of else None
    return tree.tokens[below] if below is not None else None


def _is_label(tree: Tree, token: Token) -> bool:
    """True for a number that names something ("Flight 17", "warehouse 4", "31-year-old", "9/11") and for a bare year."""
    if "/" in token.text or ":" in token.text:
        return True
    if token.i + 1 < len(tree.tokens) and tree.tokens[token.i + 1].text == "-" and _ones_of(tree, token) is None:
        return True
    before = tree.tokens[token.i - 1] if token.i else None
    if before is not None and before.pos == "NOUN" and token.head == before.i and token.dep == "nummod":
        return True
    if before is not None and before.pos == "PROPN" and before.end + 1 >= token.start and token.head == before.i:
        return True
    year = token.text.isdigit() and len(token.text) == 4 and 1900 <= int(token.text) <= 2100
    return year and token.dep in ("pobj", "nummod", "npadvmod", "appos", "ROOT") and tree.tokens[token.head].pos != "NOUN"
