"""Readings to statements: who says what, with which words."""
