"""What the claims rest on: take one text or one teller away and see which claims are left without support."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from twosource.records.account import Claim
from twosource.records.comparison import Origin
from twosource.render.families import Family, hidden_name
from twosource.render.inline import shown
from twosource.render.labels import Labels, counted, listed, spelled

PEOPLE = ("person", "body", "agency", "document", "unnamed")
Teller = tuple[str, str]
"""Kind and name, in one case."""
Gone = Callable[[Origin], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestView:
    """One thing to take away."""

    name: str
    note: str
    slot: str
    """Hue and pattern of the text; "" for a teller."""
    lost: tuple[int, ...]
    """Claims that lose all support."""
    left: tuple[tuple[int, int, int], ...]
    """Claims that lose some: number, origins left, origins before."""

    @property
    def left_of(self) -> dict[int, tuple[int, int]]:
        """Origins left and origins before, by claim."""
        return {number: (after, before) for number, after, before in self.left}


def view_rests(labels: Labels, families: tuple[Family, ...]) -> tuple[RestView, ...]:
    """Return what can be taken away, what takes most claims with it first; nothing that takes none."""
    quotes: dict[str, set[str]] = {}
    for d in labels.story.descents:
        if d.kind == "quotation":
            quotes.setdefault(d.parent, set()).add(d.child)
    found = [_text(labels, f, quotes) for f in families] + _tellers(labels)
    ordered = sorted(found, key=lambda r: (-len(r.lost), -len(r.left), not r.slot, r.name))
    return tuple(r for r in ordered if r.lost or r.left)


def _take(labels: Labels, claims: Iterable[Claim], gone: Gone) -> tuple[tuple[int, ...], tuple[tuple[int, int, int], ...]]:
    """Return which of some claims lose all their origins, and which lose some."""
    lost, left = [], []
    for claim in sorted(claims, key=lambda c: labels.numbers[c.id]):
        taken = sum(gone(o) for o in claim.origins)
        number = labels.numbers[claim.id]
        if taken and taken == len(claim.origins):
            lost.append(number)
        elif taken:
            left.append((number, len(claim.origins) - taken, len(claim.origins)))
    return tuple(lost), tuple(left)


def _text(labels: Labels, family: Family, quotes: dict[str, set[str]]) -> RestView:
    """A text goes, with what others only quote from it."""
    own = set(family.reports)
    quoting = set().union(*(quotes.get(r, set()) for r in own))

    def gone(origin: Origin) -> bool:
        carriers = set(origin.reports)
        return bool(carriers & own) and carriers <= own | quoting

    letters = labels.letters_of(own)
    if family.hidden:
        name, note = f"the text {_hidden(labels, family)}", f"{listed(letters)} {_go(letters)} with it"
    elif len(letters) > 1:
        name, note = f"the text of {listed(letters)}", f"{listed(letters)} go"
    else:
        name, note = labels.name(family.reports[0]), f"{letters[0]} goes"
    touched = {labels.claims[s.id].id: labels.claims[s.id] for r in family.reports for s in labels.told[r]}
    lost, left = _take(labels, touched.values(), gone)
    return RestView(name=name, note=note, slot=family.slot, lost=lost, left=left)


def _hidden(labels: Labels, family: Family) -> str:
    return listed([f"{labels.letters[h]}, {hidden_name(labels, h)}" for h in family.hidden])


def _go(letters: list[str]) -> str:
    return "goes" if len(letters) == 1 else "go"


def _tellers(labels: Labels) -> list[RestView]:
    """Named tellers and papers behind more than one claim, and all the unnamed together."""
    names: dict[Teller, str] = {}
    behind: dict[Teller, dict[str, Claim]] = {}
    for claim in labels.story.claims:
        for o in claim.origins:
            if o.kind in PEOPLE:
                names.setdefault(_teller(o), shown(o.label))
                behind.setdefault(_teller(o), {})[claim.id] = claim
    out = []
    for key, claims in behind.items():
        if key[0] == "unnamed" or len(claims) < 2:
            continue
        lost, left = _take(labels, claims.values(), _is_teller(key))
        out.append(RestView(name=names[key], note=f"behind {counted(len(claims), 'claim')}", slot="", lost=lost, left=left))
    unnamed = [k for k in names if k[0] == "unnamed"]
    if unnamed:
        lost, left = _take(labels, labels.story.claims, lambda o: o.kind == "unnamed")
        note = (
            listed([names[k] for k in unnamed]) if len(unnamed) < 4 else f"{', '.join(names[k] for k in unnamed[:3])} and others"
        )
        out.append(RestView(name="everybody who is not named", note=note, slot="", lost=lost, left=left))
    return out


def _teller(origin: Origin) -> Teller:
    return origin.kind, shown(origin.label).casefold()


def _is_teller(key: Teller) -> Gone:
    return lambda origin: _teller(origin) == key


def rests_title(rests: tuple[RestView, ...]) -> str:
    """Return "Without the text α, five claims have no support"."""
    if not rests or not rests[0].lost:
        return "No claim rests on one text or one teller alone"
    n = len(rests[0].lost)
    return f"Without {rests[0].name}, {spelled(n)} {'claim has' if n == 1 else 'claims have'} no support"
