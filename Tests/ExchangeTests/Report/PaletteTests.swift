import Foundation
import Testing

@testable import Exchange

/// Contrast as WCAG 2.2 has it (success criterion 1.4.3): 4.5 to 1 for text, 3 to 1 for what shows
/// where the focus is.
@Suite("The colours of a report")
struct PaletteTests {
  private static let style = String(decoding: PackageResources.report_css, as: UTF8.self)

  /// The variables of the light colours, and of the dark ones.
  private static func palette(_ isDark: Bool) -> [String: String] {
    let parts = style.split(separator: "@media (prefers-color-scheme:dark)", maxSplits: 1)
    let text = isDark ? String(parts[1].prefix { $0 != "*" }) : String(parts[0])
    return Dictionary(
      text.matches(of: #/--([a-z-]+):(#[0-9a-f]{6})/#).map {
        (String($0.output.1), String($0.output.2))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func luminance(_ color: String) -> Double {
    let number = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func contrast(_ a: String, _ b: String) -> Double {
    let (a, b) = (luminance(a), luminance(b))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test("Contrast is computed as the standard does it")
  func formula() {
    #expect(abs(Self.contrast("#000000", "#ffffff") - 21) < 0.01)
    #expect(abs(Self.contrast("#777777", "#ffffff") - 4.48) < 0.01)
  }

  @Test("Text has enough contrast on what is under it, light and dark", arguments: [false, true])
  func text(_ isDark: Bool) throws {
    let colors = Self.palette(isDark)
    let paper = try #require(colors["paper"])
    let ink = try #require(colors["ink"])
    let verdicts = [
      "true", "mostly", "half", "misleading", "false", "unverifiable", "unchecked", "disputed",
    ]
    for name in ["ink", "soft", "link", "focus"] + verdicts {
      let color = try #require(colors[name], "\(name)")
      #expect(Self.contrast(color, paper) >= 4.5, "\(name) on paper")
    }
    for name in verdicts {
      let tint = try #require(colors[name + "-tint"], "\(name)")
      #expect(Self.contrast(ink, tint) >= 4.5, "words of a story on \(name)")
      #expect(Self.contrast(try #require(colors["link"]), paper) >= 4.5)
    }
    #expect(Self.contrast(try #require(colors["ink"]), try #require(colors["tint"])) >= 4.5)
  }
}
