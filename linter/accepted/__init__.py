"""What was accepted: comments, decisions, baselines, and how findings are matched with them."""
