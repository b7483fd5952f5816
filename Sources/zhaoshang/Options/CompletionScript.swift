internal import SafeText

/// The argument parser's completion scripts, so that they offer what fits by pinyin.
///
/// As generated they drop every candidate that does not begin with what was typed; 光翼 does not begin
/// with gy. Only projects are completed by asking the program, so only they are let through.
///
/// A project's name is data of whoever wrote it. ``ProjectCompletion`` gives no word that a shell
/// reads anything into, so nothing depends on how a shell quotes. Where several fit and do not all
/// begin with what was typed, they are only listed: no shell may put in their common beginning, which
/// may be nothing, or another project.
enum CompletionScript {
  static func offeringProjects(_ script: String) -> String {
    if script.hasPrefix("#!/bin/bash") {
      return script.replacing(
        "__zhaoshang_add_completions -W \"$(__zhaoshang_custom_complete",
        with: "__zhaoshang_add_projects \"$(__zhaoshang_ask_for_projects"
      ).replacing("\n_zhaoshang() {\n", with: bashFunctions + "\n_zhaoshang() {\n")
    }
    if script.hasPrefix("#compdef zhaoshang") {
      return script.replacing("{__zhaoshang_custom_complete", with: "{__zhaoshang_offer_projects")
        .replacing("\n_zhaoshang() {\n", with: zshFunction + "\n_zhaoshang() {\n")
    }
    return script
  }

  /// Whether a shell asks what to offer.
  static func isAsked(_ arguments: [String]) -> Bool { arguments.first == "---completion" }

  /// Candidates, one a line: safe text, but for the tab between one and what is shown beside it.
  static func safe(_ candidates: String) -> String {
    candidates.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false)
      .map { SafeText(String($0)).string }.joined(separator: "\t")
  }

  /// The line is taken apart anew: `COMP_WORDS` holds quotation marks, and breaks at `=` and `:`.
  ///
  /// What is typed is no word of ours when readline breaks it where we do not: nothing is offered
  /// then, for only its last piece would be replaced. A blank among several keeps their common
  /// beginning empty; to menus, which put words in one after the other, bare words are given.
  private static let bashFunctions = #"""

    __zhaoshang_split() {
        local text="${1}" quote='' word='' character
        local -i begun=0
        split_words=()
        while [[ -n "${text}" ]]; do
            character="${text:0:1}"
            text="${text:1}"
            if [[ "${quote}" = "'" ]]; then
                if [[ "${character}" = "'" ]]; then quote=''; else word+="${character}"; fi
            elif [[ "${character}" = \\ ]]; then
                [[ -n "${quote}" && "${text:0:1}" != [\"\\\$\`] ]] && word+="\\"
                word+="${text:0:1}"
                text="${text:1}"
                begun=1
            elif [[ -n "${quote}" ]]; then
                if [[ "${character}" = '"' ]]; then quote=''; else word+="${character}"; fi
            elif [[ "${character}" = [\'\"] ]]; then
                quote="${character}"
                begun=1
            elif [[ "${character}" = [[:space:]] ]]; then
                if ((begun)); then split_words+=("${word}"); fi
                word=''
                begun=0
            else
                [[ "${character}" = '~' && "${begun}" = 0 && "${text:0:1}" = / ]] && character="${HOME}"
                word+="${character}"
                begun=1
            fi
        done
        split_words+=("${word}")
    }

    __zhaoshang_ask_for_projects() {
        local -a split_words
        __zhaoshang_split "${COMP_LINE:0:COMP_POINT}"
        local -a line_words=("${split_words[@]}")
        local typed="${line_words[${#line_words[@]} - 1]}"
        if [[ "${cur}" != "${typed}" ]]; then
            __zhaoshang_split "${cur}"
            [[ "${split_words[*]}" = "${typed}" ]] || return
        fi
        printf '%s\n' "${typed}"
        "${COMP_WORDS[0]}" "${@:1:$#-1}" 99999 "${line_words[@]}"
    }

    __zhaoshang_add_projects() {
        local typed line
        local -a words=() shown=()
        local -i begin=1
        {
            IFS='' read -r typed
            while IFS='' read -r line; do
                [[ -n "${line}" ]] || continue
                words+=("${line%%$'\t'*}")
                shown+=("${line/$'\t'/:}")
                [[ "${line}" = "${typed}"* && "${line}" != *$'\t'* ]] || begin=0
            done
        } <<<"${1}"
        compopt +o filenames 2>/dev/null
        if ((${#words[@]} < 2 || begin)) || [[ "${COMP_TYPE}" = 37 || "${COMP_TYPE}" = 42 ]]; then
            COMPREPLY+=("${words[@]}")
        else
            COMPREPLY+=(' ' "${shown[@]}")
        fi
    }

    """#

  /// `compadd -U` puts a single one in for what was typed; of several nothing is put in.
  private static let zshFunction = #"""

    __zhaoshang_offer_projects() {
        local typed="${(Q)PREFIX}" line
        local -a words_before=("${(@Q)command_line[1,current_word_index]}") found shown
        words_before=("${(@)words_before/#\~\//${HOME}/}")
        local -i begin=1
        for line in "${(@f)$("${command_name}" "${(@)argv[1,-2]}" 99999 "${(@)words_before}" "${typed}")}"; do
            [[ -n "${line// /}" ]] || continue
            found+=("${line%%$'\t'*}")
            shown+=("${line/$'\t'/  }")
            [[ "${line}" == "${typed}"* && "${line}" != *$'\t'* ]] || begin=0
        done
        if ((${#found} == 0)); then
            return 1
        elif ((${#found} == 1)); then
            compadd -U -d shown -- "${(@)found}"
        elif ((begin)); then
            compadd -V '' -d shown -- "${(@)found}"
        else
            compadd -U -V '' -l -d shown -- "${(@)found}"
            compstate[insert]=''
            compstate[list]='list force'
        fi
    }

    """#
}
