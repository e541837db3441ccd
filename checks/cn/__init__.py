"""计数与合计。

Summary Counts and sums: declared counts, sums, shares, and one number said twice.
"""
