"""``python -m dash_intel``."""

from dash_intel.cli import main

if __name__ == "__main__":
    main()
