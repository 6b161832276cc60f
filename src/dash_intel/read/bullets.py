"""The bullets that lists of pages and documents become."""

BULLETS = ("- ", "– ", "— ", "* ", "•", "·", "▪", "◦")
"""How an item starts that brings its own bullet."""


def brings_bullet(text: str) -> bool:
    """Tell whether the text of an item starts with a bullet already."""
    return text.lstrip().startswith(BULLETS)
