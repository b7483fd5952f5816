@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The action table")
struct ActionTableTests {
  @Test("Every action has exactly one row")
  func rows() {
    #expect(ActionTable.rows.count == Action.allCases.count)
    #expect(Set(ActionTable.rows.map(\.action)) == Set(Action.allCases))
  }

  @Test("On no screen does a key mean two things")
  func uniqueKeys() {
    for screen in Screen.allCases {
      let rows = ActionTable.rows.filter { $0.screens?.contains(screen) ?? true }
      var owners: [Key: [Action]] = [:]
      for row in rows { for key in row.keys { owners[key, default: []].append(row.action) } }
      #expect(owners.filter { $0.value.count > 1 }.isEmpty, "\(screen)")
    }
  }

  @Test("Every row has a title in both languages and a command of its own")
  func titles() {
    var commands: [String] = []
    for row in ActionTable.rows {
      #expect(!row.zh.isEmpty && !row.en.isEmpty, "\(row.action)")
      #expect(!row.commands.isEmpty, "\(row.action)")
      #expect(row.en.unicodeScalars.first?.isASCII == true || row.action == .language)
      commands += row.commands
    }
    #expect(Set(commands).count == commands.count)
  }

  @Test("Every key of every row runs it on its screens")
  func keys() {
    for row in ActionTable.rows {
      for screen in row.screens ?? Screen.allCases {
        for key in row.keys {
          #expect(Keymap.standard.action(for: key, on: screen) == row.action, "\(row.action)")
        }
      }
    }
  }

  @Test("Every command word of every row runs it, or says why it cannot be done")
  func commands() throws {
    for row in ActionTable.rows {
      for command in row.commands {
        for screen in row.screens ?? [.board] {
          var typed = Sitting(try .zouping())
          typed.ui.timeline.daysPerCell = 7
          _ = typed.ui.handle(.command(.view(screen)))
          var performed = typed.ui
          typed.command(command)
          let effects = performed.handle(.perform(row.action))
          let why = Comment(rawValue: "\(row.action) by :\(command) on \(screen)")
          #expect(typed.effects.first == effects.first, why)
          #expect(typed.ui.overlay == performed.overlay, why)
          #expect(typed.ui.screen == performed.screen && typed.ui.asOf == performed.asOf, why)
          #expect(typed.ui.focus == performed.focus && typed.ui.rows == performed.rows, why)
        }
      }
    }
  }

  @Test(
    "Frequent actions have an F-key, which a Chinese input method lets through",
    arguments: [
      (1, Action.help), (2, .newProject), (3, .search), (4, .edit), (5, .carry), (6, .showTimeline),
      (7, .showFunnel), (8, .archive), (9, .palette), (10, .quit),
    ])
  func functionKeys(_ number: Int, _ action: Action) {
    // Where there are no projects, new and edit speak of what there is.
    let here: [Screen: [Action: Action]] = [
      .requests: [.newProject: .newRequest, .edit: .editRequest],
      .targets: [.newProject: .newTarget, .edit: .editTarget],
    ]
    for screen in Screen.allCases {
      let meant = here[screen]?[action] ?? action
      #expect(Keymap.standard.action(for: Key(.function(number)), on: screen) == meant)
    }
  }

  @Test("No key that a terminal, tmux or screen takes for itself is given another meaning")
  func banned() {
    for row in ActionTable.rows {
      for key in row.keys where key.modifiers.contains(.control) {
        guard case .character(let character) = key.code else { continue }
        // Ctrl-Z means what it means everywhere: to the shell and back.
        if row.action == .suspend { continue }
        #expect(!"sqzchijmab".contains(character), "\(row.action)")
      }
    }
  }

  @Test("No letter destroys anything: what closes a project asks in a form first")
  func nothingDestroyed() throws {
    for row in ActionTable.rows {
      for key in row.keys {
        guard case .character = key.code, key.modifiers.isEmpty else { continue }
        var sitting = Sitting(try .zouping())
        sitting.input(.key(key))
        for case .store(.submit(let command)) in sitting.effects {
          switch command {
          case .move, .reorder: break
          default: Issue.record("\(Keymap.name(key)) did \(command)")
          }
        }
      }
    }
  }

  @Test("Keys shown in the key line belong to the action they stand for")
  func names() {
    for row in ActionTable.rows {
      for key in row.keys { #expect(Keymap.key(named: Keymap.name(key)) == key) }
    }
  }
}

@Suite("What an action needs")
struct NeedTests {
  @Test("Palette, menu and doing it give one reason, on every screen of every board")
  func oneReason() throws {
    for ledger in [
      try Ledger.zouping(), try .closedOnes(), try .service(), Ledger(today: "2023-09-04"),
    ] {
      for screen in Screen.allCases {
        for readOnly in [nil, "只读"] {
          var sitting = Sitting(ledger)
          sitting.handle(.command(.view(screen)))
          sitting.ui.readOnlyReason = readOnly
          let here = sitting.ui
          sitting.handle(.perform(.palette))
          let rows = sitting.ui.paletteRows(Palette(isHelp: true))
          let lines = here.menuRows(Menu(isForMarked: false))
          for row in ActionTable.rows {
            let reason = here.unavailable(row.action)
            let why = Comment(rawValue: "\(row.action) on \(screen)")
            let line = rows.first { $0.choice == .action(row.action) }
            #expect(line?.unavailable == reason, why)
            if let line = lines.first(where: { $0.choice == .action(row.action) }) {
              #expect(line.unavailable == reason, why)
            }
            guard let reason else { continue }
            var done = here
            #expect(done.handle(.perform(row.action)).isEmpty, why)
            #expect(done.notice == Notice(reason, tone: .bad), why)
            done.notice = here.notice
            #expect(done.overlay == here.overlay && done.screen == here.screen, why)
            #expect(done.pipeline == here.pipeline, why)
          }
        }
      }
    }
  }

  @Test("A need that speaks of the row's screens has some, and one of a request has a request")
  func wholeRows() {
    for row in ActionTable.rows {
      #expect(Set(row.needs).count == row.needs.count, "\(row.action)")
      if row.needs.contains(.here) { #expect(row.screens != nil, "\(row.action)") }
      let steps: [Need] = [.nextStep, .previousStep]
      if steps.contains(where: row.needs.contains) {
        #expect(row.needs.contains(.request), "\(row.action)")
      }
      let status: [Need] = [.open, .closed, .ongoing, .onHold, .unarchived]
      let cards: [Need] = [.card, .oneCard, .cards]
      if status.contains(where: row.needs.contains) {
        #expect(cards.contains(where: row.needs.contains), "\(row.action)")
      }
      // What several cards can be done with goes by the form or the question for several.
      if BulkAction(row.action) != nil { #expect(row.needs.contains(.cards), "\(row.action)") }
    }
  }

  @Test("The line of keys names only what its keys mean on the screen")
  func foot() {
    for screen in Screen.allCases {
      for action in Painter.footActions(screen) {
        #expect(ActionTable.row(action)?.screens?.contains(screen) ?? true, "\(action) \(screen)")
      }
    }
  }
}
