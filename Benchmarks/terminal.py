"""A program on a terminal of its own: how long it takes, what it sends, what it holds."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time

ROWS, COLUMNS = 40, 140
# A screen is complete when nothing more has come for so long, in seconds.
QUIET_START, QUIET_KEY = 0.15, 0.025
# Fewer bytes than this are no screen yet: the terminal is being set up.
SCREEN = 2000


def environment(home):
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": home, "TERM": "xterm-256color",
        "LANG": "C.UTF-8", "TZ": "Asia/Shanghai", "SWIFT_BACKTRACE": "enable=no",
    }


class OnTerminal:
    """A program on a terminal of its own."""

    def __init__(self, command, home):
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.terminal = leader
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            command, stdin=follower, stdout=follower, stderr=subprocess.DEVNULL,
            env=environment(home), start_new_session=True, close_fds=True)
        os.close(follower)

    def settle(self, since, quiet, patience=60.0, least=1):
        """Waits until the screen is still, `least` bytes at least: (milliseconds, bytes)."""
        last, count, limit = None, 0, since + patience
        while True:
            wait = quiet if count >= least else limit - time.monotonic()
            ready, _, _ = select.select([self.terminal], [], [], max(0, wait))
            if not ready:
                break
            try:
                piece = os.read(self.terminal, 1 << 16)
            except OSError:
                break
            if not piece:
                break
            if b"\x1b[6n" in piece:
                # Where the cursor is, as a terminal answers that draws signs narrow.
                os.write(self.terminal, b"\x1b[2;2R")
            last, count = time.monotonic(), count + len(piece)
        if last is None:
            raise SystemExit("nothing came on the screen")
        return (last - since) * 1e3, count

    def key(self, text):
        since = time.monotonic()
        os.write(self.terminal, text.encode())
        return self.settle(since, QUIET_KEY, patience=20.0)

    def held(self, sequence, rate=30):
        """A key held down: for each, how long after it the last change came, in milliseconds."""
        behind = []
        for text in sequence:
            since = time.monotonic()
            os.write(self.terminal, text.encode())
            last = since
            while (left := since + 1 / rate - time.monotonic()) > 0:
                if not select.select([self.terminal], [], [], left)[0]:
                    break
                os.read(self.terminal, 1 << 16)
                last = time.monotonic()
            behind.append((last - since) * 1e3)
        return behind

    def idle(self, seconds=3.0):
        """What is done while nothing happens: (milliseconds of the processor, bytes sent)."""
        before, count, limit = self.processor(), 0, time.monotonic() + seconds
        while (left := limit - time.monotonic()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                count += len(os.read(self.terminal, 1 << 16))
        return self.processor() - before, count

    def processor(self):
        with open(f"/proc/{self.process.pid}/schedstat") as schedule:
            return int(schedule.read().split()[0]) / 1e6

    def memory(self):
        """The most memory held, in MiB: all of it, and what is not a mapped file."""
        with open(f"/proc/{self.process.pid}/status") as status:
            text = status.read()
        peak = int(re.search(r"VmHWM:\s+(\d+)", text)[1])
        own = int(re.search(r"RssAnon:\s+(\d+)", text)[1])
        return peak / 1024, own / 1024

    def end(self, quit_key):
        try:
            os.write(self.terminal, quit_key.encode())
        except OSError:
            pass
        limit = time.monotonic() + 5
        while self.process.poll() is None and time.monotonic() < limit:
            ready, _, _ = select.select([self.terminal], [], [], 0.05)
            if ready:
                try:
                    os.read(self.terminal, 1 << 16)
                except OSError:
                    pass
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.terminal)
