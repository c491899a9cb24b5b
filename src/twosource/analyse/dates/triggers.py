"""Which kinds of time words stand in a sentence, so that only the rules are tried that can fit."""

import re

_WORD = re.compile(r"[a-z]+|\d+")
_WORDS = {
    "month": "jan january feb february mar march apr april may jun june jul july aug august sep sept september "
    "oct october nov november dec december",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays "
    "fridays saturdays sundays",
    "day": "yesterday today tomorrow tonight night overnight",
    "part": "morning afternoon evening night",
    "unit": "second seconds minute minutes hour hours day days weekend weekends week weeks month months quarter "
    "quarters year years decade "
    "decades century centuries period",
    "season": "spring summer fall autumn winter",
    "ref": "now currently current moment present presently nowadays recently recent previously past formerly "
    "soon future term days course "
    "hourly daily weekly monthly quarterly yearly annually",
    "spoken": "nineteen eighteen twenty thousand",
    "decade": "twenties thirties forties fifties sixties seventies eighties nineties",
    "half": "half quarters",
    "hour": "noon midday midnight",
    "every": "every each",
    "anniversary": "anniversary",
    "clock": "a p am pm m",
    "clock24": "gmt utc cet bst local",
    "holiday": "year years valentine valentines martin presidents ash palm good easter pentecost may mother "
    "mothers memorial independence "
    "fourth bastille labor columbus halloween election veterans armistice thanksgiving christmas boxing",
}
_KINDS: dict[str, frozenset[str]] = {}
for _kind, _listed in _WORDS.items():
    for _word in _listed.split():
        _KINDS[_word] = _KINDS.get(_word, frozenset()) | {_kind}


def find_kinds(text: str) -> frozenset[str]:
    """Return the kinds of time words in the text, those of numbers too."""
    found: set[str] = set()
    for word in set(_WORD.findall(text.lower())):
        if word in _KINDS:
            found |= _KINDS[word]
        elif word.isdigit():
            found.add("digits")
            if len(word) == 4 and word[0] in "12":
                found.add("year")
                if word[3] == "0":
                    found.add("decade")
            elif word in ("20", "30", "40", "50", "60", "70", "80", "90"):
                found.add("decade")
    return frozenset(found)
