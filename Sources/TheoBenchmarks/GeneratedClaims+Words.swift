extension GeneratedClaims {
  /// Of names: two of them make one, "Vân Sa".
  static let syllables = [
    "An", "Bình", "Cát", "Châu", "Chi", "Dương", "Đại", "Đông", "Giang", "Hà", "Hải", "Hiệp",
    "Hòa", "Hồng", "Hưng", "Khánh", "Kim", "Lâm", "Liên", "Long", "Lộc", "Lương", "Mai", "Minh",
    "Mỹ", "Nam", "Nghĩa", "Ngọc", "Nhơn", "Phong", "Phú", "Phúc", "Quang", "Quế", "Sa", "Sơn",
    "Tân", "Tây", "Thạch", "Thái", "Thanh", "Thịnh", "Thọ", "Thuận", "Thủy", "Tiên", "Trà", "Trung",
    "Trường", "Vân", "Vĩnh", "Xuân", "Yên",
  ]

  /// A place in the sentence where more is said, in both languages.
  static let details = [
    ["", ""], ["trong đêm", "overnight"], ["sau nhiều ngày mưa", "after days of rain"],
    ["theo báo_cáo của tỉnh", "according to a provincial report"],
    ["theo cảnh_sát", "police said"], ["vào sáng thứ hai", "on Monday morning"],
    ["trong tuần qua", "in the past week"], ["theo các nhân_chứng", "witnesses said"],
    ["từ đầu năm đến nay", "since the start of the year"],
    ["theo số_liệu mới nhất", "according to the latest figures"],
    ["vì nắng nóng", "because of the heat"], ["do mất điện", "because of a power cut"],
  ]

  /// Two wordings in Vietnamese, two in English.
  static let kinds = [
    [
      "Vụ cháy nhà_kho ở {p} làm {n} người chết {d}.",
      "{n} người thiệt_mạng trong vụ hỏa_hoạn tại một kho hàng ở {p} {d}.",
      "A warehouse fire in {p} killed {n} people {d}.",
      "{n} people died in the blaze at a depot in {p} {d}.",
    ],
    [
      "Lũ_quét tại {p} cuốn trôi {n} ngôi nhà {d}.",
      "{n} căn nhà ở {p} bị lũ cuốn trôi {d}.",
      "Flash floods swept away {n} houses in {p} {d}.",
      "{n} homes in {p} were swept away by the flood {d}.",
    ],
    [
      "{n} học_sinh trường {p} nhập_viện vì ngộ_độc {d}.",
      "Ngộ_độc thực_phẩm khiến {n} học_sinh của trường {p} phải vào bệnh_viện {d}.",
      "{n} pupils of {p} school were taken to hospital with food poisoning {d}.",
      "Food poisoning put {n} students from {p} school in hospital {d}.",
    ],
    [
      "Nhà_máy {p} xả {n} tấn chất_thải ra sông {d}.",
      "{n} tấn chất_thải bị nhà_máy {p} đổ xuống sông {d}.",
      "The {p} factory dumped {n} tonnes of waste into the river {d}.",
      "{n} tonnes of waste were discharged into the river by the {p} plant {d}.",
    ],
    [
      "Chủ_tịch huyện {p} nhận hối_lộ {n} tỷ đồng {d}.",
      "{n} tỷ đồng tiền hối_lộ đã được đưa cho chủ_tịch huyện {p} {d}.",
      "The chairman of {p} district took {n} billion dong in bribes {d}.",
      "Bribes of {n} billion dong were paid to the head of {p} district {d}.",
    ],
    [
      "Cầu {p} đội vốn {n} tỷ đồng {d}.",
      "Chi_phí xây cầu {p} vượt dự_toán {n} tỷ đồng {d}.",
      "The bridge at {p} went {n} billion dong over budget {d}.",
      "Building the {p} bridge cost {n} billion dong more than planned {d}.",
    ],
    [
      "Bão làm sập {n} mái nhà ở {p} {d}.",
      "{n} mái nhà tại {p} bị đổ_sập do bão {d}.",
      "The storm brought down {n} roofs in {p} {d}.",
      "{n} roofs collapsed in {p} in the typhoon {d}.",
    ],
    [
      "Tỉnh {p} ghi_nhận {n} ca sốt_xuất_huyết {d}.",
      "Số ca mắc sốt_xuất_huyết ở tỉnh {p} lên tới {n} {d}.",
      "{p} province recorded {n} dengue cases {d}.",
      "Dengue infections in {p} province have reached {n} {d}.",
    ],
    [
      "Công_ty {p} sa_thải {n} công_nhân {d}.",
      "{n} người lao_động bị công_ty {p} cho nghỉ_việc {d}.",
      "The {p} company laid off {n} workers {d}.",
      "{n} employees were cut by the firm {p} {d}.",
    ],
    [
      "Giá gạo ở chợ {p} tăng {n} đồng một cân {d}.",
      "Mỗi cân gạo tại chợ {p} đắt thêm {n} đồng {d}.",
      "The price of rice at {p} market rose by {n} dong a kilo {d}.",
      "Rice at the {p} market now costs {n} dong more a kilo {d}.",
    ],
    [
      "Cảnh_sát {p} bắt {n} người biểu_tình {d}.",
      "{n} người biểu_tình bị công_an {p} bắt_giữ {d}.",
      "Police in {p} arrested {n} protesters {d}.",
      "{n} demonstrators were detained by {p} police {d}.",
    ],
    [
      "Phà {p} chìm khiến {n} hành_khách mất_tích {d}.",
      "{n} hành_khách mất_tích sau khi chiếc phà {p} bị đắm {d}.",
      "{n} passengers are missing after the {p} ferry sank {d}.",
      "The sinking of the {p} ferry left {n} passengers unaccounted for {d}.",
    ],
    [
      "Ngân_hàng {p} báo lỗ {n} tỷ đồng {d}.",
      "Khoản lỗ của ngân_hàng {p} là {n} tỷ đồng {d}.",
      "{p} bank reported a loss of {n} billion dong {d}.",
      "The loss of the bank {p} came to {n} billion dong {d}.",
    ],
    [
      "Bệnh_viện {p} tiêm vắc_xin hết hạn cho {n} trẻ {d}.",
      "{n} trẻ_em được bệnh_viện {p} tiêm vắc_xin quá hạn {d}.",
      "The hospital in {p} gave {n} children an expired vaccine {d}.",
      "{n} children got out-of-date vaccines at {p} hospital {d}.",
    ],
    [
      "Mỏ than {p} nổ khí làm {n} thợ bị_thương {d}.",
      "{n} thợ mỏ bị_thương trong vụ nổ khí ở mỏ {p} {d}.",
      "A gas explosion at the {p} coal mine injured {n} miners {d}.",
      "{n} miners were hurt in the blast at {p} mine {d}.",
    ],
    [
      "Cử_tri {p} bỏ {n} phiếu giả trong cuộc bầu_cử {d}.",
      "Cuộc bầu_cử ở {p} có {n} lá phiếu giả {d}.",
      "{n} fake ballots were cast in the {p} election {d}.",
      "The election in {p} saw {n} counterfeit votes {d}.",
    ],
    [
      "Lâm_tặc chặt_phá {n} ha rừng ở {p} {d}.",
      "{n} hecta rừng tại {p} bị chặt_phá trái_phép {d}.",
      "Illegal loggers cut down {n} hectares of forest in {p} {d}.",
      "{n} hectares of {p} forest were lost to illegal logging {d}.",
    ],
    [
      "Động_đất ở {p} làm {n} người bị_thương {d}.",
      "{n} người bị_thương trong trận động_đất tại {p} {d}.",
      "An earthquake injured {n} people in {p} {d}.",
      "{n} people were wounded in the {p} quake {d}.",
    ],
    [
      "Sân_bay {p} hủy {n} chuyến bay {d}.",
      "{n} chuyến bay bị hủy tại sân_bay {p} {d}.",
      "{p} airport cancelled {n} flights {d}.",
      "{n} flights were called off at the airport of {p} {d}.",
    ],
    [
      "Dự_án đường_sắt {p} chậm {n} ngày {d}.",
      "Tuyến đường_sắt {p} chậm tiến_độ {n} ngày {d}.",
      "The {p} railway project is {n} days late {d}.",
      "Work on the railway in {p} runs {n} days behind schedule {d}.",
    ],
  ]
}
