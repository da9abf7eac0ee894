"""What a figure measures as the bag of words NewsQuant annotates.

Its concept is wider than our `of`: the whole noun phrase, of a count the noun or subject it belongs to, and often the
subject of the clause as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.clause import complement, subject_of
from clusterdoc.find.figures.measured import measured
from clusterdoc.find.figures.nouns import counted, part_of
from clusterdoc.find.figures.standing import in_brackets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from clusterdoc.find.figures.numeral import Numeral

FUNCTION = {"DET", "ADP", "PRON", "CCONJ", "PUNCT", "PART", "SPACE", "SCONJ", "AUX", "SYM", "ADV"}
EMPTY = {"other", "more", "many", "such", "total", "worth"}
CLAUSES = {"relcl", "acl", "appos", "advcl", "punct", "cc", "ccomp"}


def concept(numeral: Numeral, taken: frozenset[int]) -> list[str]:
    """Return the content words of what is measured; of a count, those of the noun or clause it belongs to."""
    noun = counted(numeral) or part_of(numeral) if numeral.match.kind in {"count", "ratio"} else None
    if noun is not None:
        start = numeral.stem if part_of(numeral) is not None else noun
        return words(in_brackets(numeral) or complement(noun, ("of",), numeral) or governor(start), numeral, taken)
    token = measured(numeral)
    if token is not None and token.pos_ == "VERB" and token.dep_ not in {"nsubj", "nsubjpass"}:
        token = named_subject(token, token)
    sum_of = numeral.stem if numeral.stem.i not in taken else None  # "an average of", "the hefty sum of"
    return [word for noun in (sum_of, token, owner(numeral, token)) for word in words(noun, numeral, taken)]


def owner(numeral: Numeral, token: Token | None) -> Token | None:
    """Return the subject that stands beside what is measured: "the firm" of "the firm earns 60% of its revenue"."""
    verb = numeral.stem
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i and verb.dep_ not in {"nsubj", "nsubjpass"}:
        verb = verb.head
    if token is None or verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"acl", "advcl"}:
        return None
    subject = subject_of(verb)
    same = subject is None or subject.i == token.i or subject.i > numeral.words.start or token.is_ancestor(subject)
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


def words(head: Token | None, numeral: Numeral, taken: frozenset[int]) -> list[str]:
    """Return the content words of a noun phrase, its "of" and "in" included, but not the branch with the number."""
    if head is None or head.pos_ == "PRON":
        return []
    found: set[int] = set()
    pending = [head]
    while pending:
        token = pending.pop()
        if token.pos_ not in FUNCTION and token.i not in taken and token.lower_ not in EMPTY:
            found.add(token.i)
        pending.extend(child for child in token.children if belongs(child, numeral, taken))
    return pieces(head.doc, sorted(found), taken)


def belongs(child: Token, numeral: Numeral, taken: frozenset[int]) -> bool:
    """Return whether a branch of a noun phrase is part of its concept: no clause, no date, not where the number is."""
    bracketed = child.dep_ == "appos" and child.i > 0 and child.nbor(-1).text == "("
    if child.dep_ in CLAUSES and not bracketed and not (child.dep_ == "acl" and child.tag_ == "VBN"):
        return False
    if child.dep_ == "prep" and any(word.ent_type_ in {"DATE", "TIME"} for word in child.children):
        return False
    if child.dep_ in {"conj", "acl"}:
        return not any(word.i in taken for word in child.subtree)
    behind = child.dep_ == "amod" and child.i > child.head.i
    return not behind and (child.dep_ != "prep" or not any(numeral.holds(word) for word in child.subtree))


def pieces(doc: Doc, tokens: Sequence[int], taken: frozenset[int]) -> list[str]:
    """Return the words between spaces that hold any of the tokens: "blue-chip", "S&P"."""
    found: list[str] = []
    for i in tokens:
        start, end = i, i + 1
        while start and not doc[start - 1].whitespace_ and start - 1 not in taken:
            start -= 1
        while end < len(doc) and not doc[end - 1].whitespace_ and end not in taken:
            end += 1
        piece = doc[start:end].text.strip(".,;:()'\"’$").removesuffix("’s")
        if piece and (not found or found[-1] != piece):
            found.append(piece)
    return found
