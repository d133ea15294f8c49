"""What is new about the words that people watch, and how they are told: the terminal, an Atom feed, a webhook."""
