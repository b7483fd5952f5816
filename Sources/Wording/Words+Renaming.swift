package import Pipeline

extension Words {
  /// What the board's command takes.
  package var renameUsage: String {
    say(
      ":rename 单位|企业|人|集群|标签 旧名 新名，新名已有时末尾加 合并",
      ":rename unit|organisation|person|cluster|tag OLD NEW; add merge when NEW is taken")
  }

  /// That what was recorded stays as it was, and how it is found.
  package func recordsKeepName(_ count: Int, _ renaming: Renaming) -> String {
    switch renaming.kind {
    case .unit, .organisation:
      say(
        "\(count) 条旧记录仍写「\(renaming.from)」，统计和筛选按「\(renaming.to)」算",
        "Records that keep the old name: \(count); they count as \(renaming.to)")
    case .person, .cluster, .tag:
      say(
        "\(count) 条旧记录照当时写的「\(renaming.from)」不变",
        "Records that keep \(renaming.from), as it was then: \(count)")
    }
  }
}
