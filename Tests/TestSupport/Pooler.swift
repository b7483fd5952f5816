internal import Glibc

/// A pgbouncer before a server: each transaction may be on another connection.
package final class Pooler: Sendable {
  /// The port, which names the socket beside the server's.
  package let port: Int
  private let folder: String

  package enum Fault: Error { case doesNotStart(String) }

  /// Nil where pgbouncer is not installed.
  package init?(before server: DatabaseServer, port: Int) throws {
    let programs: [String] = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"]
    let program = programs.first { access($0, X_OK) == 0 }
    guard let program else { return nil }
    self.port = port
    folder = server.folder
    let name = "\(folder)/pooler-\(port)"
    let text = """
      [databases]
      * = host=\(folder) port=\(server.port) user=postgres
      [pgbouncer]
      listen_port = \(port)
      unix_socket_dir = \(folder)
      auth_type = any
      pool_mode = transaction
      default_pool_size = 4
      max_client_conn = 200
      ignore_startup_parameters = extra_float_digits
      pidfile = \(name).pid
      logfile = \(name).log
      """
    let account = geteuid() == 0 ? "setpriv --reuid=nobody --regid=nogroup --clear-groups" : ""
    let started = system(
      "cat >'\(name).ini' <<'end'\n\(text)\nend\n"
        + "chmod 644 '\(name).ini'; cd / && \(account) \(program) -d -q '\(name).ini' >'\(name).out' 2>&1"
    )
    guard started == 0 else { throw Fault.doesNotStart(name) }
    for _ in 0..<100 {
      if access("\(folder)/.s.PGSQL.\(port)", F_OK) == 0 { return }
      usleep(50_000)
    }
    throw Fault.doesNotStart(name)
  }

  /// Ends it; it would also end with nobody to talk to, when the server's folder goes.
  package func end() { _ = system("kill $(cat '\(folder)/pooler-\(port).pid') 2>/dev/null") }

  deinit { end() }
}

extension DatabaseServer {
  /// A pooler before this server; nil where none is installed.
  package func pooler(offset: Int = 2000) throws -> Pooler? {
    try Pooler(before: self, port: port + offset)
  }
}
