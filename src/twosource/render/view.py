"""A story as all renderings need it: what is said first, what is listed, under which letters. Holds no markup and no layout."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.records.account import Account, StoryAccount
from twosource.records.comparison import Descent
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement
from twosource.render.changes_view import ChangeView, view_changes
from twosource.render.claims_view import ClaimView, view_claims
from twosource.render.families import Family, family_title, find_families, hidden_name
from twosource.render.head_view import HeadView, leading_claim, view_head
from twosource.render.inline import CONTROLS, Line, Piece, shown
from twosource.render.labels import Labels, first_up, label_story, spelled, time_words
from twosource.render.ledger import Step, reason_lines, view_ledger
from twosource.render.matrix_view import MatrixView, view_matrix
from twosource.render.open_view import view_open, view_would
from twosource.render.rests_view import RestView, view_rests
from twosource.render.rows_view import report_ref
from twosource.render.timeline_chart import Chart
from twosource.render.timeline_view import TimelineView, UnplacedView, view_timeline, view_unplaced
from twosource.render.words import around, merged, sentence_line, statement_line

MANY_CLAIMS = 20
"""Up to this many claims are shown in full; of more, the `FULL_CLAIMS` weightiest."""
FULL_CLAIMS = 12
KINDS = {"copy": "copies", "rewrite": "rewrites", "revision": "revises", "quotation": "quotes", "credit": "credits"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """One statement with its place."""

    label: str
    id: str
    line: Line
    """Its sentence, what is not of the statement marked as context."""
    places: str
    """Code points, "186-287"."""
    claim: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report."""

    letter: str
    id: str
    key: str
    name: str
    title: str | None
    time: str
    """With where it comes from."""
    url: str | None
    """Only where it is http or https."""
    slot: str
    language: str | None
    """BCP 47 tag."""
    credits: str
    """Byline and agency, as the page gives them."""
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DescentView:
    """One line of the descent table."""

    child: Piece
    kind: str
    parent: Piece
    directed: bool
    score: str
    passages: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """Words of a statement between what stands before and after them."""

    label: str
    slot: str
    before: str
    words: Line
    after: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyView:
    """Why a claim counts as many origins as it does."""

    number: int
    range: str
    steps: tuple[Step, ...]
    one_claim: tuple[Line, ...]
    """Why its statements are one claim."""
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story, ready to be laid out."""

    place: int
    """From 1."""
    prefix: str
    """Before every target: "" for a pile of one story, else "s2-"."""
    head: HeadView
    families: tuple[Family, ...]
    family_titles: tuple[tuple[str, str], ...]
    reports: tuple[ReportView, ...]
    claims: tuple[ClaimView, ...]
    full: tuple[ClaimView, ...]
    """The claims to be shown in full, by number."""
    changes: tuple[ChangeView, ...]
    open: tuple[Line, ...]
    would: tuple[Line, ...]
    rests: tuple[RestView, ...]
    matrix: MatrixView | None
    whys: tuple[WhyView, ...]
    """One per claim shown in full, in their order."""
    descents: tuple[DescentView, ...]
    timeline: tuple[TimelineView, ...]
    chart: Chart | None
    """The drawing of the timeline."""
    unplaced: tuple[UnplacedView, ...]
    """Times that hang on a date no report gives."""

    @property
    def rest(self) -> tuple[ClaimView, ...]:
        """The claims not shown in full."""
        shown = {c.number for c in self.full}
        return tuple(c for c in self.claims if c.number not in shown)

    @property
    def descent_title(self) -> str:
        """Say "Five of seven reports rest on another text", in numbers from the families."""
        resting = sum(len(f.reports) - (0 if f.hidden else 1) for f in self.families if len(f.reports) > 1)
        n = len(self.reports)
        if not resting:
            return "No report rests on another"
        return first_up(f"{spelled(resting)} of {spelled(n)} reports {'rests' if resting == 1 else 'rest'} on another text")

    @property
    def slots(self) -> dict[str, str]:
        """Hue and pattern of each report, by letter."""
        return {r.letter: r.slot for r in self.reports}


def view_story(account: Account, story: StoryAccount) -> StoryView:
    """Return one story of an account as a reader meets it."""
    labels = label_story(account, story)
    families = find_families(labels)
    home = {r: f for f in families for r in f.reports}
    claims = view_claims(labels, families)
    changes = view_changes(labels, home)
    full = weightiest(claims)
    timeline, chart = view_timeline(labels, home)
    place = next(i for i, s in enumerate(account.stories, 1) if s.id == story.id)
    return StoryView(
        place=place,
        prefix=f"s{place}-" if len(account.stories) > 1 else "",
        head=view_head(labels, families, claims, changes),
        families=families,
        family_titles=tuple(family_title(labels, f) for f in families),
        reports=tuple(_report(labels, home, r) for r in labels.reports.values()),
        claims=claims,
        full=full,
        changes=changes,
        open=view_open(labels, home),
        would=view_would(labels, changes),
        rests=view_rests(labels, families),
        matrix=view_matrix(labels, families, full),
        whys=tuple(_why(labels, home, c) for c in full),
        descents=tuple(_descent(labels, home, d) for d in story.descents),
        timeline=timeline,
        chart=chart,
        unplaced=view_unplaced(labels, home),
    )


def weightiest(claims: tuple[ClaimView, ...]) -> tuple[ClaimView, ...]:
    """Return the claims to be shown in full, by number."""
    if len(claims) <= MANY_CLAIMS:
        return claims
    first = sorted(claims, key=lambda c: c.weight)[:FULL_CLAIMS]
    lead = leading_claim(claims)
    if lead and lead not in first:
        first[-1] = lead
    return tuple(sorted(first, key=lambda c: c.number))


def safe_url(url: str | None) -> str | None:
    """Return an http or https address, None for any other."""
    if not url or any(c.isspace() or ord(c) in CONTROLS for c in url):
        return None
    return url if url.lower().startswith(("http://", "https://")) else None


def report_time(report: Report) -> str:
    """Return when a report was published and where that was found."""
    if not report.published:
        return "time not known"
    return time_words(report.published) + (f" (from {shown(report.published_from)})" if report.published_from else "")


def _report(labels: Labels, home: dict[str, Family], report: Report) -> ReportView:
    credits = [shown(x) for x in (report.byline, report.agency) if x and shown(x)]
    return ReportView(
        letter=labels.letters[report.id],
        id=report.id,
        key=shown(report.key),
        name=labels.outlet(report.id),
        title=shown(report.title) if report.title else None,
        time=report_time(report),
        url=safe_url(report.url),
        slot=home[report.id].slot,
        language=report.language if report.language and report.language.isalnum() else None,
        credits=", ".join(dict.fromkeys(credits)),
        statements=tuple(
            StatementView(
                label=labels.marks[s.id],
                id=s.id,
                line=sentence_line(labels, s),
                places=", ".join(f"{x.start}\u2013{x.end}" for x in s.spans),
                claim=labels.number_of(s.id),
            )
            for s in labels.told[report.id]
        ),
    )


def _why(labels: Labels, home: dict[str, Family], view: ClaimView) -> WhyView:
    claim = labels.story.claims[view.number - 1]
    return WhyView(
        number=view.number,
        range=view.range,
        steps=view_ledger(labels, home, claim),
        one_claim=reason_lines(labels, home, claim.evidence),
        passages=tuple(_passage(labels, home, s) for s in labels.in_order(claim.statements)),
    )


def _passage(labels: Labels, home: dict[str, Family], statement: Statement) -> PassageView:
    report = labels.reports[statement.report]
    before, after = around(report, statement.spans)
    return PassageView(
        label=labels.marks[statement.id],
        slot=home[report.id].slot,
        before=before,
        words=statement_line(labels, statement),
        after=after,
        place=place_words(labels, report, statement.spans),
    )


def place_words(labels: Labels, report: Report, spans: Sequence[Span]) -> str:
    """Return the report, its time and where in it some words stand."""
    places = ", ".join(f"{s.start} to {s.end}" for s in merged(spans))
    key = "" if shown(report.key) in labels.name(report.id) else f"{shown(report.key)}, "
    return f"{labels.name(report.id)}, {report_time(report)}; characters {places}; {key}text {report.id[:8]}"


def report_piece(labels: Labels, home: dict[str, Family], report: str) -> Piece:
    """Return a link to a report, or the letter of an unseen text."""
    if report not in home:
        return Piece("strong", f"{labels.letters[report]} ({hidden_name(labels, report)})")
    return report_ref(labels, home, report)


def _descent(labels: Labels, home: dict[str, Family], descent: Descent) -> DescentView:
    return DescentView(
        child=report_piece(labels, home, descent.child),
        kind=KINDS[descent.kind] if descent.directed else "shares words with",
        parent=report_piece(labels, home, descent.parent),
        directed=descent.directed,
        score=f"{descent.score:.2f}",
        passages=len(descent.passages),
        reasons=tuple(shown(e.detail) for e in descent.evidence),
    )
