#if Excel
  internal import CExcel

  /// The parts of a workbook: a ZIP archive over bytes in memory, read by libzip with a measure.
  struct Archive: ~Copyable {
    private let library: ReadingLibrary
    private let handle: OpaquePointer
    private let bytes: UnsafeRawBufferPointer
    private let limits: WorkbookLimits

    init(_ bytes: [UInt8], _ library: ReadingLibrary, _ limits: WorkbookLimits)
      throws(WorkbookError)
    {
      if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        throw WorkbookError(OldContainer.isEncrypted(bytes) ? .encrypted : .oldFormat)
      }
      // libzip reads from here as long as the archive is open.
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
      copy.copyBytes(from: bytes)
      guard let base = copy.baseAddress, !bytes.isEmpty,
        let handle = library.use({ zs_zip_open($0, base, bytes.count) })
      else {
        copy.deallocate()
        throw WorkbookError(.notAWorkbook)
      }
      if library.use({ zs_zip_count($0, handle) }) > limits.parts {
        library.use { zs_zip_close($0, handle) }
        copy.deallocate()
        throw WorkbookError(.tooManyParts(limit: limits.parts))
      }
      self.library = library
      self.handle = handle
      self.bytes = UnsafeRawBufferPointer(copy)
      self.limits = limits
    }

    deinit {
      library.use { zs_zip_close($0, handle) }
      bytes.deallocate()
    }

    func has(_ part: String) -> Bool { library.use { zs_zip_find($0, handle, part) } >= 0 }

    /// Hands a part over piece by piece, and stops where it is larger than it may be.
    func read(_ part: String, _ take: (UnsafeRawBufferPointer) throws(WorkbookError) -> Void)
      throws(WorkbookError)
    {
      let index = library.use { zs_zip_find($0, handle, part) }
      var entry = zs_entry()
      guard index >= 0, library.use({ zs_zip_look($0, handle, index, &entry) }) else {
        throw WorkbookError(.partMissing(part))
      }
      if entry.is_encrypted { throw WorkbookError(.encrypted) }
      guard let file = library.use({ zs_zip_begin($0, handle, index) }) else {
        throw WorkbookError(.broken(part: part, line: nil))
      }
      defer { library.use { zs_zip_end($0, file) } }
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
      defer { piece.deallocate() }
      guard let base = piece.baseAddress else { return }
      var total = 0
      while true {
        let count = Int(library.use { zs_zip_read($0, file, base, piece.count) })
        if count < 0 { throw WorkbookError(.broken(part: part, line: nil)) }
        if count == 0 { return }
        total += count
        if total > limits.partBytes {
          throw WorkbookError(.tooLarge(part: part, limit: limits.partBytes))
        }
        if total > 1 << 20, UInt64(total) / UInt64(limits.ratio) > entry.compressed {
          throw WorkbookError(.packedTooTight(part: part, limit: limits.ratio))
        }
        try take(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      }
    }
  }

  /// libzip and expat, loaded.
  struct ReadingLibrary {
    private var table = zs_reading()

    init() throws(WorkbookError) {
      if !zs_load_zip(&table) { throw WorkbookError(.libraryMissing("libzip")) }
      if !zs_load_expat(&table) { throw WorkbookError(.libraryMissing("libexpat")) }
    }

    func use<Result>(_ call: (UnsafePointer<zs_reading>) -> Result) -> Result {
      withUnsafePointer(to: table, call)
    }
  }
#endif
