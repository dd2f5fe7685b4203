"""Banks by the number under which NAPAS knows them. These are names: no language changes them."""

BANKS: dict[str, str] = {
    "970405": "Agribank",
    "999888": "Ngân hàng Chính sách xã hội",
    "970436": "Vietcombank",
    "970415": "VietinBank",
    "970418": "BIDV",
    "970449": "LPBank",
    "970422": "MB",
    "970446": "Co-opBank",
    "970407": "Techcombank",
    "970416": "ACB",
    "970403": "Sacombank",
    "970432": "VPBank",
    "970423": "TPBank",
    "970437": "HDBank",
    "970443": "SHB",
    "970441": "VIB",
    "970426": "MSB",
    "970440": "SeABank",
    "970448": "OCB",
    "970431": "Eximbank",
    "970428": "Nam A Bank",
    "970425": "ABBank",
    "970427": "VietABank",
    "970409": "Bac A Bank",
    "970412": "PVcomBank",
    "970419": "NCB",
    "970452": "KienlongBank",
    "970438": "BaoVietBank",
    "970433": "VietBank",
    "970400": "SaigonBank",
    "970430": "PGBank",
}


def bank_name(bin_: str) -> str:
    """As people call it; the number itself of a bank that is not listed."""
    return BANKS.get(bin_, bin_)
