"""What the words mean: readings of meaning from a report's text, each with its words."""
