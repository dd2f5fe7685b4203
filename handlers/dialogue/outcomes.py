"""What a dialogue comes to after an answer, where needed by playing it more than once."""

from handlers.dialogue.engine import Asking, Ended, Redo, Run, Script
from handlers.dialogue.listening import Answer

MOST_REDONE = 5


def outcome_after(answer: Answer | None, run: Run, script: Script) -> Asking | Ended:
    """The next question or the end; questions that have to be asked anew are forgotten before."""
    state = run.state
    outcome = run.go(script, answer)
    if isinstance(outcome, Ended) and not run.answer_was_used and state.path:
        # It would end without regard to what was just said: the last answer is asked again.
        state.forget_from(state.path[-1])
        outcome = Run(run.me, state, run.db, run.memory).go(script)
    for _ in range(MOST_REDONE):
        if not (isinstance(outcome, Ended) and isinstance(outcome.result, Redo)):
            break
        state.redo(outcome.result.names, read_backs=run.read_backs)
        run = Run(run.me, state, run.db, run.memory)
        outcome = run.go(script)
    return outcome
