"""Two documents to what changed between them: facts that appeared, vanished or differ."""

from clusterdoc.diff.changes import Change, Field, of_kinds
from clusterdoc.diff.compare import compare

__all__ = ["Change", "Field", "compare", "of_kinds"]
