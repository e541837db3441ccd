#!/usr/bin/env bash
# One would guess: a decision table with hit policy U (unique), two rules of which hold for 10, is refused, or the
#   decision for 10 is an error.
# What happens: pyDMNrules gives the first rule's output for 10 deaths, 较大, with no error in the status; with policy
#   A (any: all that hold must agree) as well. bkflow-dmn raises HitPolicyMatchError, unless strict_mode is off.
# Version: pyDMNrules 1.4.5, bkflow-dmn 0.2.0 with bkflow-feel 1.2.0.
# Why it matters: graded scales are put into decision tables to be tried out. 3人以上10人以下 next to 10人以上30人以下, both
#   with their numbers included, then looks decided; the overlap that gazette-lint reports (TH002) shows nowhere.
# Source: DMN 1.3, 8.2, "hit policy": with U no two rules may hold for one input, with A their outputs must be equal.
source "$(dirname "$0")/record.bash"

python_packages pyDMNrules==1.4.5 openpyxl==3.1.5 bkflow-dmn==0.2.0 bkflow-feel==1.2.0
cat > table.py <<'P'
import openpyxl
from bkflow_dmn.api import decide_single_table
from openpyxl.styles import Border, Side
from pyDMNrules import DMN
THIN, DOUBLE = Side(style="thin"), Side(style="double")
def sheet(book, title, rows):
    page = book.create_sheet(title)
    page["A1"] = title
    for at, row in enumerate(rows, 2):
        for column, words in enumerate(row, 1):
            page.cell(at, column, words).border = Border(THIN, THIN, THIN, THIN)
    return page
for policy in "UA":
    book = openpyxl.Workbook()
    book.remove(book.active)
    names = sheet(book, "Glossary", [("Variable", "Business Concept", "Attribute"), ("死亡人数", "Event", "deaths"), ("级别", None, "level")])
    names.merge_cells("B3:B4")
    sheet(book, "Decision", [("Decisions", "Execute Decision Tables"), ("定级", "Grade")])
    rules = sheet(book, "Grade", [(policy, "死亡人数", "级别"), (1, "[3..10]", '"较大"'), (2, "[10..30]", '"重大"')])
    for row in rules["A2:C4"]:  # double lines part the inputs from the outputs and the head from the rules
        for cell, (left, right) in zip(row, ((THIN, THIN), (THIN, DOUBLE), (DOUBLE, THIN))):
            cell.border = Border(left, right, THIN, DOUBLE if cell.row == 2 else THIN)
    book.save("table.xlsx")
    engine = DMN()
    engine.load("table.xlsx")
    for deaths in (9, 10, 11):
        status, decision = engine.decide({"死亡人数": deaths})
        print("pyDMNrules", policy, deaths, status.get("errors"), decision["Result"]["级别"])
table = {"title": "Grade", "hit_policy": "Unique", "inputs": {"cols": [{"id": "deaths"}], "rows": [["[3..10]"], ["[10..30]"]]},
    "outputs": {"cols": [{"id": "level"}], "rows": [['"较大"'], ['"重大"']]}}
for strict in (True, False):
    try: print("bkflow-dmn", strict, decide_single_table(table, {"deaths": 10}, strict))
    except Exception as error: print("bkflow-dmn", strict, type(error).__name__)
P

as_recorded python table.py <<'R'
pyDMNrules U 9 None 较大
pyDMNrules U 10 None 较大
pyDMNrules U 11 None 重大
pyDMNrules A 9 None 较大
pyDMNrules A 10 None 较大
pyDMNrules A 11 None 重大
bkflow-dmn True HitPolicyMatchError
bkflow-dmn False [{'level': '较大'}]
R
