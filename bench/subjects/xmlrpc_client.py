"""Python's client, its connections kept alive.    xmlrpc_client.py URL CALLERS

Calls for as many seconds as a line of standard input says, and answers with the calls and the seconds.
"""

import sys
import threading
import time
import xmlrpc.client


def call(proxy, end, counts, caller):
    while time.monotonic() < end:
        proxy.add(10, 5)
        counts[caller] += 1


proxies = [xmlrpc.client.ServerProxy(sys.argv[1]) for _ in range(int(sys.argv[2]))]
for line in sys.stdin:
    counts = [0] * len(proxies)
    start = time.monotonic()
    arguments = [(proxy, start + float(line), counts, caller) for caller, proxy in enumerate(proxies)]
    if len(proxies) == 1:
        call(*arguments[0])
    else:
        threads = [threading.Thread(target=call, args=each) for each in arguments]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    print(sum(counts), time.monotonic() - start, flush=True)
