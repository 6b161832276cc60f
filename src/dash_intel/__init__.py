"""dash_intel."""
