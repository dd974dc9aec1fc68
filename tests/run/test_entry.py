"""The program's entry: a stop is one line and the exit code 130, from the first moment on."""

import os
import signal
import subprocess
import sys
import time

import pytest

from onrecord.run import entry


def test_a_stop_while_loading_is_one_line(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "onrecord.run.cli", None)

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(signal, "signal", stopped)
    with pytest.raises(SystemExit) as stop:
        entry.main()
    assert stop.value.code == 130
    assert capsys.readouterr().err == "Stopped. What was finished before is untouched.\n"


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT], ids=["sigterm", "ctrl-c"])
def test_a_signal_stops_the_program_in_one_line(standing, sent):
    code = (
        "from onrecord.run import chain, entry; import time; chain.run_story = lambda *a: time.sleep(60); entry.main()"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code, "run", "harbour-wall"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # which a shell's background job ignores
    )
    time.sleep(2.5)
    run.send_signal(sent)
    _, err = run.communicate(timeout=20)
    assert run.returncode == 130
    assert "Traceback" not in err
    assert err.endswith("Stopped. What was finished before is untouched.\n")
