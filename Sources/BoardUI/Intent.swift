package import Canvas
package import Pipeline

/// What a person did, or what the world told the board.
package enum Intent: Hashable, Sendable {
  case perform(Action)
  /// A `:` command that takes words of its own.
  case command(CommandLine)
  /// A key while a form, the palette or the filter line is open.
  case key(Key)
  /// Plain characters in one go, where they are text.
  case typed(String)
  case paste(String)
  /// A whole line, where the board is worked with line by line.
  case line(String)
  /// A mouse event, with the region it fell on in the last frame and the time in milliseconds.
  case pointer(Pointer, on: HitMap.Target?, over: Stage?, at: Int64)
  case resized(Size)
  case focusLost
  /// The store recorded something: mine when this board asked for it.
  case committed([RecordedEvent], mine: Bool)
  case refused(Refusal)
  case storeFailed(String)
  /// What the store has recorded, newest first.
  case historyLoaded([RecordedEvent])
  case dayChanged(Day)
  case themeChanged(String, glyphs: Glyphs)
  case viewsChanged([SavedView])
  /// The text of a report.
  case reportLoaded(ReportOrder, String)
  case reportFiled(FilingResult)
  /// What came of an act of an import.
  case importNews(ImportNews)
  case ownNews(OwnNews)
  case said(Notice)
}

/// What the board asks for; it touches nothing itself.
package enum Effect: Hashable, Sendable {
  case store(StoreEffect)
  case terminal(TerminalEffect)
}

/// What is asked of the store, and of the files beside it.
package enum StoreEffect: Hashable, Sendable {
  case submit(Command)
  /// Take back this person's last commit, or do it again.
  case undo
  case redo
  /// Take back one commit chosen from the history.
  case undoCommit(CommitReference)
  /// Read what was recorded, of one project or of all.
  case loadHistory(ProjectID?)
  /// Look for what colleagues stored.
  case reload
  case saveView(SavedView)
  case forgetView(String)
  /// Work out the text of a report.
  case loadReport(ReportOrder)
  /// Write a report as the path's ending says; over what is there only when told so.
  case writeReport(ReportOrder, to: String, replacing: Bool)
  /// Write a text into a new file.
  case keep(String, at: String)
  /// Read a file, work out what it would bring, or take it.
  case importing(ImportAct)
  /// Keep who the person is in their settings, and sign with it.
  case introduce(Introduction)
  /// Run a command of the bureau's own; what comes of it is told later.
  case runOwn(OwnOrder)
  /// Have reminders, a calendar or pages go out; what comes of it is told later.
  case letOut(OutletOrder)
  /// Read a theme; the board is told its signs, the terminal its colours.
  case loadTheme(String)
}

/// What only a terminal can do.
package enum TerminalEffect: Hashable, Sendable {
  case copy(String)
  case paint(Theme)
  case setMouse(Bool)
  case redraw
  case suspend
  /// Give the terminal to a program until it ends.
  case lend([String])
  /// Print a view as its subcommand does.
  case tell(PlainView)
  case quit
}

/// One line of news at the foot of the screen.
package struct Notice: Hashable, Sendable {
  package enum Tone: Hashable, Sendable { case plain, good, bad }

  package var tone: Tone
  package var text: String
  /// Whether a click on it undoes.
  package var offersUndo: Bool
  /// Whether it does again what it tells was undone.
  package var offersRedo = false

  package init(_ text: String, tone: Tone = .plain, offersUndo: Bool = false) {
    self.text = text
    self.tone = tone
    self.offersUndo = offersUndo
  }
}
