"""Records to what people and programs read: the contract as JSON, the dossier as one HTML page."""
