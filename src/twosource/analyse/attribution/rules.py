"""The frames by name, each with the sentence that `twosource why` prints."""

RULES: dict[str, str] = {
    "verb-clause": "a verb of telling with its subject and a clause or a quotation",
    "verb-none": "a verb of telling beside a quotation",
    "verb-tail": "a verb of telling with its teller at the end of what is told",
    "verb-parenthetical": "a telling set off by marks inside what is told",
    "verb-infinitive": "a verb of telling with an infinitive",
    "verb-naming": "a verb that calls or describes somebody as something",
    "verb-preposition": "a verb of telling with what it is about after a preposition",
    "verb-object": "a verb of telling with a noun as what is told",
    "verb-beside": "any verb that stands alone beside a quotation",
    "passive-agent": "a verb of telling in the passive, with the teller after 'by'",
    "impersonal-clause": "nobody in particular tells: it is believed that",
    "impersonal-raising": "nobody in particular tells: is said to",
    "impersonal-adverb": "nobody in particular tells: reportedly",
    "according-to": "according to somebody",
    "as-reported-by": "as reported by somebody",
    "per": "per or as per somebody",
    "citing": "somebody whom the teller before cites",
    "noun-clause": "a noun of telling with a clause",
    "noun-of": "a noun of telling with what it is about",
    "adjective": "somebody is sure, unaware, doubtful of something",
    "seeming": "somebody or something seems so; only with the setting acts",
    "label": "a name before a colon",
    "closing-name": "a name after a dash or a colon at the end",
    "colon-subject": "the subject of the words before a colon and a quotation",
    "verb-handed": "somebody who gave, shared or leaked 'this information': what stands before it in the paragraph",
    "announced": "a paragraph that a statement's sender announces with a colon",
    "tagger": "found by the trained tagger, by no rule; only with the setting tagger",
    "quotation-carried": "a quotation that goes on from the one who spoke last",
}


def explain(rule: str, extra: str = "") -> str:
    """Return one sentence on a rule, with what else was seen. Raises KeyError for an unknown rule."""
    return f"{RULES[rule]} ({extra})" if extra else RULES[rule]
