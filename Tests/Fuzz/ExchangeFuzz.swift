import Exchange
import Pipeline

/// Exchange files, and the decision on what they bring.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer, _ count: Int) -> CInt {
  let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
  guard let file = try? ExchangeFile(bytes) else { return 0 }
  do throws(Refusal) {
    _ = try Pipeline().decide(.take(file.intake), today: Day(number: 20_779))
  } catch {
    _ = file.error(for: error)
  }
  return 0
}
