"""What the words of reports mean: readings that name their rule and their words."""
