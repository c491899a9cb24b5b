"""What the commands that read a pile share: settings files, output files, problems told to the user."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.errors import InputError

if TYPE_CHECKING:
    from twosource.errors import Problem
    from twosource.settings import Settings

WITH_PROBLEMS = 1
"""Exit status of a run that is done but could not read everything."""

Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Date of the reports that carry none, as 2023-09-05, 2023-09 or with a time."),
]
Meta = Annotated[Path | None, typer.Option(metavar="FILE.csv", help="Columns file, outlet, published, url for plain files.")]
SettingsFile = Annotated[Path | None, typer.Option(metavar="FILE.toml", help="Change settings; one table per stage.")]


def read_settings(file: Path | None) -> "Settings":
    """Return the settings of a file, or the defaults. Raises InputError for a file that cannot be read."""
    from twosource.settings import Settings, load_settings

    if file is None:
        return Settings()
    try:
        return load_settings(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as e:
        raise InputError(f"{file}: {e.strerror if isinstance(e, OSError) else 'not UTF-8 text'}") from None


def write_output(file: str, text: str) -> None:
    """Write text to a file, or to standard output for "-". Raises InputError where that fails."""
    if file == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    try:
        Path(file).write_bytes(text.encode("utf-8", "replace"))
    except OSError as e:
        raise InputError(f"{file}: {e.strerror}") from None


def report_problems(problems: "Iterable[Problem]") -> None:
    """Print one line a problem on standard error."""
    for p in problems:
        typer.echo(f"twosource: {p.key}: {p.kind}: {p.detail}", err=True)
