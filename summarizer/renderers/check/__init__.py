"""The formats of a check: a draft with what was found of each sentence, beside the reports."""
