internal import ArgumentParser
internal import BoardUI
internal import Wording

/// What every subcommand takes that looks at what a view shows.
struct ViewOptions: ParsableArguments {
  @Option(help: .of(.view, "name")) var view: String?

  /// The view that was asked for.
  func chosen(_ workplace: Workplace) throws(Failure) -> SavedView? { try workplace.view(view) }
}

extension SavedView? {
  /// The view's filter, narrowed by what else was typed.
  func narrowed(by words: [String]) -> [String] { (self.map { [$0.filter] } ?? []) + words }
}
