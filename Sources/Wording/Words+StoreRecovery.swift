internal import Pipeline

extension Words {
  /// What was done to the record itself.
  func storeRecovery(_ recovery: StoreRecovery) -> String {
    let files = list(recovery.files)
    let kept = recovery.kept.isEmpty ? "" : say("，留在 ", ", kept in ") + list(recovery.kept)
    let last = recovery.last ?? .origin
    return switch recovery.kind {
    case .putAside:
      say(
        "数据：移走 \(files) 末尾没写完的 \(recovery.bytes) 字节\(kept)",
        "Store: put aside \(recovery.bytes) bytes of an unfinished write at the end of \(files)\(kept)"
      )
    case .completed:
      say("数据：补上了 \(files) 最后一条的行尾", "Store: added the line end that \(files) lacked")
    case .mended:
      say(
        "数据：用备份修补了 \(files)，完整到第 \(last) 条\(kept)",
        "Store: mended \(files) with a backup, whole up to change \(last)\(kept)")
    case .restored:
      say("数据：从备份恢复到第 \(last) 条", "Store: brought back from a backup, up to change \(last)")
    case .gap:
      say(
        "数据：放弃了读不出的第 \(recovery.first ?? last)–\(last) 条\(kept)",
        "Store: gave up changes \(recovery.first ?? last)–\(last), which could not be read\(kept)")
    }
  }
}
