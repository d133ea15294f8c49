"""How good is the reading? Measured against what people marked by hand, beside how well people agree."""
