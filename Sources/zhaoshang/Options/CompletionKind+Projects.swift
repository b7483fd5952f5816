internal import ArgumentParser
internal import Insight
internal import Pipeline
internal import SafeText
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
///
/// A candidate is a word that means one project and nothing to a shell: the name where it is plain and
/// nobody else's, the number with the name beside it everywhere else.
private struct ProjectCompletion {
  /// More than anybody looks through.
  private static let limit = 200

  let arguments: [String]
  let typed: String

  var candidates: [String] {
    guard let workplace = try? Workplace(store: store, language: nil, today: nil, asOf: nil),
      case .folder(let path)? = workplace.store, Surroundings.exists(path),
      let pipeline = try? workplace.open(isReadOnly: true, isTold: false).pipeline
    else { return [] }
    let shell = CompletionShell.requesting
    let fitting = Array(
      pipeline.projects.lazy.filter { !$0.status.isRemoved && fits($0) }.prefix(Self.limit))
    // Those who are not offered have names as well.
    let names = Names(pipeline.projects.map(\.name))
    return fitting.map { candidate($0, among: names, for: shell) }
  }

  /// The names of all projects, to tell which of them means one alone.
  private struct Names {
    private var counts: [String: Int] = [:]

    init(_ names: some Sequence<String>) {
      for name in names { counts[name, default: 0] += 1 }
    }

    func isTaken(_ name: String) -> Bool { counts[name] != nil }

    /// Whether a name, as it is typed, stands for one project.
    func means(_ name: String) -> Bool {
      counts[name] == 1 && Workplace.number(in: name) == nil && !name.hasPrefix("-")
    }
  }

  /// The store that the line being typed names; bash breaks words at `=`.
  private var store: String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--store" {
        return arguments[(index + 1)...].first { $0 != "=" }
      }
      if argument.hasPrefix("--store=") { return String(argument.dropFirst(8)) }
    }
    return nil
  }

  private func fits(_ project: Project) -> Bool {
    let digits = typed.hasPrefix("#") ? typed.dropFirst() : typed[...]
    return typed.isEmpty || "\(project.id.number)" == digits
      || TextQuery(typed)?.matches(project.name) ?? false
  }

  private func candidate(_ project: Project, among names: Names, for shell: CompletionShell?)
    -> String
  {
    let (name, number) = (project.name, "\(project.id.number)")
    let isWord = names.means(name) && ShellWord.isPlain(name)
    if shell == .fish, !typed.isEmpty {
      // fish offers nothing that does not hold what was typed; it quotes whatever it puts in.
      if typed == number || typed == "#" + number { return typed + "\t" + name }
      if name.contains(typed) { return names.means(name) ? name : number + "\t" + name }
      let spelling = PinyinSpelling.spelling(of: name, for: typed)
      if !names.isTaken(spelling) { return spelling + "\t" + name }
    }
    if isWord { return name }
    // bash has no place beside a word, only the word: what it lists might be put in.
    return number + "\t" + (shell == .bash ? ShellWord.plain(name) : name)
  }
}
