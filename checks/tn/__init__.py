"""TN titles and numbers: document numbers, titles, the table of contents, cited acts."""
