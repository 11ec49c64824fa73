import Foundation
import Testing

/// Times as the program shows them where its clocks are set otherwise.
@Suite("The zone of the place")
struct ZoneTests {
  @Test(
    "is that of TZ, with half hours and summer time, and UTC where TZ names none",
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Asia/Kolkata"),
      "needs tzdata"),
    arguments: [
      ("Asia/Ho_Chi_Minh", "+07"), ("Asia/Kolkata", "+05:30"), ("Asia/Kathmandu", "+05:45"),
      ("<-0330>3:30", "-03:30"), ("UTC", "UTC"), ("No/Where", "UTC"), ("", "UTC"),
      ("XST-5XDT,J1/0,J365/23", "+06"),
    ])
  func zones(variable: String, zone: String) throws {
    let scratch = try Scratch()
    let lines = "load \(Places.stories.path)/van-sa-port-fire.txt; log"
    let shown = try Shell.run(
      Places.theo, ["-c", lines], environment: ["HOME": scratch.folder.path, "TZ": variable],
      folder: scratch.folder)
    #expect(shown.output.contains("time (\(zone))"), "\(shown.output)")
    let data = try Shell.run(
      Places.theo, ["-c", lines + " --format csv"],
      environment: ["HOME": scratch.folder.path, "TZ": variable], folder: scratch.folder)
    #expect(data.output.contains("Z,"), "\(data.output)")
  }
}
