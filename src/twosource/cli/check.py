"""`twosource check`: what a pile of reports has to say to a claim."""

from typing import Annotated

import typer

from twosource.cli.files import WITH_PROBLEMS, Meta, Published, SettingsFile, read_settings, report_problems, write_output
from twosource.cli.terminal import Ascii, look
from twosource.errors import InputError


def check(
    claim: Annotated[str, typer.Argument(help="A sentence, in quotation marks.")],
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files (.txt .md .html .jsonl), folders, or - for standard input.")
    ],
    json: Annotated[str | None, typer.Option(metavar="FILE", help="Write the answer as JSON; - is standard output.")] = None,
    published: Published = None,
    meta: Meta = None,
    settings: SettingsFile = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print neither the answer nor progress.")] = False,
    ascii: Ascii = False,
) -> None:
    """Hold a claim against a pile of reports: who says so, who says so in part, who stands against it, or no report does."""
    from twosource.cli.progress import show_progress
    from twosource.pipeline import check as run
    from twosource.read import ReadOptions
    from twosource.render.check import check_to_json, render_check

    changed = read_settings(settings)
    with show_progress(quiet) as progress:
        found = run(claim, paths, changed, options=ReadOptions(published=published, meta=meta), progress=progress)
    if not found.account.stories:
        report_problems(found.account.problems)
        raise InputError("no report could be read")
    if json is not None:
        write_output(json, check_to_json(found))
    if not quiet and json != "-":
        typer.echo(render_check(found, **look(ascii)), nl=False, color=True)
    if found.account.problems:
        report_problems(found.account.problems)
        raise typer.Exit(WITH_PROBLEMS)
