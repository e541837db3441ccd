#!/usr/bin/env bash
# One would guess: the text that a reader of .xlsx gives for a cell with a number format is what Excel shows, or else the
#   plain number.
# What happens: Chinese offices show sums in 万元 with a format that scales by a thousand and sets a literal point before
#   the last digit: 0\.0,"万元" shows 123456 as 12.3万元. SheetJS gives 1.23万元, a tenth, as it takes the literal point
#   for a decimal point. xlsx2html drops the scale and keeps the unit: 123456.0万元, ten thousand times as much. numfmt is
#   right. With four digits after the point, 0\.0000"万元", SheetJS is right; so a sample may look fine.
# Version: @e965/xlsx 0.20.3 (SheetJS 0.20.3 from the registry), numfmt 4.0.1 (npm), xlsx2html 0.6.4 (PyPI).
# Why it matters: annexes with grants and penalties in 万元 are tables of this kind; a reader for checks or for a web page
#   gets amounts that are wrong by a power of ten beside the right unit. Take the value, not the text, of such cells.
# Source: ECMA-376 part 1, 18.8.31: a comma after the last digit divides by a thousand; a character after a backslash
#   or in quotation marks is shown as it is and is no decimal point.
source "$(dirname "$0")/record.bash"

python_packages xlsxwriter==3.2.9 xlsx2html==0.6.4
node_packages @e965/xlsx@0.20.3 numfmt@4.0.1
cat > write.py <<'P'
import xlsxwriter
book = xlsxwriter.Workbook("sums.xlsx")
sheet = book.add_worksheet("S")
for at, form in enumerate(('0\\.0,"万元"', '0"."0,"万元"', '0\\.0000"万元"', '0.0,"千元"')):
    sheet.write_number(at, 0, 123456, book.add_format({"num_format": form}))
book.close()
P
cat > text.mjs <<'J'
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { format } from 'numfmt';
const sheet = read(readFileSync('sums.xlsx'), { cellNF: true }).Sheets.S;
for (const { z, v, w } of ['A1', 'A2', 'A3', 'A4'].map((at) => sheet[at])) console.log(z, 'SheetJS', w, 'numfmt', format(z, v));
J
cat > page.py <<'P'
import re, xlsx2html
page = xlsx2html.xlsx2html("sums.xlsx")
page.seek(0)
print("xlsx2html", *(re.sub(r'<[^>]*>|\s|"', "", cell) for cell in re.findall("<td.*?</td>", page.read(), re.DOTALL)))
P
sums() { python write.py && node text.mjs && python page.py; }

as_recorded sums <<'R'
0\.0,"万元" SheetJS 1.23万元 numfmt 12.3万元
0"."0,"万元" SheetJS 1.23万元 numfmt 12.3万元
0\.0000"万元" SheetJS 12.3456万元 numfmt 12.3456万元
0.0,"千元" SheetJS 123.5千元 numfmt 123.5千元
xlsx2html 123456.0万元 123456.0,万元 123456.0000万元 123456.0千元
R
