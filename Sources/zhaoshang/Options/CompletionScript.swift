internal import SafeText

/// The argument parser's completion scripts, so that they offer what fits by pinyin.
///
/// As generated they drop every candidate that does not begin with what was typed; 光翼 does not begin
/// with gy. Only projects are completed by asking the program, so only they are let through.
enum CompletionScript {
  static func offeringProjects(_ script: String) -> String {
    if script.hasPrefix("#!/bin/bash") {
      return script.replacing(
        "__zhaoshang_add_completions -W \"$(__zhaoshang_custom_complete",
        with: "__zhaoshang_add_projects \"$(__zhaoshang_custom_complete"
      ).replacing("\n_zhaoshang() {\n", with: bashFunction + "\n_zhaoshang() {\n")
    }
    if script.hasPrefix("#compdef zhaoshang") {
      return script.replacing(
        "__zhaoshang_complete \"${completions[@]:0:-1}\"",
        with: "compadd -U -V '' -- \"${completions[@]:0:-1}\"")
    }
    return script
  }

  /// Whether a shell asks what to offer.
  static func isAsked(_ arguments: [String]) -> Bool { arguments.first == "---completion" }

  /// Candidates, one a line: safe text, but for the tab between one and what fish shows beside it.
  static func safe(_ candidates: String) -> String {
    candidates.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false)
      .map { SafeText(String($0)).string }.joined(separator: "\t")
  }

  private static let bashFunction = """

    __zhaoshang_add_projects() {
        local project
        while IFS='' read -r project; do
            [[ -n "${project}" ]] && COMPREPLY+=("${project}")
        done <<<"${1}"
    }

    """
}
