#if PostgreSQL
  internal import CPostgres
  internal import Glibc
  internal import Storage

  /// What a connection is made with: what the person said, and our defaults for what is not said.
  struct ServerSettings {
    /// Values by the library's own words.
    private(set) var values: [(name: String, value: String)]
    /// The account by name; empty when the library decides.
    let account: String

    /// How many hosts are tried, one after the other.
    let hosts: Int

    /// - Parameter isForWriting: Among several hosts, only one that takes changes will do.
    init(_ address: ServerAddress, isForWriting: Bool, library: Libpq) throws(ServerFault) {
      let said = try ServerSettings.said(address, library)
      func isSaid(_ name: String) -> Bool { said[name].map { !$0.isEmpty } ?? false }
      // What comes first gives way to the address.
      var values = [("application_name", "zhaoshang"), ("client_encoding", "UTF8")]
      for (name, value) in [
        ("connect_timeout", "5"), ("keepalives_idle", "30"), ("tcp_user_timeout", "10000"),
      ] where !isSaid(name) {
        values.append((name, value))
      }
      values.append(("dbname", address.connection))
      // Encoding is not a matter of taste: lines are bytes of UTF-8.
      values.append(("client_encoding", "UTF8"))
      let hosts = said["host"] ?? ""
      // The library calls its own default "any", which may be a standby.
      let wish = said["target_session_attrs"] ?? ""
      if hosts.contains(","), isForWriting, ["", "any"].contains(wish) {
        values.append(("target_session_attrs", "read-write"))
      }
      // The library's own default talks to whoever answers.
      let isLax = ["", "prefer", "allow"].contains(said["sslmode"] ?? "")
      if isLax, !ServerSettings.isLoopback(hosts, said["hostaddr"] ?? "") {
        values.append(("sslmode", "verify-full"))
        if library.use.PQlibVersion() >= 160_000, !isSaid("sslrootcert") {
          values.append(("sslrootcert", "system"))
        }
      }
      self.values = values
      account = said["user"] ?? ""
      self.hosts = hosts.split(separator: ",", omittingEmptySubsequences: false).count
    }

    /// Whether all of it stays on this machine.
    static func isLoopback(_ hosts: String, _ addresses: String) -> Bool {
      let named = hosts.split(separator: ",", omittingEmptySubsequences: false)
      let numbered = addresses.split(separator: ",", omittingEmptySubsequences: true)
      return (named + numbered).allSatisfy { host in
        host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") || host == "localhost"
          || isLoopbackNumber(host) || host == "::1"
      }
    }

    /// An address of 127.0.0.0/8 in its four numbers; `127.example.com` is a name like any other.
    private static func isLoopbackNumber(_ host: Substring) -> Bool {
      var address = in_addr()
      return inet_pton(AF_INET, String(host), &address) == 1
        && UInt32(bigEndian: address.s_addr) >> 24 == 127
    }

    /// What the address, its service, and the environment say, the address first.
    private static func said(_ address: ServerAddress, _ library: Libpq) throws(ServerFault)
      -> [String: String]
    {
      guard let defaults = defaults(ofService: address.service, library) else {
        throw ServerFault(.badAddress)
      }
      var said = values(defaults, library)
      // A service that is described nowhere leaves a message and no defaults.
      var message: UnsafeMutablePointer<CChar>?
      guard let parsed = library.use.PQconninfoParse(address.connection, &message) else {
        let text = message.map { String(cString: $0) } ?? ""
        if let message { library.use.PQfreemem(message) }
        throw ServerFault(.badAddress, message: ServerFault.plain(text))
      }
      for (name, value) in values(parsed, library) { said[name] = value }
      return said
    }

    /// The defaults, a service's among them; it is named in the environment while they are asked for,
    /// for there is no other way to ask.
    private static func defaults(ofService service: String?, _ library: Libpq)
      -> UnsafeMutablePointer<PQconninfoOption>?
    {
      guard let service else { return library.use.PQconndefaults() }
      let before = getenv("PGSERVICE").map { String(cString: $0) }
      setenv("PGSERVICE", service, 1)
      defer {
        if let before { setenv("PGSERVICE", before, 1) } else { unsetenv("PGSERVICE") }
      }
      return library.use.PQconndefaults()
    }

    private static func values(
      _ options: UnsafeMutablePointer<PQconninfoOption>, _ library: Libpq
    ) -> [String: String] {
      defer { library.use.PQconninfoFree(options) }
      var found: [String: String] = [:]
      var option = options
      while let keyword = option.pointee.keyword {
        if let value = option.pointee.val, strcmp(keyword, "password") != 0 {
          found[String(cString: keyword)] = String(cString: value)
        }
        option += 1
      }
      return found
    }

    /// The values as the library takes them.
    func withPointers<Result>(
      _ body: (
        UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>
      ) -> Result
    ) -> Result {
      let names = values.map { strdup($0.name) }
      let texts = values.map { strdup($0.value) }
      defer { for pointer in names + texts { free(pointer) } }
      let nameList: [UnsafePointer<CChar>?] = names.map { UnsafePointer($0) } + [nil]
      let textList: [UnsafePointer<CChar>?] = texts.map { UnsafePointer($0) } + [nil]
      return nameList.withUnsafeBufferPointer { names in
        textList.withUnsafeBufferPointer { texts in
          guard let names = names.baseAddress, let texts = texts.baseAddress else {
            preconditionFailure("a list that ends with nil is not empty")
          }
          return body(names, texts)
        }
      }
    }
  }

  extension ServerAddress {
    /// The service it names; nil for a URL.
    var service: String? {
      connection.hasPrefix("service=") ? String(connection.dropFirst("service=".count)) : nil
    }
  }
#endif
