"""Addresses to bytes: fetches pages and feeds politely, from public servers alone, and tells what was wrong."""
