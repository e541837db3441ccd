"""分级界限。

Summary Thresholds: bands of graded scales, their bounds, and what the bounding words include.
"""
