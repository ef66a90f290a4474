"""Calls add(10, 5) within a trace, as a program does that OpenTelemetry watches."""
import sys
from xmlrpc.client import ServerProxy

url, traceparent = sys.argv[1:]
with ServerProxy(url, headers=[("traceparent", traceparent)]) as proxy:
    print(proxy.add(10, 5))
