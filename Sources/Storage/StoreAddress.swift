/// Where a store is: a folder of this machine, or a schema on a PostgreSQL server.
package enum StoreAddress: Hashable, Sendable {
  case folder(String)
  case server(ServerAddress)

  /// Why a text is no address of a store.
  package enum Fault: Error, Hashable, Sendable {
    /// `mysql://…`: no kind of store is called so.
    case unknownKind(String)
    /// It carries a password, which whoever lists the machine's programs could read.
    case holdsPassword
    /// Not what a schema can be called here.
    case notASchema(String)
    /// `service=` without a name, or with something else behind it.
    case notAService(String)
  }

  /// Reads what a person wrote for a store: `postgresql://…`, `service=NAME`, else a folder.
  ///
  /// A folder whose name looks like an address is written `./postgresql:…`.
  package init(_ text: String) throws(Fault) {
    let isServer = text.hasPrefix("service=") || StoreAddress.scheme(of: text) != nil
    if isServer, text.lowercased().contains("password=") { throw .holdsPassword }
    if text.hasPrefix("service=") {
      self = .server(try ServerAddress(service: text))
    } else if let scheme = StoreAddress.scheme(of: text) {
      guard ["postgresql", "postgres"].contains(scheme) else { throw .unknownKind(scheme) }
      self = .server(try ServerAddress(url: text))
    } else {
      self = .folder(text)
    }
  }

  /// As it was written.
  package var text: String {
    switch self {
    case .folder(let path): path
    case .server(let server): server.text
    }
  }

  /// What stands before `://`, in lower case; nil where that is no scheme.
  private static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      text[colon...].hasPrefix("://"), text.utf8.first.map(isLetter) == true
    else { return nil }
    let scheme = text[..<colon]
    let isScheme = scheme.utf8.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E].contains(byte)
    }
    return isScheme ? scheme.lowercased() : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

/// A schema on a PostgreSQL server, as a person named it.
package struct ServerAddress: Hashable, Sendable {
  /// As it was written; no password is in it.
  package let text: String
  /// The same without the schema: what libpq reads.
  package let connection: String
  package let schema: String

  /// The schema of an address that names none.
  package static let schema = "zhaoshang"

  fileprivate init(url text: String) throws(StoreAddress.Fault) {
    let rest = text.drop { $0 != "/" }.dropFirst(2)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    if let at = authority.lastIndex(of: "@"), authority[..<at].contains(":") {
      throw .holdsPassword
    }
    (connection, schema) = try ServerAddress.parted(text)
    self.text = text
  }

  fileprivate init(service text: String) throws(StoreAddress.Fault) {
    (connection, schema) = try ServerAddress.parted(text)
    let name = connection.dropFirst("service=".count)
    let isName =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && !"'\\=?&".unicodeScalars.contains($0)
      }
    if !isName { throw .notAService(text) }
    self.text = text
  }

  /// Takes the schema out of what follows `?`.
  private static func parted(_ text: String) throws(StoreAddress.Fault) -> (String, String) {
    guard let mark = text.firstIndex(of: "?") else { return (text, schema) }
    var schema = schema
    var kept: [Substring] = []
    for parameter in text[text.index(after: mark)...].split(separator: "&") {
      let name = parameter.prefix { $0 != "=" }
      // libpq reads %70assword as well.
      if name.contains("%") { throw .holdsPassword }
      guard name == "schema" else {
        kept.append(parameter)
        continue
      }
      schema = String(parameter.dropFirst("schema=".count))
      if !isSchema(schema) { throw .notASchema(schema) }
    }
    let rest = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
    return (text[..<mark] + rest, schema)
  }

  /// Small letters, digits and `_`: what PostgreSQL takes without quotes, and calls `pg_…` itself.
  private static func isSchema(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    let startsWell = name.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
    return isPlain && startsWell && name.utf8.count <= 40 && !name.hasPrefix("pg_")
  }
}
