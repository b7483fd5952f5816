import ArgumentParser

@main
struct Zhaoshang: ParsableCommand {
  func run() {}
}
