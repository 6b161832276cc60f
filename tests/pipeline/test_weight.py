"""What a load brings into each of its processes, which is what it needs of memory."""

import subprocess
import sys


def test_load_needs_no_tables() -> None:
    asked = "import sys, dash_intel.pipeline; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
