"""Pages made from records and facts: explanations, catalogue, schemas, dumps, scaffolds, proofs of examples."""
