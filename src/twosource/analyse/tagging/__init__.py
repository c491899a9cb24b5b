"""The trained tagger of sources, cues and contents, stacked on the rules: optional, see `AttributionSettings.mode`."""
