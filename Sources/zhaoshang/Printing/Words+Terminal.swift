internal import Terminal
internal import Wording

// Why a terminal cannot hold the board, and what to do about it.
extension Words {
  func terminal(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal:
      say(
        "看板要在终端里打开；要文字请用 zhaoshang list、zhaoshang funnel",
        "The board needs a terminal; for text use zhaoshang list or zhaoshang funnel")
    case .noTerminalName:
      say(
        "环境变量 TERM 没有设置，请先运行 export TERM=xterm-256color；要文字请用 zhaoshang list",
        "TERM is not set; run export TERM=xterm-256color, or use zhaoshang list for text")
    case .unknownTerminal(let name):
      say(
        "不认识终端 TERM=\(name)，请改成 xterm-256color 之类；要文字请用 zhaoshang list",
        "TERM=\(name) is not known here; set it to xterm-256color or the like, or use zhaoshang list"
      )
    case .noCursorAddressing(let name):
      say(
        "终端 TERM=\(name) 不能定位光标，打不开看板；请用 zhaoshang list、zhaoshang funnel",
        "TERM=\(name) cannot place its cursor, so the board cannot be drawn; use zhaoshang list or zhaoshang funnel"
      )
    case .noUTF8:
      say(
        "这台机器没有 UTF-8 语言环境，请安装 C.UTF-8 或 zh_CN.UTF-8",
        "This machine has no UTF-8 locale; install C.UTF-8 or zh_CN.UTF-8")
    case .system(let call, let errno):
      say(
        "终端打不开：\(call) \(system(errno))", "The terminal cannot be opened: \(call) \(system(errno))")
    }
  }
}
