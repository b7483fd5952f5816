#if PostgreSQL
  internal import Storage

  extension ServerFault {
    /// What a code of the server means here.
    init(state: String, message: String, schema: String, account: String) {
      let kind: Kind =
        switch state {
        case "ZS001": .notAMember(account: account)
        case "3F000", "42P01", "42883": .noStore(schema: schema)
        case "42P06", "42P07": .alreadyThere(schema: schema)
        case "3D000": .noDatabase
        case "28000", "28P01": .loginRefused
        case "53300": .full
        case "53100": .diskFull
        case "42501", "ZS003": .noRight
        case "25006": .onlyReads
        case "55P03": .busy
        case let other where other.hasPrefix("08") || other.hasPrefix("57P"): .lost
        default: .other
        }
      self.init(kind, state: state, message: ServerFault.plain(message))
    }

    /// What the library says of a connection that did not come about.
    ///
    /// It tells the server's code in the middle of a text, and its own troubles in words only, which
    /// may be in any language: nothing but a certificate is looked for in them.
    init(connecting text: String, needsPassword: Bool, schema: String, account: String) {
      if let state = ServerFault.state(in: text) {
        self.init(state: state, message: text, schema: schema, account: account)
        return
      }
      let isCertificate = ["certificate", "SSL", "证书"].contains { text.contains($0) }
      let kind: Kind =
        needsPassword ? .loginRefused : isCertificate ? .badCertificate : .unreachable
      self.init(kind, message: ServerFault.plain(text))
    }

    /// The server's code in a text such as `FATAL:  28P01: password authentication failed`.
    private static func state(in text: String) -> String? {
      for part in text.split(separator: " ") where part.utf8.count == 6 && part.hasSuffix(":") {
        let code = part.dropLast()
        let isCode = code.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        }
        if isCode, code.utf8.contains(where: { (0x30...0x39).contains($0) }) { return String(code) }
      }
      return nil
    }

    /// One line without control characters, as long as somebody reads.
    static func plain(_ text: String) -> String {
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      let clean = line.unicodeScalars.map { scalar in
        scalar.properties.generalCategory == .control
          || scalar.properties.generalCategory == .format ? " " : String(scalar)
      }.joined()
      return clean.count > 200 ? clean.prefix(200) + "…" : clean
    }
  }
#endif
