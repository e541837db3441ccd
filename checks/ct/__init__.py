"""联系方式。

Summary Contacts: contact tables, telephone numbers, and personal data in them.
"""
