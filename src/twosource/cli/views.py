"""Commands that show an account written by `twosource brief --json`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.terminal import Ascii, look
from twosource.errors import InputError

if TYPE_CHECKING:
    from twosource.records.account import Account

AccountFile = Annotated[str, typer.Argument(metavar="ACCOUNT.json", help="An account; - is standard input.")]


def load_account(file: str) -> "Account":
    """Return the account in a file. Raises InputError for a file that cannot be read, AccountError for one that is no account."""
    from twosource.render.json import account_from_json

    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise InputError(f"{file}: {e.strerror if isinstance(e, OSError) else 'not UTF-8 text'}") from None
    return account_from_json(text)


def why(
    account: AccountFile,
    id: Annotated[str, typer.Argument(help="An id or its beginning, a claim's number (3) or a statement's label (A3).")],
    ascii: Ascii = False,
) -> None:
    """Show why: the rule, the numbers and the passages behind a statement, claim, origin, relation or descent."""
    from twosource.render.why import explain

    typer.echo(explain(load_account(account), id, **look(ascii)), nl=False, color=True)


def claims(account: AccountFile, ascii: Ascii = False) -> None:
    """List every claim with its origins and standing, one line each."""
    from twosource.render.views import list_claims

    typer.echo(list_claims(load_account(account), **look(ascii)), nl=False, color=True)


def tree(account: AccountFile, ascii: Ascii = False) -> None:
    """Show which report came from which, unseen texts included."""
    from twosource.render.views import draw_tree

    typer.echo(draw_tree(load_account(account), **look(ascii)), nl=False, color=True)


def diff(
    account: AccountFile,
    first: Annotated[str, typer.Argument(metavar="REPORT", help="A report's key, letter or id.")],
    second: Annotated[str, typer.Argument(metavar="REPORT", help="The other report.")],
    ascii: Ascii = False,
) -> None:
    """Compare two reports: what both say, in which words, and what only one says."""
    from twosource.render.views import compare_reports

    typer.echo(compare_reports(load_account(account), first, second, **look(ascii)), nl=False, color=True)
