import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Journals made hostile")
struct JournalMutationTests {
  @Test("No journal, sealed right or wrong, does more than be refused")
  func journals() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit { _ in Sample.events }
    let whole = try scratch.bytes(of: "journal/0000000000000001.jsonl")
    let id = journal.storeID
    let lines = whole.split(separator: 0x0A).map { Array($0) + [0x0A] }
    let corpus = try Corpus.kept()
    var isSealed = false
    let tried = try Mutation.play(corpus + corpus + lines + [whole]) { mutated in
      isSealed.toggle()
      let bytes = isSealed ? Self.sealed(mutated, id) : mutated
      let machine = SimulatedMachine(seed: 1)
      try Self.lay(bytes, id, machine)
      do throws(StoreError) {
        let opened = try Journal(path: "/", authorship: .sample, disk: machine.process())
        _ = try opened.events(after: .origin, limit: 1000)
        if opened.access == .readWrite { _ = try opened.commit(Work.add("接着")) }
        _ = try StoreCheck.run(on: "/", disk: machine.process())
      } catch {
        // A refusal with its facts is all that is asked for.
      }
    }
    #expect(tried > 50)
  }

  /// Numbers and sums as a foreign writer would have set them, so that reading goes on behind them.
  private static func sealed(_ mutated: [UInt8], _ id: String) -> [UInt8] {
    var sum = StoreFormat(id: id).seed
    var result: [UInt8] = []
    for (index, line) in mutated.split(separator: 0x0A).enumerated() {
      let rest = line.drop { $0 != 0x69 /* i, of "id" */ }
      let head = "{\"sum\":\"00000000\",\"seq\":\(index + 1),\""
      var record = Array(head.utf8) + rest
      sum = RecordFrame.seal(&record, from: 0, after: sum)
      result += record + [0x0A]
    }
    return result
  }

  private static func lay(_ bytes: [UInt8], _ id: String, _ machine: SimulatedMachine) throws {
    func file(_ bytes: [UInt8]) -> SimulatedMachine.Node {
      let node = SimulatedMachine.Node(isFolder: false, mode: 0o600)
      node.write(bytes, at: 0)
      return node
    }
    let journal = SimulatedMachine.Node(isFolder: true, mode: 0o700)
    journal.enter([("0000000000000001.jsonl", file(bytes))])
    machine.root.enter([
      ("journal", journal), ("format", file(StoreFormat(id: id).bytes)), ("lock", file([])),
      ("quarantine", SimulatedMachine.Node(isFolder: true, mode: 0o700)),
    ])
  }
}
