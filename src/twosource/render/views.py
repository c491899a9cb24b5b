"""`twosource claims`, `tree` and `diff`: all claims in short, who has it from whom, two reports side by side."""

from collections.abc import Iterator

from twosource.records.account import Account
from twosource.records.comparison import Descent
from twosource.render.claims_view import ClaimView
from twosource.render.families import RETELLING, copy_classes, hidden_name
from twosource.render.inline import Line, Piece, shown, soft, strong, tool
from twosource.render.labels import Labels, label_story, time_words
from twosource.render.matrix_view import MANY_REPORTS
from twosource.render.sides import compare_reports
from twosource.render.terminal import Terminal, page
from twosource.render.text import TAGS
from twosource.render.view import KINDS, view_story

__all__ = ["compare_reports", "draw_tree", "list_claims"]

QUOTING = {"quotation": "quoted by", "credit": "named as its source by"}


def list_claims(account: Account, *, width: int = 80, ascii: bool = False, colour: bool = False) -> str:
    """Return all claims of an account in short: number, wording, range, standing, reports and who is said to know."""
    to = Terminal(width=width, ascii=ascii, colour=colour)
    rows: list[str] = []
    for story in account.stories:
        view = view_story(account, story)
        place = f"Story {view.place}: " if len(account.stories) > 1 else ""
        rows.extend(to.paragraph((strong(place + "".join(p.text for p in view.head.title)),)))
        rows.extend(to.paragraph((tool(view.head.index),)))
        rows.append("")
        for claim in view.claims:
            rows.extend(_claim(to, claim))
        rows.append("")
    return page(rows)


def _claim(to: Terminal, claim: ClaimView) -> Iterator[str]:
    figures = f"{claim.range}  {TAGS[claim.standing]}"
    yield from to.beside((*claim.wording, tool(" "), claim.ref), f"{claim.number:4} ", figures)
    letters = " ".join(claim.reports if len(claim.reports) <= MANY_REPORTS else (*claim.reports[:MANY_REPORTS], "..."))
    yield from to.paragraph((soft(f"{letters} ← {'; '.join(claim.knowers)}"),), "     ")


def draw_tree(account: Account, *, width: int = 80, ascii: bool = False, colour: bool = False) -> str:
    """Return the descents of an account as trees: what rests on what, in which way, how strongly the texts show it."""
    to = Terminal(width=width, ascii=ascii, colour=colour)
    rows: list[str] = []
    for place, story in enumerate(account.stories, 1):
        labels = label_story(account, story)
        head = f"Story {place}: " if len(account.stories) > 1 else ""
        rows.extend(to.paragraph((strong(head + shown(story.title)),)))
        rows.append("")
        rows.extend(_Tree(labels, to).draw())
        rows.append("")
    return page(rows)


class _Tree:
    """Draws one story; a report that rests on several texts hangs under the strongest and names the others."""

    def __init__(self, labels: Labels, to: Terminal) -> None:
        self.labels = labels
        self.to = to
        self.parents: dict[str, list[Descent]] = {}
        self.lesser: dict[str, list[Descent]] = {}
        self.pairs: list[Descent] = []
        for d in sorted(labels.story.descents, key=lambda d: (-d.score, d.id)):
            if d.parent not in labels.letters or d.child not in labels.reports:
                continue
            if d.kind not in RETELLING:
                self.lesser.setdefault(d.parent, []).append(d)
            elif d.directed:
                self.parents.setdefault(d.child, []).append(d)
            else:
                self.pairs.append(d)
        classes = copy_classes(labels) if len(labels.reports) > MANY_REPORTS else {}
        self.folded = {r: members for r, members in classes.items() if len(members) > 2}
        self.drawn: set[str] = set()

    def draw(self) -> Iterator[str]:
        roots = [h.id for h in self.labels.story.hidden] + [r for r in self.labels.reports if r not in self.parents]
        for node in (*roots, *self.labels.reports):  # whatever hangs in a ring is drawn from its first report
            if node not in self.drawn:
                yield from self._node(node, self._name(node), "", "")
        for d in self.pairs:
            a, b = self.labels.letters_of([d.child, d.parent])
            text = f"{a} ┄ {b}  share words, which came first is not established"
            yield from self.to.paragraph((tool(text), soft(f"  {d.score:.2f}")), "", "      ")

    def _node(self, node: str, line: Line, first: str, rest: str) -> Iterator[str]:
        self.drawn.add(node)
        yield from self.to.paragraph(line, first, rest + "    ")
        children = self._children(node)
        lesser = self.lesser.get(node, [])
        for i, (child, words) in enumerate(children):
            last = i + 1 == len(children) and not lesser
            yield from self._node(child, words, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  "))
        for i, d in enumerate(lesser):
            mark = "└┄ " if i + 1 == len(lesser) else "├┄ "
            text = f"{QUOTING[d.kind]} {self.labels.letters[d.child]} {self.labels.name(d.child)}"
            yield from self.to.paragraph((tool(text), soft(f"  {d.score:.2f}")), rest + mark, rest + "      ")

    def _children(self, node: str) -> list[tuple[str, Line]]:
        out: list[tuple[str, Line]] = []
        for child in self.labels.reports:
            ways = self.parents.get(child, [])
            if child in self.drawn or not ways or ways[0].parent != node:
                continue
            folded = self.folded.get(child, (child,))
            copied = [c for c in folded if c != child and self.parents.get(c, ways)[0].parent == node and c not in self.drawn]
            if copied and ways[0].kind == "copy":
                self.drawn.update(copied)
                more: Line = (soft(f"  ×{len(copied) + 1}: {' '.join(self.labels.letters_of([child, *copied]))}"),)
            else:
                more = ()
            self.drawn.add(child)
            out.append((child, (*self._name(child), *self._way(ways), *more)))
        return out

    def _way(self, ways: list[Descent]) -> Line:
        text = f"  {KINDS[ways[0].kind]} it"
        also = ", ".join(f"{KINDS[d.kind]} {self.labels.letters[d.parent]} {d.score:.2f}" for d in ways[1:])
        return (tool(text), soft(f"  {ways[0].score:.2f}" + (f"; also {also}" if also else "")))

    def _name(self, node: str) -> Line:
        letter = self.labels.letters[node]
        if node not in self.labels.reports:
            return (Piece("strong", letter), tool(f" {hidden_name(self.labels, node)}, not in the pile"))
        report = self.labels.reports[node]
        bare = self.labels.outlet(node) or shown(report.key)
        when = time_words(report.published) if report.published else "time not known"
        return (Piece("strong", letter), tool(f" {bare}, {when}"))
