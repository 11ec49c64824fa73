import Foundation
import Testing

/// The archive job on Spark, with two workers of their own; skipped where Java or pyspark lacks.
@Suite("The archive job", .serialized)
struct ArchiveJobTests {
  private static let hasSpark =
    (try? Shell.run("sh", ["-c", "java -version 2>&1 && python3 -c 'import pyspark'"]).status) == 0

  @Test("The job has at most 120 lines")
  func short() throws {
    let lines = try Places.text("Sources/ArchiveJob/archive_job.py").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 121)
  }

  @Test(
    "gives the claims of one process, whatever dies, is garbage or is done again",
    .enabled(if: hasSpark, "needs Java and pyspark, which .ci/test installs"))
  func job() throws {
    let scratch = try Scratch()
    let script = Places.root.appendingPathComponent("Tests/Support/archive_job_check.py").path
    let ran = try Shell.run(
      "python3",
      [script, Places.theo, Places.root.appendingPathComponent("Sources/ArchiveJob").path],
      environment: ["SPARK_LOCAL_IP": "127.0.0.1"], folder: scratch.folder)
    #expect(ran.status == 0, "\(ran.output)\n\(ran.errors.suffix(4000))")
    #expect(
      ran.output.split(separator: "\n").map(String.init) == [
        "garbage counted: 30", "worker killed: the same claims as one process",
        "failed day done again, from Parquet: the same", "plain text: the same",
      ])
  }
}
