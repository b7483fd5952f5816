"""What the product paints, as runs of cells: recorded from the real program in a tmux of its own."""

import os
import re
import subprocess
import time
import unicodedata

from terminal import COLUMNS, ROWS, environment

LETTERS = {1: "b", 2: "d", 3: "i", 4: "u", 7: "r"}


def record(command, home, keys, path):
    """Writes the first frame and the one after each key to a file that picture-floor plays."""
    socket = os.path.join(home, "frames.sock")

    def tmux(*arguments):
        return subprocess.run(
            ["tmux", "-S", socket, "-f", "/dev/null", *arguments], check=True,
            capture_output=True, env=environment(home)).stdout.decode()

    def still():
        """The screen once it has shown the same thing three times in a row, and is no blank."""
        last, times, limit = None, 0, time.monotonic() + 60
        while time.monotonic() < limit:
            now = tmux("capture-pane", "-e", "-N", "-p")
            times = times + 1 if now == last and now.strip() else 0
            if times == 3:
                return now
            last = now
            time.sleep(0.02)
        raise SystemExit("the screen does not come to rest")

    tmux("new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), ";",
         "set", "-g", "status", "off", ";", "set", "-g", "default-terminal", "xterm-256color", ";",
         "set", "-g", "remain-on-exit", "on", ";", "respawn-pane", "-k", *map(str, command))
    try:
        frames = [still()]
        for key in keys:
            tmux("send-keys", "-l", key)
            frames.append(changed(still, frames[-1]))
    finally:
        subprocess.run(["tmux", "-S", socket, "kill-server"], env=environment(home))
    with open(path, "w") as file:
        for number, frame in enumerate(frames):
            for row, line in enumerate(frame.rstrip("\n").split("\n")[:ROWS]):
                for column, style, text in runs(line):
                    file.write(f"{number} {row} {column} {style} {text}\n")


def changed(still, before):
    limit = time.monotonic() + 10
    while time.monotonic() < limit:
        if (now := still()) != before:
            return now
    raise SystemExit("a key changed nothing on the screen")


def runs(line):
    """The line's runs of one style: (column, "attributes foreground background", text)."""
    column, letters, colours = 0, set(), [-1, -1]
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        found = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if found:
            letters, colours = styled([int(code or 0) for code in found[1].split(";")], letters, colours)
        elif part := re.sub(r"\x1b[()].|[\x0e\x0f]", "", part):
            yield column, f"{''.join(sorted(letters)) or '-'} {colours[0]} {colours[1]}", part
            column += sum(width(sign) for sign in part)


def width(sign):
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def styled(codes, letters, colours):
    letters, colours = set(letters), list(colours)
    while codes:
        code = codes.pop(0)
        if code == 0:
            letters, colours = set(), [-1, -1]
        elif code in LETTERS:
            letters.add(LETTERS[code])
        elif code == 22:
            letters -= {"b", "d"}
        elif code in (23, 24, 27):
            letters -= {LETTERS[code - 20]}
        elif code in (38, 48) and codes[:1] == [5]:
            colours[code == 48] = codes[1]
            codes = codes[2:]
        elif 30 <= code <= 37 or 40 <= code <= 47:
            colours[code >= 40] = code % 10
        elif 90 <= code <= 97 or 100 <= code <= 107:
            colours[code >= 100] = code % 10 + 8
        elif code in (39, 49):
            colours[code == 49] = -1
    return letters, colours
