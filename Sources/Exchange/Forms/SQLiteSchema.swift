/// The tables of an exported desk.
///
/// Full-text search stands over `claims`: text is in NFC and loses the marks that Unicode knows
/// (`remove_diacritics 2`; the default folds letters of one mark alone); `folded` has đ as d too,
/// which no tokenizer of SQLite does. "nguyen" and "da nang" find what they should. The table is
/// named in double quotes without blanks, as Datasette looks for it.
enum SQLiteSchema {
  static let tables = """
    CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE sources (
      number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
      aliases TEXT NOT NULL, country TEXT, parent TEXT, reliability TEXT, note TEXT NOT NULL,
      tags TEXT NOT NULL);
    CREATE TABLE stories (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL,
      author TEXT NOT NULL, agencies TEXT NOT NULL, language TEXT NOT NULL, published TEXT,
      url TEXT, sha256 TEXT, version INTEGER NOT NULL, loaded_by TEXT NOT NULL,
      loaded_at TEXT NOT NULL, text TEXT NOT NULL);
    CREATE TABLE claims (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      story INTEGER NOT NULL REFERENCES stories(number), kind TEXT NOT NULL, text TEXT NOT NULL,
      sentence TEXT NOT NULL, speaker TEXT NOT NULL, cue TEXT NOT NULL, agencies TEXT NOT NULL,
      chain TEXT NOT NULL, anonymous INTEGER NOT NULL, worth REAL NOT NULL, verdict TEXT NOT NULL,
      verdict_rank INTEGER, disputed INTEGER NOT NULL, credibility INTEGER, note TEXT NOT NULL,
      tags TEXT NOT NULL, annotator TEXT, time TEXT, start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL, folded TEXT NOT NULL);
    CREATE TABLE hops (
      claim INTEGER NOT NULL REFERENCES claims(number), place INTEGER NOT NULL, name TEXT NOT NULL,
      kind TEXT NOT NULL, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL,
      PRIMARY KEY (claim, place)) WITHOUT ROWID;
    CREATE TABLE attributions (
      claim INTEGER NOT NULL REFERENCES claims(number),
      source TEXT NOT NULL REFERENCES sources(name), role TEXT NOT NULL, given_by TEXT, time TEXT,
      PRIMARY KEY (claim, source, role)) WITHOUT ROWID;
    CREATE TABLE annotations (
      claim INTEGER NOT NULL REFERENCES claims(number), place INTEGER NOT NULL, user TEXT NOT NULL,
      time TEXT NOT NULL, verdict TEXT, credibility INTEGER, note TEXT,
      PRIMARY KEY (claim, place)) WITHOUT ROWID;
    CREATE TABLE evidence (
      claim INTEGER NOT NULL REFERENCES claims(number), place INTEGER NOT NULL, item TEXT NOT NULL,
      PRIMARY KEY (claim, place)) WITHOUT ROWID;
    CREATE TABLE quantities (
      claim INTEGER NOT NULL REFERENCES claims(number), place INTEGER NOT NULL, value REAL NOT NULL,
      high REAL, comparator TEXT NOT NULL, unit TEXT NOT NULL, start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL, PRIMARY KEY (claim, place)) WITHOUT ROWID;
    CREATE TABLE dates (
      claim INTEGER NOT NULL REFERENCES claims(number), place INTEGER NOT NULL, iso TEXT NOT NULL,
      first_day TEXT, last_day TEXT, precision TEXT NOT NULL, start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL, PRIMARY KEY (claim, place)) WITHOUT ROWID;
    BEGIN;
    """

  /// When all rows are there.
  static let finish = """
    CREATE INDEX claims_story ON claims(story);
    CREATE INDEX attributions_source ON attributions(source);
    CREATE VIRTUAL TABLE claims_fts USING fts5(
      text, speaker, note, folded, content="claims", content_rowid="number",
      tokenize="unicode61 remove_diacritics 2");
    INSERT INTO claims_fts(claims_fts) VALUES ('rebuild');
    COMMIT;
    """

  /// "hops", 6 → "INSERT INTO hops VALUES (?,?,?,?,?,?)"
  static func insert(into table: String, _ count: Int) -> String {
    let marks = Array(repeating: "?", count: count).joined(separator: ",")
    return "INSERT OR IGNORE INTO \(table) VALUES (\(marks))"
  }
}
