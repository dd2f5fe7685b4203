"""What each test costs, in processor time and by the clock: `make test-times`.

Processor time is that of the test's process and of the programs that ended in it. It is much the
same on a busy machine; what waits, or works in a server beside the tests, is the clock's rest.
"""

import resource
import time
from collections import defaultdict
from collections.abc import Generator, Mapping
from typing import Final, NamedTuple

import pytest

PROPERTY: Final = "processor and clock seconds"
LISTED: Final = 40


class Cost(NamedTuple):
    """Seconds of processor time, and seconds by the clock."""

    processor: float = 0.0
    clock: float = 0.0

    def plus(self, other: "Cost") -> "Cost":
        return Cost(self.processor + other.processor, self.clock + other.clock)


class CostOfTests:
    """In a worker it measures; in the process that was started it sums up and tells."""

    def __init__(self) -> None:
        self._since = _spent()
        self.of_tests: dict[str, Cost] = defaultdict(Cost)

    def pytest_collection_finish(self) -> None:
        """Finding and loading the tests is nobody's own cost."""
        self._since = _spent()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        now, before = _spent(), self._since
        report = yield
        cost = (now.processor - before.processor, now.clock - before.clock)
        report.user_properties = [*item.user_properties, (PROPERTY, cost)]
        self._since = _spent()
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for name, value in report.user_properties:
            if name == PROPERTY and isinstance(value, tuple | list):
                test = report.nodeid.partition("[")[0]
                self.of_tests[test] = self.of_tests[test].plus(Cost(*value))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        by_file: dict[str, Cost] = defaultdict(Cost)
        for test, cost in self.of_tests.items():
            file = test.partition("::")[0]
            by_file[file] = by_file[file].plus(cost)
        everything = sum(cost.processor for cost in by_file.values())
        terminalreporter.section(f"{everything:.0f} s of processor time; processor, clock")
        for costs in (by_file, self.of_tests):
            for line in _dearest(costs):
                terminalreporter.write_line(line)
            terminalreporter.write_line("")


def _spent() -> Cost:
    own, programs = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    processor = own.ru_utime + own.ru_stime + programs.ru_utime + programs.ru_stime
    return Cost(processor, time.perf_counter())


def _dearest(costs: Mapping[str, Cost]) -> list[str]:
    dearest = sorted(costs.items(), key=lambda each: each[1].processor, reverse=True)
    return [f"{cost.processor:8.1f} {cost.clock:8.1f}  {name}" for name, cost in dearest[:LISTED]]


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(CostOfTests())
