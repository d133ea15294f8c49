"""Trains and measures the reader. Never imported by the package."""
