"""RF references: appendices and attachments, articles and clauses, tables and figures, posts and the own name."""
