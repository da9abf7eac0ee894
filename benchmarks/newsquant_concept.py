"""What a figure measures as the bag of words NewsQuant annotates.

Its concept is wider than our `of`: the whole noun phrase, of a count the noun or subject it belongs to, and often the
subject of the clause as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusterdoc.find.figures.measure.clause import complement
from clusterdoc.find.figures.measure.measuring_words import CHANGE_NOUNS, TIME_UNITS
from clusterdoc.find.figures.measure.nouns import counted, noun_after
from clusterdoc.find.figures.measure.position import after_ticker, before_bracket
from clusterdoc.find.figures.measure.templates import measured
from clusterdoc.find.figures.measure.wholes import part_of
from clusterdoc.find.figures.measure.word_span import Words
from clusterdoc.find.syntax import SUBJECTS, is_infinitive, subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

FUNCTION = {"DET", "ADP", "PRON", "CCONJ", "PUNCT", "PART", "SPACE", "SCONJ", "AUX", "SYM", "ADV"}
EMPTY = {"other", "more", "many", "such", "total", "worth"}
WHOLLY_BRACKETED = re.compile(r"\([^()\s]+\)")  # "Acme (ACM)" is two words to NewsQuant
COMPARING = {"than", "below", "above", "versus", "against"}  # "wider than the loss of 61 cents" is not the firm's
CLAUSES = {"relcl", "acl", "appos", "advcl", "punct", "cc", "ccomp"}


def concept(number: ParsedNumber, taken: frozenset[int], *, carried: bool = True) -> list[str]:
    """Return the content words of what is measured; of a count, those of the noun or clause it belongs to.

    Not `carried`: a number that only shares what another measures leaves out the word that carries the other.
    """
    noun = counted(number) or part_of(number) if number.match.kind in {"count", "ratio"} else None
    if noun is not None:
        return of_counted(number, noun, taken)
    found = measured(number)
    token = head_of(found.head) if found is not None else None
    if token is not None and token.pos_ == "VERB" and token.dep_ not in SUBJECTS:
        token = named_subject(token, token)
    change = noun_after(number)
    if token is not None and change is not None and change.is_ancestor(token) and change.lemma_.lower() in CHANGE_NOUNS:
        token = change  # "a 3% rise in wages"
    alone = token is not None and token in {after_ticker(number), before_bracket(number)}
    subject = None if alone else owner(number, token)
    carrier = sum_of(number, taken) if carried else None
    return [word for noun in (carrier, token, subject) for word in words(noun, number, taken)]


def head_of(found: Token | Words) -> Token:
    """Return the word that stands for what is measured: of words before a noun ("the CPI forecast") that noun."""
    return found.doc[min(found.end, len(found.doc) - 1)] if isinstance(found, Words) else found


def sum_of(number: ParsedNumber, taken: frozenset[int]) -> Token | None:
    """Return the word that carries the number, which NewsQuant counts too: "an average of", "the hefty sum of"."""
    return None if number.stem.i in taken or number.match.kind == "age" else number.stem


def of_counted(number: ParsedNumber, noun: Token, taken: frozenset[int]) -> list[str]:
    """Return the words of what a count belongs to: "survey" of "a survey of seven countries", else the subject."""
    direct = before_bracket(number) or complement(noun, ("of",), number)
    if direct is not None:
        return words(direct, number, taken)
    if (
        noun.i == number.words.end + 1
        and noun.nbor(-1).text == "-"
        and noun.dep_ == "compound"
        and noun.head.i > noun.i
    ):
        return words(noun.head, number, taken | {noun.i})  # "three-point range"
    start = number.stem if part_of(number) is not None else noun
    found = governor(start)
    if found is None or start.dep_ != "pobj" or found.dep_ not in {"attr", "dobj"}:
        return words(found, number, taken)
    subject = words(named_subject(found.head, found), number, taken)
    return subject if found.dep_ == "attr" and subject else [*words(found, number, taken), *subject]


def owner(number: ParsedNumber, token: Token | None) -> Token | None:
    """Return the subject that stands beside what is measured: "the firm" of "the firm earns 60% of its revenue"."""
    verb = number.stem
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i and verb.dep_ not in {"nsubj", "nsubjpass"}:
        verb = verb.head
        if verb.lower_ in COMPARING:
            return None
    if token is not None and token.dep_ == "dobj" and verb.dep_ == "acl":
        verb = token.head
    clause = verb.dep_ in {"acl", "advcl"} and not is_infinitive(verb)
    if token is None or verb.pos_ not in {"VERB", "AUX"} or clause:
        return None
    subject = subject_of(verb)
    same = subject is None or subject.i == token.i or subject.i > number.words.start or token.is_ancestor(subject)
    return None if same else subject


def governor(noun: Token) -> Token | None:
    """Return the noun that a counted noun hangs on, else the subject of its clause: "a run of seven games"."""
    preposition = noun.head
    if noun.dep_ == "pobj" and preposition.head.pos_ in {"NOUN", "PROPN"}:
        return preposition.head
    token = noun
    for _ in range(6):
        if token.pos_ in {"VERB", "AUX"}:
            return named_subject(token, noun)
        if token.dep_ in {"nsubj", "nsubjpass"} or token.head.i == token.i:
            return None
        token = token.head
    return None


def named_subject(verb: Token, noun: Token) -> Token | None:
    """Return the subject of a verb, for a pronoun that of the clause above it."""
    subject = subject_of(verb)
    while subject is not None and subject.pos_ == "PRON" and verb.head.i != verb.i:
        verb = verb.head
        subject = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else subject
    return None if subject is None or subject.i == noun.i or subject.pos_ == "PRON" else subject


def words(head: Token | None, number: ParsedNumber, taken: frozenset[int]) -> list[str]:
    """Return the content words of a noun phrase, its "of" and "in" included, but not the branch with the number."""
    if head is None or (head.pos_ == "PRON" and head.is_alpha):
        return []
    found: set[int] = set()
    pending = [head]
    while pending:
        token = pending.pop()
        content = token.pos_ not in FUNCTION or (token.pos_ == "PRON" and not token.is_alpha)  # "TA-125"
        if content and token.i not in taken and not is_empty(token):
            found.add(token.i)
        pending.extend(child for child in token.children if belongs(child, number, taken))
    return pieces(head.doc, sorted(found), taken)


def is_empty(token: Token) -> bool:
    """Return whether a word says nothing alone: "worth" of "$8m worth of arms", not of "a net worth of $8m"."""
    said = token.lower_ == "worth" and any(child.dep_ in {"amod", "compound"} for child in token.lefts)
    return token.lower_ in EMPTY and not said


def belongs(child: Token, number: ParsedNumber, taken: frozenset[int]) -> bool:
    """Return whether a branch of a noun phrase is part of its concept: no clause, no date, not where the number is."""
    bracketed = child.dep_ == "appos" and child.i > 0 and child.nbor(-1).text == "("
    if child.dep_ in CLAUSES and not bracketed and not (child.dep_ == "acl" and child.tag_ == "VBN"):
        return False
    if child.dep_ == "prep" and any(word.ent_type_ in {"DATE", "TIME"} for word in child.children):
        return False
    apart = child.head.i > number.words.start and any(word.dep_ == "det" for word in child.lefts)
    if child.dep_ == "conj" and (child.pos_ == "ADJ" or apart):
        return False  # "a 25% premium and the rest": another thing
    if any(word.lower_ in {"a", "an", "per"} for word in child.children) and child.lemma_ in TIME_UNITS:
        return False  # "a $3,500 a month mortgage"
    if child.dep_ in {"conj", "acl"}:
        return not any(word.i in taken for word in child.subtree)
    behind = child.dep_ == "amod" and child.i > child.head.i
    return not behind and (child.dep_ != "prep" or not any(number.holds(word) for word in child.subtree))


def pieces(doc: Doc, tokens: Sequence[int], taken: frozenset[int]) -> list[str]:
    """Return the words between spaces that hold any of the tokens: "blue-chip", "S&P"."""
    found: list[str] = []
    for i in tokens:
        start, end = i, i + 1
        while start and not doc[start - 1].whitespace_ and start - 1 not in taken:
            start -= 1
        while end < len(doc) and not doc[end - 1].whitespace_ and end not in taken:
            end += 1
        written = doc[start:end].text.strip(".,;:'\"’$")
        piece = re.sub(r"['’]s\Z", "", written if WHOLLY_BRACKETED.fullmatch(written) else written.strip("()"))
        if piece and (not found or found[-1] != piece):
            found.append(piece)
    return found
