"""What a bot sets about itself: commands, name, descriptions, menu button."""

import re
from collections.abc import Callable

from tests.kit.telegram_checks import Json, Parameters, bad_request
from tests.kit.telegram_world import World

Method = Callable[[World, Parameters], object]

_COMMAND_NAME = re.compile(r"[a-z0-9_]{1,32}")


def _settings_key(name: str, parameters: Parameters) -> str:
    scope = parameters.structure("scope") or {"type": "default"}
    return f"{name}/{scope.get('type')}/{parameters.text('language_code') or ''}"


def set_my_commands(world: World, parameters: Parameters) -> bool:
    """setMyCommands: at most 100, names of lower-case letters, digits and underscores."""
    commands = parameters.structure("commands")
    if not isinstance(commands, list) or len(commands) > 100:
        raise bad_request("expected an Array of BotCommand")
    for command in commands:
        if not _COMMAND_NAME.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.settings[_settings_key("commands", parameters)] = commands
    return True


def get_my_commands(world: World, parameters: Parameters) -> object:
    """getMyCommands."""
    return world.settings.get(_settings_key("commands", parameters), [])


def _setter(name: str, limit: int) -> Method:
    def change(world: World, parameters: Parameters) -> bool:
        text = parameters.text(name) or ""
        if len(text) > limit:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        world.settings[_settings_key(name, parameters)] = text
        return True

    return change


def _getter(name: str) -> Method:
    def look(world: World, parameters: Parameters) -> Json:
        return {name: world.settings.get(_settings_key(name, parameters), "")}

    return look


def set_chat_menu_button(world: World, parameters: Parameters) -> bool:
    """setChatMenuButton: commands, web_app or default."""
    button = parameters.structure("menu_button") or {"type": "default"}
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("MENU_BUTTON_TYPE_INVALID")
    world.settings[f"menu_button/{parameters.text('chat_id') or ''}"] = button
    return True


def get_chat_menu_button(world: World, parameters: Parameters) -> object:
    """getChatMenuButton."""
    key = f"menu_button/{parameters.text('chat_id') or ''}"
    return world.settings.get(key, {"type": "commands"})


SETTINGS_METHODS: dict[str, Method] = {
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "setmyname": _setter("name", 64),
    "getmyname": _getter("name"),
    "setmydescription": _setter("description", 512),
    "getmydescription": _getter("description"),
    "setmyshortdescription": _setter("short_description", 120),
    "getmyshortdescription": _getter("short_description"),
    "setchatmenubutton": set_chat_menu_button,
    "getchatmenubutton": get_chat_menu_button,
}
