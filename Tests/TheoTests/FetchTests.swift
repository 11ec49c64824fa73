import Foundation
import Testing

/// Pages of the web, asked of a server on this machine.
@Suite(
  "Pages are fetched where --fetch says so",
  .enabled(if: Shell.has("curl") && Shell.has("python3"), "needs curl and python3"))
struct FetchTests {
  /// Serves a story, a redirect to it and what is too large, runs theo on one of them and prints
  /// what that says, with PORT for the server's port.
  private static let server = """
    import http.server, subprocess, sys, threading
    class Handler(http.server.BaseHTTPRequestHandler):
      def do_GET(self):
        if self.path == "/moved":
          self.send_response(301)
          self.send_header("Location", "/tin.html")
          self.end_headers()
          return
        if self.path == "/large":
          self.send_response(200)
          self.send_header("Content-Length", str(1 << 30))
          self.end_headers()
          return
        if self.path != "/tin.html":
          self.send_error(404)
          return
        body = open(sys.argv[2], "rb").read()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
      def log_message(self, *words): pass
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = str(server.server_port)
    words = [word.replace("PORT", port) for word in sys.argv[3:]]
    done = subprocess.run([sys.argv[1], *words], capture_output=True, text=True)
    print((done.stdout + done.stderr).replace(port, "PORT"), end="")
    """

  private func theo(_ words: String...) throws -> String {
    let page = Places.sessions.appendingPathComponent("pages/tau-can-van-sa.html").path
    return try Shell.run("python3", ["-c", Self.server, Places.theo, page] + words).output
  }

  @Test("reads a page, behind a redirect that it shows, and keeps where it came from")
  func page() throws {
    let told = try theo(
      "-c", "load http://127.0.0.1:PORT/moved --fetch", "-c", "read a1 --source")
    #expect(told.contains("a1  vi  Tàu cá mắc cạn ngoài khơi Vân Sa, 9 ngư dân được cứu"))
    #expect(told.contains("file        http://127.0.0.1:PORT/tin.html"))
    #expect(told.contains("read from   the web"))
    #expect(
      told.contains("'http://127.0.0.1:PORT/moved' leads to 'http://127.0.0.1:PORT/tin.html'"))
  }

  @Test(
    "names an address that gives no page",
    arguments: [
      ("nix", "curl failed (status 22)"), ("large", "curl failed (status 63)"),
    ])
  func none(path: String, problem: String) throws {
    let told = try theo("-c", "load http://127.0.0.1:PORT/\(path) --fetch")
    #expect(told.contains("theo: 'http://127.0.0.1:PORT/\(path)': \(problem)"))
  }

  @Test("asks nothing of the web where nobody says so")
  func unasked() throws {
    let told = try theo("-c", "load http://127.0.0.1:PORT/tin.html")
    #expect(told.contains("pages of the web are not fetched; save the page in a browser"))
  }

  /// What is said of a page that is to be kept as evidence, and of the folder after it.
  private func kept(_ page: String, in folder: String) throws -> String {
    let story = Places.sessions.appendingPathComponent("stories/chay-cang-van-sa-2.txt").path
    return try theo(
      "-c", "load \(story)",
      "-c",
      "annotate c1 --evidence http://127.0.0.1:PORT/\(page) --capture --fetch --into \(folder)",
      "-c", "evidence verify \(folder)")
  }

  @Test("keeps a page as evidence, in a folder that is made for it, and finds it there again")
  func evidence() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appendingPathComponent("kept/pages").path
    let told = try kept("moved", in: folder)
    #expect(told.contains("evidence http://127.0.0.1:PORT/moved as moved-"))
    #expect(told.contains("unchanged  moved-"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
  }

  @Test("makes no folder for a page that is not there")
  func noEvidence() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appendingPathComponent("kept").path
    let told = try kept("nix", in: folder)
    #expect(told.contains("theo: 'http://127.0.0.1:PORT/nix': curl failed (status 22)"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
