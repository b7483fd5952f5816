#if PostgreSQL
  import Testing

  @testable import PostgresStorage

  @Suite("What stays on this machine needs no certificate")
  struct LoopbackTests {
    @Test(arguments: [
      "", "/run/postgresql", "@abstract", "localhost", "127.0.0.1", "127.8.9.10", "::1",
      "localhost,127.0.0.1", "/tmp,",
    ])
    func stays(_ hosts: String) {
      #expect(ServerSettings.isLoopback(hosts, ""))
    }

    @Test(
      "A name that only begins like one does not",
      arguments: [
        "127.example.com", "127.0.0.1.example.com", "127.1", "127.", "localhost.example.com", "db1",
        "10.0.0.1", "128.0.0.1", "::2", "localhost,db1", " 127.0.0.1",
      ])
    func leaves(_ hosts: String) {
      #expect(!ServerSettings.isLoopback(hosts, ""))
      #expect(!ServerSettings.isLoopback("localhost", hosts))
    }
  }
#endif
