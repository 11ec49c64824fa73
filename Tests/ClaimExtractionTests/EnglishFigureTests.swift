import ClaimModel
import Testing

/// Kinds of figures that were once read wrongly, each with several inputs.
@Suite struct EnglishFigureTests {
  @Test(
    "A sign and a currency before a number belong to it",
    arguments: [
      (
        "Officials said $40 million had been taken from the vault and that nobody was hurt.",
        ["$40 million | = 40000000 | $"]
      ),
      ("The ministry announced €9 million for the guards.", ["€9 million | = 9000000 | €"]),
      ("Officials said £5m had gone.", ["£5m | = 5000000 | £"]),
      ("Officials said ¥5 billion had gone.", ["¥5 billion | = 5000000000 | ¥"]),
      ("According to the ministry, $9 million was lost.", ["$9 million | = 9000000 | $"]),
      ("Officials said US$7 million had gone.", ["US$7 million | = 7000000 | US$"]),
      ("Officials said A$7 million had gone.", ["A$7 million | = 7000000 | A$"]),
      ("The weather office said -5 C was the lowest of the night.", ["-5 C | = -5 | C"]),
      ("The mayor said €3.2 billion would be spent on roads.", ["€3.2 billion | = 3200000000 | €"]),
      ("The union said £250 a week was not enough to live on.", ["£250 | = 250 | £"]),
      ("Analysts said HK$12 a share was a fair price for the firm.", ["HK$12 | = 12 | HK$"]),
      ("The bank said -$3 million was the result for the year.", ["-$3 million | = -3000000 | $"]),
      ("The ministry said ₩5 billion was missing.", ["₩5 billion | = 5000000000 | ₩"]),
      ("The firm paid USD 5 million for it.", ["USD 5 million | = 5000000 | USD"]),
    ] as [(String, [String])])
  func signs(text: String, expected: [String]) {
    #expect(quantityLines(text, .english) == expected)
  }

  @Test(
    "A minus, in signs or in words, makes a figure negative, and a dash does not",
    arguments: [
      ("Output changed by -3.2% in May.", ["-3.2% | = -3.2 | %"]),
      ("Growth was minus 3 percent.", ["minus 3 percent | = -3 | percent"]),
      ("Growth was negative 3 percent.", ["negative 3 percent | = -3 | percent"]),
      ("The firm posted -$5 million for the year.", ["-$5 million | = -5000000 | $"]),
      ("The margin is plus or minus 3 points.", ["3 points | = 3 | points"]),
      (
        "Temperatures fell to -12 degrees Celsius.",
        ["-12 degrees Celsius | = -12 | degrees Celsius"]
      ),
      ("Inflation was −0.3 percent in June.", ["−0.3 percent | = -0.3 | percent"]),
      (
        "Rates range from -0.5 percent to 0.25 percent.",
        ["from -0.5 percent to 0.25 percent | range -0.5...0.25 | percent"]
      ),
      ("It was minus 40 degrees at the pole.", ["minus 40 degrees | = -40 | degrees"]),
      ("A Boeing 747-400 landed with 200 people.", ["200 people | = 200 | people"]),
      ("The vote was 51-49 in the Senate.", []),
      ("She ordered 5-10 boxes.", ["5-10 boxes | range 5...10 | boxes"]),
    ] as [(String, [String])])
  func negative(text: String, expected: [String]) {
    #expect(quantityLines(text, .english) == expected)
  }

  @Test(
    "Large numbers are folded from the largest scale down, and blanks part groups of three",
    arguments: [
      (
        "The company said that exports reached 816 000 tonnes and that sales were $13 009 million.",
        ["816 000 tonnes | = 816000 | tonnes", "$13 009 million | = 13009000000 | $"]
      ),
      ("Call 416 941 8104 now.", []),
      (
        "The field yields 12 500 barrels a day and 1 250 000 a month.",
        ["12 500 barrels | = 12500 | barrels", "1 250 000 | = 1250000 | "]
      ),
      ("It cost 2 000 dollars.", ["2 000 dollars | = 2000 | dollars"]),
      ("In 2019 300 people left.", ["300 people | = 300 | people"]),
      ("He beat 19 747 rivals.", ["19 747 rivals | = 19747 | rivals"]),
    ] as [(String, [String])])
  func large(text: String, expected: [String]) {
    #expect(quantityLines(text, .english) == expected)
  }

  @Test(
    "Suffixes, halves and prices are read, and names made of numbers are not",
    arguments: [
      ("He wrote two $500 checks.", ["two | = 2 | checks", "$500 | = 500 | $"]),
      ("She paid with three $20 bills.", ["three | = 3 | bills", "$20 | = 20 | $"]),
      ("The film had 3.1K views.", ["3.1K views | = 3100 | views"]),
      (
        "One and a half thousand people came.", ["One and a half thousand people | = 1500 | people"]
      ),
      ("Half a million people came.", ["Half a million people | = 500000 | people"]),
      ("About half a million people came.", ["About half a million people | ~ 500000 | people"]),
      ("Seven Oaks had burnt.", []),
      ("Two Americans were killed.", ["Two Americans | = 2 | Americans"]),
      ("He lives in Three Rivers.", []),
      ("The fire burnt 12 sq km.", ["12 sq km | = 12 | sq km"]),
      ("The fire burnt 12 square miles of forest.", ["12 square miles | = 12 | square miles"]),
      (
        "It cost two and a half million dollars.",
        ["two and a half million dollars | = 2500000 | dollars"]
      ),
      ("The hall seats 2 1/2 million fans.", ["2 1/2 million fans | = 2500000 | fans"]),
      ("He got five €50 notes.", ["five | = 5 | notes", "€50 | = 50 | €"]),
      ("They sold 200 $15 tickets.", ["200 | = 200 | tickets", "$15 | = 15 | $"]),
      ("The page has 25K fans.", ["25K fans | = 25000 | fans"]),
      ("He bought a 4K screen for $2k.", ["$2k | = 2000 | $"]),
      ("Half a dozen ships sank.", ["Half a dozen ships | = 6 | ships"]),
      ("Prices rose half a percent.", ["half a percent | = 0.5 | percent"]),
      (
        "Nearly half a billion dollars was spent.",
        ["Nearly half a billion dollars | ~ 500000000 | dollars"]
      ),
      (
        "Three and a half million voters stayed home.",
        ["Three and a half million voters | = 3500000 | voters"]
      ),
      ("Four Corners was calm.", []),
      (
        "Three Serbs and two Croats were hurt.",
        ["Three Serbs | = 3 | Serbs", "two Croats | = 2 | Croats"]
      ),
      ("The lake covers 300 sq. miles.", ["300 sq. miles | = 300 | sq. miles"]),
      ("The flat has 80 sq m of space.", ["80 sq m | = 80 | sq m"]),
      ("The Big Three carmakers agreed.", []),
      ("More than a dozen people were hurt.", ["More than a dozen people | > 12 | people"]),
    ] as [(String, [String])])
  func suffixes(text: String, expected: [String]) {
    #expect(quantityLines(text, .english) == expected)
  }

  @Test(
    "Decimals in words and dozens are read",
    arguments: [
      ("About 3m people live there.", ["About 3m people | ~ 3000000 | people"]),
      ("The port moved 1.2m containers.", ["1.2m containers | = 1200000 | containers"]),
      ("It lost 500m euros.", ["500m euros | = 500000000 | euros"]),
      ("The channel has 600k followers.", ["600k followers | = 600000 | followers"]),
      ("Police held a dozen men.", ["a dozen men | = 12 | men"]),
      ("Police held a dozen dissidents.", ["a dozen dissidents | = 12 | dissidents"]),
      ("The wall is 3m high.", ["3m | = 3 | m"]),
      ("He won the 100m race.", ["100m | = 100 | m"]),
      (
        "Three point five million people voted.",
        ["Three point five million people | = 3500000 | people"]
      ),
      ("A million people fled.", ["A million people | = 1000000 | people"]),
      ("Some 20m voters went to the polls.", ["Some 20m voters | ~ 20000000 | voters"]),
      ("The fund holds 3.5m shares.", ["3.5m shares | = 3500000 | shares"]),
      ("The deal cost 2bn euros.", ["2bn euros | = 2000000000 | euros"]),
      ("The dam is 40m tall and 300m long.", ["40m | = 40 | m", "300m | = 300 | m"]),
      ("The ship lies 50m below the surface.", ["50m | = 50 | m"]),
      ("The rate is two point five percent.", ["two point five percent | = 2.5 | percent"]),
    ] as [(String, [String])])
  func words(text: String, expected: [String]) {
    #expect(quantityLines(text, .english) == expected)
  }

  @Test(
    "What a number counts is cut neither short nor long, and hours and models count nothing",
    arguments: [
      (
        "It sold at least three U.S. buyers the stock.",
        ["at least three U.S. buyers | >= 3 | U.S. buyers"]
      ),
      ("About 2/3 of the town burnt.", ["About 2/3 | ~ 0.6667 | "]),
      ("Two-thirds of the town burnt.", ["Two-thirds | = 0.6667 | "]),
      ("More than a third of the town burnt.", ["More than a third | > 0.3333 | "]),
      ("Half of the town burnt.", ["Half | = 0.5 | "]),
      ("The firm grew in the second half of the year.", []),
      ("The bid is worth 10-1/2 percent more.", ["10-1/2 percent | = 10.5 | percent"]),
      (
        "Costs will be $350 million to $400 million.",
        ["$350 million to $400 million | range 350000000...400000000 | $"]
      ),
      (
        "Sales rose from 2 percent to 3 percent.",
        ["2 percent | = 2 | percent", "3 percent | = 3 | percent"]
      ),
      (
        "It was quoted between $3 billion and $4 billion.",
        ["between $3 billion and $4 billion | range 3000000000...4000000000 | $"]
      ),
      ("A 40-strong party came.", ["40-strong | = 40 | strong"]),
      ("The 50-year ban ended.", []),
      ("He spoke of a two-way street.", []),
      ("The pound is weak ($1=.6172 Pound).", []),
      ("Two of its directors resigned.", ["Two | = 2 | "]),
      ("Four U.N. workers were held.", ["Four U.N. workers | = 4 | U.N. workers"]),
      ("It hired two U.S. law firms.", ["two U.S. law firms | = 2 | U.S. law firms"]),
      ("Three-quarters of voters stayed home.", ["Three-quarters | = 0.75 | "]),
      ("Nearly two-thirds of the crop failed.", ["Nearly two-thirds | ~ 0.6667 | "]),
      ("One in five children goes hungry.", ["One in five | = 0.2 | "]),
      ("Arsenal won 3-1 on Sunday.", []),
    ] as [(String, [String])])
  func desk(text: String, expected: [String]) {
    #expect(quantityLines(text, .english) == expected)
  }
}
