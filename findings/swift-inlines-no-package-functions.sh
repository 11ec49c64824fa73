#!/usr/bin/env bash
# Swift 6.3.1 (Linux, release): a function that is `@inlinable @inline(__always) package` is never
# inlined into another module of its package; the compiler takes both attributes without a word.
# `@_alwaysEmitIntoClient` does not help either. Guess that fails: `package` is like `public` within
# the package, so that what is inlinable is inlined.
#
# Called for each letter of a text, such a function cost a tenth of what surrounds it. What has to
# be inlined is `public`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p Sources/{A,B}
cat > Package.swift <<'SWIFT'
// swift-tools-version: 6.2
import PackageDescription
let package = Package(
  name: "inlining",
  targets: [.target(name: "A"), .executableTarget(name: "B", dependencies: ["A"])])
SWIFT
cat > Sources/A/A.swift <<'SWIFT'
package enum Package {
  @inlinable @inline(__always)
  package static func double(_ number: Int) -> Int { number &* 2 }
}
public enum Public {
  @inlinable @inline(__always)
  public static func double(_ number: Int) -> Int { number &* 2 }
}
SWIFT
cat > Sources/B/main.swift <<'SWIFT'
import A
let count = CommandLine.arguments.count
print(Package.double(count), Public.double(count))
SWIFT
swift build -c release >/dev/null
nm .build/release/B.build/main.swift.o | swift demangle | grep " U .*double" | tee called
grep -q "A.Package.double" called
! grep -q "A.Public.double" called
