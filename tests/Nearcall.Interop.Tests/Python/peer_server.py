"""A Python server with a value of every kind. Arguments: the HTTP version, and "nil" where it may send nil."""
import sys
import time
from datetime import datetime
from socketserver import ThreadingMixIn
from xmlrpc.client import Binary, Fault
from xmlrpc.server import SimpleXMLRPCRequestHandler, SimpleXMLRPCServer

connections = 0


class RequestHandler(SimpleXMLRPCRequestHandler):
    rpc_paths = ("/RPC2",)
    protocol_version = sys.argv[1]

    def setup(self):
        global connections
        connections += 1
        super().setup()

    def do_POST(self):
        self.server.last_encoding = self.headers.get("Accept-Encoding", "")
        super().do_POST()


class Server(ThreadingMixIn, SimpleXMLRPCServer):
    daemon_threads = True
    last_encoding = ""


def add(a, b):
    """Adds two numbers."""
    return a + b


def echo(value):
    return value


def describe(value):
    """What Python made of a value: the name of its type and its representation."""
    return [type(value).__name__, repr(value)]


def fail(code, text):
    raise Fault(code, text)


def crash():
    raise ValueError("a crash: <&>")


def everything():
    return {
        "int": -5,
        "boolean": True,
        "double": 1e-7,
        "string": "gr\u00fc\u00df <&> ]]> \U0001f600",
        "date": datetime(2026, 2, 4, 17, 53, 35),
        "base64": Binary(bytes(range(256))),
        "array": [1, "two", [3.5, []]],
        "struct": {"": {}, "a b<": 1},
    }


def nothing():
    return None


def big(length):
    return "x" * length


def accepted_encodings():
    return server.last_encoding


def connection_count():
    return connections


def sum_of_stooges(struct):
    return struct["moe"] + struct["larry"] + struct["curly"]


validator = {
    "arrayOfStructsTest": lambda structs: sum(struct["curly"] for struct in structs),
    "countTheEntities": lambda text: {
        "ctLeftAngleBrackets": text.count("<"),
        "ctRightAngleBrackets": text.count(">"),
        "ctAmpersands": text.count("&"),
        "ctApostrophes": text.count("'"),
        "ctQuotes": text.count('"'),
    },
    "easyStructTest": sum_of_stooges,
    "echoStructTest": echo,
    "manyTypesTest": lambda *values: list(values),
    "moderateSizeArrayCheck": lambda items: items[0] + items[-1],
    "nestedStructTest": lambda calendar: sum_of_stooges(calendar["2000"]["04"]["01"]),
    "simpleStructReturnTest": lambda n: {"times10": n * 10, "times100": n * 100, "times1000": n * 1000},
}


with Server(("127.0.0.1", 0), requestHandler=RequestHandler, logRequests=False, allow_none="nil" in sys.argv) as server:
    for function in (add, echo, describe, fail, crash, everything, nothing, big, accepted_encodings, connection_count, time.sleep):
        server.register_function(function)
    for name, function in validator.items():
        server.register_function(function, "validator1." + name)
    server.register_introspection_functions()
    server.register_multicall_functions()
    print(f"Listening on port {server.server_address[1]}", flush=True)
    server.serve_forever()
