"""From what reports say to what is owed, and how figures moved."""
