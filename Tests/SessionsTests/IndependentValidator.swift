import Foundation
import Sessions
import Testing

/// What Python's json, jsonschema and hashlib say of session files.
enum IndependentValidator {
  static let isThere = system("python3 -c 'import jsonschema' 2>/dev/null") == 0

  /// The files that the schema does not allow, each with the first place.
  static func invalid(_ files: [String: [UInt8]]) throws -> [String: String] {
    try told(
      files,
      """
      import json, sys, jsonschema
      schema = json.load(open('schema'))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for number in range(int(sys.argv[1])):
        error = next(validator.iter_errors(json.load(open(f'{number}.json', encoding='utf-8'))), None)
        print(error.json_path if error else '')
      """)
  }

  /// The files whose hash chain is broken, each with the operation.
  static func brokenChains(_ files: [String: [UInt8]]) throws -> [String: String] {
    try told(
      files,
      """
      import hashlib, json, sys
      for number in range(int(sys.argv[1])):
        head, broken = '0' * 64, ''
        for op in json.load(open(f'{number}.json', encoding='utf-8'))['operations']:
          recorded = op.pop('hash')
          text = json.dumps(op, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
          if hashlib.sha256((head + '\\n' + text).encode()).hexdigest() != recorded:
            broken = broken or f"operation {op['number']}"
          head = recorded
        print(broken)
      """)
  }

  /// Runs a program that prints a line for each of the files; those with an empty one left out.
  private static func told(
    _ files: [String: [UInt8]], _ program: String
  ) throws -> [String: String] {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(String(decoding: SessionSchema.bytes, as: UTF8.self), to: "schema")
    try folder.write(program, to: "check.py")
    let names = files.keys.sorted()
    for (number, name) in names.enumerated() {
      try folder.write(String(decoding: files[name] ?? [], as: UTF8.self), to: "\(number).json")
    }
    let status = system(
      "cd '\(folder.path)' && python3 -W ignore check.py \(names.count) > out 2> errors")
    let lines = (folder.text(of: "out") ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    try #require(
      status == 0 && lines.count == names.count + 1, "\(folder.text(of: "errors") ?? "")")
    let told = zip(names, lines).map { ($0, String($1)) }.filter { !$1.isEmpty }
    return Dictionary(uniqueKeysWithValues: told)
  }
}
