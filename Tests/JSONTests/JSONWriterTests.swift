import JSON
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test("What could drive a terminal or hide is escaped, and read back the same")
  func escapes() throws {
    let text =
      "招商\u{0}\u{1B}[31m\u{7F}\u{9B}\u{85}\u{2028}\u{202E}\u{200B}\u{FEFF}\u{E0041}\u{FE0F}\"\\\n\té😀"
    let written = JSONWriter.text(of: .string(text))
    #expect(
      written
        == #""招商\u0000\u001b[31m\u007f\u009b\u0085\u2028\u202e\u200b\ufeff\udb40\udc41\ufe0f\"\\\n\té😀""#
    )
    #expect(try JSONValue.parse(written) == .string(text))
  }

  @Test("Every scalar survives, and none that is written raw is default-ignorable or a control")
  func everyScalar() throws {
    for start in stride(from: UInt32(0), to: 0x110000, by: 0x400) {
      let scalars = (start..<start + 0x400).compactMap(Unicode.Scalar.init)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let text = String(view)
      let written = JSONWriter.text(of: .string(text))
      #expect(try JSONValue.parse(written).string?.unicodeScalars.elementsEqual(scalars) == true)
      let leaks = written.unicodeScalars.filter {
        $0.properties.isDefaultIgnorableCodePoint || $0.properties.generalCategory == .control
          || $0.properties.isNoncharacterCodePoint || $0.properties.isBidiControl
          || $0.properties.generalCategory == .lineSeparator
          || $0.properties.generalCategory == .paragraphSeparator
      }
      #expect(leaks.isEmpty)
    }
  }

  @Test("The indented form puts a member on a line and keeps empty containers closed")
  func indented() {
    let value: JSONValue = ["name": "铝基", "tags": ["a", 1], "none": [], "empty": [:], "x": nil]
    #expect(
      JSONWriter.text(of: value, .indented) == """
        {
          "name": "铝基",
          "tags": [
            "a",
            1
          ],
          "none": [],
          "empty": {},
          "x": null
        }
        """)
  }

  @Test("An object is changed by key and keeps its order")
  func object() {
    var object = JSONObject()
    object["b"] = 1
    object["a"] = 2
    object["b"] = 3
    object["c"] = 4
    object["a"] = nil
    #expect(JSONWriter.text(of: .object(object)) == #"{"b":3,"c":4}"#)
  }
}
