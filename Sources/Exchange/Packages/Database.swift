internal import CSQLite

/// A database of SQLite in memory, to be filled and handed over as the bytes of its file.
///
/// What SQLite refuses is remembered and thrown by `finish`: a row too many does no harm.
final class Database {
  struct Refusal: Error {
    var problem: String
  }

  private var handle: OpaquePointer?
  private var problem: String?

  init() {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    check(sqlite3_open_v2(":memory:", &handle, flags, nil))
    run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;")
  }

  deinit { sqlite3_close_v2(handle) }

  func run(_ statements: String) { check(sqlite3_exec(handle, statements, nil, nil, nil)) }

  /// A statement that is run many times: `INSERT INTO t VALUES (?, ?)`.
  func prepared(_ statement: String) -> Inserter {
    var prepared: OpaquePointer?
    check(
      sqlite3_prepare_v3(handle, statement, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil))
    return Inserter(prepared, of: self)
  }

  fileprivate func check(_ code: Int32) {
    guard code != SQLITE_OK, code != SQLITE_DONE, code != SQLITE_ROW, problem == nil else { return }
    problem = sqlite3_errmsg(handle).map { String(cString: $0) } ?? "no memory"
  }

  /// The bytes of the database as a file has them.
  func finish() throws(Refusal) -> [UInt8] {
    if let problem { throw Refusal(problem: problem) }
    var count: Int64 = 0
    guard let bytes = sqlite3_serialize(handle, "main", &count, 0) else {
      throw Refusal(problem: "no memory for \(count) bytes")
    }
    defer { sqlite3_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}

/// A prepared INSERT with its values; lives no longer than its database.
final class Inserter {
  private let statement: OpaquePointer?
  private let database: Database
  private var place: Int32 = 0

  fileprivate init(_ statement: OpaquePointer?, of database: Database) {
    self.statement = statement
    self.database = database
  }

  deinit { sqlite3_finalize(statement) }

  /// The next value of the row.
  func text(_ text: String?) {
    place += 1
    guard var text else { return database.check(sqlite3_bind_null(statement, place)) }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        // An empty string's buffer may have no address, and would be NULL.
        database.check(
          bytes.isEmpty
            ? theo_bind_text(statement, place, "", 0)
            : theo_bind_text(statement, place, bytes.baseAddress, Int32(clamping: bytes.count)))
      }
    }
  }

  func integer(_ number: Int?) {
    place += 1
    guard let number else { return database.check(sqlite3_bind_null(statement, place)) }
    database.check(sqlite3_bind_int64(statement, place, Int64(number)))
  }

  func number(_ number: Double?) {
    place += 1
    guard let number else { return database.check(sqlite3_bind_null(statement, place)) }
    database.check(sqlite3_bind_double(statement, place, number))
  }

  func insert() {
    database.check(sqlite3_step(statement))
    sqlite3_reset(statement)
    place = 0
  }
}
