"""Everything tunable: one immutable record per stage, every default explained where it stands.

A settings file is TOML with one table per stage; `load_settings` checks it against the records.
"""

import tomllib
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from twosource.errors import SettingsError
from twosource.ids import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """Reading files into reports."""

    max_bytes: int = 20_000_000
    """A file, page or JSONL row larger than this is a problem, not a report."""
    max_chars: int = 400_000
    """A text longer than this (some 65,000 words) is a problem, not a report."""
    max_title_chars: int = 150
    """A first line longer than this is no title."""
    min_words: int = 5
    """A page with fewer words of text is a problem `no-text`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionSettings:
    """Finding who says what."""

    max_chain: int = 5
    """A chain longer than this is cut at the far end; words rarely say more."""
    carry_sentences: int = 2
    """A teller carries over to at most this many following sentences of the same paragraph while nobody else takes the floor."""
    tagger: bool = False
    """Lay the tagger trained on PolNeAR over the rules: more is found, more of the report's own voice is taken for telling."""
    acts: bool = False
    """Also return acts and states that tell nothing ("endorsed the mayor", "wants to leave"), as annotators of PolNeAR did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSettings:
    """Cutting sentences into statements."""

    min_tokens: int = 3
    """A piece with fewer word tokens is not a statement by itself; it stays with its neighbour."""
    min_restrictive: int = 6
    """A relative clause without a comma is cut off from its noun from this many words on."""
    min_adverbial: int = 6
    """An adverbial clause without a comma ("while the crew slept below deck"), from this many words on."""
    min_apposition: int = 5
    """A description after a comma ("the capital of the northern province"), from this many words on."""
    min_purpose: int = 8
    """A purpose clause ("to restore the supply of the northern towns"), from this many words on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSettings:
    """Grouping reports into stories. Threshold chosen on the development part of the story sets."""

    threshold: float = 0.22
    """Average-link similarity (0 to 1) at which two groups are one story."""
    max_rarity: float = 6.5
    """Rarity (nats) above which a word counts no more (one report in 660 has it): unheard-of names would outweigh all else."""
    short_text: float = 150.0
    """Added to the squared weight of a report (5,000 for 400 words), so that two lines that share a few words are no story."""
    title_weight: int = 1
    """How many times more a word of the title counts than one of the text."""
    time_floor: float = 0.6
    """What is left of the similarity of two reports, however far their dates are apart; reports without a date lose nothing."""
    time_days: float = 3.0
    """Days in which what may be lost falls to a third."""
    index_terms: int = 40
    """Heaviest words of a report by which its likely neighbours are looked up."""
    window: int = 32
    """Each report that has a word is paired with this many that follow it in time, so that common words stay cheap."""
    neighbours: int = 30
    """Likely neighbours of a report that are compared in full."""
    max_component: int = 3000
    """Reports linked at all are compared each with each up to this number; beyond it the links must be stronger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DescentSettings:
    """Deciding which report's text rests on which."""

    wording_score: float = 6.0
    """Weight of rare shared wording (nats of rarity over the root of the length) at which two reports are one text. Chosen on the
    gold stories: the weakest pair of one origin has 6.8, the strongest of two 5.1; of unrelated pairs 3 in 100 lie above."""
    meaning_score: float = 6.0
    """Sum of the meaning signals (standard deviations) at which two reports are one text in other words: 3 in 200 of the
    unrelated pairs on which it was calibrated lie above (a third of those rest on one public statement or tweet)."""
    meaning_alone: float = 7.7
    """The same for a pair with fewer than `enough_sentences` sentences or with fewer than `enough_outsiders` other reports."""
    enough_sentences: int = 8
    """Below it, little can be told of a rewording."""
    enough_outsiders: int = 2
    """Below it, only how much is shared can be seen, not how much more than others share."""
    meaning_reports: int = 40
    """A story with more reports is compared by wording alone: the meaning signal takes all pairs of sentences."""
    agency_share: float = 0.8
    """Share of the thresholds that suffices for two reports that credit the same agency."""
    house_share: float = 0.2
    """Share of the shorter that two reports of one outlet must have in common; below it, it is standing background."""
    copy_ngrams: int = 12
    """Runs of 8 prose words from which two reports count as one when asking how many others use a phrase."""
    rare_share: float = 0.34
    """A phrase that stands in more than this share of a story's texts is common to the story and shows nothing."""
    explained: float = 0.8
    """Share of what the others have in common that a report must hold to be taken for their source without a date or credit."""
    explained_dated: float = 0.6
    """The same where the dates already say which came first; below it an unseen text is the better explanation."""
    lead: float = 0.08
    """How much more than the next report it must hold."""
    copied: float = 0.6
    """Share of a report's rare phrases that must stand in the other for a copy; below it is a rewrite."""
    min_passage: int = 6
    """Words that a shared passage must have to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSettings:
    """Deciding which statements say the same thing."""

    seed: float = 0.7
    """Likelihood (0 to 1) at which two statements that stand alone become one claim. Chosen by reading: of the claims that lie
    between 0.65 and 0.70 most hold two things, though the gold stories score .003 higher with them."""
    threshold: float = 0.35
    """Mean likelihood (0 to 1) of all pairs at which a statement or a claim joins a claim of two statements or more. Chosen by
    reading: 0.20 scores .02 higher on the gold stories, and a quarter of the claims it prints are loose."""
    strange: float = 0.10
    """What a pair with hardly anything in common takes from that mean, as a likelihood below 0."""
    min_overlap: float = 0.06
    """Pairs that share less (weighted Jaccard, 0 to 1) are not looked at."""
    min_stems: int = 2
    """A statement with fewer content words joins nothing: it says too little to be told from others."""
    max_candidates: int = 300
    """About how many others a statement is compared with; the rarest shared words go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationSettings:
    """Finding disputes, contradictions, updates and drift."""

    max_denied: int = 3
    """How many claims one denial may reject; the closest are taken."""
    near_denied: float = 0.2
    """A claim this much less close (0 to 1) than the closest is not taken for what is denied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All stages together."""

    read: ReadSettings = field(default_factory=ReadSettings)
    attribution: AttributionSettings = field(default_factory=AttributionSettings)
    statements: StatementSettings = field(default_factory=StatementSettings)
    group: GroupSettings = field(default_factory=GroupSettings)
    descent: DescentSettings = field(default_factory=DescentSettings)
    claims: ClaimSettings = field(default_factory=ClaimSettings)
    relations: RelationSettings = field(default_factory=RelationSettings)

    def digest(self) -> str:
        """Return the id of these settings."""
        stages = ((f.name, getattr(self, f.name)) for f in fields(self))
        return digest("settings", [[name, [[f.name, getattr(stage, f.name)] for f in fields(stage)]] for name, stage in stages])


def load_settings(text: str) -> Settings:
    """Return the defaults changed by a TOML text with one table per stage.

    Raises SettingsError naming the stage and the key for anything unknown or of the wrong kind.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise SettingsError(f"the settings are not TOML: {e}") from None
    changed: dict[str, Any] = {}
    defaults = Settings()
    for stage, values in tables.items():
        record = getattr(defaults, stage, None)
        if not is_dataclass(record) or not isinstance(values, dict):
            raise SettingsError(f"settings: no stage [{stage}]; there are {', '.join(f.name for f in fields(defaults))}")
        changed[stage] = _changed_stage(stage, record, values)
    return replace(defaults, **changed)


def _changed_stage(stage: str, record: Any, values: dict[str, Any]) -> Any:
    for key, value in values.items():
        if key not in {f.name for f in fields(record)}:
            raise SettingsError(f"settings: [{stage}] has no {key!r}; it has {', '.join(f.name for f in fields(record))}")
        default = getattr(record, key)
        fits = isinstance(value, (int, float)) if isinstance(default, float) else isinstance(value, type(default))
        if not fits or isinstance(value, bool) is not isinstance(default, bool):
            raise SettingsError(f"settings: [{stage}] {key} must be of kind {type(default).__name__}, not {value!r}")
    floats = {k: float(v) if isinstance(getattr(record, k), float) else v for k, v in values.items()}
    return replace(record, **floats)
