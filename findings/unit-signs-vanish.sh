#!/usr/bin/env bash
# One would guess: a library of quantities that refuses 亩 and 元 as unknown units knows ℃ and ㎡, or refuses them too.
# What happens: the units that Chinese texts write as one character, ℃ ㎡ ㎥ ㎏ ㎜, are passed over and the number is left
#   without a unit: 100㎡ and 50㎏ can be added (150), 100㎡ equals 100℃, 10℃/h is ten per hour, and 3㎞² is 9, the square
#   of the number. 10 °C, 100 m² and 50 kg are right. The second library reads -10℃ and 100㎡ as bare numbers as well.
# Version: pint 0.25.3; quantulum3 0.10.0 (PyPI).
# Why it matters: input methods offer ℃ and ㎡ first, so nearly all Chinese documents have them; the guard against adding
#   areas to weights, which is what such a library is for, is off for these. gazette-lint reads ℃, ㎡ and their like.
# Source: pint's documentation: a unit that is not in the registry raises UndefinedUnitError. Unicode 15: ℃ U+2103 is
#   the same as °C, ㎡ U+33A1 as m² (compatibility).
source "$(dirname "$0")/record.bash"

python_packages pint==0.25.3 quantulum3==0.10.0
cat > units.py <<'P'
import pint
from quantulum3 import parser
quantity = pint.UnitRegistry(autoconvert_offset_to_baseunit=True).Quantity
for words in ("10 °C", "10℃", "100 m²", "100㎡", "5㎥", "50㎏", "10℃/h", "3㎞²", "8亩"):
    try: print(words, "→", quantity(words))
    except pint.UndefinedUnitError as error: print(words, "→", error)
print(quantity("100㎡") + quantity("50㎏"), quantity("100㎡") == quantity("100℃"))
for words in ("at -10 °C", "at -10℃", "of 100 m²", "of 100㎡"):
    print(words, "→", *(f"{one.value} {one.unit.name}" for one in parser.parse(words)))
P

as_recorded python units.py <<'R'
10 °C → 10 degree_Celsius
10℃ → 10 dimensionless
100 m² → 100 meter ** 2
100㎡ → 100 dimensionless
5㎥ → 5 dimensionless
50㎏ → 50 dimensionless
10℃/h → 10.0 / hour
3㎞² → 9 dimensionless
8亩 → '亩' is not defined in the unit registry
150 dimensionless True
at -10 °C → -10.0 degree Celsius
at -10℃ → -10.0 dimensionless
of 100 m² → 100.0 square metre
of 100㎡ → 100.0 dimensionless
R
