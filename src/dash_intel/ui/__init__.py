"""The screen: the only room that imports streamlit, beside ``app.py`` and ``pages/``."""
