"""The day's word: shown at the meeting, typed by whoever is there."""

WORDS = tuple(
    each.strip()
    for each in """
    hoa sen, hoa cúc, hoa mai, hoa bưởi, cây đa, cây tre, cây cau, cây mít, con trâu, con bướm,
    con chim, con én, lúa chín, lúa vàng, nếp thơm, gạo mới, khoai lang, mía ngọt, chè xanh,
    trầu cau, bánh chưng, bánh giầy, giếng làng, sân đình, bến nước, mái đình, lũy tre,
    đồng xanh, nắng sớm, mưa rào, gió mát, trăng rằm, sao mai, cầu vồng, nón lá, quạt mo,
    trống cơm, đàn bầu, sáo trúc, chợ quê, đường làng, ao làng, khói bếp, vườn chè, hạt thóc
    """.replace("\n", " ").split(",")
)
"""Easy to say, to hear and to type without marks; none of them means anything else to Liên."""
