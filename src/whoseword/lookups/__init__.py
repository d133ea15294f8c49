"""Look-ups on the word lists, by what is looked up: words in -> the entry that they are a form of."""
