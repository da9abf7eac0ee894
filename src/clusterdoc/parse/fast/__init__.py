"""The steps of spaCy's pipeline, taken faster: the same annotations, at half the cost.

Each step does what its component does, with the component's own weights and rules, and gives what it gives;
benchmarks/same_output.py and tests/test_parse.py hold them to that. They know how spaCy's English pipelines are
built, so any other pipeline, and any version of spaCy but those tested, takes spaCy's own steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

    Step: TypeAlias = Callable[[list[Doc]], list[Doc]]

# Every 3.8 on the package index: each gave the annotations of stock spaCy, by benchmarks/same_output.py --try.
TESTED: Final = frozenset(f"3.8.{patch}" for patch in (2, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18))
ENGLISH: Final = ("Tok2Vec", "Tagger", "DependencyParser", "AttributeRuler", "EnglishLemmatizer", "EntityRecognizer")


def steps(nlp: Language) -> tuple[Step, ...]:
    """Return the steps that annotate a batch of fresh Docs, in the order of the pipeline."""
    pipes = [pipe for _, pipe in nlp.pipeline]
    return faster(pipes) if _is_known(pipes) else tuple(map(stock, pipes))


def _is_known(pipes: list[Any]) -> bool:
    """Return whether these are the components of an English pipeline of spaCy's, in a version that was tested."""
    from spacy import about

    if about.__version__ not in TESTED or tuple(type(pipe).__name__ for pipe in pipes) != ENGLISH:
        return False
    from clusterdoc.parse.fast.lemmas import sets_usual

    tok2vec, _, parser, ruler, lemmatizer, ner = pipes
    return (
        all(is_greedy(pipe) for pipe in (parser, ner))
        and all(is_known(model) for model in (tok2vec.model, *ner.model.layers[0].layers[:1]))
        and ner.model.layers[1].get_dim("nF") == 3  # noqa: PLR2004 -- the word, the first and the last of its name
        and sets_usual(ruler)
        and (lemmatizer.mode, lemmatizer.overwrite) == ("rule", False)
    )


def is_greedy(pipe: Any) -> bool:  # noqa: ANN401 -- spaCy's transition parsers have no common type outside Cython
    """Return whether a transition parser goes one way only, by a model of the usual three layers."""
    attributes = pipe.model.attrs
    usual = attributes["has_upper"] and not attributes["unseen_classes"] and pipe.model.layers[1].get_dim("nP") > 1
    return bool(usual and pipe.cfg["beam_width"] == 1)


def is_known(model: Any) -> bool:  # noqa: ANN401 -- as above
    """Return whether a model is a Tok2Vec of two parts, of the usual layers."""
    from clusterdoc.parse.fast.encoder import is_usual

    return bool(model.has_ref("encode") and is_usual(model.get_ref("encode")))


def faster(pipes: list[Any]) -> tuple[Step, ...]:
    """Return the steps of an English pipeline of spaCy's."""
    from clusterdoc.parse.fast.lemmas import Lemmatizer
    from clusterdoc.parse.fast.ner import NameTagger
    from clusterdoc.parse.fast.parser import Arcs
    from clusterdoc.parse.fast.tok2vec import Tensors

    tok2vec, tagger, parser, ruler, lemmatizer, ner = pipes
    return Tensors(tok2vec), stock(tagger), Arcs(parser), Lemmatizer(ruler, lemmatizer), NameTagger(ner)


def stock(pipe: Any) -> Step:  # noqa: ANN401 -- any component: a class of spaCy's, or a function of somebody's
    """Return the step that a component itself takes."""
    if not hasattr(pipe, "pipe"):
        return lambda docs: [pipe(doc) for doc in docs]
    return lambda docs: list(pipe.pipe(docs, batch_size=len(docs)))
