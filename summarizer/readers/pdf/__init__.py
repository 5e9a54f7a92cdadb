"""PDF files: text on pages, set again as paragraphs."""
