"""Words by which a wish about the life of the club is guessed, as in handlers.talk.hints."""

LIFE_HINTS: dict[str, tuple[str, ...]] = {
    "plan_meeting": ("đặt lịch sinh hoạt", "đặt lịch họp", "hẹn sinh hoạt", "bao giờ thì họp"),
    "move_meeting": ("dời họp", "dời buổi", "đổi ngày", "lùi buổi", "lùi họp", "hoãn", "move"),
    "cancel_meeting": ("hủy họp", "hủy buổi họp", "bỏ buổi họp", "nghỉ họp", "call off"),
    "meeting": ("mai họp", "họp mấy giờ", "họp ở đâu", "có họp không"),
    "minutes": ("in biên bản", "viết biên bản", "ký biên bản", "thư ký ghi", "minutes"),
    "groups": (
        *("lập tổ", "chia tổ", "chuyển tổ", "vào tổ", "tổ trưởng", "tổ nào", "các tổ"),
        *("neighbourhood group", "group leader"),
    ),
    "offices": (
        *("bầu chủ nhiệm", "bầu lại", "bầu ban", "nhiệm kỳ", "bàn giao", "thôi chức", "cử thủ quỹ"),
        *("cử người giữ chức", "đổi thủ quỹ", "term of office", "hand over"),
    ),
    "tell_hardship": (
        *("không còn gạo", "hết gạo", "không có gạo", "không có gì ăn", "hết tiền ăn", "đứt bữa"),
        *("nothing to eat", "no rice left"),
    ),
    "my_consent": (
        *("không đồng ý cho lưu", "không đồng ý lưu", "không cho lưu", "đừng lưu thông tin"),
        *("không đồng ý nữa", "thôi đồng ý", "không cho giữ thông tin", "no longer agree"),
    ),
    "join_records": ("hai hồ sơ", "trùng nhau", "ghi hai lần", "có hai lần", "đứng hai lần"),
    "trainings": ("tập huấn", "đi học lớp", "training"),
    "club_ends": ("nhập câu lạc bộ", "gộp", "tách", "sáp nhập", "giải thể", "merge", "split"),
    "tell_of_death": ("mất rồi", "vừa mất", "mất hôm qua", "mất sáng nay", "passed away"),
    "record_death": ("mất rồi", "vừa mất", "mất hôm qua", "mất sáng nay", "passed away"),
    "club_volunteers": ("tình nguyện viên", "các bạn trẻ", "thanh niên", "volunteers"),
    "open_session": ("mở lớp", "nhờ thanh niên", "nhờ đoàn", "mở buổi dạy"),
    "sessions": ("xem các buổi", "đăng ký buổi", "buổi gần", "nhận buổi", "near me"),
    "my_sessions": ("đổi ca", "đổi buổi", "nhờ bạn đi thay", "swap"),
    "volunteering": ("nghỉ làm tình nguyện", "thôi làm tình nguyện", "thôi tình nguyện"),
    "care_clients": ("chưa được thăm", "cử người chăm", "ai chăm", "who is cared for"),
    "care": ("vừa đi thăm", "đã đi thăm", "mới đi thăm", "visited"),
    "untouched": (
        *("thiếu mảng", "mảng nào", "tám mảng", "chưa làm mảng", "gợi ý", "ý tưởng"),
        "eight areas",
    ),
    "teams": ("đội văn nghệ", "lập đội", "lập nhóm", "đội thể thao", "tổ nuôi"),
    "broadcast": ("gửi tin cho", "báo cho mọi người", "nhắn mọi người", "thông báo cho"),
    "to_phone": ("danh sách phải gọi", "gọi cho ai", "không có máy"),
    "give_help": ("tặng gạo cho", "giúp gạo", "ngày công", "biếu quà cho", "trao quà"),
    "my_helpers": ("không nhờ nữa", "thôi nhờ", "bỏ người nhắn", "ai nhắn hộ tôi"),
    "who_comes": ("ai đến nhà", "ai sẽ đến", "bạn nào đến", "who is coming"),
    "ask_for_help": ("nhờ thanh niên", "nhờ bạn trẻ", "đến nhà giúp"),
    "here": ("tôi đến rồi", "có mặt"),
}
