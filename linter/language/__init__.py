"""What official Chinese is made of: numerals, units, intervals, words. Knows no document."""
