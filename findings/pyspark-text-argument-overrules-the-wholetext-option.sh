#!/usr/bin/env bash
# pyspark 4.3.0 (Python 3, Java 17): `spark.read.option("wholetext", True).text(folder)` reads a row
# a line. One would expect a row a file, as the option says and as other options that were set
# before `text` hold; but `text` has an argument of that name whose default, False, is set over the
# option without a word. `text(folder, wholetext=True)` reads a row a file, and so does
# `format("text")` with the option and `load`.
#
# Seen: a file of three lines gives 3 rows by option and text, 1 by argument, 1 by option and load.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --target "$folder/python" pyspark==4.3.0
export PYTHONPATH=$folder/python SPARK_LOCAL_IP=127.0.0.1
mkdir "$folder/stories"
printf 'The dam holds.\n\nBy Ann Poe\n' > "$folder/stories/one.txt"
python3 - "$folder/stories" > "$folder/seen" 2> "$folder/log" <<'PYTHON' || { cat "$folder/log"; exit 1; }
import sys
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
stories = sys.argv[1]
print("option and text", spark.read.option("wholetext", True).text(stories).count())
print("argument", spark.read.text(stories, wholetext=True).count())
print("option and load", spark.read.option("wholetext", True).format("text").load(stories).count())
PYTHON
cat "$folder/seen"
diff "$folder/seen" - <<'EXPECTED'
option and text 3
argument 1
option and load 1
EXPECTED
