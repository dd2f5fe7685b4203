"""The methods of the Bot API that the stand-in carries out, by their names in lower case."""

import re
from collections.abc import Callable

from tests.kit.ogg_opus import NotOggOpus, read_ogg_opus
from tests.kit.telegram_checks import (
    UPLOAD_BYTES,
    ApiError,
    Json,
    Parameters,
    Upload,
    bad_request,
    picture_size,
)
from tests.kit.telegram_keyboards import reply_markup
from tests.kit.telegram_settings import SETTINGS_METHODS
from tests.kit.telegram_texts import caption, message_text
from tests.kit.telegram_world import Chat, World

Method = Callable[[World, Parameters], object]

_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def get_me(world: World, parameters: Parameters) -> Json:
    """getMe, with the fields only it returns."""
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def _chat(world: World, parameters: Parameters) -> Chat:
    if "chat_id" not in parameters or parameters.text("chat_id") == "":
        raise bad_request("chat_id is empty")
    value = parameters.text("chat_id") or ""
    if not re.fullmatch(r"-?\d{1,16}", value):
        raise bad_request("chat not found")
    return world.chat_for_sending(int(value))


def _reply_to(parameters: Parameters, chat: Chat) -> int | None:
    reply = parameters.structure("reply_parameters")
    if isinstance(reply, dict):
        message_id = reply.get("message_id")
        optional = bool(reply.get("allow_sending_without_reply"))
    else:
        message_id = parameters.integer("reply_to_message_id") or None
        optional = parameters.yes("allow_sending_without_reply")
    if message_id is not None and message_id not in chat.messages:
        if not optional:
            raise bad_request("message to be replied not found")
        return None
    return message_id


def _send(world: World, chat: Chat, parameters: Parameters, content: Json) -> Json:
    return world.send(
        chat, content, markup=reply_markup(parameters), reply_to=_reply_to(parameters, chat)
    )


def send_message(world: World, parameters: Parameters) -> Json:
    """sendMessage."""
    chat = _chat(world, parameters)
    text, entities = message_text(parameters)
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    return _send(world, chat, parameters, content)


def _file(world: World, parameters: Parameters, name: str, folder: str) -> tuple[str, Upload]:
    """The file of a parameter: uploaded with it, attached by name, or known by its file_id."""
    upload = parameters.files.get(name)
    value = parameters.text(name) or ""
    if value.startswith("attach://"):
        upload = parameters.files.get(value.removeprefix("attach://"))
    elif upload is None and value in world.files:
        stored = world.files[value]
        return value, Upload(stored.path.rsplit("/", 1)[-1], "", stored.content)
    if upload is None and value:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    if upload is None:
        raise bad_request(f"there is no {name} in the request")
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > UPLOAD_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    suffix = "." + upload.name.rsplit(".", 1)[1] if "." in upload.name else ""
    return world.keep_file(upload.content, folder=folder, suffix=suffix)[0], upload


def _about_file(world: World, file_id: str) -> Json:
    stored = world.files[file_id]
    return {
        "file_id": file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
    }


def send_photo(world: World, parameters: Parameters) -> Json:
    """sendPhoto: a real PNG or JPEG of allowed size; answered with a small and a whole size."""
    chat = _chat(world, parameters)
    file_id, upload = _file(world, parameters, "photo", "photos")
    width, height = picture_size(upload.content)
    whole = _about_file(world, file_id) | {"width": width, "height": height}
    scale = min(1.0, 90 / max(width, height))
    small = whole | {
        "width": max(1, int(width * scale)),
        "height": max(1, int(height * scale)),
        "file_unique_id": whole["file_unique_id"] + "s",
    }
    return _send(world, chat, parameters, {"photo": [small, whole], **caption(parameters)})


def send_document(world: World, parameters: Parameters) -> Json:
    """sendDocument."""
    chat = _chat(world, parameters)
    file_id, upload = _file(world, parameters, "document", "documents")
    document = _about_file(world, file_id) | {
        "file_name": upload.name,
        "mime_type": upload.content_type or "application/octet-stream",
    }
    return _send(world, chat, parameters, {"document": document, **caption(parameters)})


def send_voice(world: World, parameters: Parameters) -> Json:
    """sendVoice: Ogg Opus; anything else the real server would make a document of."""
    chat = _chat(world, parameters)
    file_id, upload = _file(world, parameters, "voice", "voice")
    try:
        sound = read_ogg_opus(upload.content)
    except NotOggOpus:
        document = _about_file(world, file_id) | {"file_name": upload.name}
        return _send(world, chat, parameters, {"document": document, **caption(parameters)})
    voice = _about_file(world, file_id) | {
        "duration": parameters.integer("duration") or int(sound.seconds),
        "mime_type": "audio/ogg",
    }
    return _send(world, chat, parameters, {"voice": voice, **caption(parameters)})


def edit_message_text(world: World, parameters: Parameters) -> Json:
    """editMessageText: without a keyboard in the request, the old keyboard goes."""
    chat = _chat(world, parameters)
    message = world.message_to_edit(chat, parameters.integer("message_id"))
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    text, entities = message_text(parameters)
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    elif "entities" in message:
        message = {key: value for key, value in message.items() if key != "entities"}
    return world.edit(chat, message, content=content, markup=reply_markup(parameters))


def edit_message_reply_markup(world: World, parameters: Parameters) -> Json:
    """editMessageReplyMarkup."""
    chat = _chat(world, parameters)
    message = world.message_to_edit(chat, parameters.integer("message_id"))
    return world.edit(chat, message, content={}, markup=reply_markup(parameters))


def edit_message_caption(world: World, parameters: Parameters) -> Json:
    """editMessageCaption."""
    chat = _chat(world, parameters)
    message = world.message_to_edit(chat, parameters.integer("message_id"))
    return world.edit(chat, message, content=caption(parameters), markup=reply_markup(parameters))


def delete_message(world: World, parameters: Parameters) -> bool:
    """deleteMessage."""
    chat = _chat(world, parameters)
    message = chat.messages.pop(parameters.integer("message_id"), None)
    if message is None:
        raise bad_request("message to delete not found")
    world.show(chat, "deleted", message)
    return True


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    """answerCallbackQuery: text up to 200 characters."""
    text = parameters.text("text") or ""
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    query_id = parameters.text("callback_query_id") or ""
    world.answer_tap(query_id, text=text, alert=parameters.yes("show_alert"))
    return True


def send_chat_action(world: World, parameters: Parameters) -> bool:
    """sendChatAction."""
    chat = _chat(world, parameters)
    if parameters.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.show(chat, "action", {"action": parameters.text("action")})
    return True


def get_chat(world: World, parameters: Parameters) -> Json:
    """getChat, with what every ChatFullInfo has."""
    about = _chat(world, parameters).about
    accepted = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return about | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*accepted, "gifts_from_channels"), False),
    }


MOST_BYTES_GIVEN_OUT = 20 * 1024 * 1024


def get_file(world: World, parameters: Parameters) -> Json:
    """getFile."""
    file_id = parameters.text("file_id") or ""
    if file_id not in world.files:
        raise bad_request("invalid file_id")
    if len(world.files[file_id].content) > MOST_BYTES_GIVEN_OUT and not world.keeps_files_here:
        raise bad_request("file is too big")
    path = world.files[file_id].path
    if world.keeps_files_here:
        path = world.on_this_machine(file_id)
    return _about_file(world, file_id) | {"file_path": path}


def agree(world: World, parameters: Parameters) -> bool:
    """Methods that only need a yes here."""
    return True


METHODS: dict[str, Method] = SETTINGS_METHODS | {
    "getme": get_me,
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "senddocument": send_document,
    "sendvoice": send_voice,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_message_reply_markup,
    "editmessagecaption": edit_message_caption,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback_query,
    "sendchataction": send_chat_action,
    "getchat": get_chat,
    "getfile": get_file,
    "leavechat": agree,
    "close": agree,
    "logout": agree,
}
