"""The store in a browser: a skin over the functions that the commands use. Needs the extra `web`."""
