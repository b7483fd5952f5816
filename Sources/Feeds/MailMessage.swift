internal import SafeText

/// A message as RFC 5322 writes it, for `sendmail -t`: plain text in UTF-8, lines of at most 76
/// characters that end with CRLF.
package struct MailMessage: Hashable, Sendable {
  package var from: String
  package var to: String
  package var name: String?
  package var subject: String
  package var body: String
  /// The same for the same message, so that a mail system knows one that came twice.
  package var identifier: String
  /// As RFC 5322 has it: `Mon, 30 Nov 2026 09:00:00 +0800`.
  package var date: String

  package init(
    from: String, to: String, name: String?, subject: String, body: String, identifier: String,
    date: String
  ) {
    self.from = from
    self.to = to
    self.name = name
    self.subject = subject
    self.body = body
    self.identifier = identifier
    self.date = date
  }

  /// Whether a text is an address that needs no quoting: `wang@ju.example`.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && text.utf8.count <= 254
      && parts.allSatisfy { part in
        !part.isEmpty && !part.contains("..") && part.utf8.first != 0x2E && part.utf8.last != 0x2E
          && part.utf8.first != 0x2D
          && part.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
              || (0x61...0x7A).contains(byte) || [0x2B, 0x2D, 0x2E, 0x5F].contains(byte)
          }
      }
  }

  package var text: String {
    let receiver = name.map { MailMessage.receiver($0, at: to) } ?? to
    let header = [
      "From: \(from)", "To: \(receiver)", "Subject: \(MailMessage.encodedWords(subject, after: 9))",
      "Date: \(date)", "Message-ID: <\(identifier)>", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
      "Auto-Submitted: auto-generated",
    ]
    let body = Base64.encoded(Array(self.body.utf8))
    var lines: [Substring] = []
    var rest = body[...]
    while !rest.isEmpty {
      lines.append(rest.prefix(76))
      rest = rest.dropFirst(76)
    }
    return (header + [""] + lines.map(String.init)).map { $0 + "\r\n" }.joined()
  }

  /// A name and an address, on a line of their own each when one is too short.
  private static func receiver(_ name: String, at address: String) -> String {
    let name = encodedWords(name, after: 4)
    let isShort = !name.contains("\r\n") && name.utf8.count + address.utf8.count + 7 <= 76
    return name + (isShort ? " " : "\r\n ") + "<\(address)>"
  }

  /// Encoded words (RFC 2047) of at most 75 characters, each of whole characters, in lines of at most
  /// 76.
  ///
  /// - Parameter column: How many characters stand on the line before the first.
  static func encodedWords(_ text: String, after column: Int = 0) -> String {
    var words: [String] = []
    var piece = ""
    func end() {
      if !piece.isEmpty { words.append("=?UTF-8?B?\(Base64.encoded(Array(piece.utf8)))?=") }
      piece = ""
    }
    for scalar in text.unicodeScalars {
      // 45 bytes become 60 characters, and 72 with what is around them.
      let room = words.isEmpty ? 45 - (column + 3) / 4 * 3 : 45
      if piece.utf8.count + UTF8.width(scalar) > room { end() }
      piece.unicodeScalars.append(scalar)
    }
    end()
    return words.joined(separator: "\r\n ")
  }
}
