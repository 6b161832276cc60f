"""What things are: frozen dataclasses, no input or output."""
