"""Who looks at the page: by Streamlit's login where it is set up, else the machine's user."""

import streamlit as st

from dash_intel.ledger import local_person, signed_in
from dash_intel.model.ledger import Person


def person() -> Person:
    """Return who decides on this page; nobody, who only reads, before signing in."""
    user = st.user.to_dict()
    if "is_logged_in" not in user:  # no login is set up
        return local_person()
    if not user["is_logged_in"]:
        return Person("nobody", "viewer")
    return signed_in(str(user.get("email") or user.get("name") or "nobody"))
