"""The version, which facts, caches and stores carry."""

__version__ = "0.2.0"
