"""Words by which a wish is guessed where nothing was understood, by the dialogue or screen they may
mean. They open nothing by themselves: what is guessed is offered.
"""

HINTS: dict[str, tuple[str, ...]] = {
    # one's own
    "meeting": (
        *("họp", "đi họp", "sinh hoạt", "hôm nào họp", "bao giờ họp", "mấy giờ họp", "họp ở đâu"),
        *("không đi được", "không đến được", "bận việc", "đón", "chở", "đưa đi", "bận", "lịch"),
        *("meet", "come", "cannot come"),
    ),
    "contribute": (
        *("đóng tiền", "nộp tiền", "đóng quỹ", "nộp quỹ", "góp", "đóng góp", "ủng hộ", "biếu"),
        *("quyên góp", "tặng", "đóng phí", "hội phí", "đóng", "nộp", "chuyển khoản", "fee"),
        *("donate", "give money", "pay"),
    ),
    "loan": (
        *("vay", "vay vốn", "vay tiền", "mượn tiền", "mượn vốn", "cần vốn", "cần tiền", "ít vốn"),
        *("vay ngân hàng", "làm ăn", "borrow", "loan", "lend"),
    ),
    "my_loans": (
        *("còn nợ", "nợ bao nhiêu", "trả nợ", "trả góp", "tiền lãi", "trả gốc", "bao giờ trả"),
        *("khoản nợ", "trả hết", "kỳ trả", "owe", "repay"),
    ),
    "my_account": (
        *("tôi đã đóng", "đã đóng bao nhiêu", "đóng đến tháng", "còn thiếu", "tài khoản"),
        *(
            "sổ của tôi",
            "tiền của tôi",
            "đóng phí chưa",
            "đóng tiền chưa",
            "bao nhiêu tiền",
            "phiếu thu",
        ),
        *("my money", "have i paid"),
    ),
    "passbook": ("sổ của tôi", "xem sổ", "sổ cũ"),
    "ask_for_help": (
        *("nhờ giúp", "giúp tôi", "giúp bác", "giúp ông", "giúp bà", "không biết dùng", "cài"),
        *("hỏng điện thoại", "điện thoại hỏng", "zalo", "wifi", "mạng", "mật khẩu", "chỉ cho tôi"),
        *("chỉ tôi", "sửa điện thoại", "cài điện thoại", "nhờ cháu", "help me", "broken phone"),
    ),
    "lesson": (
        *("học", "bài học", "dạy", "học điện thoại", "dùng điện thoại", "hướng dẫn", "lừa đảo"),
        *("gọi video", "chụp ảnh", "vneid", "learn", "teach"),
    ),
    "lessons": ("các bài", "bài khác", "học gì"),
    "own_health": ("đo huyết áp", "huyết áp", "cân nặng", "blood pressure"),
    "my_health": ("sức khỏe", "số đo", "khám bệnh", "health"),
    "sessions": ("buổi hỗ trợ", "buổi nào", "tình nguyện đến", "ai giúp", "session"),
    "who_comes": ("ai đến giúp", "cháu nào đến", "tình nguyện viên nào"),
    # settings
    "address": ("xưng hô", "gọi tôi là", "gọi là", "đừng gọi"),
    "listening": (
        *("không đọc được", "mắt kém", "chữ nhỏ", "chữ bé", "đọc to", "đọc giúp", "đọc cho"),
        *("không biết chữ", "nói đi", "read aloud", "cannot read"),
    ),
    "reminder_wishes": (
        *("nhắc", "đừng nhắn", "nhắn nhiều", "nhắn ít", "làm phiền", "nhắc tôi", "remind"),
    ),
    "let_help": ("nhắn hộ", "cháu tôi nhắn", "con tôi nhắn", "nhờ con", "người khác nhắn"),
    "language": ("tiếng anh", "tiếng việt", "speak english"),
    "my_page": ("trang của", "trên máy tính", "trang mạng", "web page"),
    "practise": ("tập", "làm thử", "thử xem"),
    "take_back": ("nhầm", "bấm nhầm", "gõ nhầm", "bấm sai", "báo sai", "rút lại", "mistake"),
    "unfinished": ("đang dở", "làm dở", "làm tiếp", "lúc nãy"),
    "tell_of_death": ("qua đời", "mới mất", "đã mất", "tin buồn", "đám tang", "died"),
    "tell_hardship": (
        *("khó khăn", "cháy nhà", "tai nạn", "nằm viện", "bệnh nặng", "neo đơn", "nhà dột"),
        *("in hospital", "in need"),
    ),
    "club_money": ("quỹ còn", "tiền quỹ", "quỹ hội", "quỹ có", "còn bao nhiêu tiền", "funds"),
    "club_did": ("câu lạc bộ làm gì", "hội làm gì", "hoạt động gì"),
    "minutes": ("biên bản", "hôm trước họp"),
    "decisions": ("đã quyết", "quyết định gì"),
    "offices": ("ai là chủ nhiệm", "ban chủ nhiệm", "chủ nhiệm là ai", "thủ quỹ là ai"),
    # strangers and the young
    "join": (
        *("vào hội", "vào câu lạc bộ", "xin vào", "vào nhóm", "tham gia", "gia nhập", "đăng ký"),
        *("làm hội viên", "làm thành viên", "join", "sign up", "become a member"),
    ),
    "volunteer": (
        *("tình nguyện", "giúp các cụ", "giúp các bác", "giúp người già", "sinh viên", "đoàn viên"),
        *("volunteer", "help old people"),
    ),
    "my_hours": ("bao nhiêu giờ", "số giờ", "hours"),
    "certificate": ("chứng nhận", "giấy khen", "certificate"),
    # the board
    "tasks": (
        *("ai xin vào", "xin vào không", "duyệt", "chờ duyệt", "việc gì", "việc phải làm"),
        *("việc chờ", "có gì mới", "what is waiting", "approve"),
    ),
    "summary": ("báo cáo", "tổng kết", "tháng này thế nào", "kết quả tháng", "số liệu", "figures"),
    "rollup": ("toàn xã", "cả tỉnh", "các câu lạc bộ", "tổng hợp"),
    "members": ("danh sách", "bao nhiêu thành viên", "bao nhiêu hội viên", "hội viên", "members"),
    "find_member": ("tìm thành viên", "số điện thoại của", "tìm bà", "tìm ông"),
    "closing": ("chốt sổ", "khóa sổ", "khoá sổ", "kết sổ"),
    "books": ("sổ quỹ", "sổ sách", "thu chi", "sổ thu"),
    "count_cash": ("đếm tiền", "kiểm két", "tiền mặt"),
    "correct_entry": ("ghi sai", "ghi nhầm", "sửa sổ", "sửa lại số"),
    "take_fee": ("thu phí", "thu tiền", "vừa nộp", "vừa đóng", "mới nộp", "mới đóng", "nộp hộ"),
    "repayment": ("thu nợ", "trả nợ cho", "thu lãi"),
    "paying": ("chi tiền", "mua", "chi cho", "thăm ốm", "phiếu chi"),
    "loan_book": ("ai còn nợ", "nợ quá hạn", "ai vay"),
    "loan_for": ("vay hộ", "vay giúp"),
    "plan_meeting": (
        "hẹn họp",
        "lịch họp",
        "lên lịch",
        "đổi lịch",
        "dời lịch",
        "hoãn họp",
        "mời họp",
    ),
    "attendance": ("điểm danh", "ai đến họp", "ai đi họp", "vắng mặt", "bao nhiêu người đến"),
    "broadcast": (
        "nhắn cho mọi người",
        "thông báo",
        "báo cho cả",
        "nhắn cả",
        "cả hội",
        "tell everybody",
    ),
    "to_phone": ("gọi điện cho ai", "ai không có điện thoại", "chưa báo được"),
    "open_session": ("mở buổi", "mời tình nguyện", "cần tình nguyện"),
    "log_activity": ("hôm nay làm", "đã tổ chức", "ghi hoạt động", "vừa tổ chức", "dọn vệ sinh"),
    "health_check": ("đo cho", "cân đo", "khám cho"),
    "care": ("đi thăm", "chăm sóc", "thăm nhà"),
    "record_death": ("ghi người mất",),
    "club_settings": ("quy định", "cài đặt câu lạc bộ", "đổi mức", "lãi suất"),
    "change_account": ("số tài khoản", "đổi tài khoản"),
    "my_settings": ("cài đặt", "đổi chữ"),
}
