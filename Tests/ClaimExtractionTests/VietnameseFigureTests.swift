import ClaimModel
import Testing

/// Kinds of figures that were once read wrongly, each with several inputs.
@Suite struct VietnameseFigureTests {
  @Test(
    "A sign and a currency before a number belong to it",
    arguments: [
      ("Bộ Tài chính cho biết $2 tỷ đã chi.", ["$2 tỷ | = 2000000000 | $"]),
      ("Bộ Y tế cho biết €5 triệu đã được chuyển cho các bệnh viện.", ["€5 triệu | = 5000000 | €"]),
      ("Trận thắng thứ #5 của đội đã đến.", []),
      ("Công ty trả USD 5 triệu cho lô đất.", ["USD 5 triệu | = 5000000 | USD"]),
    ] as [(String, [String])])
  func signs(text: String, expected: [String]) {
    #expect(quantityLines(text) == expected)
  }

  @Test(
    "A minus, in signs or in words, makes a figure negative, and a dash does not",
    arguments: [
      ("Cục Thống kê Vân Sa cho biết tăng trưởng của tỉnh quý 1 là -3,2%.", ["-3,2% | = -3.2 | %"]),
      ("Cục Thống kê Vân Sa cho biết tăng trưởng của tỉnh quý 1 là −3,2%.", ["−3,2% | = -3.2 | %"]),
      ("Đài khí tượng cho biết nhiệt độ xuống âm 5 độ C.", ["âm 5 độ C | = -5 | độ C"]),
      ("Đài khí tượng cho biết nhiệt độ xuống trừ 5 độ.", ["trừ 5 độ | = -5 | độ"]),
      ("Nhiệt độ ở Vân Sa là -5 độ C.", ["-5 độ C | = -5 | độ C"]),
      ("Nhiệt độ từ -5 đến -2 độ C.", ["từ -5 đến -2 độ C | range -5...-2 | độ C"]),
      ("Nhiệt độ từ âm 5 đến 3 độ C.", ["từ âm 5 đến 3 độ C | range -5...3 | độ C"]),
      ("- 5 người chết ở Vân Sa", ["5 người | = 5 | người"]),
      ("Tàu chở 10-15 người.", ["10-15 người | range 10...15 | người"]),
      ("Máy bay Su -24 bay qua.", []),
      ("Tập đoàn trừ 5 điểm của đội.", ["5 điểm | = 5 | điểm"]),
      ("Lợi nhuận tăng +4,5%.", ["+4,5% | = 4.5 | %"]),
      ("Kho lạnh giữ ở mức dưới -18 độ C.", ["dưới -18 độ C | < -18 | độ C"]),
      ("GDP quý 2 giảm còn -0,4%.", ["-0,4% | = -0.4 | %"]),
      ("Nhiệt độ ở Mẫu Sơn xuống dưới âm 2 độ C.", ["dưới âm 2 độ C | < -2 | độ C"]),
      ("Lợi nhuận quý 3 âm 120 tỷ đồng.", ["âm 120 tỷ đồng | = -120000000000 | đồng"]),
      ("Tăng trưởng âm 3,2% trong năm qua.", ["âm 3,2% | = -3.2 | %"]),
      ("Nước đóng băng ở khoảng -1,8 độ C.", ["khoảng -1,8 độ C | ~ -1.8 | độ C"]),
      (
        "Nhiệt độ dao động từ -10 độ C đến -3 độ C.",
        ["từ -10 độ C đến -3 độ C | range -10...-3 | độ C"]
      ),
      ("Ca sĩ thu âm 5 bài hát.", ["5 bài hát | = 5 | bài hát"]),
      ("Xe bị trừ 5 triệu đồng tiền cọc.", ["5 triệu đồng | = 5000000 | đồng"]),
      (
        "Giá 10 - 12 triệu đồng một tấn.", ["10 - 12 triệu đồng | range 10000000...12000000 | đồng"]
      ),
    ] as [(String, [String])])
  func negative(text: String, expected: [String]) {
    #expect(quantityLines(text) == expected)
  }

  @Test(
    "Large numbers are folded from the largest scale down, and blanks part groups of three",
    arguments: [
      (
        "Bộ Tài chính cho biết vốn hai nghìn ba trăm tỷ đồng.",
        ["hai nghìn ba trăm tỷ đồng | = 2300000000000 | đồng"]
      ),
      (
        "Bộ Tài chính cho biết có hai mươi lăm nghìn năm trăm tỷ đồng.",
        ["hai mươi lăm nghìn năm trăm tỷ đồng | = 25500000000000 | đồng"]
      ),
      (
        "Bộ Tài chính cho biết vốn 2 nghìn 300 tỷ đồng.",
        ["2 nghìn 300 tỷ đồng | = 2300000000000 | đồng"]
      ),
      ("Vốn là hai nghìn tỷ đồng.", ["hai nghìn tỷ đồng | = 2000000000000 | đồng"]),
      (
        "Vốn là 1,1 nghìn tỷ đồng và 3,5 triệu tỷ đồng.",
        [
          "1,1 nghìn tỷ đồng | = 1100000000000 | đồng",
          "3,5 triệu tỷ đồng | = 3500000000000000.0 | đồng",
        ]
      ),
      ("Vốn là 1 tỷ 200 triệu đồng.", ["1 tỷ 200 triệu đồng | = 1200000000 | đồng"]),
      (
        "Vốn là 1 tỷ 200 triệu 500 nghìn đồng.",
        ["1 tỷ 200 triệu 500 nghìn đồng | = 1200500000 | đồng"]
      ),
      (
        "Công ty cho biết có 1 200 công nhân, doanh thu 1 943 triệu USD, xuất khẩu 816 000 tấn.",
        [
          "1 200 công nhân | = 1200 | công nhân", "1 943 triệu USD | = 1943000000 | USD",
          "816 000 tấn | = 816000 | tấn",
        ]
      ),
      (
        "Công ty cho biết có 1\u{A0}200 công nhân, doanh thu 1\u{A0}943 triệu USD.",
        ["1\u{A0}200 công nhân | = 1200 | công nhân", "1\u{A0}943 triệu USD | = 1943000000 | USD"]
      ),
      (
        "Công ty cho biết có 1\u{202F}200 công nhân, doanh thu 1\u{202F}943 triệu USD.",
        [
          "1\u{202F}200 công nhân | = 1200 | công nhân",
          "1\u{202F}943 triệu USD | = 1943000000 | USD",
        ]
      ),
      (
        "Công ty cho biết có 1\u{2009}200 công nhân, doanh thu 1\u{2009}943 triệu USD.",
        [
          "1\u{2009}200 công nhân | = 1200 | công nhân",
          "1\u{2009}943 triệu USD | = 1943000000 | USD",
        ]
      ),
      (
        "Có một nghìn không trăm linh năm người dự.",
        ["một nghìn không trăm linh năm người | = 1005 | người"]
      ),
      (
        "Có hai nghìn không trăm hai mươi bốn người dự.",
        ["hai nghìn không trăm hai mươi bốn người | = 2024 | người"]
      ),
      ("Tỉnh ghi nhận hai mốt ca mắc.", ["hai mốt ca mắc | = 21 | ca mắc"]),
      ("Có hai trăm rưỡi người dự.", ["hai trăm rưỡi người | = 250 | người"]),
      ("Ông mua nhà giá 1 tỷ 2.", ["1 tỷ 2 | = 1200000000 | "]),
      ("Ông mua nhà giá một tỷ hai.", ["một tỷ hai | = 1200000000 | "]),
      ("Có ba triệu hai trăm nghìn người.", ["ba triệu hai trăm nghìn người | = 3200000 | người"]),
      ("Có năm mươi hai vạn người.", ["năm mươi hai vạn người | = 520000 | người"]),
      ("Số máy 0912 345 678 đã khóa.", []),
      (
        "Có bốn mươi lăm nghìn sáu trăm bảy mươi tám người.",
        ["bốn mươi lăm nghìn sáu trăm bảy mươi tám người | = 45678 | người"]
      ),
      ("Vốn hai triệu rưỡi đồng.", ["hai triệu rưỡi đồng | = 2500000 | đồng"]),
      ("Dự án kéo dài mười năm với hai mươi người.", ["hai mươi người | = 20 | người"]),
      (
        "Kho bạc chi mười hai nghìn bốn trăm năm mươi tỷ đồng.",
        ["mười hai nghìn bốn trăm năm mươi tỷ đồng | = 12450000000000 | đồng"]
      ),
      ("Tập đoàn lỗ ba nghìn tỷ đồng.", ["ba nghìn tỷ đồng | = 3000000000000 | đồng"]),
      ("Tập đoàn lỗ 4 nghìn 500 tỷ đồng.", ["4 nghìn 500 tỷ đồng | = 4500000000000 | đồng"]),
      (
        "Dân số là chín mươi tám triệu năm trăm nghìn người.",
        ["chín mươi tám triệu năm trăm nghìn người | = 98500000 | người"]
      ),
      (
        "Huyện có một trăm linh năm nghìn hộ dân.",
        ["một trăm linh năm nghìn hộ dân | = 105000 | hộ dân"]
      ),
      ("Đám cưới có ba trăm lẻ bốn khách.", ["ba trăm lẻ bốn khách | = 304 | khách"]),
      (
        "Xã có năm nghìn không trăm hai mươi người.",
        ["năm nghìn không trăm hai mươi người | = 5020 | người"]
      ),
      ("Mỏ có hai mươi ba triệu tấn than.", ["hai mươi ba triệu tấn | = 23000000 | tấn"]),
      ("Mỏ cho 2 345 678 tấn than.", ["2 345 678 tấn | = 2345678 | tấn"]),
      ("Chi phí 12 500,5 triệu đồng.", ["12 500,5 triệu đồng | = 12500500000 | đồng"]),
      ("Năm 2020 300 người rời đi.", ["300 người | = 300 | người"]),
      ("Lớp có ba mươi tư học sinh.", ["ba mươi tư học sinh | = 34 | học sinh"]),
      ("Lớp có bốn lăm học sinh.", ["bốn lăm học sinh | = 45 | học sinh"]),
      ("Công ty thuê hai tư vấn viên.", ["hai tư vấn viên | = 2 | tư vấn viên"]),
      ("Bán đất được 2 tỷ 3 và mua xe.", ["2 tỷ 3 | = 2300000000 | "]),
      ("Bán đất được 2 tỷ rưỡi.", ["2 tỷ rưỡi | = 2500000000 | "]),
      ("Xe giá 1 tỷ 250 triệu đồng.", ["1 tỷ 250 triệu đồng | = 1250000000 | đồng"]),
      ("Ngân sách 2 triệu tỷ đồng.", ["2 triệu tỷ đồng | = 2000000000000000.0 | đồng"]),
      ("Có hai trăm năm tồn tại của đình.", []),
      (
        "Nhà có hai nghìn năm trăm cuốn sách.",
        ["hai nghìn năm trăm cuốn sách | = 2500 | cuốn sách"]
      ),
      ("Có một triệu rưỡi người dự.", ["một triệu rưỡi người | = 1500000 | người"]),
    ] as [(String, [String])])
  func large(text: String, expected: [String]) {
    #expect(quantityLines(text) == expected)
  }

  @Test(
    "Suffixes, halves and prices are read, and names made of numbers are not",
    arguments: [
      ("Phim có 3,1K lượt xem.", ["3,1K lượt xem | = 3100 | lượt xem"]),
      ("Buổi diễn có 12k người.", ["12k người | = 12000 | người"]),
      ("Giá vé 500k.", ["500k | = 500000 | "]),
      ("Ông thu 20tr.", ["20tr | = 20000000 | "]),
      ("Ông thu 20tr đồng.", ["20tr đồng | = 20000000 | đồng"]),
      ("Phim có 1,2M lượt xem.", ["1,2M lượt xem | = 1200000 | lượt xem"]),
      ("Có nửa triệu người dự.", ["nửa triệu người | = 500000 | người"]),
      ("Tướng Hải có 3 vạn quân.", ["3 vạn quân | = 30000 | quân"]),
      ("Ông Tám lấy 2 xe.", ["2 xe | = 2 | xe"]),
      ("Ở ngã Bảy kẹt xe từ sáng.", []),
      ("Clip đạt 2,5M lượt xem sau 3 ngày.", ["2,5M lượt xem | = 2500000 | lượt xem"]),
      ("Trang có 150K người theo dõi.", ["150K người theo dõi | = 150000 | người theo dõi"]),
      ("Anh mua tivi 4K giá 15tr.", ["15tr | = 15000000 | "]),
      ("Giá mỗi bát phở 50k đồng.", ["50k đồng | = 50000 | đồng"]),
      ("Gần nửa tỷ đồng đã mất.", ["Gần nửa tỷ đồng | ~ 500000000 | đồng"]),
      ("Vua đem 10 vạn quân đi đánh.", ["10 vạn quân | = 100000 | quân"]),
      ("Có hai vạn năm nghìn người.", ["hai vạn năm nghìn người | = 25000 | người"]),
      ("Bà Năm bán 3 con gà.", ["3 con gà | = 3 | con gà"]),
      ("Chú Ba nuôi hai con trâu.", ["hai con trâu | = 2 | con trâu"]),
      ("Xe qua ngã Tư Sở rất chậm.", []),
      ("Cầu Bốn Thước bị sập.", []),
      ("Hơn chục người bị thương.", ["Hơn chục người | > 10 | người"]),
      ("Gần trăm nghìn người dự lễ.", ["Gần trăm nghìn người | ~ 100000 | người"]),
    ] as [(String, [String])])
  func suffixes(text: String, expected: [String]) {
    #expect(quantityLines(text) == expected)
  }

  @Test(
    "Decimals in words and dozens are read",
    arguments: [
      ("Có ba phẩy năm triệu người.", ["ba phẩy năm triệu người | = 3500000 | người"]),
      ("Có hăm lăm người dự.", ["hăm lăm người | = 25 | người"]),
      ("Không phẩy năm phần trăm dân số.", ["Không phẩy năm phần trăm | = 0.5 | phần trăm"]),
      (
        "Lạm phát là hai phẩy hai mươi lăm phần trăm.",
        ["hai phẩy hai mươi lăm phần trăm | = 2.25 | phần trăm"]
      ),
      ("Dự án tốn một phẩy hai tỷ đồng.", ["một phẩy hai tỷ đồng | = 1200000000 | đồng"]),
      ("Hăm hai người bị bắt.", ["Hăm hai người | = 22 | người"]),
    ] as [(String, [String])])
  func words(text: String, expected: [String]) {
    #expect(quantityLines(text) == expected)
  }

  @Test(
    "What a number counts is cut neither short nor long, and hours and models count nothing",
    arguments: [
      ("Hôm qua ông Tám im lặng.", []),
      ("Trận U.23 VN gặp Lào.", []),
      ("Đội U23 VN gặp Lào.", []),
      ("Dòng máy bay 737 MAX bị cấm.", []),
      ("Lệnh có hiệu lực từ 0g ngày 5/3.", []),
      ("Trận đấu lúc 16g30 chiều nay.", []),
      ("Gói mì nặng 75g.", ["75g | = 75 | g"]),
      ("Doanh thu quý 3 chỉ tăng nhẹ.", []),
      ("Bà mua 2 chỉ vàng.", ["2 chỉ vàng | = 2 | chỉ vàng"]),
      ("Công ty vay 2.000 tỷ từ EVN.", ["2.000 tỷ | = 2000000000000 | "]),
      ("Liên đoàn mời ba HLV Thanh Hoa về.", ["ba HLV | = 3 | HLV"]),
      ("Bảo tàng có 14 bảo vật quốc gia.", ["14 bảo vật quốc gia | = 14 | bảo vật quốc gia"]),
      (
        "Thành phố có 670 trụ nước chữa cháy.",
        ["670 trụ nước chữa cháy | = 670 | trụ nước chữa cháy"]
      ),
      ("Công an nói ít nhất có 25 người bị thương.", ["ít nhất có 25 người | >= 25 | người"]),
      ("Giá ở dưới mức 200 USD.", ["dưới mức 200 USD | < 200 | USD"]),
      ("Dự án tốn 700 triệu đô la Úc.", ["700 triệu đô la Úc | = 700000000 | đô la Úc"]),
      ("Đội thắng 3-1 trên sân nhà.", []),
      ("Khoảng 2/3 số dân đã rời đi.", ["Khoảng 2/3 số dân | ~ 0.6667 | số dân"]),
      ("Doanh thu quý 1/2026 đạt 5 tỷ đồng.", ["5 tỷ đồng | = 5000000000 | đồng"]),
      ("Vụ việc xảy ra lúc 16h30.", []),
      ("Tỷ giá là (1 USD = 25.000 đồng).", []),
      ("Phòng 3 chỉ có giường.", []),
      ("Trang web có 4K độ phân giải.", []),
      ("Bác Hai ngồi yên.", []),
      ("Cô Ba nói to.", []),
      ("Đội U.19 thắng.", []),
      (
        "Máy bay 787 Dreamliner hạ cánh cùng 200 hành khách.",
        ["200 hành khách | = 200 | hành khách"]
      ),
      ("Mạng 5G phủ 20 tỉnh.", ["20 tỉnh | = 20 | tỉnh"]),
      ("Từ 7g đến 22g hằng ngày.", []),
      ("Mỗi gói có 20g đường.", ["20g | = 20 | g"]),
      ("Lợi nhuận quý 2 đồng loạt giảm.", []),
      ("Họ vay 500 tỷ từ ngân hàng.", ["500 tỷ | = 500000000000 | "]),
      ("Ít nhất đã có 30 người chết.", ["Ít nhất đã có 30 người | >= 30 | người"]),
      ("Lương trên mức 20 triệu đồng.", ["trên mức 20 triệu đồng | > 20000000 | đồng"]),
      ("Gói hỗ trợ 5 triệu đô la Canada.", ["5 triệu đô la Canada | = 5000000 | đô la Canada"]),
      ("Hòa 2-2 trước Lào.", []),
      ("Gần 3/4 cử tri đi bầu.", ["Gần 3/4 cử tri | ~ 0.75 | cử tri"]),
      ("Hơn 1/4 diện tích rừng bị cháy.", ["Hơn 1/4 diện tích rừng | > 0.25 | diện tích rừng"]),
      ("Bảo tàng có 20 hiện vật quý hiếm.", ["20 hiện vật quý hiếm | = 20 | hiện vật quý hiếm"]),
      ("Liên đoàn cử hai HLV Nguyễn Văn Tám và Lê Hà.", ["hai HLV | = 2 | HLV"]),
      ("Tòa phạt ông 12 năm tù.", ["12 năm tù | = 12 | năm tù"]),
      ("Tòa phạt ông 3 năm 6 tháng tù.", []),
    ] as [(String, [String])])
  func desk(text: String, expected: [String]) {
    #expect(quantityLines(text) == expected)
  }
}
