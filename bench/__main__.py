"""Runs the benchmarks named on the command line, or all."""

import sys

from bench import history, lists, memory, orders, promises, routing, rush, start, whatif

ALL = {
    "start": start.main,
    "memory": memory.main,
    "orders": orders.main,
    "rush": rush.main,
    "history": history.main,
    "lists": lists.main,
    "promises": promises.main,
    "routing": routing.main,
    "whatif": whatif.main,
}


def main(names: list[str]) -> None:
    unknown = set(names) - ALL.keys()
    if unknown:
        sys.exit(f"There is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(ALL)}.")
    for name in names or ALL:
        print(f"\n## {name}\n", flush=True)
        ALL[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
