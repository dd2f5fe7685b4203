"""What whoever does the work of a club asks or tells in whole sentences of her own: "hôm nay thu
được mấy đồng rồi", "cử cô Sáu làm thủ quỹ tạm", "buổi mai ở đâu mấy giờ".

Only what the work is, is read here. Whom it is about, how much and when is found by the dialogue.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from messages.understand.keywords import written_out
from messages.understand.patterns import Patterns, compiled
from messages.understand.plain import bare
from messages.understand.told import BETWEEN, sentence_of

LONGEST = 300


class Work(StrEnum):
    """What of the work of an office is meant."""

    NEW_RATE = "new_rate"
    FEE_RATE = "fee_rate"
    RULES = "rules"
    LOST = "lost"
    CLOSE = "close"
    TRANSFER = "transfer"
    NEW_FUND = "new_fund"
    BANK = "bank"
    OPENING = "opening"
    CORRECT = "correct"
    GIVEN_BACK = "given_back"
    COUNT = "count"
    CARRY = "carry"
    CASH_FLOW = "cash_flow"
    HELD = "held"
    REMIND = "remind"
    OWING = "owing"
    LOANS = "loans"
    HAND_OUT = "hand_out"
    VOTE = "vote"
    CONFIRM = "confirm"
    PRINT_BOOKS = "print_books"
    CHECK = "check"
    ACTING = "acting"
    STAND_IN = "stand_in"
    APPOINT = "appoint"
    OFFICES = "offices"
    WAITING = "waiting"
    WRITE_TO_ALL = "write_to_all"
    ENDS = "ends"
    SAME_TWICE = "same_twice"
    GROUPS = "groups"
    NEW_MEMBER = "new_member"
    MEMBERS = "members"
    RECORD = "record"
    PRAISE = "praise"
    HEALTH = "health"
    CARE = "care"
    SICK = "sick"
    MINUTES = "minutes"
    PHONE = "phone"
    ANSWER_FOR = "answer_for"
    COMING = "coming"
    MOVE = "move"
    SESSION = "session"
    SUMMARY = "summary"
    GUESTS = "guests"
    GIFTS = "gifts"
    PAYMENTS = "payments"
    LOOKS = "looks"
    TROUBLE = "trouble"


class Helping(StrEnum):
    """What of a young volunteer's own is meant."""

    MINE = "mine"
    HOURS = "hours"
    CODE = "code"
    CERTIFICATE = "certificate"
    FIND = "find"
    ABOUT_ME = "about_me"


class Area(StrEnum):
    """What of an officer's work is meant."""

    MATTERS = "matters"
    WRITE = "write"
    SESSIONS = "sessions"
    PRAISE = "praise"
    SENT = "sent"
    FIGURES = "figures"


_SHORT = {
    "WHO": "ong/ba/bac/co/chu/cu/anh/chi/di/cau/mo/thim/o/me/mrs/mr/ms",
    "NO": "khong/chua",
    "MANY": "bao_nhieu/bao_nhiu/nhieu/may/bn",
    "OFFICE": "chu_nhiem/pho_chu_nhiem/pho/thu_ky/ke_toan/thu_quy/to_truong/kiem_soat",
    "POST": "deputy/secretary/chair/cashier/bookkeeper",
    "CLUB": "clb/cau_lac_bo/hoi/quy/nhom",
}
_BOARD: Patterns = {
    "gifts": "ai (*) ung_ho nhieu; danh_sach ung_ho; in ... ung_ho",
    "looks": "ai (*) vao/da xem so",
    "guests": "khach moi; ^ moi .... du",
    "payments": "phieu chi ... dau; xem phieu; ai ghi phieu",
    "trouble": "loi roi; bi loi; khong bam duoc; may cham; khong vao duoc",
    "new_rate": "tang/giam/doi/nang/ha (muc) phi ... len/xuong/thanh/con/la",
    "fee_rate": "muc_phi ... MANY; phi (hoi_vien/thanh_vien/clb) (mot/1/moi) (thang) (la) MANY;"
    " MANY (tien) mot/1 thang",
    "rules": "lai_suat; han_muc tien_mat; gio im_lang; ngay sinh_hoat thuong_ky",
    "lost": "dien_thoai/may/sim (cua) WHO * (*) bi/mat/roi (mat/roi/cuop/trom);"
    " WHO * (bi) mat/roi dien_thoai/may/sim; khoa tai_khoan/may/dien_thoai (cua) WHO;"
    " WHO * lost his/her phone",
    "close": "chot/khoa/dong/ket so; ^ khoa/chot thang; mo lai (so) thang;"
    " ^ close books/january/february/march/april/may/june/july/august/september/october/november;"
    " ^ close december; ^ close the books/month",
    "transfer": "chuyen ... quy ... sang/qua/vao ... quy; ^ chuyen quy",
    "new_fund": "^ lap/them/mo/tao (them) (mot) quy",
    "bank": "ngan_hang/agribank/vietcombank/bidv/sacombank/so_tiet_kiem; to/from the bank",
    "opening": "dau_ky",
    "correct": "ghi/nhap/vao_so/but_toan/phieu/thu .... nham/sai/lon; sai so; nham tai_khoan;"
    " huy/xoa/dao/sua (lai) (cai) phieu/but_toan/khoan; chuyen nham;"
    " cancel slip/entry; books are wrong; wrong entry/slip",
    "given_back": "tra lai (tien) (cho) WHO; thu thua/du; hoan tien",
    "count": "trong hom/hop/ket co #;"
    " dem_duoc/dem_tien/kiem_ket/doi_chieu_quy/mo_ket/kiem_lai_tien;"
    " ^ thieu/hut/du/thua (mat) #",
    "carry": "nop/giao/dua/gui (lai) tien (lai) cho WHO * (*) giu/cam/cat; ^ giao tien cho;"
    " toi/minh cam/giu #",
    "cash_flow": "thu/chi/vao/nhan/tieu .... bao_nhieu/bn/nhung_gi/may_dong/het_may;"
    " thu/chi ... duoc may/nhieu; MANY (tien) thu/chi; tong thu/chi; thang # thu/chi (nhung) gi;"
    " ^ thu chi; how much came in;"
    " how much did/was/have (we) take/taken/spent/paid;"
    " what did we spend/take/pay; how much did we; what came in",
    "held": "ket/tu/hop_tien .. con (*) MANY; ton quy; quy ... con MANY/duoc; con MANY quy;"
    " ai giu tien;"
    " giu/cam MANY;"
    " con MANY tien mat/quy/trong; tien trong tay; clb/hoi/minh con MANY tien/trieu;"
    " tien de/cat (o) dau; how much .. tin/box/fund/left;"
    " how much money do/have/is",
    "remind": "nhac ... NO dong/nop; nhac ... dong/nop phi/tien",
    "owing": "ai/nguoi_nao/nhung_ai (*) no; ai/nguoi_nao/nhung_ai (*) NO dong/nop/tra/gop;"
    " MANY nguoi (con/dang) no; MANY nguoi NO dong/nop/tra; danh_sach (con) no;"
    " danh_sach NO dong/nop; who owes/still; who has/have not paid",
    "loans": "tien vay chua tra; cho vay (duoc) MANY; tien cho vay duoc;"
    " ai/nhung_ai (*) vay; MANY nguoi (*) vay; qua han; gia han; xoa/khoanh/hoan no;"
    " no goc con; thu lai $; doi/nhac WHO * tra no",
    "hand_out": "phat/dua/giao/trao/giai_ngan/xuat/chi tien .... vay; giai_ngan",
    "vote": "bo_phieu; bieu_quyet; duyet .... vay; dong_y cho .... vay; ai dong_y",
    "confirm": "xac_nhan (tien) cho/cua WHO;"
    " dong/nop/chuyen_khoan/ck/gui .. roi ... chua_thay/khong_thay/kiem_tra/sao",
    "print_books": "in ... so quy/sach/thu/chi/cai; sao ke",
    "check": "soi so; kiem_tra so/so_sach; ban kiem_soat; chon mau; mau kiem_tra",
    "acting": "lam/giu/quyen (chuc) chu_nhiem tam/thay/ho/giup/it/vai/mot; lam thay chu_nhiem;"
    " tam lam/giu chu_nhiem; chu_nhiem tam_thoi; quyen chu_nhiem; chu_nhiem .. vang ... lam thay;"
    " ong/ba/bac/co/chu * di vang .. toi/minh lam thay; acting chair",
    "stand_in": "cu/cho/nho/de WHO * (*) lam/giu (thay) thu_quy tam; lam thay thu_quy",
    "appoint": "cu/cho/bau/de/nho WHO * (*) lam/giu/len (chuc) OFFICE; bau * (*) lam OFFICE;"
    " make/appoint WHO * (*) (as) POST; make/appoint * (*) (as) POST",
    "offices": "tu chuc; xin thoi/nghi lam; cho WHO * thoi/nghi (khong) (lam);"
    " thay/doi/nghi/thoi/bo (lam) OFFICE; bau lai; nhiem ky; ban_chu_nhiem gom;"
    " ai la/lam OFFICE; ai la/lam nguoi kiem_tra; ai lam thay; toi/minh (se) di vang;"
    " who is the POST",
    "waiting": "ai (*) xin/muon vao; cho duyet; chua duyet; co ai xin",
    "write_to_all": "^ goi/moi/nhan/keu (het/tat_ca) moi_nguoi/ba_con/moi_nha .. ra/den/toi/mai;"
    " ^ nhan/bao/thong_bao/gui_tin/gui_thong_bao/nhan_tin (cho) ba_con/moi_nguoi/ca;"
    " ^ nhan/bao/thong_bao/gui_tin/gui_thong_bao/nhan_tin (cho) cac cu/bac/ong/ba;"
    " ^ nhan/bao/thong_bao/gui_tin/gui_thong_bao/nhan_tin (cho) to #; ^ thong_bao;"
    " ^ tell everybody/everyone;"
    " ^ tell the club",
    "ends": "nhap/gop/sap_nhap/hop_nhat .. voi/vao/chung .. clb/thon/hoi/nhau;"
    " giai_tan/giai_the/tach CLUB; CLUB ... nhap/gop/sap_nhap voi/vao",
    "same_twice": "hai * (*) (*) la mot;"
    " gop hai (*) ho_so/ten/nguoi/ban/phieu; ^ gop hai $;"
    " hai ten/ho_so/lan trong/o/vao; trung ten;"
    " ghi trung",
    "groups": "to # gom/nhung/co/la; chuyen/cho/dua WHO * (*) sang/qua/vao/ve to #",
    "new_member": "^ ket_nap (them) WHO;"
    " ^ ghi/them/nhap (them) WHO * (*) xom/thon/to/sinh/khong;"
    " them/ket_nap/nhap/nhan/dang_ky .............. vao clb/hoi/cau_lac_bo;"
    " them/ket_nap/nhap/nhan/dang_ky ... hoi_vien/thanh_vien; new member;"
    " muon/xin vao clb/hoi/cau_lac_bo; ma (cua) clb/cau_lac_bo; giay ma",
    "members": "ai (sap/gan) (tron) #;"
    " MANY ba_con/nguoi/hoi_vien/thanh_vien $; MANY nguoi NO co dien_thoai;"
    " nguoi/hoi_vien/cu/ong/ba/bac (*) tren #; sinh_nhat; xuat/in danh_sach",
    "record": "WHO * (*) o thon/xom/dau/to; WHO * (*) sinh nam/ngay; WHO * (*) MANY tuoi;"
    " WHO * (*) con no/thieu; WHO * (*) dong/nop (phi/den) chua/thang; remove WHO;"
    " xoa/gach/loai/bo (ten) WHO; WHO * (*) (xin) ra_khoi/roi_khoi/thoi_sinh_hoat;"
    " WHO * (*) chuyen di/sang/ve; sua/doi nam_sinh/ten/so_dien_thoai/so_may/dia_chi (cua) WHO;"
    " WHO * (*) doi/sua so/ten/dia_chi/nam_sinh; ^ so/sdt/so_may/so_dien_thoai (cua) WHO",
    "praise": "tuyen_duong/khen/neu_guong/bieu_duong (*) WHO",
    "health": "huyet_ap/can_nang .. WHO * .. #; WHO * has (*) blood pressure (*) #",
    "care": "ai (*) tham/cham; ai chua duoc tham; thang/tuan nay tham ai;"
    " phan (cong) ai; can/cu nguoi cham; thoi/khong/ngung cham",
    "sick": "vang vi om; om roi; di/nhap/nam vien; who is ill/sick; ai om",
    "minutes": "bien_ban; quyet_dinh hom/cua/lan/buoi; ^ quyet_dinh *; da quyet gi/nhung",
    "phone": "ai/nhung_ai chua nhan/biet; ai/nhung_ai chua duoc bao/nhan/goi;"
    " goi cho * * roi/biet; bao cho * * roi",
    "answer_for": "tra_loi ho/giup/thay/dum WHO; WHO * (*) bao (la) di/khong/ban/den/vang/se;"
    " WHO * (*) noi la di/khong/ban/den/vang/se;"
    " WHO * den/toi muon/tre;"
    " WHO * says he/she",
    "coming": "ai (*) vang/den/di_hop/khong_di/khong_den/tra_loi; vang #; diem_danh;"
    " MANY nguoi (*) di/den/tra_loi/vang/hop; who is/was/were absent/coming/there",
    "move": "^ doi/chuyen dia_diem/cho_hop/noi_hop/gio_hop; ^ doi/lui/dich sang/lai/qua #",
    "session": "moi/nho/xin/goi .. thanh_nien/tinh_nguyen/doan; buoi day; mo lop;"
    " xin # chau/ban/em",
    "summary": "lam/viet/gui/nop bao_cao; tinh_hinh CLUB; clb/cau_lac_bo the_nao/ra_sao;"
    " so_sanh thang",
}
_VOLUNTEER: Patterns = {
    "mine": "buoi/ca mai/toi/nay/sau/hom/do; dia_chi nha; o dau may gio; nha WHO * o dau;"
    " cannot come;"
    " khong mo_cua; khong ai o nha; khong co ai; xin vang",
    "hours": "gio (cua) em/chau/minh/toi; lam (duoc) MANY gio/tieng; lam # tieng/gio; my hours;"
    " ghi thieu/co #;"
    " xac_nhan gio; du # gio",
    "code": "diem_danh; nhap ma; den/toi roi/noi; check in; checkin; cham cong; ma co_mat; nho ma",
    "certificate": "giay_chung_nhan; giay_khen; certificate; giay xac_nhan; co giay",
    "find": "muon/thich/xin (di) giup; nhan buoi/ca; tim buoi; giup cac cu/ong/ba/bac",
    "about_me": "biet tieng *; noi duoc tieng *; chi ranh; ranh cuoi_tuan/buoi/thu/ngay;"
    " em/chau/minh la sinh_vien; nghi toi/den/het;"
    " doi truong; em/chau/minh chuyen len/ve/sang/di",
}
_OFFICER: Patterns = {
    "matters": "viec cho; dong_y cho clb/cau_lac_bo/nhap/gop/tach;"
    " cho anh/toi/chi/em/can_bo duyet/dong_y",
    "write": "^ gui/nhan/thong_bao .... clb/cau_lac_bo",
    "sessions": "mo buoi/lop",
    "praise": "khen; chuc_mung",
    "sent": "huy tin; ai doc/xem tin",
    "figures": "MANY clb/cau_lac_bo/hoi_vien/thanh_vien; clb/cau_lac_bo nao; bao_cao; so_lieu;"
    " tong_hop; hoi_vien; the_nao; ra_sao; con MANY; chua co chu_nhiem; how many clubs;"
    " in bao_cao; duoc tham; xuat excel",
}
_MEETS = frozenset({"hop", "meeting"})


def work_meant(text: str) -> Work | None:
    """What work of an office a sentence speaks of, if any."""
    line = _line(text)
    found = _first(line, "board")
    if found == Work.WRITE_TO_ALL and _MEETS & set(line.split()):
        # A meeting may be told of, called off or planned by the same words.
        return None
    return None if found is None else Work(found)


def helping_meant(text: str) -> Helping | None:
    """What of her own a volunteer speaks of."""
    found = _first(_line(text), "volunteer")
    return None if found is None else Helping(found)


def area_meant(text: str) -> Area | None:
    """What of the clubs around an officer speaks of."""
    found = _first(_line(text), "officer")
    return None if found is None else Area(found)


def _line(text: str) -> str:
    if len(text) > LONGEST:
        return ""
    words = sentence_of(written_out(text))
    return " ".join(bare(each) for each in words if each != BETWEEN).strip(" ?.!,")


_OF: Mapping[str, Patterns] = {"board": _BOARD, "volunteer": _VOLUNTEER, "officer": _OFFICER}


def _first(line: str, whose: str) -> str | None:
    """The first kind one of whose patterns stands in the line."""
    return next((name for name, said in _compiled(whose) if line and said.search(line)), None)


@cache
def _compiled(whose: str) -> Sequence[tuple[str, re.Pattern[str]]]:
    return compiled(_OF[whose], _SHORT)
