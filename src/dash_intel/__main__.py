"""``python -m dash_intel``."""

if __name__ == "__main__":  # worker processes import this module too, and need no commands
    from dash_intel.cli import main

    main()
