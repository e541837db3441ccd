#!/usr/bin/env bash
# One would guess: of a cell with the number format [DBNum2] (Excel shows 10050 as 壹万零伍拾) a reader without Chinese
#   numerals gives the plain number.
# What happens: SheetJS gives the text "$10050": yuan in capitals become dollars. pylightxl takes the d of DBNum for a
#   day and gives the date 1927/07/07. xlsx2html puts the number into the middle of the format. openpyxl
#   and exceljs give the number and leave the format to the caller.
# Version: @e965/xlsx 0.20.3, pylightxl 1.61, xlsx2html 0.6.4, openpyxl 3.1.5, exceljs 4.4.0.
# Why it matters: amounts in capitals (大写金额) of budgets and contracts are made by this format; after conversion
#   to text or HTML a comparison of the two spellings of an amount reads a date or another currency.
# Source: the formats are those that a Chinese Excel offers as 特殊 / 中文大写数字; SheetJS's SSF says that it
#   formats by ECMA-376, which leaves DBNum to the application.
source "$(dirname "$0")/record.bash"

python_packages xlsxwriter==3.2.9 openpyxl==3.1.5 pylightxl==1.61 xlsx2html==0.6.4
node_packages exceljs@4.4.0 @e965/xlsx@0.20.3
cat > capitals.py <<'P'
import io, re, openpyxl, pylightxl, xlsxwriter
from xlsx2html import xlsx2html
with xlsxwriter.Workbook("capitals.xlsx") as book:
    form = book.add_format({"num_format": "[DBNum2][$-804]General"})
    book.add_worksheet("Sheet").write(0, 0, 10050, form)
print("openpyxl", openpyxl.load_workbook("capitals.xlsx").active["A1"].value)
print("pylightxl", pylightxl.readxl("capitals.xlsx").ws("Sheet").index(1, 1))
xlsx2html("capitals.xlsx", page := io.StringIO(), locale="zh")
print("xlsx2html", re.search("<td[^>]*>([^<]*)", page.getvalue())[1])
P
cat > capitals.js <<'J'
const book = new (require('exceljs').Workbook)();
console.log('SheetJS', require('@e965/xlsx').readFile('capitals.xlsx').Sheets.Sheet.A1.w);
book.xlsx.readFile('capitals.xlsx').then(() => console.log('exceljs', book.worksheets[0].getCell('A1').text));
J
capitals() { python capitals.py && node capitals.js; }

as_recorded capitals <<'R'
openpyxl 10050
pylightxl 1927/07/07
xlsx2html [DBNum10050]804General
SheetJS $10050
exceljs 10050
R
