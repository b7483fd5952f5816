#if Excel
  internal import CExcel
  internal import Glibc
  internal import CGlibc
#endif

/// Writes a workbook as the bytes of an .xlsx file.
package enum WorkbookWriter {
  /// - Throws: What the library or the system could not do, or that there is no library.
  package static func bytes(of book: Workbook) throws(WorkbookError) -> [UInt8] {
    #if Excel
      var table = zs_writing()
      if !zs_load_writer(&table) { throw WorkbookError(.libraryMissing("libxlsxwriter")) }
      // The library wants a path; this one is nowhere on a disk.
      let file = memfd_create("workbook", 1)
      guard file >= 0 else { throw WorkbookError(.cannotWrite(code: Int(errno))) }
      defer { close(file) }
      guard let handle = zs_book_create(&table, "/proc/self/fd/\(file)", book.title, book.created)
      else { throw WorkbookError(.cannotWrite(code: Int(ENOMEM))) }
      var writing = BookWriting(table, handle)
      for sheet in book.sheets { writing.add(sheet) }
      let closed = zs_book_close(&table, handle)
      if let failure = writing.failure { throw failure }
      if closed != 0 { throw WorkbookError(.cannotWrite(code: Int(closed))) }
      return try contents(of: file)
    #else
      throw WorkbookError(.notBuiltIn)
    #endif
  }

  #if Excel
    private static func contents(of file: Int32) throws(WorkbookError) -> [UInt8] {
      let size = Int(lseek(file, 0, SEEK_END))
      var bytes = [UInt8](repeating: 0, count: max(0, size))
      var done = 0
      while done < bytes.count {
        let count = bytes.withUnsafeMutableBytes { buffer in
          pread(file, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(done))
        }
        if count <= 0 { throw WorkbookError(.cannotWrite(code: Int(errno))) }
        done += count
      }
      return bytes
    }
  #endif
}
