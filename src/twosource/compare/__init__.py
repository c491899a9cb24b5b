"""Inside one story: what came from what, what says the same, what conflicts, how many origins."""

from collections.abc import Mapping

from twosource.compare.claims import cluster_statements
from twosource.compare.descent import trace_descent
from twosource.compare.drift import find_drift
from twosource.compare.origins import count_origins
from twosource.compare.prose import read_words
from twosource.compare.relations import find_relations
from twosource.compare.report_dates import add_news_days, date_reports
from twosource.compare.time_anchors import anchor_times, with_times
from twosource.compare.voices import read_voices
from twosource.records.analysis import Analysis
from twosource.records.comparison import Comparison
from twosource.records.story import Story
from twosource.settings import Settings


def compare_story(story: Story, analyses: Mapping[str, Analysis], settings: Settings) -> Comparison:
    """Return what is concluded about one story; `analyses` by report id."""
    members = tuple(analyses[r] for r in story.reports)
    words = read_words(members)
    descents, hidden = trace_descent(members, settings.descent, words)
    dates = date_reports(members, descents)
    times = anchor_times(members, descents, hidden, dates)
    members = with_times(members, times)
    clusters = cluster_statements(members, settings.claims)
    relations = find_relations(members, clusters, settings.relations)
    voices = read_voices(members, words, descents, hidden)
    drift = find_drift(members, clusters, voices)
    return Comparison(
        story=story,
        clusters=clusters,
        origins=tuple(count_origins(cluster, voices) for cluster in clusters),
        relations=(*relations, *drift),
        descents=descents,
        hidden=hidden,
        dates=add_news_days(dates, members),
        times=times,
    )
