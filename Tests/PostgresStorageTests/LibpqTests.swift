#if PostgreSQL
  import Testing

  @testable import PostgresStorage

  @Suite struct LibpqTests {
    @Test("PostgreSQL's client library is found and has what is called")
    func opens() throws { _ = try #require(Libpq.shared) }
  }
#endif
