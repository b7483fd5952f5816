import Canvas
import Glibc
import Terminal
import TestSupport
import Testing

@Suite("Asking a terminal how wide it draws")
struct WidthProbeTests {
  @Test("The answer is found among keys, before a frame and after it, and is none itself")
  func among() async {
    await #expect(processExitsWith: .success) {
      let terminal = PseudoTerminal(columns: 40, rows: 6)
      var session = try openSession()
      #expect(session.takeWidthAnswer() == nil)
      session.askWidth()
      let sent = terminal.output()
      #expect(sent.contains("\u{1B}[?1049h") && sent.contains(WidthProbe.question))
      #expect(session.readInputs() == [])
      #expect(session.takeWidthAnswer() == nil)
      var frame = Frame(size: session.size)
      frame.write("招商", at: Point(x: 0, y: 0))
      session.present(frame)
      #expect(terminal.output().contains("招商"))
      terminal.type("a\u{1B}[2;3Rb")
      #expect(session.readInputs() == [.typed("ab")])
      #expect(session.takeWidthAnswer() == true)
      // Told once; an answer that nobody asked for is neither an answer nor a key.
      terminal.type("\u{1B}[2;2Rc")
      #expect(session.readInputs() == [.key(.character("c"))])
      #expect(session.takeWidthAnswer() == nil)
      _ = session.close()
      exit(EXIT_SUCCESS)
    }
  }

  @Test("Only one or two columns answer the question")
  func answers() async {
    await #expect(processExitsWith: .success) {
      let terminal = PseudoTerminal(columns: 40, rows: 6)
      var session = try openSession()
      let answers: [(String, Bool?)] = [
        ("2;2", false), ("2;3", true), ("2;1", nil), ("2;9", nil), ("3;3", nil), ("1;3", nil),
        ("2;", nil), ("2;3;3", nil),
      ]
      for (text, isWide) in answers {
        session.askWidth()
        terminal.type("\u{1B}[" + text + "R")
        _ = session.readInputs()
        #expect(session.takeWidthAnswer() == isWide, "\(text)")
      }
      _ = session.close()
      exit(EXIT_SUCCESS)
    }
  }
}
