import JSON
import Pipeline
import Storage

/// Records as a journal's reader meets them, and JSON as everything reads it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer, _ count: Int) -> CInt {
  let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
  tryReading(records: bytes)
  _ = try? JSONValue.parse(bytes)
  return 0
}
