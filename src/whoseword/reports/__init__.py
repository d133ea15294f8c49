"""Bytes to reports to readings: what stands in a report, before anybody asks who said it."""
