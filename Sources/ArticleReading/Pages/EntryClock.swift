internal import ClaimModel

/// What is known of an entry's time: what is shown, made whole by what the page's data say.
struct EntryClock {
  var second: Int?
  var day: CalendarDay?
  private var zone: Int?

  /// The machine's time gives the day, and the zone where it means the shown time in one; alone it
  /// is told in the story's zone.
  init(_ second: Int?, _ zone: Int?, _ day: CalendarDay?, _ machine: StoryTime?, _ story: Int?) {
    (self.second, self.zone, self.day) = (second, zone ?? story, day)
    guard let machine, let machineSecond = machine.second else {
      self.day = day ?? machine?.day
      return
    }
    guard let second else {
      let time = machine.moved(toZone: story ?? machine.zone ?? 0)
      (self.second, self.zone, self.day) = (time.second, time.zone ?? story, time.day)
      return
    }
    if self.zone == nil, let from = machine.zone {
      let shift = (second / 60 - machineSecond / 60 + 2160) % 1440 - 720
      if shift % 15 == 0, (-720...840).contains(shift) { self.zone = from + shift }
    }
    let moved = self.zone.map { machine.moved(toZone: $0) } ?? machine
    let moment = moved.day.daysSinceEpoch * 86_400 + (moved.second ?? 0)
    self.day =
      day ?? CalendarDay(daysSinceEpoch: EntryDays.day(of: second, near: moment))
  }

  var time: StoryTime? { day.map { StoryTime(day: $0, second: second, zone: zone) } }
}
