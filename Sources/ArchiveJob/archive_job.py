#!/usr/bin/env python3
"""Claims of an archive as Parquet: pipes its stories through `theo extract` on Spark.

  spark-submit archive_job.py --theo /opt/theo --output claims archive/*.jsonl

Writes OUTPUT/claims, partitioned by agency and day, and OUTPUT/errors with what could not be read;
prints one line of JSON with the counts. Run again with --days for the days that failed: what is
there of these days is replaced, all else stays.
"""
import argparse
import json
import sys
import time

from pyspark import StorageLevel
from pyspark.sql import SparkSession, functions as F

SPAN = "ARRAY<BIGINT>"
# A fixed schema: what Spark would infer costs a pass of its own and differs from day to day.
SCHEMA = f"""
  record STRING, article STRING, id STRING, kind STRING, text STRING, content ARRAY<{SPAN}>,
  cue ARRAY<{SPAN}>, source ARRAY<{SPAN}>, speaker STRING, speaker_kind STRING, confidence DOUBLE,
  agencies ARRAY<STRING>,
  quantities ARRAY<STRUCT<span: {SPAN}, low: DOUBLE, high: DOUBLE, comparator: STRING, unit: STRING>>,
  dates ARRAY<STRUCT<span: {SPAN}, iso: STRING, `precision`: STRING>>, worth DOUBLE,
  sentence INT, context {SPAN},
  hops ARRAY<STRUCT<name: STRING, span: {SPAN}, kind: STRING, ties: ARRAY<{SPAN}>>>,
  roots ARRAY<STRUCT<name: STRING, span: {SPAN}>>, anonymous BOOLEAN, reason {SPAN},
  `inner` STRING, language STRING, day STRING, date STRING, url STRING, line BIGINT, error STRING"""
OF_ERRORS = ["article", "line", "error"]
# All but what theo takes for a blank line, so that each line gives an article or an error.
NOT_BLANK = r"[^\x00-\x20\ufeff]"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input", nargs="+", help="files, folders or patterns, as Spark reads them")
    parser.add_argument("--theo", required=True, help="theo, at the same place on every machine")
    parser.add_argument("--output", required=True)
    parser.add_argument("--form", choices=["jsonl", "text", "parquet"], default="jsonl",
                        help="a story a line, a story a file, or columns id, text, date, …")
    parser.add_argument("--days", default="", help="these days alone: 2024-01-05,2024-01-06")
    parser.add_argument("--partitions", type=int, default=0, help="pieces of work; default Spark's")
    return parser.parse_args()


def lines(spark, given):
    """The stories as JSON Lines, a column `value`, and their days, a column `day`."""
    if given.form == "jsonl":
        # A line that is no JSON goes through as it is: theo says what is wrong with it.
        rows = spark.read.text(given.input)
        day = F.get_json_object("value", "$.date")
    elif given.form == "text":
        # As an argument: the option of this name is overruled by the argument's default.
        rows = spark.read.text(given.input, wholetext=True).select(
            F.to_json(F.struct(F.input_file_name().alias("id"), F.col("value").alias("text")))
            .alias("value"))
        day = F.lit(None).cast("string")
    else:
        rows = spark.read.parquet(*given.input)
        day = F.col("date").cast("string") if "date" in rows.columns else F.lit(None)
        rows = rows.select(F.to_json(F.struct(*rows.columns)).alias("value"), day.alias("date"))
        day = F.col("date")
    rows = rows.withColumn("day", F.substring(day, 1, 10)).where(F.col("value").rlike(NOT_BLANK))
    return rows.repartition(given.partitions) if given.partitions else rows


def remove(spark, folder, days):
    """Takes away what an earlier run wrote of these days: an agency may have no claims now."""
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    files = path.getFileSystem(spark._jsc.hadoopConfiguration())
    for day in days:
        pattern = spark._jvm.org.apache.hadoop.fs.Path(f"{folder}/agency=*/day={day}")
        for found in files.globStatus(pattern) or []:
            files.delete(found.getPath(), True)


def main():
    given = arguments()
    days = [day for day in given.days.split(",") if day]
    spark = SparkSession.builder.appName("theo archive").getOrCreate()
    spark.conf.set("spark.sql.sources.partitionOverwriteMode", "dynamic")
    stories = lines(spark, given)
    if days:
        stories = stories.where(F.col("day").isin(days))
    # Without checkCode a theo that cannot run would pass for an archive without claims; without
    # --from a partition that begins with garbage would be told for what it is not, all of it.
    piped = stories.select("value").rdd.map(lambda row: row[0]).pipe(
        f"{given.theo} extract --from jsonl --on-error record", env={"LC_ALL": "C"}, checkCode=True)
    # Kept on disk: claims and errors are written from one extraction.
    records = spark.read.schema(SCHEMA).json(piped).persist(StorageLevel.DISK_ONLY)
    claims = (records.where("record = 'claim'").drop("line", "error")
              .withColumn("agency", F.coalesce(F.try_element_at("agencies", F.lit(1)), F.lit("none")))
              .withColumn("day", F.coalesce("day", F.lit("unknown"))))
    if days:
        remove(spark, f"{given.output}/claims", days)
    claims.write.partitionBy("agency", "day").mode("overwrite").parquet(f"{given.output}/claims")
    run = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    errors = records.where("record = 'error'").select(*OF_ERRORS)
    errors.write.mode("overwrite").parquet(f"{given.output}/errors/run={run}")
    counts = {row["record"]: row["count"] for row in records.groupBy("record").count().collect()}
    found = {"stories": counts.get("article", 0), "claims": counts.get("claim", 0),
             "errors": counts.get("error", 0)}
    print(json.dumps(found))
    # A line of theo's form may be an array of stories.
    entries = F.coalesce(F.json_array_length("value"), F.lit(1))
    read = stories.agg(F.sum(entries)).first()[0] or 0
    spark.stop()
    if read != found["stories"] + found["errors"]:
        return f"{read} stories were read, {found['stories']} found and {found['errors']} refused: run it again"
    return 0


if __name__ == "__main__":
    sys.exit(main())
