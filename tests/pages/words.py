"""What a page says."""

from streamlit.testing.v1 import AppTest

from dash_intel.view.literal import JOINER


def markdown(app: AppTest) -> str:
    return "\n".join(part.value for part in app.markdown)


def titles(app: AppTest) -> list[str]:
    return [part.value for part in (*app.title, *app.header)]


def unescaped(text: str) -> str:
    return text.replace("\\", "").replace(JOINER, "")


def footer(app: AppTest) -> str:
    return unescaped(app.markdown[-1].value)
