"""Names that a reader sees: letters for reports, Greek ones for unseen texts, A3 for a statement, numbers for claims."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.records.account import Account, Claim, StoryAccount
from twosource.records.comparison import Descent
from twosource.records.report import Report
from twosource.records.statement import Statement
from twosource.render.inline import shown

GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HALF = ("January", "February", "March", "April", "May", "June")
MONTHS = (*_HALF, "July", "August", "September", "October", "November", "December")
_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII)


def letter(index: int) -> str:
    """Return the letter of the report at a place: A to Z, then AA, AB ..."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(65 + index % 26)


def greek(index: int) -> str:
    """Return the letter of the unseen text at a place: α to ω, then α2, β2 ..."""
    turn, place = divmod(index, len(GREEK))
    return GREEK[place] + (str(turn + 1) if turn else "")


def spelled(number: int) -> str:
    """Return a number as a word up to twelve, else in digits."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def first_up(text: str) -> str:
    """Return text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def ordinal(number: str) -> str:
    """Return "1st", "2nd", "11th" for "1", "2", "11"."""
    teens = number[-2:] in ("11", "12", "13")
    return number + ("th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th"))


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return "1 claim", "3 claims"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def ranged(low: int, high: int) -> str:
    """Return "2", or "1 to 3" where the ends differ; never below 1, since what is said has an origin."""
    low, high = max(1, low), max(1, low, high)
    return str(low) if low == high else f"{low} to {high}"


def listed(words: Sequence[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def together(reasons: Sequence[str]) -> str:
    """Return reasons as running text: sentences after one another, anything else parted by semicolons."""
    return "".join(r if i == 0 else f"{' ' if reasons[i - 1].endswith('.') else '; '}{r}" for i, r in enumerate(reasons))


def runs(numbers: Iterable[int]) -> str:
    """Return sorted numbers with runs drawn together: "1 4-6 9"."""
    out: list[list[int]] = []
    for number in sorted(set(numbers)):
        if out and number == out[-1][1] + 1:
            out[-1][1] = number
        else:
            out.append([number, number])
    return " ".join(str(a) if a == b else f"{a} {b}" if b == a + 1 else f"{a}-{b}" for a, b in out)


def time_words(edtf: str | None) -> str:
    """Return an EDTF date, time or interval as words: "4 March 2031, 05:50 UTC"; what is not understood stays as it is."""
    if not edtf:
        return "time not known"
    start, slash, end = edtf.partition("/")
    if slash:
        if not end.strip("."):
            return f"from {_moment(start)}"
        return f"{_moment(start)} to {_moment(end)}" if start.strip(".") else f"until {_moment(end)}"
    return _moment(edtf)


def _moment(text: str) -> str:
    if text.endswith("~"):
        return f"about {_moment(text[:-1])}"
    if text.endswith("X") and text[:2].isdigit():
        return f"the {text[:-1]}0s" if text[2].isdigit() else f"the {ordinal(str(int(text[:2]) + 1))} century"
    m = _DATE.fullmatch(text)
    if not m or not 1 <= int(m[2]) <= 12:
        return shown(text)
    zone = {"Z": " UTC", None: ""}.get(m[5], f" {m[5]}")
    day = f"{int(m[3])} " if m[3] else ""
    return f"{day}{MONTHS[int(m[2]) - 1]} {m[1]}" + (f", {m[4]}{zone}" if m[4] else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """One story with the names its records go by; all mappings are by record id."""

    story: StoryAccount
    reports: dict[str, Report]
    """The reports of the story, in its order."""
    texts: dict[str, str]
    """Report to its text as `shown`."""
    names: dict[str, str]
    """Report to what it is called: "Radio Halvern", "The Stenby Post (B)", "report F"."""
    letters: dict[str, str]
    """Report or unseen text to its letter."""
    statements: dict[str, Statement]
    """In the order of their labels."""
    order: dict[str, int]
    """Report or unseen text to its place in the story."""
    told: dict[str, tuple[Statement, ...]]
    """Report to its statements, in the order of their labels."""
    marks: dict[str, str]
    """Statement to its label."""
    places: dict[str, int]
    """Statement to its place in the order of labels."""
    claims: dict[str, Claim]
    """Statement to its claim."""
    numbers: dict[str, int]
    """Claim to its number, from 1."""
    leaning: dict[str, tuple[str, ...]]
    """Report to those that quote it or name it as their source, without resting on its text."""
    changed: frozenset[str]
    """Statements that changed on the way."""

    def name(self, report: str) -> str:
        """Return how a report is called: its outlet, with its letter where that is no name for it alone."""
        return self.names[report]

    def letters_of(self, reports: Iterable[str]) -> list[str]:
        """Return the letters of reports (or unseen texts), in the order of the story."""
        return [self.letters[id_] for id_ in sorted({r for r in reports if r in self.order}, key=self.order.__getitem__)]

    def outlet(self, report: str) -> str:
        """Return the outlet of a report, "" where none is known."""
        return shown(self.reports[report].outlet or "")

    def number_of(self, statement: str) -> int:
        """Return the number of the claim that a statement stands in."""
        return self.numbers[self.claims[statement].id]

    def in_order(self, statements: Iterable[str]) -> list[Statement]:
        """Return statements in the order of their labels."""
        return sorted((self.statements[i] for i in set(statements)), key=lambda s: self.places[s.id])


def _by_report(reports: Iterable[str], statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    told: dict[str, list[Statement]] = {r: [] for r in reports}
    for s in statements:
        told[s.report].append(s)
    return told


def _names(reports: dict[str, Report], letters: dict[str, str]) -> dict[str, str]:
    outlets = {id_: shown(r.outlet or "") for id_, r in reports.items()}
    often = Counter(outlets.values())
    out = {}
    for id_, outlet in outlets.items():
        more = f" ({letters[id_]})" if often[outlet] > 1 else ""
        out[id_] = f"{outlet}{more}" if outlet else f"report {letters[id_]}"
    return out


def _leaning(story: StoryAccount) -> dict[str, list[Descent]]:
    out: dict[str, list[Descent]] = {}
    for d in story.descents:
        if d.kind in ("quotation", "credit"):
            out.setdefault(d.parent, []).append(d)
    return out


def label_story(account: Account, story: StoryAccount) -> Labels:
    """Return one story of an account with the names of its records."""
    known = {r.id: r for r in account.reports}
    reports = {r: known[r] for r in story.reports}
    letters = {r: letter(i) for i, r in enumerate(reports)} | {h.id: greek(i) for i, h in enumerate(story.hidden)}
    order = {id_: i for i, id_ in enumerate(letters)}
    statements = sorted(story.statements, key=lambda s: (order[s.report], s.spans, s.id))
    marks: dict[str, str] = {}
    seen: dict[str, int] = {}
    for s in statements:
        seen[s.report] = seen.get(s.report, 0) + 1
        marks[s.id] = f"{letters[s.report]}{seen[s.report]}"
    return Labels(
        story=story,
        reports=reports,
        texts={id_: shown(r.text) for id_, r in reports.items()},
        names=_names(reports, letters),
        letters=letters,
        statements={s.id: s for s in statements},
        order=order,
        told={r: tuple(group) for r, group in _by_report(reports, statements).items()},
        marks=marks,
        places={s.id: i for i, s in enumerate(statements)},
        claims={s: c for c in story.claims for s in c.statements},
        numbers={c.id: i for i, c in enumerate(story.claims, 1)},
        leaning={p: tuple(d.child for d in group) for p, group in _leaning(story).items()},
        changed=frozenset(r.b for r in story.relations if r.kind == "drift"),
    )
