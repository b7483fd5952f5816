internal import BoardUI
internal import Files
internal import Settings
internal import Wording

extension Workplace {
  /// Keeps who the person is in `config.toml`, and leaves everything else in it as it is.
  ///
  /// - Returns: The file.
  func keep(_ introduction: Introduction) throws(Failure) -> String {
    guard let path = paths?.configurationFile else {
      throw Failure(.badConfiguration, words.noSettingsFolder)
    }
    var before = ""
    if Surroundings.exists(path) {
      do throws(FileFault) {
        before = String(
          decoding: try WholeFile.bytes(ofFile: path, limit: 65_536, waitsForPipes: false),
          as: UTF8.self)
      } catch {
        throw words.failure(error)
      }
    }
    let changed: ConfigurationText
    do throws(ConfigurationText.CannotChange) {
      changed = try ConfigurationText(before).with(
        userName: introduction.name, unit: introduction.unit)
    } catch {
      throw Failure(.badConfiguration, words.cannotChangeSettings(path))
    }
    try SettingsFolder.replace(changed.text, at: path, words)
    return path
  }
}

extension Words {
  func settingsKept(_ path: String) -> String { say("已记在 \(path)", "Kept in \(path)") }

  var noSettingsFolder: String {
    say("没有放设置的目录：$HOME 没有设", "There is no folder for settings: $HOME is not set")
  }

  func cannotChangeSettings(_ path: String) -> String {
    say(
      "\(path) 没有改：请自己在 [user] 里写 name 和 unit",
      "\(path) was left as it is: write name and unit under [user] yourself")
  }
}
