"""Articles to rows with one loaded pipeline, in flat memory: the same in a local worker and on a cluster."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.extractor import extractor
from clusterdoc.facts import Source
from clusterdoc.name_patterns import read_names
from clusterdoc.store.rows import Rows, document_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.run.options import Extract, Options, Task

WARM_CHARACTERS: Final = 500_000


def engine(options: Options) -> Extract:
    """Return the function that extracts a batch, its model loaded.

    What a batch adds to spaCy's vocabulary goes with its memory zone. Within a zone the tokenizer does not learn, so it
    has seen the first articles outside of one: else every word would be tokenized anew in every batch.
    """
    found = replace(extractor(options.model, trust=options.trust), names=read_names(options.names))
    warmed = 0

    def extract(batch: Sequence[Task]) -> Iterator[Rows]:
        """Yield the rows of each article of a batch, in its order."""
        nonlocal warmed
        for task in batch:
            if warmed < WARM_CHARACTERS:
                found.pipeline.nlp.make_doc(task.text[:WARM_CHARACTERS])
                warmed += len(task.text)
        with found.pipeline.nlp.memory_zone():
            for task in batch:
                day = datetime.date.fromisoformat(task.date) if task.date else None
                yield document_rows(found.extract(Source(task.name, task.text), day, options.max_chars))

    return extract
