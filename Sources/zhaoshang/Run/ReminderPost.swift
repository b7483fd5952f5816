internal import Feeds
internal import Glibc
internal import JSON
internal import Settings
internal import TOML
internal import Wording

/// The way by which digests go out: the bureau's own program, and what it is given.
struct ReminderPost {
  /// Who gets what is nobody's, and what is for somebody without an address.
  static let everybodyElse = "*"

  private let settings: ReminderSettings
  private let workplace: Workplace
  private var words: Words { workplace.words }

  /// How long the program may take for one message.
  static let patience: Int64 = 60_000

  struct Letter {
    let bytes: [UInt8]
    let person: String
    let address: String
  }

  /// - Throws: What the configuration lacks, with its file.
  init(_ settings: ReminderSettings, _ workplace: Workplace) throws(Failure) {
    self.settings = settings
    self.workplace = workplace
    let file = workplace.paths?.configurationFile ?? ""
    if settings.format == .mail {
      guard let from = settings.from, MailMessage.isAddress(from) else {
        throw Failure(
          .badConfiguration,
          workplace.words.notAnAddress(settings.from ?? "", at: place("remind.from", file)))
      }
      for (name, address) in settings.addresses.sorted(by: { $0.key < $1.key })
      where !MailMessage.isAddress(address) {
        throw Failure(
          .badConfiguration,
          workplace.words.notAnAddress(address, at: place("remind.mail." + name, file)))
      }
    }
  }

  private func place(_ key: String, _ file: String) -> String {
    workplace.reading.places[key].map { "\(file):\($0.line): \(key)" } ?? "\(file): \(key)"
  }

  /// The message of a digest.
  ///
  /// - Parameter store: The store's name among all, for the message's own.
  /// - Throws: When it is mail and nobody's address is known for it.
  func letter(_ digest: Digest, of store: String) throws(Failure) -> Letter {
    let person = digest.person ?? ReminderPost.everybodyElse
    let address = settings.addresses[person] ?? settings.addresses[ReminderPost.everybodyElse] ?? ""
    if settings.format == .mail, address.isEmpty {
      let file = workplace.paths?.configurationFile ?? ""
      throw Failure(.refused, words.noAddress(person, file: file))
    }
    let bytes: [UInt8] =
      switch settings.format {
      case .text: Array(digest.text(in: words).utf8)
      case .json: JSONWriter.bytes(of: digest.json(in: words))
      case .wecom: JSONWriter.bytes(of: digest.message(for: .wecom, in: words))
      case .dingtalk: JSONWriter.bytes(of: digest.message(for: .dingtalk, in: words))
      case .feishu: JSONWriter.bytes(of: digest.message(for: .feishu, in: words))
      case .mail: Array(mail(digest, to: address, of: store).text.utf8)
      }
    return Letter(bytes: bytes, person: digest.person ?? "", address: address)
  }

  private func mail(_ digest: Digest, to address: String, of store: String) -> MailMessage {
    let from = settings.from ?? ""
    let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
    // Of the same store, person and day the same: a mail system knows a second one.
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (store + (digest.person.map { "/" + $0 } ?? "")).utf8 {
      key = (key ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return MailMessage(
      from: from, to: address, name: digest.person, subject: digest.title(in: words),
      body: digest.text(in: words),
      identifier: "digest-\(digest.day)-\(String(key, radix: 36))@\(domain)",
      date: Surroundings.mailDate)
  }

  /// Hands a letter to the program; nil when it was taken, else why not.
  func send(_ letter: Letter) -> String? {
    let values = ["person": letter.person, "mail": letter.address]
    let words = settings.command.map { Placeholders.fill($0, with: values) }
    let outcome = ChildProgram(words, variables: workplace.childVariables)
      .run(telling: letter.bytes, within: ReminderPost.patience)
    guard !outcome.isSuccess else { return nil }
    return self.words.programFailed(words[0], outcome)
  }
}
