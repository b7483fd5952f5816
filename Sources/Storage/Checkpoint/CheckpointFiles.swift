internal import Glibc
internal import Pipeline

/// The folder `checkpoint`, which may be lost with all that is in it.
struct CheckpointFiles {
  let folders: StoreFolders
  private var disk: any Disk { folders.disk }

  /// How many are kept: if the newest has gone bad, the one before saves most of the reading.
  static let kept = 2
  /// The largest file that is read.
  private static let limit = 1 << 31

  init(_ folders: StoreFolders) { self.folders = folders }

  /// What lies in the folder; nothing when there is none.
  func names() throws(DiskError) -> [String] {
    guard let folder = try open(making: false) else { return [] }
    defer { disk.close(folder) }
    return try disk.names(in: folder)
  }

  /// The events that checkpoints stand for by their names, newest first.
  func sequences() throws(DiskError) -> [SequenceNumber] {
    try names().compactMap(Checkpoint.sequence(named:)).sorted(by: >)
  }

  /// Reads a checkpoint and makes sure of all that can be known without the journal.
  ///
  /// The records stay where they are until they are asked for, and those of a large file are not
  /// summed up before; should one then not be what was written, `standIn` is asked.
  ///
  /// - Parameters:
  ///   - isWhole: Whether every byte is to be looked at now, also of a large file.
  ///   - standIn: The pipeline as it stood, from the journal; nil when that does not say.
  func read(
    _ sequence: SequenceNumber, isWhole: Bool = false,
    standIn: @escaping @Sendable () -> Pipeline? = { nil }
  ) throws(Checkpoint.Fault) -> (CheckpointBody, Pipeline, Position) {
    let file: FileBytes
    do throws(DiskError) { file = try contents(sequence) } catch { throw .unreadable(error) }
    let header = try CheckpointHeader(file.bytes, id: folders.format.id)
    let blocks = CheckpointBlocks(
      file, body: CheckpointHeader.count..<CheckpointHeader.count + header.bodyBytes,
      sums: header.sums)
    // A small file is in memory anyway.
    if isWhole || !file.isMapped, !blocks.areAllSound { throw .checksum }
    let body = try CheckpointBody(
      file, from: CheckpointHeader.count, count: header.bodyBytes, blocks: blocks,
      standIn: standIn)
    let pipeline = try body.pipeline()
    guard header.position.chain.last == sequence, pipeline.version == sequence else {
      throw .contents
    }
    return (body, pipeline, header.position)
  }

  private func contents(_ sequence: SequenceNumber) throws(DiskError) -> FileBytes {
    guard let folder = try open(making: false) else {
      throw DiskError(.open, errno: ENOENT, name: "checkpoint")
    }
    defer { disk.close(folder) }
    let file = try disk.open(Checkpoint.name(of: sequence), in: folder, .read)
    defer { disk.close(file) }
    guard try disk.status(file).kind == .file else { throw DiskError(.open, errno: EINVAL) }
    return try disk.contents(of: file, limit: CheckpointFiles.limit)
  }

  // MARK: Writing

  /// Writes a checkpoint beside its place, flushes it, and puts it there; removes older ones.
  ///
  /// - Parameter isInterrupted: Asked after every piece; true gives up and leaves nothing behind.
  /// - Returns: The file's size.
  func write(
    _ pipeline: Pipeline, at position: Position, suffix: UInt64,
    isInterrupted: @escaping () -> Bool
  ) throws(Checkpoint.Stop) -> Int {
    let name = Checkpoint.name(of: position.chain.last)
    var made: Descriptor?
    do throws(DiskError) { made = try open(making: true) } catch { throw .failed(error) }
    guard let folder = made else {
      throw .failed(DiskError(.open, errno: ENOENT, name: "checkpoint"))
    }
    defer { disk.close(folder) }
    let size = try disk.place(
      name, in: folder, suffix: suffix, failing: { Checkpoint.Stop.failed($0) }
    ) { (temporary) throws(DiskError) in
      try folders.sharing.makeFile(temporary, in: folder, on: disk)
    } fill: { (file) throws(Checkpoint.Stop) in
      try fill(file, pipeline, position, isInterrupted)
    }
    try stopping { () throws(DiskError) in try disk.flush(folder) }
    tidy(folder)
    return size
  }

  private func fill(
    _ file: Descriptor, _ pipeline: Pipeline, _ position: Position,
    _ isInterrupted: @escaping () -> Bool
  ) throws(Checkpoint.Stop) -> Int {
    let disk = disk
    let sink = CheckpointSink { (bytes, offset) throws(Checkpoint.Stop) in
      if isInterrupted() { throw .interrupted }
      do throws(DiskError) {
        try disk.writeAll(file, bytes, at: Int64(CheckpointHeader.count + offset))
        // A little at a time, so that the last flush does not keep anybody waiting.
        if offset % (8 << 20) < bytes.count { try disk.flushData(file) }
      } catch {
        throw .failed(error)
      }
    }
    var encoder = CheckpointEncoder(to: sink)
    try encoder.encode(pipeline)
    let body = encoder.sink
    let header = CheckpointHeader(
      id: folders.format.id, position: position, bodyBytes: body.count)
    try stopping { () throws(DiskError) in
      let end = Int64(CheckpointHeader.count + body.count)
      let sums = body.blocks.bytes
      try disk.writeAll(file, sums, at: end)
      try disk.writeAll(file, header.bytes(sumOfSums: CRC32C.sum(sums)), at: 0)
    }
    return CheckpointHeader.count + body.count + body.blocks.sums.count * 4
  }

  /// Removes all but the newest, and what writers that were killed had begun.
  private func tidy(_ folder: Descriptor) {
    guard let names = try? disk.names(in: folder) else { return }
    let old = names.compactMap(Checkpoint.sequence(named:)).sorted(by: >)
      .dropFirst(CheckpointFiles.kept).map(Checkpoint.name(of:))
    for name in old + names.filter({ $0.hasPrefix(".") && $0.hasSuffix(".new") }) {
      try? disk.remove(name, in: folder, isFolder: false)
    }
  }

  private func open(making: Bool) throws(DiskError) -> Descriptor? {
    if making { return try folders.sharing.openFolder("checkpoint", in: folders.root, on: disk) }
    do throws(DiskError) {
      return try disk.open("checkpoint", in: folders.root, .folder)
    } catch {
      if !error.isMissing { throw error }
      return nil
    }
  }

  private func stopping<Value>(_ body: () throws(DiskError) -> Value) throws(Checkpoint.Stop)
    -> Value
  {
    do throws(DiskError) { return try body() } catch { throw .failed(error) }
  }
}
