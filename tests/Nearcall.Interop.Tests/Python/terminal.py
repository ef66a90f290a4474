"""Runs a command in a terminal of its own, passes on what it shows, and ends as it ends."""
import os
import pty
import sys

sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))
