"""Reports in, described, cleaned Documents and their Sentences out."""
