/// What is known of concepts beyond the lists: which are one, which exclude each other.
enum Concepts {
  static func ids(_ names: String...) -> Set<Int> { Set(names.map(FigureLexicon.concept)) }

  static let people = FigureLexicon.concept(named: "people")
  static let generic = ids(
    "people", "resident", "member", "participant", "survivor", "body", "individual")
  static let sickness = FigureLexicon.concept(named: "case")
  static let population = FigureLexicon.concept(named: "population")
  static let body = FigureLexicon.concept(named: "body")
  static let rise = FigureLexicon.concept(named: "rise")
  static let fall = FigureLexicon.concept(named: "fall")
  static let magnitude = FigureLexicon.concept(named: "magnitude")
  static let treated = FigureLexicon.concept(named: "treated")
  static let price = FigureLexicon.concept(named: "price")
  static let averagePrice = FigureLexicon.concept(named: "average-price")
  static let average = FigureLexicon.concept(named: "average")
  static let temperature = FigureLexicon.concept(named: "temperature")
  static let gust = FigureLexicon.concept(named: "gust")
  static let distance = FigureLexicon.concept(named: "distance")
  static let infected = FigureLexicon.concept(named: "infected")
  /// What happens at one moment of an event.
  static let momentary = ids(
    "dead", "injured", "collapsed", "destroyed", "burnt", "damaged", "unroofed", "shot-down",
    "fell-in", "buried")
  /// What only people, and what only things meet with.
  static let ofPeople = ids(
    "dead", "injured", "missing", "survived", "arrested", "captured", "infected", "recovered",
    "hospitalised",
    "ventilated", "vaccinated", "evacuated", "homeless", "fled", "sacked", "hired", "employed",
    "convicted", "charged", "protesting", "striking", "expelled")
  static let ofThings = ids(
    "collapsed", "destroyed", "burnt", "damaged", "unroofed", "flooded", "powerless", "blocked",
    "shot-down", "launched", "cleared",
    "planted", "recalled", "exported", "imported", "produced", "closed-down")
  /// Things that die.
  static let living = ids(
    "cattle", "pig", "poultry", "sheep", "horse", "dog", "fish", "animal", "body", "case",
    "household", "vote")
  /// Fates that tell little.
  static let soft = ids(
    "counted-in", "living", "aboard", "attending", "opened", "treated", "employed", "served",
    "cast", "sent", "won")
  /// Some of the people of a story.
  static let somePeople = ids(
    "child", "newborn", "mother", "elderly-person", "captain", "driver", "train-driver", "codriver",
    "pilot", "orphan", "tourist",
    "police", "firefighter", "rescuer", "student", "doctor", "nurse", "journalist", "soldier")
  /// Of these a ship, a car or a plane has one.
  static let offices = ids("captain", "driver", "train-driver", "codriver", "pilot")
  /// What people meet with.
  static let casualties = ids(
    "dead", "injured", "missing", "rescued", "survived", "evacuated", "arrested", "trapped",
    "hospitalised", "sacked", "fled")
  /// What happens to some beside others who died.
  static let hurt = casualties.union(ids("treated"))
  /// Words of these are said of things too: "đưa ra 42 lô".
  static let carried = ids("rescued", "evacuated", "trapped")
  static let rounds = ids(
    "qualifying", "group-stage", "round-one", "round-two", "round-three", "round-four",
    "quarterfinal", "semifinal", "final")
  /// What a match ends in: one excludes the others.
  static let results = ids("won", "lost", "drawn")
  static let legs = ids("first-leg", "second-leg")
  static let knockout = FigureLexicon.concept(named: "knockout")
  /// What bears a number as its name.
  static let stormsAndRoads = ids(
    "storm", "road", "street", "bill", "contract", "case", "incident", "vote", "point")
  /// What is gathered at one time, and again at another.
  static let gatherings = ids("attending", "striking", "protesting")
  /// Measures that stay as they are, whenever they are told.
  static let standing = ids(
    "capacity", "height", "length", "width", "area", "dead-level", "alarm-level", "normal-level",
    "sentence-time", "fine", "salary", "old-record")
  /// What something has for good.
  static let ofBuild = ids("height", "length", "width")
  static let oldRecord = FigureLexicon.concept(named: "old-record")
  static let dead = FigureLexicon.concept(named: "dead")
  static let birth = FigureLexicon.concept(named: "birth")
  /// Of such things the first and the second are two: "xe thứ hai", "the second suspect".
  static let counted = ids(
    "car", "bus", "truck", "train", "ship", "plane", "helicopter", "drone", "suspect", "defendant",
    "patient", "worker", "soldier",
    "people", "child", "student", "shop", "factory", "house", "bridge", "room", "bomb", "missile",
    "team", "player", "driver", "building")
  /// Times that something came about, of which there is soon one more.
  static let occurrences = ids("visit-count")
  /// What is still counted for days after.
  static let casualtiesThatGrow = ids("dead", "injured", "missing", "evacuated", "homeless")
  /// Who arrests by law, and who does not.
  static let authorities = ids("police", "soldier", "guard", "official")
  static let outlaws = ids("protester", "fighter", "suspect", "prisoner", "striker")
  static let events = ids(
    "incident", "accident", "explosion", "attack", "crime", "fire", "airstrike")
  /// What happens once and stays known by its day.
  static let lasting = ids(
    "begin", "end", "arrest-act", "birth", "build", "found", "resign", "die-act", "pass-law", "land"
  )
  static let signing = ids("sign", "term-contract", "transfer")
  static let once = ids(
    "begin", "end", "arrest-act", "birth", "build", "found", "resign", "sign", "die-act",
    "completed", "pass-law", "arrive", "depart", "land", "trial")
  static let plan = FigureLexicon.concept(named: "plan")
  static let poll = FigureLexicon.concept(named: "poll")
  static let begin = FigureLexicon.concept(named: "begin")
  static let soFar = FigureLexicon.concept(named: "so-far")
  static let end = FigureLexicon.concept(named: "end")

  /// Persons and things of other names that may be one.
  private static let kin: [Set<Int>] = [
    ids("worker", "miner", "people", "engineer", "official", "striker"),
    ids("passenger", "tourist", "customer", "people"),
    ids("doctor", "nurse"), ids("patient", "case", "people", "child", "student"),
    ids("child", "student", "newborn"), ids("child", "sister-twin"),
    ids("official", "member", "diplomat", "deputy"), ids("soldier", "fighter", "captive"),
    ids("prisoner", "captive", "hostage"),
    ids("spectator", "people", "customer", "ticket"), ids("athlete", "player", "participant"),
    ids("crew", "fisher", "people"),
    ids("resident", "people", "household-member", "voter"), ids("refugee", "migrant", "people"),
    ids("protester", "people", "worker"), ids("suspect", "defendant", "prisoner"),
    ids("volunteer", "patient", "participant"),
    ids("house", "building", "flat", "room"), ids("house", "household"), ids("car", "bus", "truck"),
    ids("accident", "incident", "crime", "fire", "explosion", "attack"),
    ids("plane", "helicopter", "drone"), ids("missile", "shell", "bomb"), ids("road", "street"),
    ids("bed", "seat"),
    ids("win", "match", "title"), ids("vote", "voter", "deputy"), ids("medal", "gold"),
    ids("medal", "silver"), ids("medal", "bronze"), ids("tree", "fruit-tree"),
    ids("cattle", "animal"),
    ids("goal", "point"), ids("share", "stake"), ids("letter", "complaint"),
    ids("battle", "attack", "airstrike"),
    ids("box", "bottle", "product"), ids("test", "dose"), ids("ship", "warship"),
    ids("company", "shop", "factory"),
    ids("seat", "spectator"), ids("violation", "incident"), ids("case", "infection", "incident"),
    ids("ticket", "seat"),
    ids("ship", "freighter"), ids("ship", "yacht"), ids("ship", "submarine"),
    ids("ship", "boat-race"), ids("warship", "submarine"),
    ids("caseworker", "worker"), ids("caseworker", "official"), ids("guest", "tourist"),
    ids("guest", "customer"), ids("guest", "passenger"),
    ids("skier", "tourist"), ids("climber", "tourist"), ids("guard", "worker"),
    ids("guard", "police"), ids("application", "complaint"),
    ids("market", "shop"), ids("restaurant", "shop"), ids("hotel", "building"),
    ids("church", "building"), ids("temple", "building"),
    ids("patrol", "flight"), ids("plane", "patrol"), ids("bullet", "shell"), ids("grenade", "bomb"),
    ids("outpost", "checkpoint-count"),
    ids("apprentice", "worker"), ids("apprentice", "student"), ids("musician", "participant"),
    ids("trader", "people"),
    ids("farm", "household"), ids("pond", "cage"), ids("log", "tree"), ids("island", "territory"),
    ids("job", "worker"),
    ids("visit-count", "visit"), ids("visit-count", "patient"), ids("visit-count", "passenger"),
    ids("visit-count", "tourist"), ids("unit-flat", "flat"), ids("unit-flat", "house"),
    ids("machine", "equipment"), ids("crate", "box"), ids("crate", "container"),
    ids("aid-package", "box"), ids("statue", "artefact"), ids("painting", "artefact"),
    ids("conscript", "soldier"), ids("paratrooper", "soldier"), ids("brigade", "soldier"),
    ids("veteran", "soldier"),
    ids("stall-market", "shop", "market"), ids("barge", "ship"), ids("lifeboat", "ship"),
    ids("patrol-boat", "ship"), ids("canoe", "ship"),
    ids("tugboat", "ship"), ids("patrol-boat", "warship"), ids("taxi", "car"), ids("van", "car"),
    ids("van", "truck"), ids("trailer", "truck"),
    ids("minibus", "bus"), ids("minibus", "car"), ids("tram-count", "train"),
    ids("fighter-jet", "plane"), ids("bomber", "plane"),
    ids("pistol", "gun"), ids("volley", "shell"), ids("torpedo", "missile"),
    ids("petrol-station", "shop"), ids("pharmacy", "shop"),
    ids("warehouse", "building"), ids("warehouse", "factory"), ids("workshop", "factory"),
    ids("power-plant", "factory"), ids("refinery", "factory"),
    ids("coal-mine", "factory"), ids("kindergarten", "school"), ids("university-count", "school"),
    ids("theatre", "building"),
    ids("court", "building"), ids("dormitory", "building"), ids("tent-hospital", "hospital"),
    ids("prison", "building"), ids("settlement", "village"),
    ids("minefield", "hectare-field"), ids("trip", "flight"), ids("trip", "tour", "voyage"),
    ids("voyage", "cruise"), ids("crossing", "road"),
    ids("canal", "river"), ids("footbridge", "bridge"), ids("tender", "contract"),
    ids("petition", "signature"), ids("medal-total", "medal"),
    ids("trophy-cup", "title"), ids("rapid-test", "test"), ids("kit", "test"),
    ids("calf", "cattle"), ids("lamb", "sheep"), ids("piglet", "pig"),
    ids("duckling", "poultry"), ids("boar", "pig"), ids("deer", "animal"),
    ids("crocodile", "animal"), ids("seal", "animal"), ids("whale", "animal"),
    ids("turtle", "animal"),
    ids("elephant", "animal"), ids("tiger", "animal"), ids("bear", "animal"),
    ids("monkey", "animal"), ids("bird-wild", "animal"), ids("bird-wild", "poultry"),
    ids("snake", "animal"), ids("rhino", "animal"), ids("shark", "fish"),
    ids("sapling", "tree"), ids("log", "plank"), ids("banknote", "coin"),
    ids("explosive-charge", "bomb"), ids("mandate-seat", "seat"),
    ids("strike-count", "rally-count"), ids("visa", "permit"), ids("passport", "permit"),
    ids("roof-sheet", "house"), ids("docker", "worker"),
    ids("builder", "worker"), ids("baker", "worker"), ids("cleaner", "worker"),
    ids("cook", "worker"), ids("tailor", "worker"),
    ids("weaver", "worker"), ids("potter", "worker"), ids("logger", "worker"),
    ids("courier", "worker"), ids("courier", "driver"),
    ids("postman", "worker"), ids("steward", "crew"), ids("steward", "worker"),
    ids("conductor", "worker"), ids("jobless", "worker"),
    ids("paramedic", "doctor"), ids("paramedic", "nurse"), ids("paramedic", "rescuer"),
    ids("paramedic", "worker"), ids("surgeon", "doctor"),
    ids("dentist", "doctor"), ids("pupil-boarder", "student"), ids("scout", "child"),
    ids("scout", "student"), ids("taxpayer", "people"),
    ids("depositor", "customer"), ids("debtor", "customer"), ids("pensioner", "elderly-person"),
    ids("passenger", "guest"),
    ids("pilgrim", "passenger"), ids("pilgrim", "tourist"), ids("striker", "docker"),
    ids("member", "docker"), ids("member", "worker"),
    ids("hunter", "people"), ids("diver", "rescuer"), ids("bidder", "customer"),
    ids("bidder", "company"), ids("smuggler", "suspect"),
    ids("thief", "suspect"), ids("addict", "patient"), ids("musician", "player"),
  ]

  static func areKin(_ a: Int, _ b: Int) -> Bool {
    kin.contains { $0.contains(a) && $0.contains(b) }
  }

  private static let fateKin: [Set<Int>] = [
    ids("trapped", "buried", "missing-under"), ids("rescued", "survived"),
    ids("destroyed", "collapsed", "burnt", "damaged-all"),
    ids("infected", "hospitalised", "poisoned", "treated"),
    ids("injured", "hospitalised", "treated"), ids("sold", "served", "exported-all", "attending"),
    ids("pledged", "sent"), ids("dead", "lost-in-war"), ids("lost-in-war", "destroyed"),
    ids("protesting", "striking", "attending"),
    ids("evacuated", "fled", "homeless"), ids("won", "scored"),
    ids("buried", "destroyed", "collapsed"), ids("hired", "employed"),
    ids("freed", "captured"), ids("arrested", "charged"), ids("seized", "retaken"),
    ids("completed", "opened"), ids("cast", "attending"),
    ids("vaccinated", "tested"), ids("dropped", "launched"), ids("aboard", "living"),
    ids("unroofed", "damaged"), ids("produced", "sold"),
    ids("sold", "sent"), ids("expelled", "sent"), ids("approved", "cast"),
    ids("attending", "served"), ids("fell-in", "aboard"),
    ids("fell-in", "dead-in"), ids("flooded", "destroyed-not"), ids("recalled", "sold"),
    ids("freed", "rescued"), ids("counted-in", "attending"),
    ids("blocked", "closed-down"), ids("closed-down", "sold"), ids("served", "treated"),
    ids("resigned-many", "sacked"), ids("aboard", "employed"),
    ids("aboard", "attending"), ids("employed", "attending"), ids("damaged", "destroyed"),
    ids("freed", "rescued"), ids("hospitalised", "injured"), ids("stolen", "lost"),
    ids("stolen", "lost-in-war"),
  ]

  static func mayBeOneFate(_ a: Int, _ b: Int) -> Bool {
    a == b || fateKin.contains { $0.contains(a) && $0.contains(b) }
  }

  static let hardOrMomentary = hard.union(momentary)
  /// Fates that nothing else can stand for: a count without one is another count.
  static let hard = ids(
    "dead", "injured", "missing", "rescued", "survived", "evacuated", "arrested", "captured",
    "freed", "trapped",
    "infected", "recovered", "hospitalised", "ventilated", "quarantined", "shot-down", "launched",
    "rejected", "abstained", "lost", "drawn", "conceded", "imported", "exported", "bought", "burnt",
    "recovered", "sacked",
    "homeless", "stolen", "abducted", "convicted", "charged", "expelled", "destroyed", "damaged",
    "flooded", "powerless", "escaped-custody", "returned")

  /// Counts that grow or shrink as time goes on.
  static let running = ids(
    "dead", "injured", "missing", "rescued", "survived", "evacuated", "fled", "homeless",
    "arrested", "captured", "freed",
    "infected", "recovered", "hospitalised", "ventilated", "quarantined", "vaccinated", "trapped",
    "collapsed",
    "destroyed", "burnt", "damaged", "unroofed", "flooded", "powerless", "blocked", "counted-in",
    "cast", "cleared", "retaken", "seized",
    "planted", "culled", "tested", "treated", "completed", "buried", "body", "case", "patient",
    "medal", "gold", "silver", "bronze",
    "progress", "count-progress", "vote-share", "donation", "aftershock", "outbreak", "vote",
    "shot-down", "won", "accepted",
    "recalled", "poisoned", "sold", "served", "signature", "complaint", "damage-sum",
    "compensation", "burnt-area", "rejected", "approved", "debt", "pay", "cost",
    "turnout", "fill")

  /// Measures that are another thing at another time.
  static let volatile = ids(
    "price", "average-price", "temperature", "rank", "water-level", "approval", "exchange-rate",
    "index-points", "interest",
    "share", "lead", "distance", "snowfall", "depth", "humidity", "wind", "gust", "speed",
    "inflation", "unemployment", "visibility", "flow")

  /// Of these a story of another day tells another value.
  static let measuredDaily = ids(
    "price", "average-price", "temperature", "exchange-rate", "index-points", "humidity")

  /// Nouns that stand for persons who met with something: "75 arrests".
  static let countsOf: [Int: Int] = Dictionary(
    uniqueKeysWithValues: [
      ("death-count", "dead"), ("injury-count", "injured"), ("arrest-count", "arrested"),
    ].map {
      (FigureLexicon.concept(named: $0), FigureLexicon.concept(named: $1))
    })
}
