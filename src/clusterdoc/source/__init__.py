"""Files, standard input and pages of the web to articles as text: what the reader of an article sees as its words.

A file is recognised by its content, not by its name. Nothing is guessed: what cannot be read is one sentence.
"""

from __future__ import annotations

from clusterdoc.errors import SourceError
from clusterdoc.source.files import read_file, read_sample, read_stdin, stdin_is_given
from clusterdoc.source.naming import STDIN

__all__ = ["STDIN", "SourceError", "read_file", "read_sample", "read_stdin", "stdin_is_given"]
