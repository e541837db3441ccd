"""名单。

Summary Lists: members named twice, lists that claim to mirror each other, groups and posts.
"""
