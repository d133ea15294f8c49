"""What was read and what people judged of it, kept: facts as they were read, judgements as they were made."""
