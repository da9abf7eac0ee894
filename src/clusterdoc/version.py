"""The version, which facts, caches and stores carry."""

__version__ = "0.1.0"
