"""The words a cell may choose from, in both languages; the form offers the first of each."""

from collections.abc import Mapping

from club.accounts import RETURNABLE, Source
from club.consents import ConsentForm
from club.importing import Column
from club.loans import Basis, RepaymentForm

SEX: Mapping[str, str] = {
    **dict.fromkeys(("nữ", "female", "f", "bà", "gái"), "female"),
    **dict.fromkeys(("nam", "male", "m", "ông", "trai"), "male"),
}
HARDSHIP: Mapping[str, str] = {
    **dict.fromkeys(("không khó khăn", "not poor", "không", "bình thường", "none"), "none"),
    **dict.fromkeys(("hộ nghèo", "poor", "nghèo"), "poor"),
    **dict.fromkeys(("hộ cận nghèo", "near poor", "cận nghèo"), "near_poor"),
}
CONSENT: Mapping[str, ConsentForm | None] = {
    **dict.fromkeys(("ký tên", "signature", "ký", "chữ ký", "signed"), ConsentForm.SIGNATURE),
    **dict.fromkeys(("điểm chỉ", "thumbprint", "lăn tay", "vân tay"), ConsentForm.THUMBPRINT),
    **dict.fromkeys(
        ("có người làm chứng", "before a witness", "làm chứng", "người làm chứng", "witness"),
        ConsentForm.WITNESS,
    ),
    **dict.fromkeys(("chưa đồng ý", "not yet", "chưa", "không", "no"), None),
}
YES_OR_NO: Mapping[str, bool] = {
    **dict.fromkeys(("có", "yes", "đồng ý", "x"), True),
    **dict.fromkeys(("không", "no", "chưa"), False),
}
FORM: Mapping[str, RepaymentForm] = {
    **dict.fromkeys(
        ("gốc và lãi hằng tháng", "monthly", "hằng tháng", "hàng tháng", "gốc lãi hàng tháng"),
        RepaymentForm.MONTHLY,
    ),
    **dict.fromkeys(
        ("gốc và lãi hằng quý", "quarterly", "hằng quý", "hàng quý", "theo quý"),
        RepaymentForm.QUARTERLY,
    ),
    **dict.fromkeys(
        ("lãi hằng tháng, gốc cuối kỳ", "interest monthly", "lãi hàng tháng, gốc cuối kỳ"),
        RepaymentForm.INTEREST_MONTHLY,
    ),
    **dict.fromkeys(
        ("gốc và lãi một lần cuối kỳ", "all at the end", "một lần cuối kỳ", "cuối kỳ"),
        RepaymentForm.ALL_AT_END,
    ),
}
BASIS: Mapping[str, Basis] = {
    **dict.fromkeys(("gốc còn lại", "principal left", "dư nợ", "dư nợ giảm dần"), Basis.REMAINING),
    **dict.fromkeys(("gốc ban đầu", "whole principal", "cố định"), Basis.FLAT),
}
SOURCE: Mapping[str, Source] = {
    **dict.fromkeys(("tài trợ", "grant", "dự án", "được cấp"), Source.GRANT),
    **dict.fromkeys(("ngân sách địa phương", "local budget", "ngân sách", "xã cấp"), Source.BUDGET),
    **dict.fromkeys(("góp vốn của thành viên", "member's share", "góp vốn"), Source.SHARE),
    **dict.fromkeys(("ủng hộ", "donation", "tiền ủng hộ", "quyên góp"), Source.DONATION),
    **dict.fromkeys(("tiền vay phải trả lại", "lent to the club", "tiền mượn"), Source.LENT),
    **dict.fromkeys(("lãi nhập quỹ", "added interest", "tiền lãi"), Source.ADDED_INTEREST),
}
PLACE: Mapping[str, str] = {
    **dict.fromkeys(("hộp tiền", "tin", "tiền mặt", "thủ quỹ", "cash"), "tin"),
    **dict.fromkeys(("ngân hàng", "bank", "tài khoản", "tài khoản ngân hàng"), "bank"),
}
FUND: Mapping[str, str] = {
    **dict.fromkeys(("quỹ tăng thu nhập", "income-generation fund", "tăng thu nhập"), "income"),
    **dict.fromkeys(("quỹ hoạt động", "operating fund", "hoạt động"), "operating"),
}

_LENDING_SOURCES = {word: source for word, source in SOURCE.items() if source not in RETURNABLE}

OFFERED: Mapping[Column, Mapping[str, object]] = {
    Column.SEX: SEX,
    Column.HARDSHIP: HARDSHIP,
    Column.CONSENT_FORM: CONSENT,
    Column.HARDSHIP_CONSENT: YES_OR_NO,
    Column.FORM: FORM,
    Column.BASIS: BASIS,
    Column.SOURCE: SOURCE,
    Column.PLACE: PLACE,
    Column.FUND: FUND,
}


def loan_sources() -> Mapping[str, Source]:
    """Where the money of a loan can have come from; what is owed to somebody is cash here."""
    return _LENDING_SOURCES


def offered(column: Column, language: str) -> list[str]:
    """The words the form offers: the first (Vietnamese) or second (English) of each meaning."""
    by_meaning: dict[object, list[str]] = {}
    for word, meaning in OFFERED.get(column, {}).items():
        by_meaning.setdefault(meaning, []).append(word)
    return [words[0 if language == "vi" else 1] for words in by_meaning.values()]
