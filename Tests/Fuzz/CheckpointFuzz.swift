import Storage

/// The records of a checkpoint.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer, _ count: Int) -> CInt {
  tryReading(checkpoint: Array(UnsafeRawBufferPointer(start: start, count: count)))
  return 0
}
