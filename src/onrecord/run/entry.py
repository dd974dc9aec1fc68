"""The program's entry: a stop is told in one line from the first moment on, also while the rest is being loaded."""

import signal
import sys


def main() -> None:
    """Run ``onrecord`` and exit with its code; SIGTERM stops it as Ctrl-C does."""
    try:
        signal.signal(signal.SIGTERM, _interrupt)
        from onrecord.run.cli import call

        code = call()
    except KeyboardInterrupt:
        print("Stopped. What was finished before is untouched.", file=sys.stderr)
        code = 130
    sys.exit(code)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
