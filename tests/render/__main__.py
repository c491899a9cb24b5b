"""Writes the pages of the sample account that the tests compare with: `python -m tests.render`, then read the difference."""

from tests.render.pages import GOLDEN, make_pages


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for name, text in make_pages().items():
        (GOLDEN / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
