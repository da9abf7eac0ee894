"""Marks and pages: which words stand in quotation marks, and how quotes run over paragraphs."""
