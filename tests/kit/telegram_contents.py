"""What a person can send besides plain text: kind of content → fields of the message."""

from tests.kit.ogg_opus import silent_ogg_opus
from tests.kit.telegram_checks import Json
from tests.kit.telegram_world import World

ONE_PIXEL_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
SILENT_OGG = silent_ogg_opus(2)


def _file(world: World, content: bytes, folder: str, suffix: str) -> Json:
    file_id, stored = world.keep_file(content, folder=folder, suffix=suffix)
    return {
        "file_id": file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(content),
    }


def photo(world: World) -> Json:
    """A small picture."""
    return {"photo": [_file(world, ONE_PIXEL_PNG, "photos", ".png") | {"width": 1, "height": 1}]}


def photograph(world: World, content: bytes) -> Json:
    """This picture as the messenger brings it: in two sizes, the whole one last."""
    small = _file(world, ONE_PIXEL_PNG, "photos", ".jpg") | {"width": 1, "height": 1}
    whole = _file(world, content, "photos", ".jpg") | {"width": 1280, "height": 960}
    return {"photo": [small, whole]}


def picture_file(world: World, content: bytes, mime: str = "image/jpeg") -> Json:
    """This picture sent as a file."""
    about = {"file_name": "anh.jpg", "mime_type": mime}
    return {"document": _file(world, content, "documents", ".jpg") | about}


def voice(world: World, content: bytes = SILENT_OGG, seconds: int = 2) -> Json:
    """A voice message, usually of two seconds."""
    about = {"duration": seconds, "mime_type": "audio/ogg"}
    return {"voice": _file(world, content, "voice", ".oga") | about}


def sticker(world: World) -> Json:
    """A still sticker."""
    about = {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    }
    return {"sticker": _file(world, b"RIFF0000WEBP", "stickers", ".webp") | about}


def document(world: World) -> Json:
    """A text file."""
    about = {"file_name": "danh-sach.txt", "mime_type": "text/plain"}
    return {"document": _file(world, "danh sách".encode(), "documents", ".txt") | about}


def video(world: World) -> Json:
    """A video of one second."""
    about = {"width": 320, "height": 240, "duration": 1, "mime_type": "video/mp4"}
    return {"video": _file(world, b"\x00\x00\x00\x18ftypmp42", "videos", ".mp4") | about}


def video_note(world: World) -> Json:
    """A round video."""
    about = {"length": 240, "duration": 1}
    return {"video_note": _file(world, b"\x00\x00\x00\x18ftypmp42", "videos", ".mp4") | about}


def location(world: World) -> Json:
    """A place in Hà Nội."""
    return {"location": {"latitude": 21.0285, "longitude": 105.8542}}


def dice(world: World) -> Json:
    """A thrown die."""
    return {"dice": {"emoji": "🎲", "value": 4}}


CONTENTS = {
    "photo": photo,
    "voice": voice,
    "sticker": sticker,
    "document": document,
    "video": video,
    "video note": video_note,
    "location": location,
    "dice": dice,
}
