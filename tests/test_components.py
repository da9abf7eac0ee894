"""The finders work as components of a pipeline that is not ours."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import clusterdoc
from clusterdoc.errors import ModelError, NamesError

TEXT = "Mayor Ana Ott said on Monday that the town would build 1,200 homes. “We will pay $3 million,” Ott added."
NAMES = ("clusterdoc_entities", "clusterdoc_quotes", "clusterdoc_figures")


@pytest.fixture(scope="module")
def stranger() -> Language:
    """Return a pipeline as somebody else loads it, with our components at its end."""
    nlp = clusterdoc.load_model("md")  # a warning would be an error here
    for name in NAMES:
        nlp.add_pipe(name)
    return nlp


def test_the_components_are_entry_points_of_spacy() -> None:
    assert set(NAMES) <= {point.name for point in entry_points(group="spacy_factories")}


def test_the_lines_for_spacy_in_readme_run(stranger: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    (lines,) = [block for block in readme.split("```python\n")[1:] if "add_pipe" in block]
    for name in NAMES:
        stranger.remove_pipe(name)
    monkeypatch.setattr(clusterdoc, "load_model", lambda: stranger)
    known: dict[str, Any] = {"clusterdoc": clusterdoc, "text": TEXT}
    exec(lines.partition("```")[0], known)  # noqa: S102 -- our own README
    assert known["nlp"].pipe_names[-3:] == list(NAMES)


def test_a_day_that_is_none_is_said() -> None:
    with pytest.raises(ValueError, match="'5 May', and no day written YYYY-MM-DD"):
        spacy.blank("en").add_pipe("clusterdoc_figures", config={"date": "5 May"})


def test_a_model_that_is_none_is_said() -> None:
    with pytest.raises(ModelError, match="Unknown model 'en'"):
        clusterdoc.load_model("en")


def test_the_components_fill_the_docs_of_another_pipeline(stranger: Language) -> None:
    doc = stranger(TEXT)
    assert "Ana Ott" in [entity.name for entity in doc._.entities]
    assert [quote.speaker.name for quote in doc._.quotes] == ["Ana Ott", "Ana Ott"]
    assert [(figure.value, figure.unit, figure.speaker) for figure in doc._.figures if figure.kind != "date"] == [
        (1200, "home", "Ana Ott"),
        (3_000_000, "USD", "Ana Ott"),
    ]


def test_every_fact_of_another_pipeline_stands_in_its_text(stranger: Language) -> None:
    for doc in stranger.pipe([TEXT, "", "No facts here."]):
        spans = [mention for entity in doc._.entities for mention in entity.mentions]
        spans += [part for quote in doc._.quotes for part in quote.parts]
        assert all(doc.text[span.start : span.end] == span.text for span in (*spans, *doc._.figures))


@pytest.mark.filterwarnings("ignore:clusterdoc_.* needs a parser")
def test_a_component_needs_no_other_of_ours() -> None:
    for name in NAMES:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        nlp.add_pipe(name)
        doc = nlp(TEXT)
        assert isinstance(getattr(doc._, name.removeprefix("clusterdoc_")), tuple)


def facts(doc: Doc) -> tuple[object, ...]:
    """Return all facts of a Doc."""
    return doc._.entities, doc._.quotes, doc._.figures


def test_facts_outlive_bytes_docbin_and_processes(stranger: Language) -> None:
    doc = stranger(TEXT)
    assert doc._.quotes
    assert facts(Doc(stranger.vocab).from_bytes(doc.to_bytes())) == facts(doc)
    (unpacked,) = DocBin().from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(stranger.vocab)
    assert facts(unpacked) == facts(doc)
    assert [facts(one) for one in stranger.pipe([TEXT] * 2, n_process=2, batch_size=1)] == [facts(doc)] * 2


def test_a_saved_doc_is_read_by_a_process_that_never_imported_clusterdoc(stranger: Language, tmp_path: Path) -> None:
    DocBin(docs=[stranger(TEXT)], store_user_data=True).to_disk(tmp_path / "docs.spacy")
    program = (
        "import spacy, sys; from spacy.tokens import DocBin\n"
        "(doc,) = DocBin().from_disk(sys.argv[1]).get_docs(spacy.blank('en').vocab)\n"
        "print(doc._.clusterdoc_quotes[0].speaker.name)"
    )
    run = subprocess.run([sys.executable, "-c", program, tmp_path / "docs.spacy"], capture_output=True, check=True)
    assert run.stdout.decode().strip() == "Ana Ott"


def test_a_doc_with_facts_is_json(stranger: Language) -> None:
    data = json.loads(srsly.json_dumps(stranger(TEXT).to_json(underscore=["quotes", "clusterdoc_figures"])))
    assert data["_"]["quotes"][0]["speaker"]["name"] == "Ana Ott"
    assert data["_"]["clusterdoc_figures"][0]["text"]


def test_the_attribute_can_be_named_and_a_foreign_one_is_left_alone(stranger: Language) -> None:
    nlp = spacy.blank("en")
    Doc.set_extension("my_names", default=None)
    with pytest.raises(ValueError, match=r"doc\._\.my_names is set by another package"):
        nlp.add_pipe("clusterdoc_entities", config={"attribute": "my_names"})
    Doc.remove_extension("my_names")
    nlp.add_pipe("clusterdoc_entities", config={"attribute": "my_names"})
    assert nlp(TEXT)._.my_names == nlp(TEXT)._.clusterdoc_entities
    assert stranger(TEXT)._.quotes == stranger(TEXT)._.clusterdoc_quotes


def test_names_quotes_and_figures_can_be_spans_for_displacy(stranger: Language) -> None:
    parsed = stranger(TEXT)
    nlp = Language(stranger.vocab)
    nlp.add_pipe("clusterdoc_entities", config={"set_ents": True})
    nlp.add_pipe("clusterdoc_quotes", config={"set_spans": True})
    nlp.add_pipe("clusterdoc_figures", config={"set_spans": True, "date": "2023-07-07"})
    doc = nlp(parsed)
    named = [(ent.text, ent.label_, ent.ent_id_) for ent in doc.ents]
    assert ("Ott", "PERSON", "Ana Ott") in named
    assert ("Ana Ott", "PERSON", "Ana Ott") in named
    assert [span.label_ for span in doc.spans["quotes"]] == [quote.type for quote in doc._.quotes]
    assert ("1,200", "count") in [(span.text, span.label_) for span in doc.spans["figures"]]
    assert [figure.date[:7] for figure in doc._.figures if figure.date] == ["2023-07"]


def test_a_pipeline_that_cannot_work_is_one_warning() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("clusterdoc_quotes")
    with pytest.warns(UserWarning, match="clusterdoc_quotes needs a parser") as heard:
        list(nlp.pipe([TEXT] * 2))
    assert len(heard) == 1


def test_a_component_before_the_one_it_needs_is_one_warning(stranger: Language) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("clusterdoc_figures", name="numbers")
    nlp.add_pipe("clusterdoc_entities")
    parsed = stranger(TEXT)
    with pytest.warns(UserWarning, match="numbers comes before clusterdoc_entities"):
        nlp.get_pipe("numbers")(parsed)
    nlp.get_pipe("numbers")(parsed)  # a second warning would be an error here


OWN = [{"label": "ORG", "pattern": "Full Moon", "id": "Full Moon Trust"}, {"label": None, "pattern": "Brent"}]


def names_only(config: dict[str, object]) -> Language:
    """Return a pipeline of our names alone, which takes a text's entities from the user's own names."""
    nlp = spacy.blank("en")
    nlp.add_pipe("clusterdoc_entities", config=config)
    return nlp


def test_names_of_ones_own_go_into_the_component_as_a_file_or_as_dicts(tmp_path: Path) -> None:
    file = tmp_path / "names.jsonl"
    file.write_text("\n".join(map(json.dumps, OWN)), encoding="utf-8")
    for names in (OWN, str(file)):
        entities = names_only({"names": names})("Brent fell. Full Moon rose.")._.entities
        assert [(entity.name, entity.label) for entity in entities] == [("Full Moon Trust", "ORG")]
    assert names_only({})("Full Moon rose.")._.entities == ()


def test_a_saved_pipeline_keeps_its_names_without_their_file(tmp_path: Path) -> None:
    file = tmp_path / "names.jsonl"
    file.write_text("\n".join(map(json.dumps, OWN)), encoding="utf-8")
    nlp = names_only({"names": str(file)})
    for _ in ("saved", "saved again"):
        nlp.to_disk(tmp_path / "saved")
    file.unlink()
    text = "Full Moon rose."
    assert spacy.load(tmp_path / "saved")(text)._.entities == nlp(text)._.entities != ()
    again = names_only({"names": str(file)}).from_bytes(nlp.to_bytes())
    assert again(text)._.entities == nlp(text)._.entities


def test_names_that_are_none_and_a_file_that_is_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(NamesError, match="pattern 1 needs a label"):
        names_only({"names": [{"pattern": "Full Moon"}]})
    with pytest.raises(NamesError, match="not there or cannot be read"):
        names_only({"names": str(tmp_path / "none.jsonl")})("Full Moon rose.")
