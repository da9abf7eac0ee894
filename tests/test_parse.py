"""The faster steps set what spaCy's own set, token for token, and stand aside where they were not tried."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc

from clusterdoc.parse import fast as package
from clusterdoc.parse.fast import steps, tok2vec
from clusterdoc.parse.fast.encoder import is_usual
from clusterdoc.parse.fast.lemmas import is_alone, make_sets
from clusterdoc.parse.fast.ner import without_overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.extractor import Extractor

STORIES = sorted((Path(__file__).parent / "gold" / "stories").glob("*.txt"))
TEXTS = (
    "Mayor Ana Lund of Port Vessel told the Vessel Gazette on 3 May 2021 that $12 million had gone.",
    "Ott left\n\nfor Paris  .  \t“Ana\nLund” said so",
    "I'm gonna go. He ain't got ta. Let's see, y'all: c'm on! There's a ship; there are 12.",
    "AB Lund Inc. and the United Nations' World Food Programme met in New York City Friday night",
    "   ",
    "\n",
    ".",
    "x",
    "naïve café — 🙂 ﬁne $$$ U.S.A. 3–1 can't cannot won't",
    "He read it. They read. To read is to be. Reading, he reads; better best well wells leaves.",
)


SET = attrgetter(
    *("text", "norm_", "lemma_", "tag_", "pos_", "morph.key", "dep_", "head.i"),
    *("is_sent_start", "ent_iob_", "ent_type_"),
)


def rows(docs: Sequence[Doc]) -> list[tuple[object, ...]]:
    """Return all that spaCy's pipeline sets."""
    return [SET(token) for token in chain.from_iterable(docs)]


def stock(found: Extractor, texts: Sequence[str]) -> list[Doc]:
    return list(found.pipeline.nlp.pipe(texts, batch_size=len(texts)))


def test_the_steps_set_what_spacy_sets(found: Extractor) -> None:
    assert rows(found.pipeline.annotated(TEXTS)) == rows(stock(found, TEXTS))


@pytest.mark.parametrize("path", STORIES[:12], ids=lambda path: path.stem)
def test_the_steps_set_what_spacy_sets_in_stories(found: Extractor, path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").split("\n") if line]
    assert rows(found.pipeline.annotated(lines)) == rows(stock(found, lines))


def test_a_word_that_was_looked_up_before_is_the_same_again(found: Extractor) -> None:
    first = rows(found.pipeline.annotated(TEXTS))
    assert rows(found.pipeline.annotated(TEXTS)) == first


def test_a_word_outlives_the_memory_zone_it_was_first_seen_in(found: Extractor) -> None:
    text = ["The zorblings were flumming the quorbs."]
    seen = []
    for _ in range(2):
        with found.pipeline.nlp.memory_zone():
            seen.append(rows(found.pipeline.annotated(text)))
    assert seen[0] == seen[1]


def test_a_text_does_not_depend_on_what_was_read_before(found: Extractor) -> None:
    alone = rows(found.pipeline.annotated(TEXTS[:1]))
    found.pipeline.annotated([path.read_text("utf-8") for path in STORIES[:2]])
    assert rows(found.pipeline.annotated(TEXTS[:1])) == alone


def model_of(found: Extractor, name: str) -> Any:  # noqa: ANN401 -- thinc's models are generic in what nobody can say
    return getattr(found.pipeline.nlp.get_pipe(name), "model")  # noqa: B009 -- the stub has functions only


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_vectors_are_those_of_the_model(found: Extractor, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    model = model_of(found, name)
    model = model if name == "tok2vec" else model.layers[0].layers[0]
    ours = tok2vec.Embedding(model)
    for limit in (tok2vec.FORGET_AT, 45, 20):  # forms are forgotten; there are too many to be kept
        monkeypatch.setattr(tok2vec, "FORGET_AT", limit)
        for texts in (TEXTS[:1], TEXTS, TEXTS[2:4]):
            docs = [found.pipeline.nlp.make_doc(text) for text in texts]
            for made, own in zip(ours(docs), model.predict(docs), strict=True):
                assert np.allclose(made, own, atol=1e-5)


def test_only_encoders_of_the_usual_layers_are_known(found: Extractor) -> None:
    encode = model_of(found, "tok2vec").get_ref("encode")
    assert is_usual(encode)
    assert not is_usual(encode.layers[0])
    assert not is_usual(model_of(found, "tok2vec").get_ref("embed"))
    window = next(node for node in encode.walk() if node.name == "expand_window")
    window.attrs["window_size"] = 2
    try:
        assert not is_usual(encode)
    finally:
        window.attrs["window_size"] = 1


def test_another_version_of_spacy_takes_its_own_steps(found: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy.about, "__version__", "3.8.0")
    own = steps(found.pipeline.nlp)
    docs = [found.pipeline.nlp.make_doc(text) for text in TEXTS]
    for step in own:
        docs = step(docs)
    assert len(own) == len(found.pipeline.nlp.pipeline)
    assert rows(docs) == rows(found.pipeline.annotated(TEXTS))


def test_another_pipeline_takes_its_own_steps() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    [step] = steps(nlp)
    assert [token.is_sent_start for token in step([nlp.make_doc("One. Two.")])[0]] == [True, False, True, False]


def test_a_function_is_a_step_too() -> None:
    def blanked(doc: Doc) -> Doc:
        return Doc(doc.vocab, ["none"])

    assert package.stock(blanked)([spacy.blank("en")("a b")])[0].text == "none "


PATTERNS: list[list[dict[str, Any]]] = [
    [{"TAG": "NN"}],
    [{"TAG": {"IN": ["NN", "VB"]}, "LOWER": "ships"}],
    [{"DEP": {"NOT_IN": ["aux"]}, "LOWER": {"IN": ["ships", "is"]}}],
    [{"LOWER": {"REGEX": "^sh"}}],
    [{"IS_SPACE": True}],
    [{"ORTH": "Ships", "TAG": "NN"}],
    [{"LOWER": "the"}, {"LOWER": "ships"}],
    [{"TAG": "NN", "OP": "+"}],
    [{"LOWER": {"FUZZY": "ship"}}],
]


class Ruler:
    """An attribute ruler of one rule, which sets the part of speech, and a lemmatizer of one lemma."""

    mode, overwrite = "rule", False

    def __init__(self, pattern: list[dict[str, Any]]) -> None:
        self.vocab = spacy.blank("en").vocab
        self.patterns, self.attrs, self.indices = [{"patterns": [pattern]}], [{spacy.attrs.POS: 92}], [0]
        self.lookups = spacy.lookups.Lookups()
        self.lookups.add_table("lemma_index", {"noun": ["ship"]})

    @staticmethod
    def lemmatize(token: object) -> list[str]:  # noqa: ARG004 -- spaCy's signature
        return ["lemma"]


@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
def test_a_rule_fits_where_spacy_lets_it_fit(pattern: list[dict[str, Any]]) -> None:
    from clusterdoc.parse.fast.lemmas import Lemmatizer

    ruler = Ruler(pattern)
    words = ["the", "ships", "Ships", "\n", "is", "shy"]
    tags, deps = ["DT", "NN", "NN", "_SP", "VB", "JJ"], ["det", "nsubj", "aux", "dep", "ROOT", "acomp"]
    doc = Doc(ruler.vocab, words, tags=tags, deps=deps, heads=[4] * 6)
    matcher = Matcher(ruler.vocab)
    matcher.add("rule", [pattern])
    expected = {start for _, start, _ in matcher(doc)}
    [done] = Lemmatizer(ruler, ruler)([doc])
    assert {token.i for token in done if token.pos} == expected
    assert {token.lemma_ for token in done} == {"lemma"}


def test_only_rules_over_one_token_are_looked_up_by_word() -> None:
    assert [is_alone(pattern) for pattern in PATTERNS] == [True] * 6 + [False] * 3


def test_known_lemmas_are_sets() -> None:
    ruler = Ruler(PATTERNS[0])
    make_sets(ruler)
    assert ruler.lookups.get_table("lemma_index")["noun"] == {"ship"}


@pytest.mark.parametrize(
    ("ends", "names"),
    [
        ({1: 3, 2: 4, 4: 5}, [(1, 3), (4, 5)]),  # 2 would begin inside of 1
        ({0: 1, 9: 11}, [(0, 1)]),  # 9 is another Doc's
        ({}, []),
    ],
)
def test_names_do_not_overlap(ends: dict[int, int], names: list[tuple[int, int]]) -> None:
    assert list(without_overlap(ends, 0, 9)) == names
