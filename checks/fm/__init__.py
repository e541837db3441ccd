"""格式与标点。

Summary Format: format and punctuation (GB/T 9704, GB/T 15834, GB/T 15835).
"""
