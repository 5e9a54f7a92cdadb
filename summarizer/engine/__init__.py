"""Sentences in; ranked, merged and chosen Statements out."""
