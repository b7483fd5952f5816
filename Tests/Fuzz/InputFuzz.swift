import Canvas
import Terminal

/// Bytes from a terminal.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer, _ count: Int) -> CInt {
  var decoder = InputDecoder()
  var inputs: [Input] = []
  for byte in UnsafeRawBufferPointer(start: start, count: count) {
    decoder.feed(Int32(byte), into: &inputs)
    if byte == 0 { decoder.idle(into: &inputs) }
  }
  decoder.timeOut(into: &inputs)
  precondition(inputs.count <= count * 2 + 2, "no input makes more than it is")
  return 0
}
