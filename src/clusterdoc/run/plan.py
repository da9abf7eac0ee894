"""A corpus to jobs: what the store already has is left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clusterdoc.corpus import Article, Unreadable
from clusterdoc.run.options import Job
from clusterdoc.store.write import Copy, Failed, Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clusterdoc.corpus import Item
    from clusterdoc.store.write import Writer


@dataclass(slots=True)
class Plan:
    """The jobs that a corpus leaves for a run, and the counts of what needed none.

    `date` is the day of publication of articles that do not tell theirs; `retry` has what failed before tried again,
    once: `under_way` holds the texts that are being worked on or have failed, the like of which are their copies.
    `reached` counts the bytes of the corpus behind the item that is being looked at.
    """

    writer: Writer
    items: Iterable[Item]
    date: str | None = None
    retry: bool = False
    known: int = 0
    failed_before: int = 0
    under_way: set[tuple[str, str | None]] = field(default_factory=set)
    ids: set[int] = field(default_factory=set)
    reached: int = 0

    def __iter__(self) -> Iterator[Job]:
        """Yield a job for each article that is not done."""
        for item in self.items:
            if isinstance(item, Unreadable):
                yield Job(entry=Failed(item.where, "Unreadable", item.message), position=item.position)
            elif job := self.job(self.dated(self.named(item))):
                yield job
            self.reached = item.position

    def named(self, article: Article) -> Article:
        """Return the article under a name of its own: two records with one id must not replace each other."""
        name = hash(article.id)  # eight bytes for a million ids; a chance collision only makes a name longer
        if name in self.ids:
            return replace(article, id=f"{article.id} ({article.where})")
        self.ids.add(name)
        return article

    def dated(self, article: Article) -> Article:
        """Return the article with its day of publication, when that is known."""
        return replace(article, date=self.date) if self.date and not article.date else article

    def job(self, article: Article) -> Job | None:
        """Return what is to be done for an article, or None."""
        sha256 = article.sha256
        key = (sha256, article.date)
        document = self.writer.document_with(*key)
        if document is not None and self.writer.document_of(article.id) == document:
            self.known += 1
            return None
        failed = frozenset() if self.retry else self.writer.failed_with(*key)
        if article.id in failed:
            self.failed_before += 1
            return None
        if document is not None or failed or key in self.under_way:
            return Job(article, Copy(article, sha256), position=article.position)
        self.under_way.add(key)
        return Job(article, position=article.position)

    def done(self, job: Job) -> None:
        """Take note that a job is committed."""
        if job.article is not None and isinstance(job.entry, Found):
            self.under_way.discard((job.article.sha256, job.article.date))
