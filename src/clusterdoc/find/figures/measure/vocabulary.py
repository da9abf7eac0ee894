"""The words that tell what a number measures: a row each, with its example beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from clusterdoc.facts import Trend


def row(words: str) -> frozenset[str]:
    """Return the words of a row."""
    return frozenset(words.split())


# Nouns that only carry a number: what they carry is what is measured ("a total of $5m", "an average of 12 goals").
PASSED_THROUGH: Final = row("age amount average equivalent high low maximum mean median minimum peak record sum total")

# Nouns that say little without their "of": "nine counts of fraud", "a member of the guard".
CONTAINERS: Final = row("act bag barrel bottle box case count form kind member pair part piece set sort type")

# Adjectives that say which, not what: "two current ministers" counts ministers.
POINTING: Final = row(
    "additional another current entire extra further last latest more new next other overall own past previous recent "
    "remaining same separate such total whole"
)

# Nouns whose value is a number of people or things: "a population of 50 people" is the population.
SIZES: Final = row("attendance audience capacity crowd population staff toll turnout")

# Verbs whose bare number counts people: "at least 20 were killed", "police arrested three".
DONE_TO_PEOPLE: Final = row(
    "arrest charge convict deport detain die displace employ evacuate execute hospitalise hospitalize hurt infect "
    "injure jail kidnap kill rescue treat wound"
)

# Verbs whose bare subject is a number of people: "fewer than 200 showed up".
DONE_BY_PEOPLE: Final = row(
    "apply attend believe demonstrate die enlist flee gather live march protest queue register show sign survive think "
    "travel turn vote work"
)

# What became of a bare number of people: "a toll of 27 dead".
FATES: Final = row("dead hospitalised hospitalized hurt injured missing trapped wounded")

# Verbs whose time is that of their subject: "the storm lasted two hours".
LASTING: Final = row("continue go last run span stretch take")

# Verbs of money going somewhere: "spent 1.5% of it on defence", "paid $5m for flights".
SPENDING: Final = row("allocate budget buy charge donate invest offer owe pay raise sell spend")

# Nouns for a place on a scale: "a 6.1-magnitude quake" counts no quakes.
GRADES: Final = row("magnitude")

# Verbs whose amount stands before them: "the $3.7 billion analysts had expected".
EXPECTING: Final = row("anticipate expect forecast predict project seek want")

# Verbs that move an amount off or onto something: "wiped $4 billion off its market value".
SHIFTING: Final = row("add knock shave slash strip take wipe")

# Which way a verb moves the number it governs: "rose 3%", "shed 400 jobs".
CHANGE_VERBS: Final[dict[str, Trend]] = {
    **dict.fromkeys(
        row(
            "add advance balloon boost climb double edge expand gain grow hike improve increase inch jump leap lift "
            "quadruple raise rally rebound recover rise rocket skyrocket soar spike surge swell triple widen accelerate"
        ),
        "up",
    ),
    **dict.fromkeys(
        row(
            "collapse contract crash cut decline decrease depreciate devalue dip dive drop ease erode fall halve lose "
            "lower narrow nosedive plummet plunge recede reduce retreat shave shed shrink sink skid slash slide slip "
            "slow slump tumble weaken cool descend"
        ),
        "down",
    ),
}

# The same of nouns: "a 3% increase", "a drop of 40 points".
CHANGE_NOUNS: Final[dict[str, Trend]] = {
    **dict.fromkeys(row("advance gain growth hike improvement increase jump raise rally rebound rise surge"), "up"),
    **dict.fromkeys(row("cut decline decrease dip drop fall reduction slide slowdown slump"), "down"),
}

# Those of them that a length or weight may belong to as things: "a storm surge of six feet", "a drop of ten metres".
PHYSICAL: Final = row("advance cut dip drop fall hike jump slide surge")

# The same of particles and comparatives: "up 9.4 per cent", "3% lower", "85% more".
DIRECTIONS: Final[dict[str, Trend]] = {
    **dict.fromkeys(row("up higher more faster upward upwards"), "up"),
    **dict.fromkeys(row("down lower fewer less downward downwards"), "down"),
}

# Verbs that "up" and "down" turn into a movement: "trending up 0.2%", but not "gave up 517 yards".
MOVING: Final = row("be bring close creep end finish go move open push send settle stand tick trade trend")

# Nouns for a stretch of time: "its 500th day" counts the days of something else.
TIMES: Final = row("anniversary birthday day decade hour minute month night round season second week weekend year")

# Those that are units: "50 previous years" is a duration.
TIME_UNITS: Final = row("century day decade hour minute month second week year")

# Nouns for a sum of money that "in" leads to: "millions in sales".
SUMS: Final = row("aid bond cash compensation cost damage debt donation fine funding loan loss profit revenue sale tax")

# Words that point at something named elsewhere: nothing is measured by "it" or "which".
POINTERS: Final = row(
    "he i it she that there these they this those us we what which who whom you both all each him her them me one"
)
