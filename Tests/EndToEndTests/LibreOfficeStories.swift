#if Excel
  import Glibc
  import TestSupport
  import Testing

  /// Ledgers of ours that somebody opens in LibreOffice and saves again, in each format that it has.
  @Suite(.enabled(if: LibreOffice.isThere, "needs soffice"))
  struct LibreOfficeStories {
    /// What was saved comes back as it is: nothing new, changed, asked or wrong.
    private func comesBack(_ file: String, _ projects: Int, on desk: Desk) async throws {
      let read = try await desk.zhaoshang("import", file, "--dry-run", "--today", deskDay)
      #expect(read.status == 0, "\(file): \(read.stdout) \(read.stderr)")
      let last = read.lines.last ?? ""
      #expect(
        last.contains("新增 0 个，修改 0 个，不变 \(projects) 个，待答 0 行，有误 0 行"), "\(file): \(read.stdout)")
    }

    @Test(arguments: ["xlsx", "xls", "ods", "csv"])
    func aWorkbookComesBackUnchanged(format: String) async throws {
      let desk = try await Desk.withExample()
      let book = desk.home.path("ledger.xlsx")
      try await desk.does("export", book)
      let saved = try await LibreOffice.save(book, as: format, on: desk)
      try await comesBack(saved, 6, on: desk)
    }

    @Test(arguments: ["utf-8", "gb18030"])
    func aTableInTextComesBackUnchanged(encoding: String) async throws {
      let desk = try await Desk.withExample()
      let table = desk.home.path("ledger.csv")
      try await desk.does("export", table, "--encoding", encoding)
      let characters = encoding == "utf-8" ? 76 : 85
      for format in ["csv", "xlsx"] {
        let saved = try await LibreOffice.save(
          table, as: format, readAs: LibreOffice.text(characters), on: desk)
        try await comesBack(saved, 6, on: desk)
      }
    }

    @Test(arguments: ["xlsx", "xls", "ods"])
    func thePrintedLedgerComesBackUnchanged(format: String) async throws {
      let desk = try await Desk.withExample()
      let book = desk.home.path("ledger.xlsx")
      try await desk.does("report", "ledger", "-o", book)
      let saved = try await LibreOffice.save(book, as: format, on: desk)
      try await comesBack(saved, 6, on: desk)
    }

    /// A bureau's hundred and twenty projects, with everything that a ledger of ours can say.
    @Test(.enabled(if: Effort.isLong), arguments: ["xlsx", "xls", "ods", "csv"])
    func aBureausLedgerComesBackUnchanged(format: String) async throws {
      let desk = try Desk()
      let made = try await desk.zhaoshang(
        "demo", "bureau", "--keep", desk.store, "--today", deskDay)
      #expect(made.status == 0, "\(made.stderr)")
      for source in ["xlsx", "csv"] {
        let file = desk.home.path("ledger.\(source)")
        try await desk.does("export", file)
        let saved = try await LibreOffice.save(
          file, as: format, readAs: source == "csv" ? LibreOffice.text(76) : nil, on: desk)
        try await comesBack(saved, 120, on: desk)
      }
    }
  }

  /// The program itself, as a person would use it.
  private enum LibreOffice {
    static var isThere: Bool { access("/usr/bin/soffice", X_OK) == 0 }

    /// How a table in text is read and written: comma, quotation mark, characters, from the first line.
    static func text(_ characters: Int) -> String {
      "Text - txt - csv (StarCalc):44,34,\(characters),1"
    }

    /// Opens a file and saves it in a format; where it is then.
    ///
    /// Its name is plain: where the locale is not installed it finds no other.
    static func save(
      _ file: String, as format: String, readAs filter: String? = nil, on desk: Desk
    ) async throws -> String {
      let folder = desk.home.path("saved")
      var arguments = [
        "-env:UserInstallation=file://\(desk.home.path("office"))", "--headless", "--norestore",
      ]
      if let filter { arguments += ["--infilter=\(filter)"] }
      let target = format == "csv" ? "csv:" + text(76) : format
      let done = try await desk.run(
        "soffice", arguments + ["--convert-to", target, "--outdir", folder, file])
      #expect(done.status == 0, "\(done.stderr)")
      return folder + "/ledger.\(format)"
    }
  }
#endif
