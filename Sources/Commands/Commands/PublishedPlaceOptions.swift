package import ArgumentParser
import ClaimModel
import Presentation
import Shell
import TerminalText

/// Where something was published, in the place of what its story says.
package struct PublishedPlaceOptions: ParsableArguments {
  @Option(help: "Name of the work; the story's headline without it.")
  package var title: String?

  @Option(help: "The newspaper, site or programme; the host of the address without it.")
  package var outlet: String?

  @Option(help: "The section that it stood in.")
  package var section: String?

  @Option(help: "The number of the issue.")
  package var issue: String?

  @Option(help: "Its address.")
  package var url: String?

  @Option(help: ArgumentHelp("The day it was published, as in 2024-03-12.", valueName: "day"))
  package var date: String?

  package init() {}

  /// What is given goes before what the story says.
  func over(_ known: PublishedPlace, of command: String) throws(UserError) -> PublishedPlace {
    var place = known
    if let date {
      guard let time = StoryTime(iso: date) else {
        throw UserError(
          UsageError(command: command, .rule("expected a day such as 2024-03-12, found '\(date)'")))
      }
      place.published = time
    }
    fill(&place)
    return place
  }

  /// A correction that is recorded, with what is said otherwise now.
  func filled(_ correction: Correction, form: Correction.Form?, reason: String?) -> Correction {
    var correction = correction
    correction.form = form ?? correction.form
    correction.reason = reason ?? correction.reason
    fill(&correction.place)
    if let time = date.flatMap({ StoryTime(iso: $0) }) { correction.place.published = time }
    return correction
  }

  private func fill(_ place: inout PublishedPlace) {
    place.title = title ?? place.title
    place.outlet = outlet ?? place.outlet
    place.section = section ?? place.section
    place.issue = issue ?? place.issue
    place.url = url ?? place.url
  }
}

extension PublishedPlace {
  /// What a story says of itself; the outlet is the host of its address.
  init(_ article: Article) {
    let url = article.url ?? article.origin?.savedFrom
    let day = article.date.map { StoryTime(day: $0) }
    self.init(
      title: article.headline.map { ReadableText.text($0) }, outlet: url.flatMap(Self.host),
      section: article.origin?.section, url: url,
      published: article.origin?.published ?? day)
  }

  /// "https://www.bao.example/tin" → "bao.example"
  private static func host(_ url: String) -> String? {
    guard let mark = url.ranges(of: "://").first else { return nil }
    let host = url[mark.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      .split(separator: "@").last?.prefix { $0 != ":" }
    guard let host, !host.isEmpty else { return nil }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }
}
