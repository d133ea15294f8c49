"""Archives and documents of other kinds -> web pages and reports: WARC, WACZ, MHTML, e-mail, PDF and Word files."""
