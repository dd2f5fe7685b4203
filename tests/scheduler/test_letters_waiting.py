"""A reminder that waits to be sent: asked again, replaced by a newer one, sent in the morning."""

from datetime import timedelta

from scheduler import planning
from storage import outbox
from tests.kit.planned import (
    answers,
    at,
    at_the_moment,
    plan_a_meeting,
    reminders_of,
)
from tests.kit.village import Village, village
from tests.scheduler.test_meeting_reminder import AN_ENDED_PROCESS, MEMBERS


def queue_and_end(v: Village) -> list[int]:
    """Another process plans and queues, and ends before it sends anything; its letters."""
    v.store.change(planning.plan, v.clock.now())
    queued = v.store.change(planning.queue_due, v.clock.now(), AN_ENDED_PROCESS, v.clock.new_id)
    return [each.id for each in queued.letters]


def take_over(v: Village, queued: list[int]) -> None:
    """What it had queued becomes this process's, which sends only its own."""
    left = v.store.change(outbox.left_behind, run=v.clock.run, now=v.clock.now())
    assert [each.id for each in left] == queued
    v.house.delivery.post(left)


async def test_a_letter_that_waited_is_asked_again_before_it_goes(database_url: str) -> None:
    """The process that queued it died; another takes it over an hour later."""
    async with village(database_url) as v:
        meeting = plan_a_meeting(v, at(10, 8))
        v.clock.move(at(7, 8) - v.clock.now())
        queued = queue_and_end(v)
        v.clock.move(timedelta(hours=1))
        answers(v, meeting, "hoa", "no")
        take_over(v, queued)
        await v.house.until_idle()
        assert v.hoa.messages == []
        assert reminders_of(v, "meeting_soon", "hoa") == [("dropped", planning.NOT_DUE)]
        assert "10/11/2026" in v.lan.heard


async def test_a_letter_that_waited_into_the_night_goes_in_the_morning(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(10, 8))
        v.clock.move(at(7, 8) - v.clock.now())
        queued = queue_and_end(v)
        v.clock.move(timedelta(hours=14))
        take_over(v, queued)
        await v.house.until_idle()
        assert v.hoa.messages == []
        assert await at_the_moment(v, at(8, 7)) == MEMBERS
        assert len(v.hoa.messages) == 1


async def test_queued_just_before_the_silence_it_goes_in_the_morning(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(10, 8))
        v.clock.move(at(7, 20, 29) - v.clock.now())
        queued = queue_and_end(v)
        v.clock.move(timedelta(minutes=1))
        take_over(v, queued)
        await v.house.until_idle()
        assert v.hoa.messages == []
        assert await at_the_moment(v, at(8, 7)) == MEMBERS
        assert len(v.hoa.messages) == 1
