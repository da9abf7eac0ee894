"""The words that tell what a number measures, read from `words/measuring.tsv` and `words/change.tsv`.

The table says what every use means and gives an example for every word.
"""

from __future__ import annotations

from typing import Final

from clusterdoc.find.words.change import trends
from clusterdoc.find.words.contexts import words_by_use

USES: Final = words_by_use()
CLOSING: Final = USES["closes"]
COMPARED_WITH: Final = USES["level before"]
PASSED_THROUGH: Final = USES["carrier"]
CONTAINERS: Final = USES["container"]
TRANSPARENT: Final = USES["aim"]
DENOMINATORS: Final = USES["comparison"]
POSSESSING: Final = USES["has"]
POINTING: Final = USES["which"]
SIZES: Final = USES["size"]
DONE_TO_PEOPLE: Final = USES["done to people"]
DONE_BY_PEOPLE: Final = USES["done by people"]
FATES: Final = USES["fate"]
LASTING: Final = USES["lasts"]
SPENDING: Final = USES["for"]
GRADES: Final = USES["grade"]
EXPECTING: Final = USES["expects"]
SHIFTING: Final = USES["shifts"]
PHYSICAL: Final = USES["thing"]
MOVING: Final = USES["moves"]
TIMES: Final = USES["time"]
TIME_UNITS: Final = USES["unit of time"]
SUMS: Final = USES["sum"]
SAME_IN_PLURAL: Final = USES["plural"]
POINTERS: Final = USES["points"]
DEPRIVING: Final = USES["deprives"]
TAKING: Final = USES["loses or gains"]
GETTING: Final = USES["gets"]
SCORING: Final = USES["scores"]
SPENT_IN: Final = USES["spent in"]
GIVING: Final = USES["gives"]
KEEPING: Final = USES["keeps"]
FINDING: Final = USES["finds"]
RANGING: Final = USES["ranges"]
FEARED: Final = USES["is feared"]
DECLARING: Final = USES["declares"]
LOCKING_UP: Final = USES["locks up"]
NO_MORE_THAN_TIME: Final = USES["only time"]
DEICTIC: Final = USES["says when"] | {"after", "ago", "before"}
PLAYING: Final = USES["plays"]
HOUSEHOLDS: Final = USES["household"]
OF_A_RATE: Final = USES["of a rate"]
DIMENSIONS: Final = USES["size by"]
QUANTIFIERS: Final = USES["how many"]
FUNDING: Final = USES["pays for"]
GOING: Final = USES["goes to"]
CONTESTS: Final = USES["contest"]
LEADING: Final = USES["leads"]
DESCRIBING: Final = USES["describes"]
ARRANGED: Final = USES["arranged"]
GOING_A_WAY: Final = USES["goes a way"]
AT_A_LEVEL: Final = USES["at a level"]

# Which way a verb ("rose 3%"), a noun ("a 3% increase") or a particle ("up 3%") moves the number next to it.
CHANGE_VERBS: Final = trends("verb")
CHANGE_NOUNS: Final = trends("noun")
DIRECTIONS: Final = trends("way")
# Units of length that a distance travelled is measured in.
LENGTHS: Final = frozenset({"meter", "foot", "kilometer", "mile", "yard", "centimeter", "inch"})
