"""TH thresholds: bands of graded scales, their bounds, and what the bounding words include."""
