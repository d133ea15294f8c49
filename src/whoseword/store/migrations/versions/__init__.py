"""One module for each step, written by hand."""
