import Canvas
import Glibc
import Terminal
import TestSupport
import Testing

@Suite("Asking a terminal how wide it draws")
struct WidthProbeTests {
  @Test("The answer is found among keys, however it is split, and the keys stay")
  func among() {
    for (answer, columns) in [("\u{1B}[2;2R", 1), ("\u{1B}[2;3R", 2)] {
      let bytes = Array("j\u{1B}[A".utf8) + Array(answer.utf8) + Array("光".utf8)
      for cut in 0...bytes.count {
        var probe = WidthProbe()
        let answers = [probe.take(bytes[..<cut]), probe.take(bytes[cut...])]
        #expect(answers.compactMap { $0 } == [columns], "\(cut)")
        #expect(probe.others == Array("j\u{1B}[A光".utf8), "\(cut)")
      }
    }
  }

  @Test(
    "What only looks like it is a key",
    arguments: ["\u{1B}[1;2R", "\u{1B}[2;R", "\u{1B}[2;99999R", "\u{1B}[2;2", "\u{1B}", "R"])
  func others(_ text: String) {
    var probe = WidthProbe()
    #expect(probe.take(Array(text.utf8)) == nil)
    #expect(probe.others == Array(text.utf8))
  }

  @Test("A terminal that answers is believed, one that does not is not waited for long")
  func session() async {
    await #expect(processExitsWith: .success) {
      let terminal = PseudoTerminal(columns: 40, rows: 6)
      var session = try openSession()
      terminal.type("a\u{1B}[2;3Rb")
      #expect(session.drawsAmbiguousWide(within: 5000) == true)
      #expect(session.readInputs() == [.key(.character("a")), .key(.character("b"))])
      let sent = terminal.output()
      #expect(sent.contains("\u{1B}[?1049h") && sent.contains(WidthProbe.question))
      terminal.type("c")
      let start = ContinuousClock.now
      #expect(session.drawsAmbiguousWide(within: 50) == nil)
      #expect(ContinuousClock.now - start < .seconds(5))
      // The answer that comes too late is no key.
      terminal.type("\u{1B}[2;3Rd")
      #expect(session.readInputs() == [.key(.character("c")), .key(.character("d"))])
      var frame = Frame(size: session.size)
      frame.write("招商", at: Point(x: 0, y: 0))
      _ = terminal.output()
      session.present(frame)
      #expect(terminal.output().contains("招商"))
      _ = session.close()
      exit(EXIT_SUCCESS)
    }
  }
}
