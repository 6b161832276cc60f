"""Which words: vocabularies as CSV files, and the code that loads and checks them."""
