#if PostgreSQL
  internal import CPostgres

  /// PostgreSQL's client library, opened by the first who asks.
  struct Libpq: @unchecked Sendable {
    let use: zs_libpq

    /// Nil when it is not on this machine, or is older than what is called here.
    static let shared: Libpq? = {
      var table = zs_libpq()
      return zs_load_libpq(&table) ? Libpq(use: table) : nil
    }()
  }
#endif
