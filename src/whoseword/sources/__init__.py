"""Statements to chains: on whose word a statement stands, from the publisher outwards."""
