/// What a check looks at around the journal's records: who may use the files, and what else is there.
extension StoreCheck {
  mutating func checkAccess(_ file: Descriptor, _ name: String) throws(DiskError) {
    let status = try disk.status(file)
    let sharing = folders.sharing
    if status.mode & 0o007 != 0 {
      report.findings.append(.openToOthers(file: name, mode: status.mode))
    }
    if try disk.hasAccessList(file) { report.findings.append(.accessList(file: name)) }
    // What its owner may write a colleague has to be able to go on with.
    let needed: UInt32 = status.mode & 0o200 == 0 ? 0o040 : 0o060
    let isGroups = status.group == sharing.group && status.mode & needed == needed
    if sharing.isShared ? !isGroups : status.owner != sharing.owner {
      report.findings.append(
        .foreign(
          file: name, owner: status.owner, group: status.group, storeOwner: sharing.owner,
          sharedBy: sharing.isShared ? sharing.group : nil))
    } else if sharing.isShared, status.kind == .folder, status.mode & 0o2000 == 0 {
      report.findings.append(.noGroupInheritance(folder: name))
    }
    if status.kind == .file, status.links > 1 { report.findings.append(.linked(file: name)) }
  }

  /// Looks at what is around the journal's files; what cannot be opened is found elsewhere.
  mutating func checkAround() throws(DiskError) {
    try checkAccess(folders.journal, "journal")
    for name in ["checkpoint", "drafts", "quarantine"] {
      guard let folder = try? disk.open(name, in: folders.root, .folder) else { continue }
      defer { disk.close(folder) }
      try checkAccess(folder, name)
    }
    for name in ["format", "lock"] {
      guard let file = try? disk.open(name, in: folders.root, .read) else { continue }
      defer { disk.close(file) }
      try checkAccess(file, name)
    }
  }

  mutating func checkNames() throws(DiskError) {
    for name in try disk.names(in: files.folder).sorted()
    where Position.segment(named: name) == nil && Gap.first(named: name) == nil {
      report.findings.append(.strange(file: "journal/" + name))
    }
    guard let quarantine = try? disk.open("quarantine", in: folders.root, .folder) else { return }
    defer { disk.close(quarantine) }
    for name in try disk.names(in: quarantine).sorted() {
      guard let file = try? disk.open(name, in: quarantine, .read) else { continue }
      defer { disk.close(file) }
      report.findings.append(
        .putAside(file: "quarantine/" + name, bytes: try disk.status(file).size))
    }
  }
}
