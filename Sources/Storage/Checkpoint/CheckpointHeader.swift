internal import Pipeline

/// The first bytes of a checkpoint: what it is, whose, and which place in the journal it stands for.
struct CheckpointHeader: Hashable {
  /// Raised whenever the body's meaning changes; files of another layout are ignored.
  static let layout: UInt32 = 5
  static let count = 112

  private static let magic = Array("zhaoshang-ckpt\n\0".utf8)
  private static let sumAt = 16
  private static let layoutAt = 20
  private static let idAt = 76

  /// The store's id.
  var id: String
  var position: Position
  var bodyBytes: Int

  init(id: String, position: Position, bodyBytes: Int) {
    self.id = id
    self.position = position
    self.bodyBytes = bodyBytes
  }

  /// The header with zeros in the place of its sum.
  private var unsealed: [UInt8] {
    var bytes = CheckpointHeader.magic
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt32(0))
    append(CheckpointHeader.layout ^ CheckpointWords.sum)
    append(UInt64(bodyBytes))
    append(position.segment.number)
    append(position.offset)
    append(Int64(position.line))
    append(position.lastRecord ?? -1)
    append(position.chain.last.number)
    append(position.chain.sum)
    bytes += id.utf8.prefix(CheckpointHeader.count - bytes.count)
    return bytes + [UInt8](repeating: 0, count: CheckpointHeader.count - bytes.count)
  }

  /// The header's bytes; its sum covers itself and the body.
  func bytes(bodySum: UInt32) -> [UInt8] {
    var bytes = unsealed
    let sum = CRC32C.sum(bytes, after: bodySum)
    withUnsafeBytes(of: sum.littleEndian) {
      bytes.replaceSubrange(CheckpointHeader.sumAt..<CheckpointHeader.layoutAt, with: $0)
    }
    return bytes
  }

  /// Reads a file's header and makes sure that the whole file is what was written.
  init(_ file: UnsafeRawBufferPointer, id: String) throws(Checkpoint.Fault) {
    guard file.count >= CheckpointHeader.count,
      file.prefix(CheckpointHeader.magic.count).elementsEqual(CheckpointHeader.magic)
    else { throw .otherVersion }
    func number<Number: FixedWidthInteger>(at offset: Int, _ type: Number.Type) -> Number {
      Number(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: type))
    }
    let layout = number(at: CheckpointHeader.layoutAt, UInt32.self)
    guard layout == CheckpointHeader.layout ^ CheckpointWords.sum else { throw .otherVersion }
    self.id = id
    position = Position(
      segment: SequenceNumber(number(at: 32, UInt64.self)),
      chain: Chain(
        sum: number(at: 72, UInt32.self), last: SequenceNumber(number(at: 64, UInt64.self))))
    position.offset = number(at: 40, Int64.self)
    position.line = Int(number(at: 48, Int64.self))
    position.lastRecord = number(at: 56, Int64.self)
    bodyBytes = file.count - CheckpointHeader.count
    let body = UnsafeRawBufferPointer(rebasing: file[CheckpointHeader.count...])
    let mine = bytes(bodySum: CRC32C.sum(body))
    guard mine.elementsEqual(file[..<CheckpointHeader.count]) else {
      let theirs = file[CheckpointHeader.idAt..<CheckpointHeader.count]
      throw mine[CheckpointHeader.idAt...].elementsEqual(theirs) ? .checksum : .otherStore
    }
    guard let last = position.lastRecord, last >= 0, position.offset > last, position.line > 0
    else { throw .contents }
  }
}
