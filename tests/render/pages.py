"""All pages of the sample account, by the file name they are kept under."""

from pathlib import Path

from tests.render.sample import make_account
from twosource.render.html import render_html
from twosource.render.markdown import render_markdown
from twosource.render.text import render_text
from twosource.render.views import compare_reports, draw_tree, list_claims
from twosource.render.why import explain

GOLDEN = Path(__file__).parent / "golden"


def make_pages() -> dict[str, str]:
    one, two = make_account(1), make_account(2)
    story = one.stories[0]
    asked = ["1", "A3", "E5", "α", "A", story.relations[8].id, story.descents[3].id, story.claims[0].origins[0].id]
    return {
        "brief.txt": render_text(one),
        "brief-two-stories.txt": render_text(two),
        "brief-ascii.txt": render_text(one, ascii=True),
        "brief.md": render_markdown(one),
        "brief.html": render_html(one),
        "claims.txt": list_claims(two),
        "tree.txt": draw_tree(two),
        "diff.txt": compare_reports(one, "sentinel.txt", "B") + compare_reports(one, "F", "G"),
        "why.txt": "\n".join(explain(one, name) for name in asked),
    }
