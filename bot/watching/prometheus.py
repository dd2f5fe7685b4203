"""The numbers in the text format of Prometheus. docs/OPERATIONS.md says at which to wake somebody.

Counting is our own; the library only writes the format, and is loaded only where LIEN_METRICS is
set: 0.6 MB and 0.04 s.
"""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from bot.watching.looking import Looked
from bot.watching.measures import STEP_SECONDS, Measures


def as_text(measures: Measures, looked: Looked | None, per_second: int) -> bytes:
    """Everything; `looked` is None where the database does not answer."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_All(measures, looked, per_second))
    return generate_latest(registry)


class _All(Collector):
    def __init__(self, measures: Measures, looked: Looked | None, per_second: int) -> None:
        self._measures, self._looked, self._per_second = measures, looked, per_second

    def collect(self) -> Iterator[Metric]:
        yield _gauge("lien_database_up", "1 while the database answers", self._looked is not None)
        yield from _of_the_process(self._measures)
        yield _gauge(
            "lien_messages_per_second_allowed",
            "the pace of messages nobody has just asked for",
            self._per_second,
        )
        if self._looked is not None:
            yield from _of_the_work(self._looked)


def _of_the_process(measures: Measures) -> Iterator[Metric]:
    sends = CounterMetricFamily("lien_sends", "sendings by how they ended", None, ("kind", "end"))
    for (kind, end), times in sorted(measures.sends.items()):
        sends.add_metric((kind, end), times)
    yield sends
    failures = CounterMetricFamily(
        "lien_send_failures", "what a messenger did not take at once", None, ("why",)
    )
    for why, times in sorted(measures.failures.items()):
        failures.add_metric((why,), times)
    yield failures
    yield CounterMetricFamily("lien_steps", "messages of people that were answered", measures.steps)
    yield CounterMetricFamily(
        "lien_not_stored", "messages beyond what a chat may bring in", measures.not_stored
    )
    yield _turns(measures)
    silent = GaugeMetricFamily(
        "lien_silent_seconds", "since a part that is at work gave a sign", None, ("part",)
    )
    for part, seconds in measures.silent_seconds().items():
        silent.add_metric((part,), seconds)
    yield silent


def _turns(measures: Measures) -> HistogramMetricFamily:
    """Each bound counts all that stayed within it or a smaller one, as the format wants it."""
    turns, so_far = measures.turns, 0
    buckets = []
    for bound in STEP_SECONDS:
        so_far += turns.within[bound]
        buckets.append((str(bound), so_far))
    buckets.append(("+Inf", turns.count))
    made = HistogramMetricFamily("lien_turn_seconds", "how long the steps of a turn took")
    made.add_metric((), buckets, turns.seconds)
    return made


def _of_the_work(looked: Looked) -> Iterator[Metric]:
    waiting = looked.waiting
    yield _gauge("lien_inbox_waiting", "messages of people not yet answered", waiting.unanswered)
    yield _gauge(
        "lien_inbox_oldest_seconds", "how long the first of them waits", waiting.oldest_in_seconds
    )
    counts = GaugeMetricFamily("lien_outbox", "what is to be sent", None, ("state", "kind"))
    ages = GaugeMetricFamily(
        "lien_outbox_oldest_seconds", "how long the first of it waits", None, ("state", "kind")
    )
    for labels, (messages, seconds) in sorted(waiting.out.items()):
        counts.add_metric(labels, messages)
        ages.add_metric(labels, seconds)
    yield counts
    yield ages
    yield _gauge(
        "lien_reminders_late",
        "reminders whose time has come and that are not queued",
        waiting.late_reminders,
    )
    yield _gauge(
        "lien_reminders_late_seconds", "since the first of them", waiting.oldest_reminder_seconds
    )
    yield _gauge("lien_faults_a_day", "faults of the program in the last day", waiting.faults)
    yield _gauge("lien_clock_held", "1 while a jump of the clock holds", waiting.clock_is_held)
    yield _gauge("lien_disk_free_bytes", "room beside the database file", looked.free_bytes)
    if looked.backup_seconds is not None:
        yield _gauge("lien_backup_age_seconds", "of the newest backup", looked.backup_seconds)


def _gauge(name: str, what: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, what, float(value))
