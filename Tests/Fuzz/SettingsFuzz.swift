import Canvas
import Settings

/// Configurations and themes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  _ = Configuration.parse(text, file: "config.toml")
  _ = Theme.defaultDark.overlaid(with: text, file: "夜.toml", name: "夜")
  return 0
}
