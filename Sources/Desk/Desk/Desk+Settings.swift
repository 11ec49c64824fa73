import Presentation
package import TerminalText

extension Desk {
  /// Takes settings from the environment and the configuration file; gives back what is wrong with
  /// them, which stops nothing.
  package mutating func configure(
    from configuration: ConfigurationStore?, commands: CommandNames,
    environment: (String) -> String?
  ) -> [UserError] {
    self.configuration = configuration
    var problems = [UserError]()
    take(environment, { $0.systemVariables })
    if environment("NO_COLOR") != nil {
      settings.set(
        .color, to: .text(ColorChoice.never.rawValue), from: .environment("NO_COLOR"))
    }
    systemSettings = settings
    if let configuration {
      do throws(UserError) {
        let file = try configuration.read()
        problems += take(file, path: configuration.path, commands)
      } catch { problems.append(error) }
    }
    return problems + take(environment, { [$0.variable] })
  }

  @discardableResult
  private mutating func take(
    _ environment: (String) -> String?, _ names: (Setting) -> [String]
  ) -> [UserError] {
    var problems = [UserError]()
    for setting in Setting.allCases {
      guard let name = names(setting).first(where: { environment($0) != nil }),
        let word = environment(name)
      else { continue }
      do throws(SettingProblem) {
        settings.set(setting, to: try setting.value(word), from: .environment(name))
      } catch {
        problems.append(UserError(EnvironmentError(name: name, problem: error)))
      }
    }
    return problems
  }

  private mutating func take(
    _ file: ConfigurationFile, path: String, _ commands: CommandNames
  ) -> [UserError] {
    var problems = file.problems
    for entry in file.entries {
      do throws(ConfigurationProblem) {
        try take(entry, path: path, commands)
      } catch { problems.append(error) }
    }
    return problems.sorted { $0.line < $1.line }
      .map { UserError(ConfigurationError(path: path, problem: $0)) }
  }

  /// Sections that theo does not know are somebody else's.
  private mutating func take(
    _ entry: ConfigurationFile.Entry, path: String, _ commands: CommandNames
  ) throws(ConfigurationProblem) {
    guard entry.section.isEmpty || entry.section == "alias" else { return }
    func problem(_ kind: ConfigurationProblem.Kind, at column: Int) -> ConfigurationProblem {
      ConfigurationProblem(kind, line: entry.line, column: column)
    }
    let setting = Setting.named(entry.key)
    guard setting != nil || !entry.section.isEmpty else {
      throw problem(.setting(.unknown(entry.key)), at: 1)
    }
    guard let value = entry.value else {
      throw problem(.otherValue(key: entry.key), at: entry.column)
    }
    let origin = SettingOrigin.file(path: path, line: entry.line)
    do throws(SettingProblem) {
      if let setting, entry.section.isEmpty {
        settings.set(setting, to: try setting.value(value.words), from: origin)
      } else {
        try Alias.check(name: entry.key, line: value.words, among: commands)
        settings.setAlias(entry.key, to: value.words, from: origin)
      }
    } catch {
      throw problem(.setting(error), at: entry.column)
    }
  }
}

// Changing them.
extension Desk {
  /// Sets a setting, or with nil puts it back to what it is without being set. `keeps` writes that
  /// to the configuration file, which is then where the value comes from; where it cannot be
  /// written, the change holds for this run of theo.
  package mutating func change(
    _ setting: Setting, to value: SettingValue?, from origin: SettingOrigin, keeps: Bool
  ) {
    let origin = keeps ? keep(setting.name, in: "", value) ?? origin : origin
    if let value {
      settings.set(setting, to: value, from: origin)
    } else {
      settings.reset(setting, to: systemSettings[setting])
    }
  }

  package mutating func changeAlias(
    _ name: String, to line: String?, from origin: SettingOrigin, keeps: Bool
  ) {
    let origin = keeps ? keep(name, in: "alias", line.map(SettingValue.text)) ?? origin : origin
    if let line {
      settings.setAlias(name, to: line, from: origin)
    } else {
      settings.removeAlias(name)
    }
  }

  /// Nil where nothing is kept. A file that cannot be written, as in a home that is read-only, is
  /// told; what was asked for holds here nevertheless.
  private mutating func keep(
    _ key: String, in section: String, _ value: SettingValue?
  ) -> SettingOrigin? {
    guard let configuration else { return nil }
    do throws(UserError) {
      let line = try configuration.change { file -> Int? in
        if let value { return file.set(key, in: section, to: value) }
        file.remove(key, in: section)
        return nil
      }
      return line.map { .file(path: configuration.path, line: $0) }
    } catch {
      note("\(error.message.headline). This holds in this shell and is not kept")
      return nil
    }
  }
}
