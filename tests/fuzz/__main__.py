"""`python -m tests.fuzz --inputs 2000 --seed 1`: hostile inputs to every place that reads them."""

import argparse
import sys

from tests.fuzz.running import PLACES, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("places", nargs="*", help=f"of {', '.join(PLACES)}; all without")
    parser.add_argument("--inputs", type=int, default=1000, help="how many for each place")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other inputs")
    parser.add_argument("--only", type=int, help="this one input of a place again")
    asked = parser.parse_args()
    if unknown := set(asked.places) - set(PLACES):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    numbers = range(asked.inputs) if asked.only is None else [asked.only]
    found = run(asked.places or PLACES, asked.seed, numbers)
    for each in found:
        sys.stdout.write(f"{each.line()}\n")
    wrong = sum(len(each.wrong) for each in found)
    sys.stdout.write(f"{sum(e.inputs for e in found)} inputs, {wrong} kinds of wrong ends\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
