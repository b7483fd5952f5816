import Exchange

/// Tables, and the plan of what they bring.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer, _ count: Int) -> CInt {
  tryReading(table: Array(UnsafeRawBufferPointer(start: start, count: count)))
  return 0
}
