"""引用。

Summary References: appendices and attachments, articles and clauses, tables and figures, posts and the own name.
"""
