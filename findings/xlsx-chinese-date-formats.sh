#!/usr/bin/env bash
# One would guess: a cell that a Chinese Excel shows as 2021年11月25日 is a date for every reader of .xlsx.
# What happens: the dates of the Chinese edition have numbers of their own, 27 to 36 and 50 to 58, which stand in no
#   file. openpyxl, pylightxl, xlsx2csv and exceljs do not know them and give the day count 44525, openpyxl with the
#   number format "General". SheetJS and calamine give the date.
# Version: openpyxl 3.1.5, python-calamine 0.9.1, pylightxl 1.61, xlsx2csv 0.8.6, exceljs 4.4.0, @e965/xlsx 0.20.3.
# Why it matters: a column of deadlines or dates of issue turns into five-figure numbers, which a check of sums or
#   counts takes for values. Number format 14 (yyyy/m/d in a Chinese Excel) is known to all.
# Source: ECMA-376 Part 1, 18.8.30 numFmt, lists what these numbers mean for each language (zh-cn: 31 yyyy"年"m"月"d"日").
source "$(dirname "$0")/record.bash"

python_packages xlsxwriter==3.2.9 openpyxl==3.1.5 python-calamine==0.9.1 pylightxl==1.61 xlsx2csv==0.8.6
node_packages exceljs@4.4.0 @e965/xlsx@0.20.3
cat > write.py <<'P'
import xlsxwriter
with xlsxwriter.Workbook("dates.xlsx") as book:
    sheet = book.add_worksheet("Sheet")
    for row, form in enumerate((14, 27, 31, 57, 58)):
        sheet.write(row, 0, 44525, book.add_format({"num_format": form}))
P
cat > read.py <<'P'
import io, openpyxl, pylightxl, xlsx2csv
from python_calamine import CalamineWorkbook
sheet = openpyxl.load_workbook("dates.xlsx").active
rust = CalamineWorkbook.from_path("dates.xlsx").get_sheet_by_index(0).to_python()
light = pylightxl.readxl("dates.xlsx").ws("Sheet")
xlsx2csv.Xlsx2csv("dates.xlsx").convert(text := io.StringIO())
for row, (form, line) in enumerate(zip((14, 27, 31, 57, 58), text.getvalue().split()), 1):
    cell = sheet.cell(row, 1)
    print(form, "openpyxl", cell.value, f"({cell.number_format})", "calamine", rust[row - 1][0], end=" ")
    print("pylightxl", light.index(row, 1), "xlsx2csv", line)
P
cat > dates.js <<'J'
const book = new (require('exceljs').Workbook)(), sheet = require('@e965/xlsx').readFile('dates.xlsx').Sheets.Sheet;
book.xlsx.readFile('dates.xlsx').then(() => [14, 27, 31, 57, 58].forEach((form, at) => {
  const value = book.worksheets[0].getCell(at + 1, 1).value;
  console.log(form, 'exceljs', value instanceof Date ? value.toISOString().slice(0, 10) : value, 'SheetJS', sheet[`A${at + 1}`].w);
}));
J
dates() { python write.py && python read.py && node dates.js; }

as_recorded dates <<'R'
14 openpyxl 2021-11-25 00:00:00 (mm-dd-yy) calamine 2021-11-25 pylightxl 2021/11/25 xlsx2csv 11-25-21
27 openpyxl 44525 (General) calamine 2021-11-25 pylightxl 44525 xlsx2csv 44525
31 openpyxl 44525 (General) calamine 2021-11-25 pylightxl 44525 xlsx2csv 44525
57 openpyxl 44525 (General) calamine 2021-11-25 pylightxl 44525 xlsx2csv 44525
58 openpyxl 44525 (General) calamine 2021-11-25 pylightxl 44525 xlsx2csv 44525
14 exceljs 2021-11-25 SheetJS 11/25/21
27 exceljs 44525 SheetJS 11/25/21
31 exceljs 44525 SheetJS 11/25/21
57 exceljs 44525 SheetJS 11/25/21
58 exceljs 44525 SheetJS 11/25/21
R
