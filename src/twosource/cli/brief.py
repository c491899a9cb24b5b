"""`twosource brief`: a pile of reports to a sourced account."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.files import WITH_PROBLEMS, Meta, Published, SettingsFile, read_settings, report_problems, write_output
from twosource.cli.terminal import Ascii, look
from twosource.errors import InputError

if TYPE_CHECKING:
    from twosource.records.account import Account
    from twosource.settings import Settings


def brief(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files (.txt .md .html .jsonl), folders, or - for standard input.")
    ],
    json: Annotated[str | None, typer.Option(metavar="FILE", help="Write the account as JSON; - is standard output.")] = None,
    markdown: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the brief as Markdown; - is standard output.")
    ] = None,
    html: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the brief as one static page; - is standard output.")
    ] = None,
    published: Published = None,
    meta: Meta = None,
    settings: SettingsFile = None,
    strict: Annotated[bool, typer.Option("--strict", help="Write nothing if any report has a problem.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print neither the brief nor progress.")] = False,
    ascii: Ascii = False,
) -> None:
    """Read a pile of reports and print what is said, by whom, and how many independent origins stand behind it."""
    outputs = {"json": json, "markdown": markdown, "html": html}
    if list(outputs.values()).count("-") > 1:
        raise InputError("only one of --json, --markdown, --html can go to standard output")
    account = _make_account(paths, published, meta, read_settings(settings), quiet)
    if not account.stories:
        report_problems(account.problems)
        raise InputError("no report could be read")
    if strict and account.problems:
        report_problems(account.problems)
        raise typer.Exit(WITH_PROBLEMS)
    for form, file in outputs.items():
        if file is not None:
            write_output(file, _render(account, form))
    if not quiet and "-" not in outputs.values():
        from twosource.render.text import render_text

        typer.echo(render_text(account, **look(ascii)), nl=False, color=True)
    if account.problems:
        report_problems(account.problems)
        raise typer.Exit(WITH_PROBLEMS)


def _make_account(paths: list[str], published: str | None, meta: Path | None, settings: "Settings", quiet: bool) -> "Account":
    from twosource.cli.progress import show_progress
    from twosource.pipeline import brief as run
    from twosource.read import ReadOptions

    with show_progress(quiet) as progress:
        return run(paths, settings, options=ReadOptions(published=published, meta=meta), progress=progress)


def _render(account: "Account", form: str) -> str:
    if form == "json":
        from twosource.render.json import account_to_json

        return account_to_json(account)
    if form == "markdown":
        from twosource.render.markdown import render_markdown

        return render_markdown(account)
    from twosource.render.html import render_html

    return render_html(account)
