/// A member that a record of extract has.
///
/// Every record has every member, those of other kinds of records empty: DuckDB takes the types of
/// columns from the first 20,480 records and refuses a member that comes later.
struct RecordMember {
  let name: StaticString
  /// Lists are empty, everything else is null.
  let isList: Bool

  private init(_ name: StaticString, list: Bool = false) {
    self.name = name
    isList = list
  }

  /// Members of articles alone.
  static let article: [RecordMember] = [
    .init("title"), .init("headline"), .init("byline"), .init("dateline"),
    .init("captions", list: true), .init("body", list: true), .init("authors", list: true),
    .init("updated"), .init("section"), .init("lead"), .init("entries", list: true),
  ]

  /// Members of claims alone.
  static let claim: [RecordMember] = [
    .init("id"), .init("kind"), .init("content", list: true), .init("cue", list: true),
    .init("source", list: true), .init("speaker"), .init("speaker_kind"), .init("confidence"),
    .init("quantities", list: true), .init("dates", list: true), .init("worth"),
    .init("sentence"), .init("context"), .init("hops", list: true), .init("roots", list: true),
    .init("anonymous"), .init("reason"), .init("inner"),
  ]

  /// Members of articles and claims.
  static let story: [RecordMember] = [
    .init("language"), .init("text"), .init("agencies", list: true), .init("day"), .init("date"),
    .init("url"),
  ]

  /// Members of errors alone.
  static let error: [RecordMember] = [.init("line"), .init("error")]
}
