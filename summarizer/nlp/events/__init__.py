"""Events in a sentence: what was done, by whom, to what, and whether the sentence asserts or denies it."""
