/// The JSON Schema (draft 2020-12) of session files of the present version.
package enum SessionSchema {
  package static var bytes: [UInt8] { PackageResources.session_schema_json }
}
