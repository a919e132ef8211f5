from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from anfang.errors import RoundLocked
from anfang.rounds.lock import locked

HOLD = "import sys; from pathlib import Path; from anfang.rounds.lock import locked\nwith locked(Path(sys.argv[1])): print('held', flush=True); input()"


def test_the_lock_of_another_process_ends_with_it_even_when_it_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(RoundLocked, match=f"process {holder.pid}") as refused, locked(tmp_path):
            pass
        assert refused.value.exit_code == 75
        holder.kill()
    with locked(tmp_path):
        pass
