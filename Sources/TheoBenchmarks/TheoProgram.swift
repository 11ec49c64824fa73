/// The build that is measured.
enum TheoProgram {
  static let path = ".build/release/theo"
}
