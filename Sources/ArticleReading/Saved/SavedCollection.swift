internal import ClaimModel
internal import JSONText

/// A web archive collection, WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/): a zip archive
/// with datapackage.json, pages/pages.jsonl and archive/*.warc.gz.
struct SavedCollection {
  private(set) var copy = SavedCopy(.wacz)

  /// Bytes of pages.jsonl and datapackage.json, and of one WARC file in it, that are read.
  private static let mostOfList = 16 << 20

  /// Nil for a zip archive that is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let directory = try? ZipDirectory(bytes) else { return nil }
    var entries = [String: ZipEntry]()
    var records: ZipEntry?
    var count = 0
    try? directory.forEach { entry, _ throws(ArchiveFault) in
      count += 1
      guard count <= 100_000 else { throw ArchiveFault(problem: "too many entries") }
      switch entry.name {
      case "datapackage.json", "pages/pages.jsonl": entries[entry.name] = entry
      default:
        if records == nil, entry.name.hasPrefix("archive/"), entry.name.contains(".warc") {
          records = entry
        }
      }
    }
    guard entries["datapackage.json"] != nil,
      records != nil || entries["pages/pages.jsonl"] != nil
    else { return nil }
    func contents(_ name: String) -> [UInt8]? {
      entries[name].flatMap { entry in
        entry.size <= Self.mostOfList ? try? entry.contents(in: bytes, ArchiveUse()) : nil
      }
    }
    if let package = contents("datapackage.json") { readPackage(package) }
    if copy.address == nil || copy.time == nil, let pages = contents("pages/pages.jsonl") {
      readPages(pages)
    }
    if copy.address == nil || copy.time == nil,
      let file = try? records?.contents(in: bytes, ArchiveUse())
    {
      readRecords(file)
    }
  }

  /// The page that the collection opens with, where it names one.
  private mutating func readPackage(_ bytes: [UInt8]) {
    guard let object = Self.object(bytes) else { return }
    copy.address = Self.text(object["mainPageUrl"] ?? object["mainPageURL"])
    guard copy.address != nil else { return }
    copy.time = Self.time(object["mainPageDate"])
  }

  /// The first page of the list, or the one that the collection opens with. Its first line names
  /// the format.
  private mutating func readPages(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      guard let object = Self.object(Array(line)), let address = Self.text(object["url"]) else {
        continue
      }
      if let main = copy.address, main != address { continue }
      copy.address = address
      copy.time = copy.time ?? Self.time(object["ts"])
      return
    }
  }

  private mutating func readRecords(_ bytes: [UInt8]) {
    let found = bytes.withUnsafeBufferPointer { SavedCopy($0) }
    guard let found, found.form == .warc else { return }
    if copy.address == nil { copy.address = found.address }
    if copy.address == found.address { copy.time = copy.time ?? found.time }
  }

  private static func object(_ bytes: [UInt8]) -> JSONObject? {
    let value = bytes.withUnsafeBufferPointer {
      try? JSONReader.read($0, keepsFirstOfTwins: true)
    }
    if case .object(let object)? = value { return object }
    return nil
  }

  private static func text(_ value: JSONValue?) -> String? {
    if case .string(let text)? = value, !text.isEmpty { text } else { nil }
  }

  /// ISO 8601, or milliseconds since 1970 as some writers have it.
  private static func time(_ value: JSONValue?) -> StoryTime? {
    switch value {
    case .string(let text)?: return StoryTime(iso: text)
    case .integer(let number)?:
      let seconds = number > 100_000_000_000 ? number / 1000 : number
      return StoryTime(iso: Timestamp(seconds: seconds).description)
    default: return nil
    }
  }
}
