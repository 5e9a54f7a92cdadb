"""The one door for languages: a data file each, and the record made of it."""
