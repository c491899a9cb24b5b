"""The program `twosource`: its commands and exit statuses.

Exit statuses: 0 done; 1 done, with problems (with `--strict` nothing is written); 2 nothing could be done.
"""

import sys

import typer

from twosource.cli.brief import brief
from twosource.cli.check import check
from twosource.cli.views import claims, diff, tree, why
from twosource.errors import TwosourceError
from twosource.version import __version__

FAILED = 2

app = typer.Typer(
    name="twosource",
    help="Are these five citations five sources, or one? Reads a pile of news reports and shows, for every claim, who says it "
    "through whom and how many independent origins stand behind it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(brief)
app.command()(check)
app.command()(why)
app.command()(claims)
app.command()(tree)
app.command()(diff)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"twosource {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", help="Show the version and leave.", callback=_show_version, is_eager=True),
) -> None:
    """Options that stand before the command."""


def main() -> None:
    """Run the program; errors meant for the user become one line on standard error and exit status 2."""
    try:
        app()
    except TwosourceError as e:
        typer.echo(f"twosource: {e}", err=True)
        sys.exit(FAILED)
    except BrokenPipeError:
        # The reader of our output (head, less) went away: not an error, and nothing more can be said to it.
        sys.stderr.close()
        sys.exit(0)
