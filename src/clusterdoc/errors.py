"""What goes wrong for a reason the reader can do something about."""


class ClusterdocError(Exception):
    """The base of every error that clusterdoc raises on purpose; the message is one sentence that says what to do."""


class ModelError(ClusterdocError):
    """A model that cannot be loaded: not installed, not to be trusted, not a model."""


class NamesError(ClusterdocError, ValueError):
    """A list of names that cannot be read; the message is one sentence that says which line, and what it should be."""


class SourceError(ClusterdocError, ValueError):
    """Something that cannot be read as an article; the message is one sentence that says what to do."""
