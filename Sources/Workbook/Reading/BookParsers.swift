#if Excel
  internal import CExcel

  /// Which part another part speaks of.
  final class RelationshipParser: MarkupReceiver {
    private let folder: String
    private(set) var targets: [String: (type: String, path: String)] = [:]

    init(folder: String = "") { self.folder = folder }

    func target(ofType type: String) -> String? {
      targets.values.first { $0.type.hasSuffix(type) }?.path
    }

    func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
      guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
        let target = attributes["Target"], attributes["TargetMode"] != "External"
      else { return }
      targets[id] = (type, path(target))
    }

    /// A target from the top of the archive, or from the folder of the part that names it.
    private func path(_ target: String) -> String {
      if target.hasPrefix("/") { return String(target.dropFirst()) }
      var steps = folder.split(separator: "/").map(String.init)
      for step in target.split(separator: "/") {
        switch step {
        case ".": continue
        case "..": _ = steps.popLast()
        default: steps.append(String(step))
        }
      }
      return steps.joined(separator: "/")
    }

    func end(_ name: MarkupName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }

  /// The names of the sheets.
  final class BookParser: MarkupReceiver {
    struct Sheet {
      let name: String
      let relationship: String
      let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var isFrom1904 = false

    func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
      if name == "sheet", let title = attributes["name"], let id = attributes["id"] {
        let state = attributes["state"] ?? "visible"
        sheets.append(Sheet(name: title, relationship: id, isHidden: state != "visible"))
      } else if name == "workbookPr" {
        isFrom1904 = ["1", "true"].contains(attributes["date1904"])
      }
    }

    func end(_ name: MarkupName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }

  /// What each style makes of a number, and whether it strikes a text through.
  final class StyleParser: MarkupReceiver {
    private(set) var formats: [SheetFormat] = []
    private(set) var isStruck: [Bool] = []
    private var codes: [Int: SheetFormat] = [:]
    private var struckFonts: Set<Int> = []
    private var fonts = -1
    private var isInFonts = false
    private var isInCellStyles = false

    func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
      if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      {
        codes[id] = SheetFormat(code: code)
      } else if name == "cellXfs" {
        isInCellStyles = true
      } else if name == "fonts" {
        isInFonts = true
      } else if name == "font", isInFonts {
        fonts += 1
      } else if name == "strike", isInFonts {
        if !["0", "false"].contains(attributes["val"]) { struckFonts.insert(fonts) }
      } else if name == "xf", isInCellStyles {
        isStruck.append(
          attributes["fontId"].flatMap { Int($0) }.map { struckFonts.contains($0) } ?? false)
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        formats.append(codes[id] ?? SheetFormat(builtIn: id))
      }
    }

    func end(_ name: MarkupName) {
      if name == "cellXfs" { isInCellStyles = false }
      if name == "fonts" { isInFonts = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }

  /// The texts that cells share.
  final class TextParser: MarkupReceiver {
    private let limits: WorkbookLimits
    private(set) var texts: [String] = []
    private var bytes: [UInt8] = []
    private var total = 0
    private var isInText = false
    private var isInReading = false

    init(_ limits: WorkbookLimits) { self.limits = limits }

    func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
      if name == "t" {
        isInText = true
      } else if name == "rPh" {
        // How a word is pronounced is not part of it.
        isInReading = true
      } else if name == "si" {
        bytes.removeAll(keepingCapacity: true)
      }
    }

    func end(_ name: MarkupName) throws(WorkbookError) {
      if name == "t" {
        isInText = false
      } else if name == "rPh" {
        isInReading = false
      } else if name == "si" {
        // An empty text is no bytes and a place in memory all the same.
        total += bytes.count + 16
        if total > limits.textBytes {
          throw WorkbookError(.tooLarge(part: "sharedStrings.xml", limit: limits.textBytes))
        }
        texts.append(EscapedText.decoded(String(decoding: bytes, as: UTF8.self)))
      }
    }

    func text(_ more: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
      guard isInText, !isInReading else { return }
      bytes += more
      if bytes.count > limits.cellBytes {
        throw WorkbookError(.cellTooLong(limit: limits.cellBytes))
      }
    }
  }

  /// What people have written beside cells.
  final class CommentParser: MarkupReceiver {
    private let limits: WorkbookLimits
    private(set) var comments: [SheetTable.Place: String] = [:]
    private var place: SheetTable.Place?
    private var bytes: [UInt8] = []
    private var total = 0
    private var isInText = false

    init(_ limits: WorkbookLimits) { self.limits = limits }

    func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
      if name == "comment" {
        place = attributes["ref"].flatMap { SheetTable.place($0) }
        bytes.removeAll(keepingCapacity: true)
      } else if name == "t" {
        isInText = true
      }
    }

    func end(_ name: MarkupName) throws(WorkbookError) {
      if name == "t" {
        isInText = false
      } else if name == "comment", let place, !bytes.isEmpty {
        total += bytes.count + 64
        if total > limits.textBytes {
          throw WorkbookError(.tooLarge(part: "comments.xml", limit: limits.textBytes))
        }
        comments[place] = EscapedText.decoded(String(decoding: bytes, as: UTF8.self))
      }
    }

    func text(_ more: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
      guard isInText else { return }
      bytes += more
      if bytes.count > limits.cellBytes {
        throw WorkbookError(.cellTooLong(limit: limits.cellBytes))
      }
    }
  }
#endif
