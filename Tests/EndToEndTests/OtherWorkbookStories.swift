#if Excel
  import TestSupport
  import Testing

  /// Tables in .ods and its like: read where LibreOffice is, told how to save where it is not.
  @Suite struct OtherWorkbookStories {
    /// A program of that name in a folder of its own, which is all the path there is besides.
    private func libreOffice(_ body: String, on desk: Desk) async throws -> String {
      let folder = desk.home.path("bin")
      _ = try await desk.run("mkdir", ["-p", folder])
      let script = try desk.home.write("#!/bin/sh\n" + body, to: "bin/soffice")
      _ = try await desk.run("chmod", ["+x", script])
      return folder
    }

    private func imported(_ file: String, path: String, on desk: Desk) async throws
      -> (status: Int32, stdout: String, stderr: String)
    {
      let call = "P=$(command -v zhaoshang); PATH='\(path)' \"$P\" import '\(file)' --dry-run"
      let answer = try await desk.run("sh", ["-c", call + " --today 2023-09-04"])
      return (Int32(answer.status), answer.stdout, answer.stderr)
    }

    @Test func anOpenDocumentIsReadThroughLibreOfficeOrSaysHowToSaveIt() async throws {
      let desk = try await Desk.withExample()
      let table = desk.home.path("台账.xlsx")
      try await desk.does("report", "ledger", "-o", table)
      // What such a file begins with is all that is looked at.
      let file = desk.home.path("台账.csv")
      _ = try await desk.run(
        "sh",
        [
          "-c",
          "printf 'PK\\003\\004%026dmimetypeapplication/vnd.oasis.opendocument.spreadsheet' 0 > '\(file)'",
        ])
      let none = try await imported(file, path: desk.home.path("nirgends"), on: desk)
      #expect(none.status == 65)
      #expect(none.stderr.contains("是 .ods 表格，不能直接读；请另存为 .xlsx，或安装 LibreOffice"))
      let broken = try await libreOffice("exit 1\n", on: desk)
      let failed = try await imported(file, path: broken, on: desk)
      #expect(failed.status == 65 && failed.stderr.contains("LibreOffice 没能转换"))
      let folder = try await libreOffice(
        "for last; do :; done\n/bin/cp '\(table)' \"${last%.ods}.xlsx\"\n", on: desk)
      let read = try await imported(file, path: folder, on: desk)
      #expect(read.status == 0, "\(read.stderr)")
      #expect(read.stderr.contains("已由 LibreOffice 转成 .xlsx 读取"))
      #expect(read.stdout.contains("修改 0 个") && read.stdout.contains("新增 0 个"), "\(read.stdout)")
      let left = try await desk.run("sh", ["-c", "ls -d /tmp/zhaoshang-table.* 2>/dev/null"])
      #expect(left.stdout.isEmpty)
    }
  }
#endif
