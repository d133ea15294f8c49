"""Measures the reading: `python -m benchmarks` prints scores and speed, `python -m benchmarks.gate` guards them."""
