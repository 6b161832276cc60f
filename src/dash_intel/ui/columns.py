"""How the columns of tables are drawn."""

from typing import Any

import pandas as pd
import streamlit as st
from pandas.api.types import is_float_dtype
from streamlit.elements.lib.column_types import ColumnConfig


def column_of(values: "pd.Series[Any]", width: int) -> ColumnConfig:
    """Return how a column is drawn; numbers that were rounded have their two decimals."""
    held = values.dropna()
    if is_float_dtype(held) and (held % 1 != 0).any():
        return st.column_config.NumberColumn(width=width, format="%.2f")
    return st.column_config.Column(width=width)
