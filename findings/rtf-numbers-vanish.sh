#!/usr/bin/env bash
# One would guess: automatic numbers survive from rich text, of all formats. The program that writes the file puts each
#   number before its item as plain words (\listtext), for those readers that do no lists.
# What happens: one reader throws these words away, another puts a dash in their place: 第三条 and 第四条 are gone.
# Version: kreuzberg 4.10.4 (PyPI), officeparser 8.1.1 (npm). striprtf 0.0.35 keeps them.
# Why it matters: of a regulation nothing is left to cite, and 违反第三条规定的 leads nowhere, or to another article.
#   gazette-lint takes the numbers that stand in the file, and says so of items that have none.
# Source: Rich Text Format Specification 1.9.1, list tables: \listtext contains the flat text representation of the number,
#   to be used by readers that do not understand the list; those that do take \leveltext and \levelstartat.
source "$(dirname "$0")/record.bash"

python_packages kreuzberg==4.10.4 striprtf==0.0.35
node_packages officeparser@8.1.1
cat > plan.py <<'P'
def words(text): return "".join(f"\\u{ord(one)}?" if ord(one) < 0x8000 else f"\\u{ord(one) - 0x10000}?" for one in text)
def item(number, text): return rf"\pard\ls1\ilvl0{{\listtext {words(number)}\tab}}{words(text)}\par" + "\n"
LIST = (r"{\*\listtable{\list\listtemplateid1\listsimple{\listlevel\levelnfc37\leveljc0\levelstartat3\levelfollow0"
    r"{\leveltext\'03" + words("第") + r"\'00" + words("条") + r";}{\levelnumbers\'02;}}\listid1}}"
    r"{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}")
with open("plan.rtf", "w") as file:
    file.write(r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}" + LIST
        + item("第三条", "不得擅自停水。") + item("第四条", "违反第三条规定的，处罚款。") + "}")
P
cat > read.py <<'P'
from kreuzberg import extract_file_sync
from striprtf.striprtf import rtf_to_text
print("kreuzberg:", *extract_file_sync("plan.rtf").content.split())
print("striprtf:", *rtf_to_text(open("plan.rtf").read()).split())
P
cat > read.mjs <<'P'
import { parseOffice } from "officeparser";
const read = await (await parseOffice("plan.rtf")).to("text");
console.log("officeparser:", (read.value ?? read).trim().split(/\s+/).join(" "));
P
read_plan() { python plan.py; python read.py; node read.mjs; }

as_recorded read_plan <<'R'
kreuzberg: 不得擅自停水。 违反第三条规定的，处罚款。
striprtf: 第三条 不得擅自停水。 第四条 违反第三条规定的，处罚款。
officeparser: - 不得擅自停水。 - 违反第三条规定的，处罚款。
R
