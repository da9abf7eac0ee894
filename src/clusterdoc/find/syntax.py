"""The grammar of a sentence in a linguist's terms, over the dependency parse of a spaCy pipeline.

Labels are those of the English models (ClearNLP dependencies, Penn Treebank tags). Each function takes a word and
returns words; None or nothing where the parse does not show what is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeGuard

from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Token

VERBS: Final = frozenset({"VERB", "AUX"})
NOUNS: Final = frozenset({"NOUN", "PROPN"})
NOMINALS: Final = NOUNS | frozenset({"PRON"})
NOMINAL_OPENERS: Final = NOMINALS | frozenset({"DET", "ADJ", "NUM"})  # what a noun phrase can begin with
CLAUSAL: Final = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
REPORTING_CONJUNCTIONS: Final = frozenset({"that", "if", "whether"})
FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
FINITE_OR_MODAL: Final = FINITE | frozenset({"MD"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
NOUN_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
# Tags of relative pronouns ("who", "which"), and of all words that ask or relate ("whose", "where").
RELATIVE_TAGS: Final = frozenset({"WDT", "WP"})
QUESTION_TAGS: Final = RELATIVE_TAGS | {"WP$", "WRB"}
RELATIVE_PRONOUNS: Final = frozenset({"who", "which", "that", "whom", "whose"})
CLAUSES_OF_NOUNS: Final = frozenset({"acl", "relcl"})

# Verbs of object control: their object does what the infinitive after it says, "ordered the firm to pay".
OBJECT_CONTROL: Final = words_by_use()["controls its object"]

SUBJECT_SHARING: Final = frozenset({"conj", "acomp", "xcomp", "advcl", "aux", "auxpass", "pcomp", "prep"})
BETWEEN_CLAUSES: Final = frozenset({"ADV", "ADP", "ADJ", "SCONJ"})
LISTING: Final = frozenset({"as", "like", "including"})
INVERTED: Final = frozenset({"nsubj", "dobj", "attr", "oprd", "npadvmod", "appos", "dep"})
FARTHEST: Final = 6


def subtree(token: Token) -> set[int]:
    """Return the numbers of the tokens of the phrase or clause below a word, the word's own among them."""
    return {below.i for below in token.subtree}


def has_lemma(token: Token | None, lemmas: Collection[str]) -> TypeGuard[Token]:
    """Return whether there is a word and its lemma, in small letters, is one of some."""
    return token is not None and token.lemma_.lower() in lemmas


def is_dated(token: Token) -> bool:
    """Return whether a word belongs to a date or a time by the pipeline's named entities."""
    return token.ent_type_ in {"DATE", "TIME"}


def is_finite(token: Token) -> bool:
    """Return whether a word is a finite main verb."""
    return token.tag_ in FINITE and token.pos_ == "VERB"


def infinitive_marker(verb: Token) -> Token | None:
    """Return the "to" of an infinitive, None of any other verb."""
    return next((child for child in verb.lefts if child.tag_ == "TO"), None)


def is_infinitive(verb: Token) -> bool:
    """Return whether a verb stands in the infinitive with "to"."""
    return infinitive_marker(verb) is not None


def is_passive(verb: Token) -> bool:
    """Return whether a verb is passive: "was told", "a plan called Dawn", "Asked why, Dahl said"."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return True
    active = verb.tag_ == "VBD" and direct_object(verb) is not None  # "Ott left, called him weak"
    return verb.dep_ in {"acl", "advcl"} and verb.tag_ in {"VBN", "VBD"} and not active


def direct_object(verb: Token) -> Token | None:
    """Return the first direct object of a verb."""
    return next((child for child in verb.children if child.dep_ == "dobj"), None)


def active_subject(verb: Token) -> Token | None:
    """Return the subject of a verb in the active, the nearer of two: "rises" of "the base rates rises", else None."""
    found = [child for child in verb.children if child.dep_ == "nsubj"]
    if not found:
        return None
    return found[-1] if found[-1].i < verb.i else found[0]


def passive_subject(verb: Token) -> Token | None:
    """Return the subject of a passive: "Ott" of "Ott was booed"."""
    return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)


def active_or_passive_subject(verb: Token) -> Token | None:
    """Return the subject of a verb, in the active or the passive."""
    return active_subject(verb) or passive_subject(verb)


def agent_of(verb: Token) -> Token | None:
    """Return the agent of a passive: "Ott" of "Dahl was told by Ott that …"."""
    for by in verb.children:
        if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by"):
            return next((child for child in by.children if child.dep_ == "pobj"), None)
    return None


def own_subject(verb: Token) -> Token | None:
    """Return the subject before a verb, active or passive, a time never; else the noun attached next to it."""
    found = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if found:
        return next((child for child in reversed(found) if not is_dated(child)), found[-1])
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    # "Acme added $2, Initech climbed $3": the parser may take the second firm for an apposition
    left_out = verb.dep_ == "conj" and verb.tag_ in FINITE and before.pos_ in NOUNS and before.dep_ in {"appos", "conj"}
    return before if left_out and before.head.i < before.i else None


def subject_of(verb: Token) -> Token | None:
    """Return the grammatical subject of a verb: its own, the one it shares with a verb above, or the noun it describes.

    The subject of a passive is who or what it happens to; who does it is the agent, see `agent_of`.
    """
    for _ in range(FARTHEST):
        if (child := own_subject(verb)) is not None:
            relative = child.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl"
            return described_noun(verb) if relative else child
        if (child := controlling_object(verb)) is not None:
            return child
        if verb.dep_ in CLAUSES_OF_NOUNS:
            noun = described_noun(verb)
            if noun is None or noun.dep_ != "dobj" or not is_infinitive(verb):
                return noun
            verb = noun  # "Dell announced plans to lay off 600": it is Dell that lays them off
        elif verb.dep_ not in SUBJECT_SHARING and verb.pos_ not in BETWEEN_CLAUSES:
            return None
        verb = verb.head
    return None


def controlling_object(verb: Token) -> Token | None:
    """Return the object that does what an infinitive says: the firm of "ordered the firm to pay $2m"."""
    if verb.dep_ != "xcomp" or not is_infinitive(verb) or verb.head.lemma_.lower() not in OBJECT_CONTROL:
        return None
    return next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def first_conjunct(token: Token) -> Token:
    """Return the first of the words joined with this one: "rose" of "rose and fell"; the word itself when alone."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def described_noun(verb: Token) -> Token | None:
    """Return the noun that a relative or participle clause describes: "the law, which covers"."""
    verb = first_conjunct(verb)
    return verb.head if verb.dep_ in CLAUSES_OF_NOUNS else None


def antecedent(pronoun: Token) -> Token | None:
    """Return the noun a relative pronoun goes back to."""
    for above in pronoun.ancestors:
        if above.dep_ == "relcl":
            return above.head
    before = pronoun.doc[pronoun.i - 1] if pronoun.i else None
    if before is not None and before.dep_ == "npadvmod":  # "a report by Acme this week that said"
        before = before.doc[before.left_edge.i - 1] if before.left_edge.i else None
    return before if before is not None and before.pos_ in NOUNS else None


def appositives(noun: Token) -> Iterator[Token]:
    """Yield the nouns in apposition after a noun: "Bo Kerr, the judge"."""
    return (child for child in noun.children if child.dep_ == "appos")


def possessor(noun: Token) -> Token | None:
    """Return the possessor before a noun: "Ott" of "Ott's claim"."""
    return next((child for child in noun.children if child.dep_ == "poss"), None)


def lacks_article(noun: Token) -> bool:
    """Return whether a noun has no article and no possessor."""
    return not any(child.dep_ in ("det", "poss") for child in noun.children)


def prepositional_objects(token: Token, prepositions: Collection[str]) -> Iterator[Token]:
    """Yield the nouns after the prepositions that a word governs: "wages" of "3% of wages"."""
    for child in token.rights:
        if child.lower_ in prepositions and child.dep_ == "prep":
            yield from (noun for noun in child.rights if noun.dep_ == "pobj")


def outer_noun(noun: Token) -> Token:
    """Return the noun that a noun after prepositions belongs to: "shares" of "shares of the firm"."""
    for _ in range(FARTHEST):
        outer = noun.head.head
        if noun.dep_ != "pobj" or outer.pos_ not in NOUNS or noun.head.lower_ in LISTING:
            break  # "firms such as Acme, up 3%" is Acme's
        noun = outer
    return noun


def inverted_subject(verb: Token) -> Token | None:
    """Return the noun after a verb that the parse took for an object: `…," said Ott`."""
    after = (child for child in verb.children if child.i > verb.i and child.dep_ in INVERTED)
    return next((child for child in after if child.pos_ in NOMINALS), None)


def noun_phrase_after(verb: Token, last: int) -> Token | None:
    """Return the head of the noun phrase right after a verb, up to token `last`, whatever the parse made of it."""
    doc = verb.doc
    at = next((i for i in range(verb.i + 1, min(verb.i + 3, last + 1)) if doc[i].pos_ != "ADV"), None)
    if at is None or doc[at].pos_ not in NOMINAL_OPENERS:
        return None
    return head_of_phrase(doc[at], verb.i + 1, last)


def noun_phrase_before(verb: Token, first: int) -> Token | None:
    """Return the head of the noun phrase from token `first` to a verb, whatever the parse made of it."""
    start = verb.doc[first]
    return head_of_phrase(start, first, verb.i - 1) if start.pos_ in NOMINAL_OPENERS else None


def head_of_phrase(token: Token, first: int, last: int) -> Token | None:
    """Return the highest noun above a word within the tokens first..last."""
    best = token if token.pos_ in NOMINALS else None
    for above in token.ancestors:
        if not first <= above.i <= last or above.pos_ not in NOMINAL_OPENERS | {"ADP"}:
            break
        best = above if above.pos_ in NOMINALS else best
    return best
