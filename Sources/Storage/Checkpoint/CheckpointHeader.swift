internal import Pipeline

/// The first bytes of a checkpoint: what it is, whose, and which place in the journal it stands for.
///
/// After it comes the body, and after that the sums of the body's blocks. The header's own sum covers
/// itself and those, so that the body need not be read to know what it has to be.
struct CheckpointHeader: Hashable {
  /// Raised whenever the body's meaning changes; files of another layout are ignored.
  static let layout: UInt32 = 10
  static let count = 112

  private static let magic = Array("zhaoshang-ckpt\n\0".utf8)
  private static let sumAt = 16
  private static let layoutAt = 20
  private static let idAt = 76

  /// The store's id.
  var id: String
  var position: Position
  var bodyBytes: Int
  /// The sums of the body's blocks, of a header that was read.
  private(set) var sums: [UInt32] = []

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

  /// The header's bytes; its sum covers itself and the sums of the blocks.
  func bytes(sumOfSums: UInt32) -> [UInt8] {
    var bytes = unsealed
    let sum = CRC32C.sum(bytes, after: sumOfSums)
    withUnsafeBytes(of: sum.littleEndian) {
      bytes.replaceSubrange(CheckpointHeader.sumAt..<CheckpointHeader.layoutAt, with: $0)
    }
    return bytes
  }

  /// Reads a file's header and makes sure that it, and the sums behind the body, are what was written.
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
    let room = file.count - CheckpointHeader.count
    bodyBytes = min(Int(clamping: number(at: 24, UInt64.self)), room)
    guard bodyBytes + CheckpointBlocks.count(of: bodyBytes) * 4 == room else { throw .checksum }
    let table = UnsafeRawBufferPointer(rebasing: file[(CheckpointHeader.count + bodyBytes)...])
    sums = (0..<table.count / 4).map {
      UInt32(littleEndian: table.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
    }
    let mine = bytes(sumOfSums: CRC32C.sum(table))
    guard mine.elementsEqual(file[..<CheckpointHeader.count]) else {
      let theirs = file[CheckpointHeader.idAt..<CheckpointHeader.count]
      throw mine[CheckpointHeader.idAt...].elementsEqual(theirs) ? .checksum : .otherStore
    }
    guard let last = position.lastRecord, last >= 0, position.offset > last, position.line > 0,
      position.segment.isPossible, position.chain.last.isPossible,
      position.offset <= Int64(SequenceNumber.highest.number),
      position.line <= Int(SequenceNumber.highest.number)
    else { throw .contents }
  }
}
