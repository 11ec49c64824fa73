#!/usr/bin/env bash
# irrCAC 0.4.4 (with pandas 2.3.3): under ordinal weights the verdicts of a table are ranked by the
# alphabet unless `categories=` gives their order. Guess that fails: verdicts written as words are
# either refused or taken in the order of a scale.
#
# A fact desk's scale is true, mostly-true, half-true, mostly-false, false; by the alphabet
# "mostly-true" lies beside "true" but "false" beside "half-true". Two raters of six claims:
#   words, no categories      alpha 0.79878
#   ranks 1 to 5              alpha 0.68927
#   words, categories=scale   alpha 0.68927
# No warning is given. So a table of verdicts is handed over with the rank beside the word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet irrCAC==0.4.4 pandas==2.3.3
"$folder/venv/bin/python" -W error::UserWarning - <<'PY'
import pandas as pd
from irrCAC.raw import CAC

scale = ["true", "mostly-true", "half-true", "mostly-false", "false"]
words = pd.DataFrame({
    "An": ["true", "mostly-true", "half-true", "mostly-false", "false", "true"],
    "Lan": ["mostly-true", "mostly-true", "mostly-false", "mostly-false", "half-true", "true"],
})
ranks = words.apply(lambda column: column.map({word: i + 1 for i, word in enumerate(scale)}))


def alpha(table, **options):
    cac = CAC(table, weights="ordinal", **options)
    return cac.categories, cac.krippendorff()["est"]["coefficient_value"]


by_alphabet, by_rank, by_scale = alpha(words), alpha(ranks), alpha(words, categories=scale)
for name, result in (("words", by_alphabet), ("ranks", by_rank), ("words, scale", by_scale)):
    print(f"{name:13} {result[1]:.5f}  {result[0]}")
assert by_alphabet == (sorted(scale), 0.79878), "words are no longer ranked by the alphabet"
assert by_rank[1] == by_scale[1] == 0.68927, "the right figure changed"
PY
