import ClaimModel
import FactStore
import JSONText
import Presentation

extension EvidenceCapture {
  /// "page.html · 4211 bytes · SHA-256 3f2a81b0c7d2 · html saved from https://…, 2024-03-12"
  var facts: String {
    var parts = [name == evidence ? name : "\(evidence) as \(name)", "\(length) bytes"]
    parts.append("SHA-256 \(shortDigest)")
    if let origin { parts.append(origin) }
    if let stamp { parts.append("stamped \(stamp.time), number \(stamp.serial)") }
    return parts.joined(separator: " · ")
  }

  /// "html saved from https://…, 2024-03-12"; nil of a file that says nothing of itself.
  var origin: String? {
    guard savedFrom != nil || savedAt != nil else { return nil }
    let times = savedAt.map { [$0.description] } ?? []
    let address = savedFrom.map { ["from " + $0] } ?? []
    return "saved " + (address + times).joined(separator: ", ")
  }

  var json: JSONValue {
    [
      "evidence": .string(evidence), "name": .string(name), "sha256": .string(sha256),
      "length": .integer(length), "form": JSONValue(optional: form),
      "saved_from": JSONValue(optional: savedFrom),
      "saved_at": JSONValue(optional: savedAt?.description),
      "stamp": stamp.map { stamp in
        [
          "name": .string(stamp.name), "sha256": .string(stamp.sha256),
          "time": .string(stamp.time.description), "serial": .string(stamp.serial),
        ]
      } ?? .null,
    ]
  }
}

extension SignedMark<EvidenceCapture> {
  var json: JSONValue { mark.json.signed(user, time) }
}

extension SignedMark<Correction> {
  var json: JSONValue { mark.json.signed(user, time) }
}

extension Correction {
  var json: JSONValue {
    [
      "form": .string(form.rawValue), "language": .string(language.rawValue),
      "title": JSONValue(optional: place.title), "outlet": JSONValue(optional: place.outlet),
      "section": JSONValue(optional: place.section), "issue": JSONValue(optional: place.issue),
      "url": JSONValue(optional: place.url),
      "published": JSONValue(optional: place.published?.description),
      "wrong": .string(wrong), "right": .string(right), "reason": JSONValue(optional: reason),
    ]
  }
}

extension JSONValue {
  /// The members of an object, and who made it when.
  fileprivate func signed(_ user: String, _ time: Timestamp) -> JSONValue {
    guard case .object(var object) = self else { return self }
    object.append("user", .string(user))
    object.append("time", .string(time.description))
    return .object(object)
  }
}
