"""Speakers: who says a quotation or a reported statement, in a sentence and in a whole report."""
