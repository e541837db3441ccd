"""The provinces, and the characters by which the codes of their agencies begin (晋市政办 is of 山西)."""

from linter.language.lexicon import rows

BY_CODE = {code: name for name, code, _ in rows("provinces.tsv") if code != "-"}
PROVINCES = tuple([name for name, _, _ in rows("provinces.tsv")])
# Autonomous regions by what stands behind the short name: 宁夏|回族自治区.
REGIONS = {name: region for name, _, region in rows("provinces.tsv") if region != "-"}
