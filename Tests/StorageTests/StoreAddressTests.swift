import Testing

@testable import Storage

@Suite("An address tells a folder from a server")
struct StoreAddressTests {
  @Test(
    "Whatever is no address of a server is a folder",
    arguments: [
      "/srv/招商", "招商", "./postgresql://a", "a:b", "C:\\招商", "://x", "postgresql", "招商://数据",
      "services=a",
    ])
  func folders(text: String) throws { #expect(try StoreAddress(text) == .folder(text)) }

  @Test(
    "A server's address is parted into what libpq reads and the schema",
    arguments: [
      ("postgresql://db1,db2:5433/ju?schema=zouping", "postgresql://db1,db2:5433/ju", "zouping"),
      (
        "postgres://li@db1/ju?sslmode=require&schema=a_1&connect_timeout=2",
        "postgres://li@db1/ju?sslmode=require&connect_timeout=2", "a_1"
      ),
      ("POSTGRESQL://db1", "POSTGRESQL://db1", "zhaoshang"),
      ("postgresql:///ju?host=/run/pg", "postgresql:///ju?host=/run/pg", "zhaoshang"),
      ("service=ju", "service=ju", "zhaoshang"),
      ("service=ju?schema=zouping", "service=ju", "zouping"),
    ])
  func servers(text: String, connection: String, schema: String) throws {
    guard case .server(let server) = try StoreAddress(text) else {
      Issue.record("\(text) is a folder")
      return
    }
    #expect(server.connection == connection)
    #expect(server.schema == schema)
    #expect(server.text == text)
  }

  @Test(
    "What is wrong with an address is named, and a password never repeated",
    arguments: [
      ("mysql://db1/ju", .unknownKind("mysql")),
      ("postgresql://li:geheim@db1/ju", .holdsPassword),
      ("postgresql://li:@db1", .holdsPassword),
      ("postgresql://db1/ju?password=geheim", .holdsPassword),
      ("postgresql://db1/ju?sslpassword=geheim", .holdsPassword),
      ("postgresql://db1/ju?%70assword=geheim", .holdsPassword),
      ("postgresql://db1/ju?schema=", .notASchema("")),
      ("postgresql://db1/ju?schema=邹平", .notASchema("邹平")),
      ("postgresql://db1/ju?schema=a;drop", .notASchema("a;drop")),
      ("postgresql://db1/ju?schema=pg_catalog", .notASchema("pg_catalog")),
      ("postgresql://db1/ju?schema=1a", .notASchema("1a")),
      ("service=ju&password=geheim", .holdsPassword),
      ("service=", .notAService("service=")),
      ("service=a b", .notAService("service=a b")),
      ("service=a host=b", .notAService("service=a host=b")),
    ] as [(String, StoreAddress.Fault)])
  func faults(text: String, fault: StoreAddress.Fault) {
    #expect(throws: fault) { try StoreAddress(text) }
  }
}
