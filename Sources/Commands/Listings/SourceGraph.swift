import ClaimModel
import Desk
import FactStore
import JSONText
import Presentation
import TerminalText

/// Articles below the sources that they come from, copies below what they copy.
struct SourceGraph {
  private let store: FactStore
  private let map: ProvenanceMap
  private var roots = [ProvenanceRoot]()
  /// First steps of the paths to a root, by the root.
  private var steps = [ProvenanceRoot: [ProvenancePath.Step]]()

  init(_ store: FactStore) {
    self.store = store
    map = store.provenance()
    for id in map.articles {
      for path in map.paths(of: id) {
        guard let step = path.steps.first else { continue }
        if steps[path.root] == nil { roots.append(path.root) }
        steps[path.root, default: []].append(step)
      }
    }
    let counts = steps.mapValues(\.count)
    roots.sort { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
  }

  /// The graph as a tree for each root; every line fits `width`.
  package func lines(width: Int?) -> [StyledText] {
    guard !roots.isEmpty else { return [StyledText("no stories yet; load PATH", .dim)] }
    return roots.flatMap { root -> [StyledText] in
      [head(root)] + branches(of: root, below: nil, indent: "")
    }.map { line in width.map { line.fitted(to: $0) } ?? line }
  }

  private func head(_ root: ProvenanceRoot) -> StyledText {
    switch root {
    case .source(let name):
      return StyledText(name, .agency)
        + StyledText(" · \(counted(steps[root]?.count ?? 0, "article"))", .dim)
    case .article(let id): return article(id) + StyledText(" · names no agency", .dim)
    }
  }

  private func article(_ id: ArticleID) -> StyledText {
    StyledText(id.description, .id)
      + StyledText(" \(store.article(id)?.title ?? "")", .heading)
  }

  /// The articles that lead to a root at once, or by way of `original`.
  private func branches(
    of root: ProvenanceRoot, below original: ArticleID?, indent: String
  ) -> [StyledText] {
    let own: ArticleID? = if case .article(let id) = root { id } else { nil }
    let children = (steps[root] ?? []).filter { step in
      switch step.reason {
      case .copy(let copy): return copy.original == original ?? own
      case .signedCopy: return original == nil
      default: return original == nil && own == nil
      }
    }
    return children.enumerated().flatMap { place, step -> [StyledText] in
      let isLast = place == children.count - 1
      let line =
        StyledText(indent + (isLast ? "└─ " : "├─ "), .dim) + article(step.article)
        + StyledText(" · \(step.reason.words)", .dim)
      return [line]
        + branches(of: root, below: step.article, indent: indent + (isLast ? "   " : "│  "))
    }
  }

  /// For Graphviz: articles point to what they come from.
  var dot: String {
    var lines = ["digraph sources {", "  rankdir=LR;"]
    for root in roots {
      if case .source(let name) = root { lines.append("  \(quoted(name)) [shape=box];") }
    }
    for id in map.articles {
      let title = "\(id) \(store.article(id)?.title ?? "")"
      lines.append("  \(quoted(id.description)) [label=\(quoted(title))];")
    }
    for edge in edges {
      lines.append(
        "  \(quoted(edge.from)) -> \(quoted(edge.to)) [label=\(quoted(edge.reason))];")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  var json: JSONValue {
    .array(
      edges.map {
        ["from": .string($0.from), "to": .string($0.to), "reason": .string($0.reason)]
      })
  }

  private struct Edge: Hashable {
    var from: String
    var to: String
    var reason: String
  }

  /// Each once, in order of the articles; an article that is its own root has none.
  private var edges: [Edge] {
    var seen = Set<Edge>()
    return map.articles.flatMap { id in
      map.paths(of: id).compactMap { path -> Edge? in
        guard let step = path.steps.first else { return nil }
        let to: String
        switch step.reason {
        case .copy(let copy): to = copy.original.description
        case .own: return nil
        default: to = path.root.name
        }
        let edge = Edge(from: id.description, to: to, reason: step.reason.words)
        return seen.insert(edge).inserted ? edge : nil
      }
    }
  }

  /// A DOT string: control characters of a story would break the file.
  private func quoted(_ text: String) -> String {
    let safe = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      default: scalar.value < 0x20 || scalar.value == 0x7F ? " " : String(scalar)
      }
    }
    return "\"" + safe.joined() + "\""
  }
}
