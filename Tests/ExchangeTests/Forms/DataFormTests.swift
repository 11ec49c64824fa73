import ClaimModel
import JSONText
import TestSupport
import Testing

@testable import Exchange

@Suite("Claims as data")
struct DataFormTests {
  @Test("Every record of JSON Lines has the same members, of the same types")
  func members() throws {
    let lines = try SampleDesk.text(JSONLinesForm.self).split(separator: "\n")
    let records = try lines.map { try JSONReader.read(String($0)) }
    let shapes = records.map { record -> [String] in
      guard case .object(let object) = record else { return [] }
      return object.members.map(\.key)
    }
    #expect(Set(shapes).count == 1)
    #expect(lines[0].contains(#""value":[12.0]"#))
    #expect(lines[4].contains(#""value":[3.0,4.5]"#))
    #expect(lines[4].contains(#""from":null,"to":null,"precision":"day-of-any-year""#))
    #expect(lines[3].contains(#""hops":[]"#))
  }

  @Test(
    "DuckDB makes the columns that are meant, and takes claims that say more than the first 20,480",
    .enabled(if: PythonCheck.has("duckdb"), "needs the Python package duckdb"))
  func duckDB() throws {
    let folder = try TestFolder()
    let lines = try SampleDesk.text(JSONLinesForm.self).split(separator: "\n").map(String.init)
    let all = lines.joined(separator: "\n") + "\n"
    let sample = try folder.write(all, to: "claims.jsonl")
    let bare = String(repeating: lines[1] + "\n", count: 21_000)
    let late = try folder.write(bare + all, to: "late.jsonl")
    let seen = try PythonCheck.run(
      """
      import sys, duckdb
      sample, late = (f"read_json('{path}')" for path in sys.argv[1:])
      types = dict(duckdb.sql(f"select column_name, column_type from (describe select * from {sample})").fetchall())
      print([types[n] for n in ("published", "time", "worth", "anonymous", "notes", "credibility")])
      print(types["quantities"])
      print(duckdb.sql(f'''select id, q.value from (select id, unnest(quantities) q from {sample})
        order by id''').fetchall())
      print(duckdb.sql(f"select count(*), count(distinct verdict) from {late}").fetchall())
      """, [sample, late])
    #expect(
      seen == """
        ['DATE', 'TIMESTAMP WITH TIME ZONE', 'DOUBLE', 'BOOLEAN', 'VARCHAR[]', 'BIGINT']
        STRUCT("value" DOUBLE[], comparator VARCHAR, unit VARCHAR, "start" BIGINT, "end" BIGINT)[]
        [('c1', [12.0]), ('c5', [3.0, 4.5])]
        [(21005, 4)]

        """)
  }

  @Test("JSON is one document with the desk, its stories and its sources")
  func document() throws {
    let value = try JSONReader.read(try SampleDesk.text(JSONForm.self))
    guard case .object(let desk) = value, case .array(let stories)? = desk["stories"],
      case .object(let first)? = stories.first, case .array(let claims)? = first["claims"]
    else {
      Issue.record("not a desk: \(value)")
      return
    }
    #expect(stories.count == 2)
    #expect(claims.count == 3)
    #expect(first["text"] == .string(SampleDesk.vietnamese.article.text))
    #expect(desk["sources"] == .array(SampleDesk.head.sources.map(DeskRecord.source)))
  }

  @Test("A desk without stories is a document too")
  func empty() throws {
    var form = JSONForm(SampleDesk.head)
    var out = DeskOutput()
    form.finish(&out)
    #expect(throws: Never.self) { try JSONReader.read(out.bytes) }
  }

  @Test(
    "Days that a date can mean",
    arguments: [
      ("2024-02", "2024-02-01", "2024-02-29", "month"),
      ("2023", "2023-01-01", "2023-12-31", "year"),
      ("2024-01-05", "2024-01-05", "2024-01-05", "day"), ("--01-05", "", "", "day-of-any-year"),
    ])
  func days(iso: String, first: String, last: String, precision: String) {
    let days = DeskDays(iso: iso)
    #expect(days.first?.description ?? "" == first)
    #expect(days.last?.description ?? "" == last)
    #expect(days.precision.rawValue == precision)
  }
}

@Suite("A desk as a database")
struct SQLiteFormTests {
  private func database() throws -> (TestFolder, String) {
    let folder = try TestFolder()
    return (folder, try folder.write(try SampleDesk.output(SQLiteForm.self).bytes, to: "d.sqlite"))
  }

  @Test("Keys and foreign keys hold, and each table has its rows")
  func keys() throws {
    let (folder, path) = try database()
    let seen = try PythonCheck.run(
      """
      import sys, sqlite3
      base = sqlite3.connect(sys.argv[1])
      print(base.execute("pragma integrity_check").fetchall(),
            base.execute("pragma foreign_key_check").fetchall())
      for table in ("about", "sources", "stories", "claims", "hops", "attributions", "annotations",
                    "evidence", "quantities", "dates"):
          print(table, base.execute(f"select count(*) from {table}").fetchone()[0])
      print(base.execute("select id, verdict, verdict_rank, disputed, note from claims").fetchall())
      print(base.execute("select * from dates").fetchall())
      """, [path])
    _ = folder
    #expect(
      seen == #"""
        [('ok',)] []
        about 5
        sources 2
        stories 2
        claims 5
        hops 2
        attributions 2
        annotations 4
        evidence 2
        quantities 2
        dates 2
        [('c1', 'half-true', 3, 1, '=1+1, she "said"\nXinhua: 11'), ('c2', 'unchecked', None, 0, ''), ('c3', 'true', 5, 0, ''), ('c4', 'unverifiable', None, 0, ''), ('c5', 'unchecked', None, 0, '')]
        [(3, 1, '2024-01-05', '2024-01-05', '2024-01-05', 'day', 110, 118), (5, 1, '--01-05', None, None, 'day-of-any-year', 23, 52)]

        """#)
  }

  @Test(
    "Words typed without marks are found, decomposed ones too",
    arguments: [
      ("nguyen", "c1 c2"), ("my", "c1 c2"), ("\"de vung\"", "c2"), ("đê", "c2"),
      ("\"da ngap\"", "c1"), ("mot", "c4"), ("xinhua", "c1"), ("nuoc rut", "c3"),
    ])
  func search(words: String, claims: String) throws {
    let (folder, path) = try database()
    let seen = try PythonCheck.run(
      """
      import sys, sqlite3
      base = sqlite3.connect(sys.argv[1])
      print(" ".join(row[0] for row in base.execute('''select id from claims where number in
        (select rowid from claims_fts where claims_fts match ?) order by number''', sys.argv[2:])))
      """, [path, words])
    _ = folder
    #expect(seen == claims + "\n")
  }

  @Test("Datasette finds the full-text table of the claims")
  func datasette() throws {
    let (folder, path) = try database()
    // What datasette 0.65 looks for (utils/__init__.py, detect_fts_sql).
    let seen = try PythonCheck.run(
      """
      import sys, sqlite3
      base = sqlite3.connect(sys.argv[1])
      print(base.execute('''select name from sqlite_master where rootpage = 0 and (
        sql like '%VIRTUAL TABLE%USING FTS%content="claims"%'
        or sql like '%VIRTUAL TABLE%USING FTS%content=[claims]%')''').fetchall())
      """, [path])
    _ = folder
    #expect(seen == "[('claims_fts',)]\n")
  }
}
