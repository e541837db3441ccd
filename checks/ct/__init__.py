"""CT: contact tables, telephone numbers, and personal data in them."""
