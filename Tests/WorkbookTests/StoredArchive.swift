/// A ZIP archive as a test needs one: parts that are stored as they are.
struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(_ parts: [(name: String, text: String)]) {
    for part in parts { add(part.name, Array(part.text.utf8)) }
  }

  var bytes: [UInt8] {
    var end = Self.number(0x0605_4B50, 4) + [0, 0, 0, 0]
    end += Self.number(count, 2) + Self.number(count, 2)
    end += Self.number(directory.count, 4) + Self.number(body.count, 4) + [0, 0]
    return body + directory + end
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    // Version, flags, method, time and date; sum and sizes; the name's length and no extra field.
    var facts: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0x58]
    facts += Self.number(Int(Self.sum(bytes)), 4) + Self.number(bytes.count, 4)
    facts += Self.number(bytes.count, 4) + Self.number(name.utf8.count, 2) + [0, 0]
    let place = body.count
    body += Self.number(0x0403_4B50, 4) + facts + Array(name.utf8) + bytes
    directory += Self.number(0x0201_4B50, 4) + [20, 0] + facts
    directory += [UInt8](repeating: 0, count: 10) + Self.number(place, 4) + Array(name.utf8)
    count += 1
  }

  private static func number(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let half = sum >> 1
        sum = sum & 1 == 0 ? half : half ^ 0xEDB8_8320
      }
    }
    return ~sum
  }
}

/// A workbook drawn as the XML of its sheet.
struct BookDraft {
  var sheet = ""
  var texts = ""
  var styles = ""
  var book = ""
  var name = "台账"
  /// Parts that are not there.
  var without: Set<String> = []

  var parts: [(name: String, text: String)] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let related = [
      ("a", "worksheet", "worksheets/a.xml"), ("h", "worksheet", "worksheets/h.xml"),
      ("s", "styles", "styles.xml"), ("t", "sharedStrings", "../xl/texts.xml"),
    ].map { id, type, target in
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }.joined()
    return [
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r\" Type=\"\(office)/officeDocument\""
          + " Target=\"/xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(book)<sheets>"
          + "<sheet name=\"藏\" sheetId=\"2\" state=\"hidden\" r:id=\"h\"/>"
          + "<sheet name=\"\(name)\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(package)\">"
          + related
          + "</Relationships>"
      ),
      ("xl/worksheets/a.xml", "<x:worksheet xmlns:x=\"\(main)\">\(sheet)</x:worksheet>"),
      ("xl/worksheets/h.xml", "<worksheet xmlns=\"\(main)\"/>"),
      ("xl/texts.xml", "<sst xmlns=\"\(main)\">\(texts)</sst>"),
      ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
    ].filter { !without.contains($0.0) }
  }

  var bytes: [UInt8] { StoredArchive(parts).bytes }
}
