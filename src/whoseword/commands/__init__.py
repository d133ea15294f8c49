"""Commands that need more than the path: they read reports and keep what was read."""
