"""How long the calendar plans all clubs' reminders: `python -m bench.planning URL`.

Of a database that `lien fill` made, at the instant at which its past ends. Printed are the seconds
of the first planning and of the second, which finds everything planned.
"""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scheduler.planning import plan
from storage.made_up import country_in
from storage.store import Store


def main() -> None:
    store = Store(sys.argv[1])
    with store.reading() as db:
        country = country_in(db)
    if country is None:
        raise SystemExit("this database was not made by lien fill")
    took = []
    for _ in range(2):
        began = perf_counter()
        store.change(plan, country.made_at)
        took.append(f"{perf_counter() - began:.2f}s")
    store.close_now()
    print(*took)


if __name__ == "__main__":
    main()
