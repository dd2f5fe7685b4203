"""The provinces and cities of Viet Nam since the reform of 1 July 2025, in two levels.

Resolution 202/2025/QH15: 28 provinces and 6 cities; below them only communes, wards, special zones.
"""

CITIES = ("Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ")
PROVINCES = (
    *("Cao Bằng", "Điện Biên", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An", "Quảng Ninh"),
    *("Thanh Hóa", "Sơn La", "Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ", "Bắc Ninh"),
    *("Hưng Yên", "Ninh Bình", "Quảng Trị", "Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Lâm Đồng"),
    *("Đắk Lắk", "Đồng Nai", "Tây Ninh", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang"),
)
ALL_PROVINCES = (*CITIES, *PROVINCES)
