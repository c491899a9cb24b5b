from dataclasses import fields
from pathlib import Path

import pytest

import twosource.settings as settings_module
from twosource.errors import SettingsError
from twosource.settings import Settings, load_settings


def test_an_empty_file_gives_the_defaults():
    assert load_settings("") == Settings()


def test_a_table_changes_its_stage_only():
    changed = load_settings("[group]\nthreshold = 0.3\n")
    assert changed.group.threshold == 0.3
    assert changed.claims == Settings().claims


def test_a_whole_number_is_taken_for_a_fraction():
    assert load_settings("[group]\nthreshold = 1").group.threshold == 1.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[grouping]\nthreshold = 1", "no stage [grouping]"),
        ("[group]\nlimit = 1", "has no 'limit'"),
        ("[group]\nthreshold = 'high'", "must be of kind float"),
        ("[read]\nmax_bytes = true", "must be of kind int"),
        ("group = 3", "no stage [group]"),
        ("[group", "not TOML"),
    ],
)
def test_what_does_not_fit_is_named(text: str, words: str):
    with pytest.raises(SettingsError) as error:
        load_settings(text)
    assert words in str(error.value)


def test_the_digest_follows_every_stage():
    assert Settings().digest() == Settings().digest() != load_settings("[group]\nthreshold = 0.3").digest()


def test_every_setting_is_explained():
    source = Path(settings_module.__file__).read_text("utf-8")
    for stage in fields(Settings):
        record = type(getattr(Settings(), stage.name))
        body = source.split(f"class {record.__name__}", 1)[1].split("\nclass ", 1)[0]
        for setting in fields(record):
            after = body.split(f"    {setting.name}: ", 1)[1].split("\n", 2)[1]
            assert after.strip().startswith('"""'), f"{record.__name__}.{setting.name} has no line saying what it does"
