package import Pipeline

// What is said of a seal: a digest of the whole journal, printed for whoever keeps it.
extension Words {
  /// `账本指纹 #4711 3f9a…`, as reports have it in their foot.
  package func seal(_ seal: Seal) -> String {
    say("账本指纹 ", "Ledger seal ") + "#\(seal.sequence) \(seal.digest)"
  }

  /// What stands where a seal will stand.
  package var sealOnWriting: String {
    say("账本指纹：写入文件时算出，附在这里", "Ledger seal: made for the file, and stands here in it")
  }

  package func sealHolds(_ claim: SealClaim) -> String {
    say(
      "账本指纹相符：到第 \(claim.sequence) 条为止一字未改（比对了 \(claim.digits.count) 位）",
      "The seal holds: up to change \(claim.sequence) not a byte is different "
        + "(\(claim.digits.count) digits compared)")
  }

  package func sealBroken(_ claim: SealClaim, found: Seal) -> String {
    say(
      "账本指纹不符（比对了 \(claim.digits.count) 位）：到第 \(claim.sequence) 条为止，现在是 \(found.digest)，"
        + "不是 \(claim.digits)。历史被改写过，或这不是那份数据；请与自己留的备份对照：zhaoshang doctor --from 备份目录",
      "The seal does not hold (\(claim.digits.count) digits compared): up to change \(claim.sequence) it is "
        + "\(found.digest), not \(claim.digits). History was rewritten, or this is another store; "
        + "hold it against a backup of your own: zhaoshang doctor --from FOLDER")
  }

  package func sealBeyond(_ sequence: SequenceNumber, last: SequenceNumber) -> String {
    say(
      "账本指纹是到第 \(sequence) 条的，而数据只到第 \(last) 条：后面的被截掉了，或这不是那份数据",
      "The seal is of change \(sequence), and the store ends with \(last): the rest was cut off, or "
        + "this is another store")
  }

  package func sealGivenUp(
    _ sequence: SequenceNumber, first: SequenceNumber, resume: SequenceNumber
  ) -> String {
    say(
      "第 \(first)–\(resume.number - 1) 条已经放弃，到第 \(sequence) 条的账本指纹无法核对",
      "Changes \(first)–\(resume.number - 1) were given up; a seal of change \(sequence) cannot be "
        + "checked any more")
  }

  package func notASeal(_ text: String, least: Int) -> String {
    say(
      "“\(text)”不是账本指纹：应像 '#4711 3f9a…'，编号之后至少 \(least) 位十六进制数字",
      "“\(text)” is no seal: it looks like '#4711 3f9a…', at least \(least) hex digits after the number"
    )
  }

  package func noSealOnReport(_ why: String) -> String {
    say("报表没有账本指纹：\(why)", "The report carries no seal: \(why)")
  }
}
