"""日期与期限。

Summary Dates and terms: dates, weekdays, terms, effect clauses, and limits of reports.
"""
