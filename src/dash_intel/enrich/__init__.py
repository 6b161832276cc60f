"""What the words of a report mean: places, tags, techniques, likelihood, impact."""
