"""DT: dates, weekdays, terms, effect clauses, and limits of reports."""
