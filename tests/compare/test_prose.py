from tests.factory import analyse, make_report
from twosource.compare.prose import OTHER, PROSE, QUOTED, read_words
from twosource.models.base import Parser


def kinds(parser: Parser, *texts: str) -> list[dict[str, int]]:
    members = [analyse(make_report(t, key=str(i)), parser) for i, t in enumerate(texts)]
    return [dict(zip(w.lower, w.kind, strict=True)) for w in read_words(members)]


def test_words_in_marks_are_not_prose(parser: Parser) -> None:
    (words,) = kinds(parser, "The mayor arrived. “I will not have this port run by gulls,” she said on Tuesday.")
    assert words["mayor"] == PROSE
    assert words["gulls"] == QUOTED
    assert words["tuesday"] == PROSE


def test_words_that_another_report_has_in_marks_are_quoted_too(parser: Parser) -> None:
    marked = "The mayor arrived. “I will not have this port run by gulls,” she said."
    bare, _ = kinds(parser, "She told them that I will not have this port run by gulls and left the quay.", marked)
    assert bare["gulls"] == QUOTED
    assert bare["quay"] == PROSE


def test_short_phrases_in_marks_elsewhere_stay_prose(parser: Parser) -> None:
    bare, _ = kinds(parser, "The port is run by a board of seven.", "He called it “run by gulls” and went home to his boat.")
    assert bare["run"] == PROSE


def test_a_caption_that_runs_on_in_the_text_is_no_prose(parser: Parser) -> None:
    caption = "A fallen crane lies across a barge in Quell Bay. (Photo: Reuters)"
    text = f"The crane fell on Monday evening.\n{caption}\nWork stops until Thursday."
    (words,) = kinds(parser, text)
    assert words["lies"] == OTHER
    assert words["work"] == PROSE
