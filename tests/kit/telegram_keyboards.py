"""Keyboards as the Bot API takes them.

Callback data of 1 to 64 bytes is documented (core.telegram.org/bots/api); 8 buttons in a row and
100 in all are undocumented but real.
"""

from tests.kit.telegram_checks import Json, Parameters, bad_request

CALLBACK_DATA_BYTES = 64
BUTTONS_IN_ROW = 8
BUTTONS_IN_ALL = 100
_INLINE_ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
)
_STYLES = ("danger", "success", "primary")


def reply_markup(parameters: Parameters) -> Json | None:
    """The keyboard of a request, checked; None where there is none."""
    markup = parameters.structure("reply_markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        _check_rows(markup["inline_keyboard"], inline=True)
    elif "keyboard" in markup:
        _check_rows(markup["keyboard"], inline=False)
        if len(markup.get("input_field_placeholder") or "") > 64:
            raise bad_request("REPLY_MARKUP_INVALID")
    elif not markup.keys() & {"remove_keyboard", "force_reply"}:
        raise bad_request("can't parse reply keyboard markup JSON object")
    return markup


def _check_rows(rows: object, *, inline: bool) -> None:
    kind = "inline keyboard" if inline else "reply keyboard"
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{kind}" must be of type Array of Arrays')
    if any(len(row) > BUTTONS_IN_ROW for row in rows) or sum(map(len, rows)) > BUTTONS_IN_ALL:
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button, inline=inline)


def _check_button(button: object, *, inline: bool) -> None:
    if isinstance(button, str) and not inline:
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    if button.get("style") not in (None, *_STYLES):
        raise bad_request("invalid button style specified")
    if inline:
        _check_inline_action(button)


def _check_inline_action(button: Json) -> None:
    actions = [name for name in _INLINE_ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    data = button.get("callback_data")
    if data is not None and not (
        isinstance(data, str) and 1 <= len(data.encode()) <= CALLBACK_DATA_BYTES
    ):
        raise bad_request("BUTTON_DATA_INVALID")
