"""The minutes of the practice club's meetings, and what those meetings decided."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bot.practice.village import Village
from club.meetings import MinutesPart
from club.minutes import Outcome
from storage.changes.meetings.write_minutes import FinishMinutes, Review, WritePart
from storage.changes.money.decide import Decide
from storage.changes.money.second_person import AgreeTo
from storage.queries import Connection
from storage.queries.meetings.decisions import open_decisions

ENDED = (time(10, 0), time(10, 30))
HOA = "Nguyễn Thị Hoa"


@dataclass(frozen=True, slots=True)
class Told:
    """What the secretary wrote, part by part; '' where the figures said enough.

    decided: what, who ("" for the whole board), and how many days it may take.
    """

    parts: tuple[str, str, str, str, str, str]
    decided: tuple[tuple[str, str, int], ...]


WRITTEN = (
    Told(
        (
            "Ông Bình khai mạc, cả câu lạc bộ hát bài Quê hương. Buổi đầu tiên nên mọi người "
            "giới thiệu tên và xóm mình.",
            "Chủ nhiệm đọc nội quy câu lạc bộ. Mọi người đồng ý mức phí tháng.",
            "Y tá trạm xá nói về ăn nhạt: bớt mắm muối, cà muối ăn ít. Ai huyết áp cao thì đo "
            "mỗi tuần.",
            "Xóm Bến có hai cụ sống một mình, giao tổ xóm Bến qua lại hằng ngày.",
            "Lập đội văn nghệ, lập tổ chăm sóc tại nhà.",
            "Chơi đố vui, hát chèo hai tiết mục.",
        ),
        (
            ("Mua sổ sách và hộp đựng tiền có khóa", "cashier", 10),
            ("Lập danh sách đội văn nghệ", "secretary", 20),
        ),
    ),
    Told(
        (
            "Bà phó chủ nhiệm bắt nhịp thể dục tay năm phút.",
            "",
            "Anh công an xã kể ba vụ lừa qua điện thoại. Nhớ: không đọc mã cho ai, gọi lại cho "
            "con cháu trước.",
            "Góp ngày công lợp lại mái bếp cho một hộ nghèo xóm Đình.",
            "Dọn đường xóm Bến sau mưa.",
            "Đội văn nghệ ra mắt, hát ba bài.",
        ),
        (
            ("Góp ngày công lợp mái bếp ở xóm Đình", "", 25),
            ("Xin trạm y tế cho mượn máy đo huyết áp", "chair", 20),
        ),
    ),
    Told(
        (
            "Hát bài Lá xanh, điểm danh theo tổ.",
            "Kế toán đọc số phí và tiền cho vay, không ai thắc mắc.",
            "Cán bộ xã nói về thẻ bảo hiểm y tế cho người từ 75 tuổi.",
            "Giúp hai cụ làm hồ sơ trợ cấp.",
            "Gây quỹ bằng gom giấy vụn, mỗi nhà một bao.",
            "",
        ),
        (("Mời cán bộ bảo hiểm về giải đáp một buổi", "deputy", 30),),
    ),
    Told(
        (
            "Ông Bình khai mạc. Chúc mừng sinh nhật bốn thành viên.",
            "",
            "Tổ nuôi gà kể cách úm gà con và phòng bệnh cho cả đàn.",
            "Thăm người ốm ở tổ xóm Đình, giúp 10 kg gạo.",
            "Mở đợt vay mới, ai cần thì báo tổ trưởng.",
            "Chơi chuyền bóng, hát quan họ.",
        ),
        (
            ("Thay bóng đèn nhà văn hóa", "cashier", 14),
            ("Làm giàn mướp sau nhà văn hóa", "", 40),
        ),
    ),
    Told(
        (
            "Thể dục dưỡng sinh mười phút.",
            "Chủ nhiệm báo đã nhận quà của một người con quê hương.",
            "Y tá nói về phòng ngã: dép có quai, đèn ngủ, tay vịn nhà vệ sinh.",
            "Lắp tay vịn nhà vệ sinh cho hai cụ cao tuổi nhất.",
            "Nhờ các bạn trẻ dạy gọi điện thấy mặt.",
            "Đội văn nghệ tập chèo cho hội làng.",
        ),
        (("Lắp tay vịn nhà vệ sinh cho hai cụ", "deputy", 30),),
    ),
    Told(
        (
            "Ông Bình khai mạc, cả câu lạc bộ hát bài Quê hương.",
            "Kế toán đọc các quỹ. Thủ quỹ báo tiền trong hòm đủ như sổ.",
            "Các bạn trẻ chỉ cách phân loại rác: rác bếp ủ làm phân, vỏ chai để riêng bán gây quỹ.",
            "Bác Lan mới đi viện về, các tổ thay nhau đến thăm.",
            "Tập văn nghệ cho buổi giao lưu tới, chia nhau hạt giống rau.",
            "Hát chèo, liên hoan bánh khúc.",
        ),
        (
            ("Chia lịch thăm người mới ốm dậy", HOA, 32),
            ("Đặt hai thùng phân loại rác ở nhà văn hóa", "", 40),
        ),
    ),
)


def write_minutes(db: Connection, village: Village, meeting_id: int, number: int) -> None:
    """The secretary writes them after the meeting, the chair signs the day after."""
    day = village.past.held[number]
    told = WRITTEN[number % len(WRITTEN)]
    for part, words in zip(MinutesPart, told.parts, strict=True):
        WritePart(
            meeting_id=meeting_id,
            part=part,
            words=words,
            version=0,
            ended_at=ENDED[number % 2] if part is MinutesPart.CLOSING else None,
            reviews=_reviews(db, village, number) if part is MinutesPart.WARM_UP else (),
        ).carry_out(db, village.board_deed("secretary", day, hour=11))
    for what, who, days in told.decided:
        until = day + timedelta(days=days)
        Decide(
            meeting_id=meeting_id,
            what=what,
            responsible=_person(village, who),
            until=until,
        ).carry_out(db, village.board_deed("secretary", day, hour=11))
    _sign(db, village, meeting_id, day)


def _reviews(db: Connection, village: Village, number: int) -> tuple[Review, ...]:
    """Most of what was decided before is done; one thing took a month more, one was dropped."""
    found = []
    for each in open_decisions(db, village.club.club_id):
        if each.what.startswith("Xin trạm y tế") and number == 2:
            found.append(Review(each.id, Outcome.NOT_YET))
        elif each.what.startswith("Làm giàn mướp"):
            found.append(Review(each.id, Outcome.DROPPED, "đất sau nhà để làm sân bóng chuyền hơi"))
        else:
            found.append(Review(each.id, Outcome.DONE))
    return tuple(found)


def _person(village: Village, who: str) -> int | None:
    """Somebody by office or by name; nobody in particular is the whole board."""
    if not who:
        return None
    return village.person(who if who in village.people else village.holder(who))


def _sign(db: Connection, village: Village, meeting_id: int, day: date) -> None:
    """Two, each on an account of the own."""
    secretary = village.board_deed("secretary", day, hour=12)
    asked = FinishMinutes(meeting_id).carry_out(db, replace(secretary, chat_id=-secretary.person))
    signed_on = min(day + timedelta(days=1), village.past.today)
    chair = village.board_deed("chair", signed_on, hour=19)
    AgreeTo(asked.proposal.id).carry_out(db, replace(chair, chat_id=-chair.person))
