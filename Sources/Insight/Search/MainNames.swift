package import Pipeline

/// The name under which an organisation of several names is counted: the one of its entry in the
/// directory, so that 招商发展公司 and 招商发展有限公司 are one row.
package struct MainNames {
  private var names: [String: String] = [:]

  /// - Complexity: O(directory).
  package init(_ pipeline: Pipeline) {
    for case .organisation(let organisation) in pipeline.directory.values {
      for alias in organisation.aliases
      where pipeline.directory[DirectoryKey(.organisation, alias)] == nil {
        // Of two that claim a name, the same one every time.
        names[alias] = names[alias].map { min($0, organisation.name) } ?? organisation.name
      }
    }
  }

  package func callAsFunction(_ name: String) -> String { names[name] ?? name }

  /// Each once, in their order.
  package func callAsFunction(_ list: [String]) -> [String] {
    if names.isEmpty { return list }
    var seen: Set<String> = []
    return list.map { self($0) }.filter { seen.insert($0).inserted }
  }
}
