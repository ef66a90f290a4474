"""Starts programs in turn, round by round, and prints how long each took and how much CPU, as a table in Markdown.

    measure.py calls ROUNDS SERVER SUBJECT...      from the start of a client to its end; SERVER answers the calls
    measure.py servers ROUNDS SUBJECT...           from the start of a server to its first answer

A subject is NAME=COMMAND, and {port} in a command is the port. The first one is the yardstick of all.
"""

import contextlib
import os
import random
import shlex
import signal
import socket
import statistics
import sys
import time

CALL = (
    b'<?xml version="1.0"?><methodCall><methodName>add</methodName><params><param><value><int>10</int></value></param>'
    b"<param><value><int>5</int></value></param></params></methodCall>"
)


def request(port):
    head = f"POST /RPC2 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: text/xml\r\nContent-Length: {len(CALL)}\r\nConnection: close\r\n\r\n"
    return head.encode() + CALL


def start(command):
    nowhere = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)]
    child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    os.close(nowhere)
    return child


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def first_answer(port):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(request(port))
            answer = b""
            while part := connection.recv(65536):
                answer += part
            if b"<int>15</int>" not in answer and b"<i4>15</i4>" not in answer:
                sys.exit(f"This is no answer: {answer!r}")
            return
        time.sleep(0.001)
    sys.exit(f"Nobody answers at port {port}.")


def cpu(process):
    """CPU so far, in seconds: to the nanosecond, which the usual figure is not."""
    total = 0
    for thread in os.listdir(f"/proc/{process}/task"):
        with contextlib.suppress(FileNotFoundError), open(f"/proc/{process}/task/{thread}/schedstat") as schedule:
            total += int(schedule.read().split()[0])
    return total / 1e9


def stop(process):
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def run_client(command, port):
    begin = time.perf_counter()
    process = start([word.replace("{port}", str(port)) for word in command])
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"This failed: {shlex.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime


def run_server(command):
    port = free_port()
    begin = time.perf_counter()
    process = start([word.replace("{port}", str(port)) for word in command])
    try:
        first_answer(port)
        return time.perf_counter() - begin, cpu(process)
    finally:
        stop(process)


def rounds(count, subjects, run):
    figures = {name: [] for name in subjects}
    for number in range(count + 1):
        # Whoever is first may find a warmer machine; the round that warms the disk's cache does not count.
        for name in random.sample(list(subjects), len(subjects)):
            figure = run(subjects[name])
            if number > 0:
                figures[name].append(figure)
    return figures


def interval(values):
    """The median, and the 95 % interval around it that its order statistics give."""
    values = sorted(values)
    reach = 0.98 * len(values) ** 0.5
    low = max(0, round(len(values) / 2 - reach))
    return f"**{statistics.median(values):.2f}** ({values[low]:.2f}-{values[len(values) - 1 - low]:.2f})"


def print_table(figures):
    print("| | ms | CPU ms | time, as a ratio | CPU, as a ratio |")
    print("|---|--:|--:|--:|--:|")
    yardstick = next(iter(figures.values()))
    for name, runs in figures.items():
        medians = [1000 * statistics.median(run[column] for run in runs) for column in (0, 1)]
        ratios = [interval([run[column] / base[column] for run, base in zip(runs, yardstick)]) for column in (0, 1)]
        print(f"| {name} | {medians[0]:.1f} | {medians[1]:.1f} | {ratios[0]} | {ratios[1]} |")


def main():
    kind, count, *words = sys.argv[1:]
    subjects = {name: shlex.split(command) for name, command in (word.split("=", 1) for word in words[kind == "calls" :])}
    if kind == "servers":
        print_table(rounds(int(count), subjects, run_server))
        return

    port = free_port()
    server = start([word.replace("{port}", str(port)) for word in shlex.split(words[0])])
    try:
        first_answer(port)
        print_table(rounds(int(count), subjects, lambda command: run_client(command, port)))
    finally:
        stop(server)


main()
