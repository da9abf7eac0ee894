"""Text to Doc: what of spaCy is loaded, how a text is cut for it, and its steps taken faster."""
