internal import Glibc
internal import Pipeline
internal import PostgresStorage
internal import Storage

/// Does with a store on a server what `Benchmarks/many.c` does with libpq alone, and prints the same.
///
///     server-meter make ADDRESS FOLDER
///     server-meter commit|import|tail|news ADDRESS FOLDER COUNT
///     server-meter writers ADDRESS FOLDER WRITERS SECONDS
///     server-meter read|open|memory ADDRESS FOLDER
///     server-meter memory-of-folder PATH FOLDER
@main
struct ServerMeter {
  static func main() {
    #if PostgreSQL
      let words = CommandLine.arguments
      guard words.count >= 4 else { exit(64) }
      let count = words.count > 4 ? Int(words[4]) ?? 1 : 1
      do {
        if words[1] == "memory-of-folder" { return try Meter.memory(ofFolder: words[2]) }
        guard case .server(let address) = try StoreAddress(words[2]) else { exit(64) }
        let meter = Meter(address: address, folder: words[3])
        switch words[1] {
        case "make": try meter.make()
        case "commit": try meter.commit(count)
        case "import": try meter.bringIn(count)
        case "tail": try meter.tail(count)
        case "news": try meter.news(count)
        case "writers":
          try meter.writers(count, seconds: words.count > 5 ? Int(words[5]) ?? 5 : 5)
        case "read": try meter.read()
        case "open": try meter.open()
        case "memory": try meter.memory()
        default: exit(64)
        }
      } catch {
        print("failed: \(error)")
        exit(1)
      }
    #else
      print("built without the trait PostgreSQL")
    #endif
  }
}
