internal import ArgumentParser
internal import Insight
internal import Pipeline
internal import Storage

extension CompletionKind {
  /// The projects of the store, found as everywhere: by number, name, pinyin and initials.
  static var projects: CompletionKind {
    .custom { arguments, _, typed in
      ProjectCompletion(arguments: arguments, typed: typed).candidates
    }
  }
}

/// What a shell is to offer for a project that is being typed; nothing, rather than an error.
private struct ProjectCompletion {
  /// More than anybody looks through.
  private static let limit = 200

  let arguments: [String]
  let typed: String

  var candidates: [String] {
    guard let workplace = try? Workplace(store: store, language: nil, today: nil, asOf: nil),
      let path = workplace.storePath, Surroundings.exists(path),
      let pipeline = try? workplace.open(isReadOnly: true, isTold: false).pipeline
    else { return [] }
    let isFish = CompletionShell.requesting == .fish
    return pipeline.projects.lazy.filter { !$0.status.isRemoved }.compactMap { project in
      candidate(project, isFish: isFish)
    }.prefix(Self.limit).map { $0 }
  }

  /// The store that the line being typed names.
  private var store: String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--store", index + 1 < arguments.count { return arguments[index + 1] }
      if argument.hasPrefix("--store=") { return String(argument.dropFirst(8)) }
    }
    return nil
  }

  private func candidate(_ project: Project, isFish: Bool) -> String? {
    let name = project.name
    if typed.isEmpty { return name }
    let digits = typed.hasPrefix("#") ? typed.dropFirst() : typed[...]
    if "\(project.id.number)" == digits {
      // fish offers nothing that does not hold what was typed.
      return isFish ? typed + "\t" + name : name
    }
    guard TextQuery(typed)?.matches(name) ?? false else { return nil }
    if isFish, !name.contains(typed) {
      return PinyinSpelling.spelling(of: name, for: typed) + "\t" + name
    }
    return name
  }
}
