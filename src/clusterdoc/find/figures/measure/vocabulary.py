"""The words that tell what a number measures: a row each, with its example beside it."""

from __future__ import annotations

from typing import Final

from clusterdoc.find.words.change import trends


def row(words: str) -> frozenset[str]:
    """Return the words of a row."""
    return frozenset(words.split())


# Nouns that only carry a number: what they carry is what is measured ("a total of $5m", "an average of 12 goals").
PASSED_THROUGH: Final = row("age amount average equivalent high low maximum mean median minimum peak record sum total")

# Nouns that say little without their "of": "nine counts of fraud", "a member of the guard".
CONTAINERS: Final = row(
    "act amount bag barrel bottle box case chance count form incidence kind likelihood member number overhang pair "
    "part piece probability proportion risk set sort type volume"
)

# Nouns for a number that is aimed at or expected: what it is a number of stands before or after them.
TRANSPARENT: Final = row("estimate forecast goal guidance outlook projection range target")

# Wholes that a share of is only another way to give an amount: "the deficit was 3% of GDP".
DENOMINATORS: Final = row("gdp gnp income output revenue sale turnover")

# Verbs whose subject has the amount that is their object: "homes cost $70", "the fund holds $5m".
POSSESSING: Final = row(
    "amount approach average become carry command contain cost equal exceed fetch have hit hold include near own pass "
    "reach remain represent run stand surpass top total touch"
)

# Verbs with two objects, or whose passive has one: "fined the firm $5m", "was awarded $5m".
GIVING: Final = row("award charge fine give grant hand lend offer owe pay promise send")


# Adjectives that say which, not what: "two current ministers" counts ministers.
POINTING: Final = row(
    "additional another current entire extra further last latest more new next other overall own past previous recent "
    "remaining same separate such total whole"
)

# Nouns whose value is a number of people or things: "a population of 50 people" is the population.
SIZES: Final = row("attendance audience capacity crowd population staff toll turnout")

# Verbs whose bare number counts people: "at least 20 were killed", "police arrested three".
DONE_TO_PEOPLE: Final = row(
    "acquit arraign arrest charge convict deport detain die displace employ evacuate execute hospitalise hospitalize "
    "hurt infect "
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

# Which way a verb ("rose 3%"), a noun ("a 3% increase") and a particle ("up 3%") move the number beside them.
CHANGE_VERBS: Final = trends("verb")
CHANGE_NOUNS: Final = trends("noun")
DIRECTIONS: Final = trends("way")

# Nouns of change that a length or weight may belong to as things: "a storm surge of six feet".
PHYSICAL: Final = row("advance cut dip drop fall hike jump slide surge")

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
