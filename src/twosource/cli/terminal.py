"""How wide the reader's terminal is and whether it shows colour."""

import os
import shutil
import sys
from typing import Annotated, TypedDict

import typer

NARROWEST, WIDEST = 60, 100
"""Lines longer than this are hard to read, however wide the terminal is."""
IN_A_PIPE = 80

Ascii = Annotated[bool, typer.Option("--ascii", help="Draw with ASCII marks only.")]


class Look(TypedDict):
    """What the text renderings want to know."""

    width: int
    ascii: bool
    colour: bool


def look(ascii: bool) -> Look:
    """Return the look for standard output: 80 columns without colour in a pipe; NO_COLOR (no-color.org) is respected."""
    terminal = sys.stdout.isatty()
    columns = shutil.get_terminal_size().columns if terminal else IN_A_PIPE
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Look(width=max(NARROWEST, min(columns, WIDEST)), ascii=ascii, colour=colour)
