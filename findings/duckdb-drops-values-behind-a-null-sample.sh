#!/usr/bin/env bash
# DuckDB 2.0.1: read_json takes the types of JSON Lines from the first 20,480 records. Guess that
# fails: a member that is null in all of them gets a type that later values are held against, so
# that one that does not fit is an error, as it is for a list behind a number.
#
# 20,480 records with "score": null and "tags": [], then one with 7 and [3]:
#   types                  "NULL" and JSON[]
#   the last record's      score NULL, without a word; tags ['3'], as text
#   sample_size = -1       BIGINT and BIGINT[]; 7 and [3]
# So README reads what extract writes with sample_size = -1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet duckdb==2.0.1
"$folder/venv/bin/python" - "$folder/records.jsonl" <<'PY'
import json
import sys
import duckdb

path = sys.argv[1]
with open(path, "w") as file:
    for number in range(20480):
        file.write(json.dumps({"id": number, "score": None, "tags": []}) + "\n")
    file.write(json.dumps({"id": 20480, "score": 7, "tags": [3]}) + "\n")


def read(options):
    source = f"read_json('{path}'{options})"
    types = [row[1] for row in duckdb.sql(f"describe select score, tags from {source}").fetchall()]
    return types, duckdb.sql(f"select score, tags from {source} where id = 20480").fetchall()[0]


sampled, whole = read(""), read(", sample_size = -1")
print("as it is:        ", sampled)
print("sample_size = -1:", whole)
assert sampled == (['"NULL"', "JSON[]"], (None, ["3"])), "values behind the sample are kept now"
assert whole == (["BIGINT", "BIGINT[]"], (7, [3])), "the whole is read otherwise"
PY
