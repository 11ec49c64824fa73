#!/usr/bin/env bash
# SwiftPM of Swift 6.3.1 (Linux, release): a program is not compiled again where a type that its
# imports hold only privately gets another size, and crashes. Guess that fails: after
# `swift build` succeeds, a program agrees with its modules.
#
# C imports B; B imports A internally, and its struct has one of A's in a private member. A new
# member in A's struct has A and B compiled again, but not C, since B's module file has not changed
# by it; C still copies B's struct in its old size. Public imports behave alike. A build for others
# starts from an empty `.build`, or touches the sources of what crashes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p Sources/{A,B,C}
cat > Package.swift <<'SWIFT'
// swift-tools-version: 6.2
import PackageDescription
let package = Package(
  name: "stale",
  targets: [
    .target(name: "A"), .target(name: "B", dependencies: ["A"]),
    .executableTarget(name: "C", dependencies: ["B"]),
  ])
SWIFT
cat > Sources/A/A.swift <<'SWIFT'
struct Hidden: Sendable { var first = [1] }
package struct Inner: Sendable {
  private var hidden = Hidden()
  package init() {}
  package var sum: Int { hidden.first[0] }
}
SWIFT
cat > Sources/B/B.swift <<'SWIFT'
internal import A
package struct Outer: Sendable {
  private var inner = Inner()
  private var tail = ["tail"]
  package init() {}
  package var text: String { "\(inner.sum) \(tail)" }
}
SWIFT
cat > Sources/C/main.swift <<'SWIFT'
import B
@inline(never) func pass(_ outer: Outer) -> [Outer] { [outer, outer] }
print(pass(Outer()).map(\.text))
SWIFT
swift build -c release >/dev/null
.build/release/C | grep -F '["1 [\"tail\"]", "1 [\"tail\"]"]'
sed -i 's/var first = \[1\]/var other = [2]; var first = [1]/' Sources/A/A.swift
swift build -c release | tee built
! grep "Compiling C" built
status=0
SWIFT_BACKTRACE=enable=no .build/release/C || status=$?
echo "status $status"
# What a right build does.
touch Sources/C/main.swift
swift build -c release >/dev/null
.build/release/C | grep -F '["1 [\"tail\"]", "1 [\"tail\"]"]'
test "$status" -gt 128
