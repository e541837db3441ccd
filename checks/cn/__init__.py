"""CN: declared counts, sums, shares, and one number said twice."""
