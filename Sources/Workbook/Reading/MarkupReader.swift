#if Excel
  internal import CExcel
  internal import Glibc

  /// What a part of a workbook is read by: told of each element and text, in order.
  protocol MarkupReceiver: AnyObject {
    func start(_ name: MarkupName, _ attributes: MarkupAttributes) throws(WorkbookError)
    func end(_ name: MarkupName) throws(WorkbookError)
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError)
  }

  /// An element's or attribute's name, whatever prefix its namespace has.
  struct MarkupName {
    private let local: UnsafePointer<CChar>

    init(_ name: UnsafePointer<CChar>) {
      local = strrchr(name, 58).map { UnsafePointer($0 + 1) } ?? name
    }

    static func == (name: MarkupName, text: StaticString) -> Bool {
      text.utf8Start.withMemoryRebound(to: CChar.self, capacity: text.utf8CodeUnitCount + 1) {
        strcmp(name.local, $0) == 0
      }
    }
  }

  struct MarkupAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.list = list }

    subscript(_ name: StaticString) -> String? { value(name).map { String(cString: $0) } }

    func value(_ name: StaticString) -> UnsafePointer<CChar>? {
      guard var place = list else { return nil }
      while let key = place.pointee, let value = place[1] {
        if MarkupName(key) == name { return value }
        place += 2
      }
      return nil
    }
  }

  /// Runs expat over a part; no document type, no entity of its own, nothing from outside.
  final class MarkupReader {
    private let part: String
    private let library: ReadingLibrary
    private let limits: WorkbookLimits
    private unowned let receiver: any MarkupReceiver
    private let parser: OpaquePointer
    private var depth = 0
    private var failure: WorkbookError?

    static func read(
      _ part: String, of archive: borrowing Archive, _ library: ReadingLibrary,
      _ limits: WorkbookLimits, into receiver: any MarkupReceiver
    ) throws(WorkbookError) {
      guard let parser = library.use({ zs_xml_create($0) }) else {
        throw WorkbookError(.broken(part: part, line: nil))
      }
      defer { library.use { zs_xml_free($0, parser) } }
      let reader = MarkupReader(part, library, limits, receiver, parser)
      reader.listen()
      try archive.read(part) { bytes throws(WorkbookError) in try reader.parse(bytes) }
      try reader.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    }

    private init(
      _ part: String, _ library: ReadingLibrary, _ limits: WorkbookLimits,
      _ receiver: any MarkupReceiver, _ parser: OpaquePointer
    ) {
      self.part = part
      self.library = library
      self.limits = limits
      self.receiver = receiver
      self.parser = parser
    }

    private func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool = false)
      throws(WorkbookError)
    {
      let isFine = bytes.withMemoryRebound(to: CChar.self) { bytes in
        library.use { zs_xml_parse($0, parser, bytes.baseAddress, Int32(bytes.count), isLast) }
      }
      if let failure { throw failure }
      if !isFine {
        let line = Int(library.use { zs_xml_line($0, parser) })
        throw WorkbookError(.broken(part: part, line: line))
      }
    }

    /// The first failure ends the parsing; expat itself cannot be thrown through.
    private func attempt(_ work: () throws(WorkbookError) -> Void) {
      guard failure == nil else { return }
      do throws(WorkbookError) { try work() } catch {
        failure = error
        library.use { zs_xml_stop($0, parser) }
      }
    }

    private func listen() {
      library.use { library in
        zs_xml_handlers(
          library, parser, Unmanaged.passUnretained(self).toOpaque(),
          { pointer, name, attributes in
            guard let name, let pointer else { return }
            let reader = Unmanaged<MarkupReader>.fromOpaque(pointer).takeUnretainedValue()
            reader.attempt { () throws(WorkbookError) in
              reader.depth += 1
              if reader.depth > reader.limits.depth {
                throw WorkbookError(.tooDeep(part: reader.part, limit: reader.limits.depth))
              }
              try reader.receiver.start(MarkupName(name), MarkupAttributes(attributes))
            }
          },
          { pointer, name in
            guard let name, let pointer else { return }
            let reader = Unmanaged<MarkupReader>.fromOpaque(pointer).takeUnretainedValue()
            reader.attempt { () throws(WorkbookError) in
              reader.depth -= 1
              try reader.receiver.end(MarkupName(name))
            }
          },
          { pointer, text, count in
            guard let text, let pointer else { return }
            let reader = Unmanaged<MarkupReader>.fromOpaque(pointer).takeUnretainedValue()
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
            reader.attempt { () throws(WorkbookError) in
              try reader.receiver.text(bytes.assumingMemoryBound(to: UInt8.self))
            }
          },
          { pointer, _, _, _, _ in
            guard let pointer else { return }
            let reader = Unmanaged<MarkupReader>.fromOpaque(pointer).takeUnretainedValue()
            reader.attempt { () throws(WorkbookError) in
              throw WorkbookError(.documentType(part: reader.part))
            }
          })
      }
    }
  }
#endif
