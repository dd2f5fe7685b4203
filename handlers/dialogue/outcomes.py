"""What a dialogue comes to after an answer, where needed by playing it more than once."""

from club.refusals import Code, Refused
from handlers.dialogue.ahead import answered_ahead
from handlers.dialogue.engine import Asking, Ended, Redo, Run, Said, Script
from handlers.dialogue.listening import Answer, Typed
from handlers.doors import dialogue_open_to
from messages.refusals import refusal

MOST_REDONE = 5


def outcome_after(answer: Answer | None, run: Run, script: Script) -> Asking | Ended:
    """The next question or the end; questions that have to be asked anew are forgotten before."""
    if not dialogue_open_to(run.me, script.name):
        # Opened by an old button, or by somebody who has held an office until now.
        return Ended(Said(refusal(Refused(Code.NOT_ALLOWED))))
    state = run.state
    was_asked_back = state.readings is not None
    outcome = run.go(script, answer)
    doubtful = isinstance(outcome, Asking) and (outcome.missed or state.readings is not None)
    if doubtful and isinstance(answer, Typed) and not was_asked_back:
        outcome = answered_ahead(answer.text, run, script) or outcome
    if isinstance(outcome, Ended) and not run.answer_was_used and state.path:
        # It would end without regard to what was just said: the last answer is asked again.
        state.forget_from(state.path[-1])
        outcome = Run(run.me, state, run.db, run.memory).go(script)
    if run.put_right is not None:
        again = Run(run.me, state, run.db, run.memory)
        again.taken.append(run.put_right)
        outcome = again.go(script)
    for _ in range(MOST_REDONE):
        if not (isinstance(outcome, Ended) and isinstance(outcome.result, Redo)):
            break
        state.redo(outcome.result.names, read_backs=run.read_backs)
        run = Run(run.me, state, run.db, run.memory)
        outcome = run.go(script)
    return outcome
