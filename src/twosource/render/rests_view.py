"""What the claims rest on: take one text or one teller away and see which claims are left without support."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from twosource.records.account import Claim
from twosource.records.comparison import Origin
from twosource.render.families import Family, hidden_name
from twosource.render.inline import shown
from twosource.render.labels import Labels, counted, listed, runs, spelled
from twosource.render.rows_view import origin_name

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
    shared: tuple[int, ...]
    """Those of them that several reports make; that a claim rests on the one report that makes it is no news."""
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
    ordered = sorted(found, key=lambda r: (-len(r.shared), -len(r.lost), -len(r.left), not r.slot, r.name))
    return tuple(r for r in ordered if r.lost or r.left)


def _take(labels: Labels, name: str, note: str, claims: Iterable[Claim], gone: Gone, slot: str = "") -> RestView:
    """Look at some claims again without the origins that are gone."""
    lost, left, shared = [], [], []
    for claim in sorted(claims, key=lambda c: labels.numbers[c.id]):
        taken = sum(gone(o) for o in claim.origins)
        number = labels.numbers[claim.id]
        if taken and taken == len(claim.origins):
            lost.append(number)
            if len({r for o in claim.origins for r in o.reports}) > 1:
                shared.append(number)
        elif taken:
            left.append((number, len(claim.origins) - taken, len(claim.origins)))
    return RestView(name=name, note=note, slot=slot, lost=tuple(lost), shared=tuple(shared), left=tuple(left))


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
    return _take(labels, name, note, touched.values(), gone, family.slot)


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
                names.setdefault(_teller(o), origin_name(labels, o))
                behind.setdefault(_teller(o), {})[claim.id] = claim
    out = []
    for key, claims in behind.items():
        if key[0] == "unnamed" or len(claims) < 2:
            continue
        out.append(_take(labels, names[key], f"behind {counted(len(claims), 'claim')}", claims.values(), _is_teller(key)))
    unnamed = [k for k in names if k[0] == "unnamed"]
    if unnamed:
        note = (
            listed([names[k] for k in unnamed]) if len(unnamed) < 4 else f"{', '.join(names[k] for k in unnamed[:3])} and others"
        )
        out.append(_take(labels, "everybody who is not named", note, labels.story.claims, lambda o: o.kind == "unnamed"))
    return out


def _teller(origin: Origin) -> Teller:
    return origin.kind, shown(origin.label).casefold()


def _is_teller(key: Teller) -> Gone:
    return lambda origin: _teller(origin) == key


def rests_title(rests: tuple[RestView, ...]) -> str:
    """Return "Without the text α, five claims have no support"."""
    if not rests or not rests[0].lost:
        return "No claim rests on one text or one teller alone"
    n = len(rests[0].shared) or len(rests[0].lost)
    claims = f"{spelled(n)} {'claim' if n == 1 else 'claims'}{' of several reports' if rests[0].shared else ''}"
    return f"Without {rests[0].name}, {claims} {'has' if n == 1 else 'have'} no support"


def lost_words(rest: RestView) -> str:
    """Return how many claims lose all support, and which: "2 claims of several reports lose all support: 5 11; 3 more of one"."""
    n, alone = len(rest.shared), len(rest.lost) - len(rest.shared)
    if not rest.lost:
        return "no claim loses all support"
    if not n:
        return (
            f"{counted(alone, 'claim')} that one report makes {'loses' if alone == 1 else 'lose'} all support: {runs(rest.lost)}"
        )
    more = f"; so {'does' if alone == 1 else 'do'} {alone} that one report makes" if alone else ""
    return f"{counted(n, 'claim')} of several reports {'loses' if n == 1 else 'lose'} all support: {runs(rest.shared)}{more}"
