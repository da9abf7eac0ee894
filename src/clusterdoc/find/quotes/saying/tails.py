"""Where a content ends: after its marks, `said he was "not ready" to endorse her`, or where the writer continues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import FINITE, FINITE_OR_MODAL, VERBS
from clusterdoc.find.words.contexts import words_by_use
from clusterdoc.prose.openings import is_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.reading.page import Page
    from clusterdoc.find.quotes.saying.clauses import Clause
    from clusterdoc.prose.marks import Stretch

# Words by which the writer continues more often than the speaker: `called it "theft" when the levy passed`.
WRITERS: Final = frozenset(
    {"a", "an", "and", "as", "but", "during", "so", "then", "when", "whereas", "which", "while", "yet"}
)
ENDS: Final = frozenset({",", ";", ":", "–", "—", "-", "--", "(", ")", ".", "!", "?"})
JOINS: Final = frozenset({"and", "but", "or"})
CLOSED: Final = (",", ".", "!", "?")
DASHES: Final = frozenset({"–", "—", "-", "--"})
# Words by which the writer adds an apposition after a dash: "fears cuts — a plan of May".
APPOSED: Final = frozenset({"a", "an", "the", "while"})
TURNS: Final = frozenset({"while", "although"})
SHORTEST: Final = 3
OCCASIONAL: Final = frozenset({"in", "on", "at", "during", "over"})
OCCASIONS: Final = words_by_use()["occasion of saying"]


def take_tail(page: Page, draft: Draft, stretch: Stretch) -> Draft:
    """Return a quote that ends with words in marks after its cue with the rest of their clause."""
    start, end = max(draft.parts, key=lambda part: part[1])
    if draft.verb is None or draft.verb.idx > stretch.start or end != stretch.end or not stretch.closed:
        return draft
    if page.text[stretch.inner_start : stretch.inner_end].endswith(CLOSED):
        return with_list(page, draft, stretch)
    first = page.token_at(end)
    word, alone = page.doc[first], start == stretch.start
    writers = is_writers_verb(word, draft.verb) or names_occasion(word) or (alone and opens_circumstance(word))
    last = None if writers else last_of_tail(page, first)
    if last is None:
        return draft
    return draft.with_parts([*(part for part in draft.parts if part != (start, end)), (start, last.idx + len(last))])


def is_writers_verb(word: Token, cue: Token) -> bool:
    """Return whether a verb after marks goes on with the writer's sentence: `what he calls a "tax grab" passed`."""
    known = cues.verbs().get(cue.lower_)
    return word.tag_ in FINITE_OR_MODAL and (known is None or "clause" not in known.frames)


def with_list(page: Page, draft: Draft, stretch: Stretch) -> Draft:
    """Return a quote with what goes on after a comma in marks: `that he "played cards," slept and left`."""
    doc, first = page.doc, page.token_at(stretch.end)
    comma = page.text[stretch.inner_end - 1] == ","
    opening = draft.parts[-1][0] < stretch.start and doc[first].tag_ in FINITE and not cues.speaks(doc[first])
    if not (comma and opening) or first + 1 >= len(doc) or doc[first + 1].pos_ in ("PROPN", "PRON"):
        return draft
    end = page.trim(first, page.ends[first] - 1)
    start = draft.parts[-1][0]
    return draft.with_parts([*draft.parts[:-1], (start, end[1])]) if end else draft


def heads_credit(word: Token) -> bool:
    """Return whether a word in capitals with a colon heads a line that is nobody's words: "Credit: …"."""
    colon = word.i + 1 < len(word.doc) and word.nbor().text == ":"
    return colon and word.text[0].isupper() and is_label(word.text)


def turns_to_cue(word: Token) -> bool:
    """Return whether "though" opens another clause of saying: "said rents fell, though she admitted that …"."""
    return word.lower_ == "though" and any(token.lower_ in cues.verbs() for token in word.doc[word.i + 1 : word.i + 4])


def last_of_tail(page: Page, first: int) -> Token | None:
    """Return the last word of the clause that goes on with a token; None where the writer goes on."""
    doc, last = page.doc, None
    sentence = page.ends[first - 1]
    for token in doc[first:sentence]:
        if ends_tail(page, token):
            break
        if last is None and (not token.text[0].islower() or token.lower_ in WRITERS):
            return None
        if token.lower_ in JOINS and token.i + 1 < sentence and doc[token.i + 1].tag_ in FINITE_OR_MODAL:
            break
        last = token
    return last if last is not None and last.pos_ not in ("ADP", "AUX", "DET", "SCONJ") else None


def ends_tail(page: Page, token: Token) -> bool:
    """Return whether a clause cannot go on over a word: a sign, other marks, another cue, who said it."""
    if token.text in ENDS or token.is_space or page.in_marks(token.i):
        return True
    return cues.speaks(token) or token.dep_ == "agent" or names_agent(token)  # `was called "a bore" by critics`


def names_agent(word: Token) -> bool:
    """Return whether "by" names who says it, though the parse has it for a preposition: `called "a bore" by Kerr`."""
    nouns = (child for child in word.rights if child.dep_ == "pobj") if word.lower_ == "by" else ()
    return any(noun.ent_type_ in ("PERSON", "ORG") or role_of(noun) is not None for noun in nouns)


def before_writer(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return a content up to where the writer takes over: "fears cuts — a plan of May", "fears cuts, while Kerr …"."""
    doc, verb = page.doc, clause.verb
    if min(content, default=verb.i) < verb.i and doc[min(clause.last + 2, len(doc) - 1)].tag_ == "VBG":
        return {i for i in content if i <= clause.last}  # "Sales were great, he said, wiping sweat off his face."
    after = [doc[i] for i in sorted(content) if i > verb.i and not page.in_marks(i)]
    ends = [dash for dash in lone_dash(after) if opens_apposition(doc[min(dash.i + 1, len(doc) - 1)])]
    ends += [word for word in after if is_turn(word, verb) or heads_credit(word) or is_end(word, after[-1])]
    ends += [word for word in after if is_next_step(word, verb)]
    if after and page.in_marks(min(content)) and opens_circumstance(after[0]):  # `chanted "No more" as he left`
        return {i for i in content if i < after[0].i}
    end = min((word.i for word in ends if word.i > after[0].i + SHORTEST), default=None)
    return content if end is None else {i for i in content if i < end}


def is_end(word: Token, last: Token) -> bool:
    """Return whether a word behind marks opens what only tells where the words are from, or when they were said."""
    behind = word.doc[max(word.i - 2, 0) : word.i]
    if not any(token.is_quote for token in behind):
        return False
    return word.right_edge.i >= last.i and (names_source(word) or names_occasion(word))


def names_occasion(word: Token) -> bool:
    """Return whether a word opens where or when something was said: `called him "a clown" on her show`, "in May"."""
    nouns = (child for child in word.rights if child.dep_ == "pobj") if word.lower_ in OCCASIONAL else ()
    return any(noun.lemma_.lower() in OCCASIONS or noun.ent_type_ == "DATE" for noun in nouns)


def opens_circumstance(word: Token) -> bool:
    """Return whether a word opens what went on meanwhile: `chanted "No more" as Kerr left`, `after he had left`."""
    as_ = word.lower_ == "as" and word.dep_ in ("mark", "advmod") and word.head.i > word.i
    return as_ or (word.lower_ == "after" and word.head.pos_ in VERBS)


def opens_apposition(word: Token) -> bool:
    """Return whether a word behind a dash opens what the writer sets beside what is said: "— a plan of May"."""
    return word.lower_ in APPOSED or word.tag_ == "NNP"


def names_source(word: Token) -> bool:
    """Return whether the words behind marks say where it is from: `called it "theft," according to the Post`."""
    return word.lower_ == "according" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to"


def lone_dash(words: Sequence[Token]) -> list[Token]:
    """Return the dash among words, none where there are several: they set off what the speaker says."""
    dashes = [word for word in words if word.text in DASHES and (word.text != "-" or word.nbor(-1).whitespace_)]
    return dashes if len(dashes) == 1 else []


def is_next_step(word: Token, verb: Token) -> bool:
    """Return whether a word behind a comma tells what the speaker did next: ", before reversing course"."""
    step = word.lower_ == "before" and word.i + 1 < len(word.doc) and word.nbor().tag_ == "VBG"
    return step and verb.tag_ == "VBD" and word.nbor(-1).text == ","


def is_turn(word: Token, verb: Token) -> bool:
    """Return whether a word behind a comma turns to what the writer or another says: ", while Kerr …"."""
    turns = word.lower_ in TURNS or turns_to_cue(word)
    return turns and word.i - 1 > verb.i and word.nbor(-1).text == ","
