"""Who is said to speak: the subject of a cue, over the dependency parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import (
    FINITE,
    NOMINALS,
    NOUNS,
    VERBS,
    active_or_passive_subject,
    active_subject,
    agent_of,
    direct_object,
    is_passive,
    lacks_article,
    passive_subject,
    prepositional_objects,
)
from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from spacy.tokens import Token


TELLING: Final = words_by_use()["tells of people"]
GOING_ON: Final = frozenset({"adding", "noting"})
MAKING: Final = words_by_use()["makes somebody speak"]
QUOTED: Final = words_by_use()["heard saying"]
DEEPEST: Final = 4
FARTHEST: Final = 10  # tokens
DAYS: Final = frozenset({"today", "yesterday", "tonight"})
BY_TEXT: Final = frozenset({"with", "in", "through"})


def actor_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head word of who does what a verb says: own subject, agent of a passive, or inherited from above."""
    own = active_subject(verb) or subject_of_perfect(verb) or noun_before_day(verb)
    if own is not None:
        return heard_by(verb) or cut_off_before(own) or heading_list(verb, own) or named_last(verb, own)
    if (other := people_doing(verb) or subject_with_whose(verb)) is not None:
        return other
    if is_passive(verb):
        return agent_of(verb)
    if depth > DEEPEST:
        return None
    if verb.head == verb:
        above = cut_from(verb)
        return actor_of(above, depth + 1) if above is not None else None
    return _inherited(verb, depth)


def cut_from(verb: Token) -> Token | None:
    """Return the verb of the sentence that the model ended at a mark: `by shouting "no!" | and holding signs`."""
    start = verb.sent.start
    first, before = verb.doc[start], verb.doc[start - 1]
    cut = start > 0 and first.lower_ in ("and", "or") and first.is_lower and before.is_quote
    return before.sent.root if cut and verb.tag_ == "VBG" else None


def heard_by(verb: Token) -> Token | None:
    """Return who is quoted by somebody: "the paper quoted Kerr as saying"."""
    after = [child for child in verb.rights if child.lower_ == "as"] if verb.lower_ in QUOTED else []
    speaks = any(below.lower_ in cues.verbs() and below.tag_ == "VBG" for word in after for below in word.children)
    return direct_object(verb) if speaks else None


def cut_off_before(subject: Token) -> Token | None:
    """Return the subject of which the parse took only the last words.

    "as the ministry today announces", "The lawyer defending murder suspect Bo Kerr is asking".
    """
    first = subject.left_edge
    before = first.nbor(-1) if first.i else first
    if subject.text in DAYS and before.pos_ in NOUNS:
        return before
    if before.text == "," and (described := name_before_comma(before, subject)) is not None:
        return described
    defended = before.dep_ == "dobj" and before.head.dep_ == "acl" and before.pos_ == "NOUN"
    return before.head.head if defended and subject.ent_type_ == "PERSON" else None


def subject_of_perfect(verb: Token) -> Token | None:
    """Return who "has said" something where the parse has the short "has" for an "is": "He's said so: …"."""
    subject = passive_subject(verb)
    short = any(child.lower_ in ("'s", "’s") and child.dep_ == "auxpass" for child in verb.lefts)
    return subject if short and verb.lower_ == "said" and subject is not None and subject.lower_ != "it" else None


def noun_before_day(verb: Token) -> Token | None:
    """Return whom a day in brackets keeps from a verb: "as the Government today (22nd December) confirms a plan"."""
    close = verb.nbor(-1) if verb.i else verb
    if verb.tag_ not in FINITE or close.text != ")":
        return None
    before = list(reversed(verb.doc[max(0, verb.i - FARTHEST) : verb.i - 1]))
    opened = next((number for number, token in enumerate(before) if token.text == "("), None)
    if opened is None or opened + 2 >= len(before) or before[opened + 1].text not in DAYS:
        return None
    noun = before[opened + 2]
    return noun if noun.pos_ in NOUNS else None


def name_before_comma(comma: Token, subject: Token) -> Token | None:
    """Return whose role a subject is that no second comma ends: "Nick Dahl, another rescuer said"."""
    name = comma.nbor(-1) if comma.i else comma
    role = role_of(subject)
    if name.ent_type_ != "PERSON" or role is None or not role.human or subject.tag_ != "NN":
        return None
    inserted = subject.head.i + 1 < len(subject.doc) and subject.head.nbor().text == ","
    if inserted or subject.left_edge.tag_ == "WP$":  # "Ott, the minister said, won"; "Ott, whose aide said so, won"
        return None
    first = name
    while first.i and first.nbor(-1).ent_type_ == "PERSON":
        first = first.nbor(-1)
    opens = not first.i or first.nbor(-1).is_space or first.nbor(-1).is_quote or first.i == first.sent.start
    return name if opens else None


def subject_with_whose(verb: Token) -> Token | None:
    """Return the subject of a clause that the parse joined to the main one: "the club, whose head, Bo Dahl, hopes"."""
    if verb.dep_ != "conj" or verb.tag_ not in FINITE:
        return None
    for before in reversed(verb.doc[verb.head.i + 1 : verb.i]):
        if before.pos_ in VERBS:
            return None
        if before.tag_ == "WP$":
            return before.head
    return None


def people_doing(verb: Token) -> Token | None:
    """Return the people whom a participle right after them describes: "We heard of people saying that it leaks"."""
    before = verb.nbor(-1) if verb.i else verb
    role = role_of(before)
    of, outer = before.head, before.head.head
    described = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl") and before.dep_ == "pobj" and of.lower_ == "of"
    if not described or role is None or outer.lower_ not in TELLING:
        return None
    return before if role.kind in ("person", "many") else None


def named_last(verb: Token, subject: Token) -> Token:
    """Return the person whom two titles behind a cue name: "said co-author and Tolva physicist Bo Dahl"."""
    last = max((child for child in verb.rights if child.dep_ == "nsubj"), key=lambda child: child.i, default=subject)
    return last if last.ent_type_ == "PERSON" and subject.pos_ == "NOUN" and subject in verb.rights else subject


def heading_list(verb: Token, name: Token) -> Token | None:
    """Return the plural whose members a list names, of which the parse took the last for the subject of a verb.

    "The defendants, Nora Vance, Paul Dietz and Tim Roe, said": the defendants.
    """
    found = (child for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ == "NNS")
    plural = next((noun for noun in found if role_of(noun) is not None), None)
    return plural if plural is not None and ends_list(plural) > name.i else None


def ends_list(plural: Token) -> int:
    """Return the number of the last token of the list of names that stands after a plural, its own number if none."""
    last, doc = plural.i, plural.doc
    for token in doc[plural.i + 1 : plural.sent.end]:
        if token.pos_ == "PROPN":
            last = token.i
        elif token.text != "," and token.dep_ != "cc":
            break
    return last


def _inherited(verb: Token, depth: int) -> Token | None:
    """Return the subject a conjunct, participle or infinitive shares with what governs it."""
    head = verb.head
    above = saying_above(head) if verb.dep_ in ("conj", "advcl") and verb.lower_ in cues.verbs() else None
    if above is not None:
        return _named_subject(verb, head) or actor_of(above, depth + 1)
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and (forced := passive_subject(head)) is not None:
        return forced  # "Ott was asked to say what she saw"
    if verb.dep_ == "xcomp" and (made := made_to_speak(verb)) is not None:
        return made
    if verb.dep_ in ("conj", "xcomp", "dep") or (verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VB", "VBD")):
        if head.pos_ == "ADJ":  # "Ott is likely to stress that …"
            head = head.head
        return quoted_subject(head) or actor_of(head, depth + 1) if head.pos_ in VERBS else None
    if verb.dep_ in ("acl", "relcl"):
        return _modified(verb, depth)
    return _of_gerund(head, depth) if verb.dep_ == "pcomp" else None


def made_to_speak(verb: Token) -> Token | None:
    """Return who is brought to say something: "The judge forced Dahl to admit that …", "led Ott to argue that …"."""
    if verb.head.lemma_.lower() not in MAKING or verb.tag_ != "VB":
        return None
    return next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def _named_subject(verb: Token, joined: Token) -> Token | None:
    """Return the named subject of a clause joined to one of saying: "Critics object, and the Union sued, saying that".

    None where somebody only says more: "Ott said rents fell and Dahl had left, adding that it was late" is all Ott's.
    """
    subject = active_subject(joined) if joined.dep_ == "conj" and verb.lower_ not in GOING_ON else None
    return subject if subject is not None and subject.pos_ == "PROPN" else None


def _of_gerund(preposition: Token, depth: int) -> Token | None:
    """Return the subject of a verb after a preposition: "Ott left without paying", "In addition to saying it, Ott"."""
    above = preposition.head
    saying = saying_above(above) if above.pos_ in VERBS else None
    if saying is not None and not _speaks_itself(above):  # "said rents were fair before noting that …"
        return actor_of(saying, depth + 1)
    if above.pos_ in VERBS:
        return quoted_subject(above) or actor_of(above, depth + 1) or passive_subject(above)
    if lacks_article(above) and above.dep_ == "pobj" and above.head.head.pos_ in VERBS:
        return actor_of(above.head.head, depth + 1)
    return above if above.pos_ in NOUNS else None


def _speaks_itself(verb: Token) -> bool:
    """Return whether the subject of a verb is somebody."""
    subject = active_or_passive_subject(verb)
    if subject is None:
        return True  # what the parse does not show is not decided here
    if subject.lower_ in ("it", "this", "that"):
        return False
    return subject.pos_ in ("PROPN", "PRON") or role_of(subject) is not None


def _modified(verb: Token, depth: int) -> Token | None:
    """Return the noun a participle says something of, or who wrote it: "posted a message blaming Kerr"."""
    head = verb.head
    writer = next(prepositional_objects(head, ("by",)), None)
    if writer is not None and verb.tag_ == "VBG" and is_text(head):
        return writer  # "an order by Lena Ott directing the crews to stay"
    if head.dep_ == "dobj" and (
        verb.tag_ == "VB" or (verb.tag_ == "VBG" and (is_text(head) or is_nobody_by_form(head)))
    ):
        return actor_of(head.head, depth + 1) or head
    if head.dep_ == "pobj" and head.head.lower_ in BY_TEXT and verb.tag_ == "VBG" and is_text(head):
        above = head.head.head  # "The daily covered it with a headline saying that …"
        return (actor_of(above, depth + 1) if above.pos_ in VERBS else None) or head
    return head if head.pos_ in NOMINALS and verb.tag_ != "VB" else None


def is_text(noun: Token) -> bool:
    """Return whether a noun is something written: "posted a message blaming them" is said by who posted it."""
    role = role_of(noun)
    return role is not None and role.kind == "text"


def is_nobody_by_form(noun: Token) -> bool:
    """Return whether a noun is nobody by its form: "Ott defended the plan stating that …" is said by Ott."""
    return noun.pos_ == "NOUN" and not noun.ent_type_ and role_of(noun) is None


def saying_above(verb: Token) -> Token | None:
    """Return the cue whose content a clause stands in: "Ott said she was ready and added that …" is all Ott's."""
    while verb.dep_ in ("conj", "ccomp") and verb.head != verb:
        verb = verb.head
        cue = cues.verbs().get(verb.lower_)
        if cue is not None and "clause" in cue.frames:
            return verb
    return None


def quoted_subject(verb: Token) -> Token | None:
    """Return who is quoted: "Dahl was quoted as saying …"."""
    if verb.lower_ in QUOTED:
        return passive_subject(verb)
    return None
