"""Echo with python-telegram-bot as its documentation shows it, long polling, without a database."""

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bench.bots.surroundings import told


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Says the same again."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    """Runs until it is stopped; updates side by side, as the other bots have them."""
    where = told()
    builder = Application.builder().token(where.token).base_url(f"{where.api}/bot")
    # Without enough connections most sends end in its pool's timeout.
    application = (
        builder.concurrent_updates(True).connection_pool_size(512).pool_timeout(60).build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
