"""Tries archive_job.py on this machine, on a cluster of two workers where one of them is killed:
archive_job_check.py THEO FOLDER."""
import contextlib
import glob
import io
import json
import os
import subprocess
import sys
import threading
import time

import pyspark
from pyspark.sql import SparkSession
from pyspark.sql.types import StructType

theo, folder = sys.argv[1:]
sys.path.append(folder)
import archive_job

home = os.path.dirname(pyspark.__file__)
environment = {**os.environ, "PYSPARK_PYTHON": sys.executable,
               "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}


def session():
    """Spark in this process: the job ends it, and it begins again."""
    return (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2").getOrCreate())


def start(*words):
    return subprocess.Popen(
        [os.path.join(home, "bin", "spark-submit"), "--master", "local-cluster[2,1,1024]",
         "--conf", "spark.ui.enabled=false", "--conf", "spark.sql.shuffle.partitions=2",
         "--conf", "spark.log.level=ERROR", os.path.join(folder, "archive_job.py"), "--theo", theo,
         *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(job):
    out, err = job.communicate()
    if job.returncode != 0:
        sys.exit(f"the job failed: {err[-3000:]}")
    return json.loads(out.strip().splitlines()[-1])


def job(*words):
    """The job without a cluster, in this process: a JVM takes longer to start than these to run."""
    session()
    sys.argv[1:] = ["--theo", theo, *words]
    with contextlib.redirect_stdout(io.StringIO()) as out:
        ended = archive_job.main()
    if ended != 0:
        sys.exit(f"the job failed: {ended}")
    return json.loads(out.getvalue().strip().splitlines()[-1])


def names():
    """The fields of a claim that the job keeps."""
    session()
    return {f.name for f in StructType.fromDDL(archive_job.SCHEMA)} - {"line", "error"}


def whole(record, names, day):
    """A claim with all that the job keeps of it, as text that can be compared."""
    kept = {name: record[name] for name in names} | {"day": day}
    # A number or a list of two, which is no type of a table: `low` and `high` stand for it.
    kept["quantities"] = [{k: q[k] for k in q if k != "value"} for q in kept["quantities"]]
    return json.dumps(kept, sort_keys=True)


def written(output):
    """What the job wrote; the days are folders."""
    kept = names()
    rows = (row.asDict(True) for row in session().read.parquet(output + "/claims").collect())
    return sorted(whole(row, kept, str(row["day"])) for row in rows)


def extracted(*files):
    rows, kept = [], names()
    for file in files:
        out = subprocess.run([theo, "extract", "--on-error", "skip"], stdin=open(file), check=True,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
        records = (json.loads(line) for line in out.splitlines())
        rows += [whole(r, kept, r["day"] or "unknown") for r in records if r["record"] == "claim"]
    return sorted(rows)


def of_process(pid, name):
    with open(f"/proc/{pid}/{name}", errors="replace") as file:
        return file.read()


def executor_of(pid):
    """The worker process of this cluster that a process works for, or None."""
    while pid > 1:
        if "CoarseGrainedExecutorBackend" in of_process(pid, "cmdline"):
            return pid if os.getcwd() in of_process(pid, "environ") else None
        pid = int(of_process(pid, "stat").rpartition(")")[2].split()[1])
    return None


def kill_an_executor(watched):
    """Kills one worker process of the cluster while theo reads a part of the stories for it."""
    while watched.poll() is None:
        for path in glob.glob("/proc/[0-9]*/comm"):
            pid = int(path.split("/")[2])
            try:
                if of_process(pid, "comm").strip() == os.path.basename(theo) and executor_of(pid):
                    os.kill(executor_of(pid), 9)
                    return True
            except OSError:
                continue
        time.sleep(0.02)
    return False


os.makedirs("in")
agencies = ["AFP", "Reuters", "Xinhua", ""]
for part in range(4):
    with open(f"in/p{part}.jsonl", "w") as file:
        for n in range(part, 300, 4):
            said = (f"Dam {n} on the Van Sa holds back {n + 3} to {n + 5} metres of water on March 3, "
                    "AFP reported, citing the mayor.")
            by = f"\n\nBy Ann Poe ({agencies[n % 4]})" if agencies[n % 4] else ""
            file.write(json.dumps({"id": n, "text": said + by, "date": f"2024-01-0{1 + n % 3}"}) + "\n")
stories = sorted(glob.glob("in/*.jsonl"))
expected = extracted(*stories)
assert len(expected) >= 300, len(expected)

# Bytes that are no text, text that is no record, arrays of what is none, and lines that are blank.
with open("in/garbage.jsonl", "wb") as file:
    file.write(b"".join(b"\xff\x00\x80garbage %d {\n" % n for n in range(15)))
    file.write(b"".join(b"garbage %d\n" % n for n in range(13)))
    file.write(b"[1, 2]\n[]\n\x00\x00\x00\n\n \t\r\n\x1c\n\xef\xbb\xbf\n")
watched = start("--output", "one", "--partitions", "4", *stories, "in/garbage.jsonl")
killed = []
killer = threading.Thread(target=lambda: killed.append(kill_an_executor(watched)))
killer.start()
counts = finish(watched)
killer.join()
assert counts["stories"] == 300 and counts["errors"] == 30, counts
assert session().read.parquet("one/errors").where("line is not null").count() == 30
print("garbage counted: 30")
assert killed == [True], "no worker was killed"
assert written("one") == expected
print("worker killed: the same claims as one process")

for file in glob.glob("one/claims/agency=AFP/day=2024-01-02/*"):
    os.remove(file)
assert written("one") != expected
session().read.json(stories).write.parquet("stories.parquet")
counts = job("--form", "parquet", "--output", "one", "--days", "2024-01-02", "stories.parquet")
assert counts["stories"] == 100 and written("one") == expected, counts
print("failed day done again, from Parquet: the same")

os.makedirs("texts")
rows = [json.loads(line) for file in stories for line in open(file)][:20]
for row in rows:
    with open(f"texts/{row['id']}.txt", "w") as file:
        file.write(row["text"])
counts = job("--form", "text", "--partitions", "2", "--output", "two", "texts")
assert counts["stories"] == 20 and counts["claims"] == len(
    [r for r in expected if json.loads(r)["article"] in {str(row["id"]) for row in rows}]), counts
print("plain text: the same")
