"""How it looks: tokens, theme, style. The only room with colours in it."""
