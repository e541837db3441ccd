#!/usr/bin/env bash
# One would guess: in an engine for rules as code the steps of all scales begin alike, so that a scale read off a
#   document (10人以上, the number included: 10 belongs to the higher step) gives 10 the same step whatever kind of
#   scale carries it; and that `right`, which every scale takes, chooses the other reading.
# What happens: OpenFisca gives 10 to the step that begins at 10 in SingleAmountTaxScale, to the step below in
#   MarginalAmountTaxScale and in bracket_indices, marginal_rates and threshold_from_tax_base of MarginalRateTaxScale.
#   `right=True` moves it in the first only; in the second it is taken and changes nothing. No error, no warning.
# Version: OpenFisca-Core 46.0.1, numpy 2.4.6.
# Why it matters: subsidies and fines by steps are written with 以上 and 以下, which include the number (民法典 art. 1259).
#   Put into this engine, who stands exactly on a step is paid, or fined, by the kind of scale that was chosen.
# Source: the docstrings of calc and bracket_indices speak of "the bracket containing the input" and do not say which
#   one holds the threshold itself; the behaviour was seen in the run below.
source "$(dirname "$0")/record.bash"

python_packages OpenFisca-Core==46.0.1 numpy==2.4.6
cat > scales.py <<'P'
import numpy
from openfisca_core.taxscales import MarginalAmountTaxScale, MarginalRateTaxScale, SingleAmountTaxScale

people = numpy.array([9.0, 10.0, 11.0])


def scale(kind, *values):
    made = kind()
    for threshold, value in zip((0, 10), values):
        made.add_bracket(threshold, value)
    return made


single, marginal, rates = scale(SingleAmountTaxScale, 1, 2), scale(MarginalAmountTaxScale, 1, 1), scale(MarginalRateTaxScale, 1, 2)
print("people", people.astype(int))
print("single amount", single.calc(people), "right", single.calc(people, right=True))
print("marginal amount", marginal.calc(people), "right", marginal.calc(people, right=True))
print("step of a marginal rate", rates.bracket_indices(people) + 1, "rate", rates.marginal_rates(people))
print("threshold of that step", rates.threshold_from_tax_base(people))
P

as_recorded python scales.py <<'R'
people [ 9 10 11]
single amount [1 2 2] right [1 1 2]
marginal amount [1 1 2] right [1 1 2]
step of a marginal rate [1 1 2] rate [1 1 2]
threshold of that step [ 0  0 10]
R
