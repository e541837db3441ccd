"""检查本身：读不通的地方和不起作用的接受。

Summary Engine: the engine itself: what it could not read, and acceptances that have no effect.
"""
