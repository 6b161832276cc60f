"""Measures how true the readings are, on labelled text."""
