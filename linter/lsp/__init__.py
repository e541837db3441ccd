"""The language server: findings while typing, fixes, rule pages, outline, references. Extra ``[lsp]``."""
