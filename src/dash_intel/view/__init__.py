"""Rows and reports to frozen view models: what is shown, in words, with no screen in it."""
