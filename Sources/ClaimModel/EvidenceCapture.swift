/// A piece of evidence as somebody kept it: which bytes it was, and where a saved page says that it
/// came from. Who kept it and when, the annotation says that it is part of.
package struct EvidenceCapture: Sendable, Hashable {
  /// The piece of evidence that it belongs to, as the list of evidence has it.
  package var evidence: String
  /// Of the file: 64 hexadecimal digits.
  package var sha256: String
  /// Bytes.
  package var length: Int
  /// The file's name, without its folders.
  package var name: String
  /// The form of a saved page: "html", "mhtml", "warc", "wacz"; nil of any other file.
  package var form: String?
  /// Where and when a saved page was taken, as it says itself.
  package var savedFrom: String?
  package var savedAt: StoryTime?
  /// What an authority says of the time of the file.
  package var stamp: TimeStampReply?

  package init(
    evidence: String, sha256: String, length: Int, name: String, form: String? = nil,
    savedFrom: String? = nil, savedAt: StoryTime? = nil, stamp: TimeStampReply? = nil
  ) {
    self.evidence = evidence
    self.sha256 = sha256
    self.length = length
    self.name = name
    self.form = form
    self.savedFrom = savedFrom
    self.savedAt = savedAt
    self.stamp = stamp
  }
}

/// A reply of a time-stamp authority (RFC 3161): the bytes that it is of existed at its time.
package struct TimeStampReply: Sendable, Hashable {
  /// Of the reply's file: 64 hexadecimal digits.
  package var sha256: String
  /// The reply's file, without its folders.
  package var name: String
  /// The authority's time.
  package var time: Timestamp
  /// The authority's number for it, as openssl prints it: "0x04".
  package var serial: String

  package init(sha256: String, name: String, time: Timestamp, serial: String) {
    self.sha256 = sha256
    self.name = name
    self.time = time
    self.serial = serial
  }
}
