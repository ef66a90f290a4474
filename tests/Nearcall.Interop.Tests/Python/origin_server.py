"""The server that Nearcall grew from, in its two forms: a failure is returned as a text, or raised as a fault."""
import sys
from xmlrpc.client import Fault
from xmlrpc.server import SimpleXMLRPCRequestHandler, SimpleXMLRPCServer


class Calculator:
    def add(self, a, b):
        return a + b

    def subtract(self, a, b):
        return a - b

    def multiply(self, a, b):
        return a * b

    def divide(self, a, b):
        try:
            return a / b
        except ZeroDivisionError:
            return "Error: Division by zero"


class RaisingCalculator(Calculator):
    def divide(self, a, b):
        try:
            return a / b
        except ZeroDivisionError:
            raise Fault(1, "Division by zero")


class RequestHandler(SimpleXMLRPCRequestHandler):
    rpc_paths = ("/RPC2",)


with SimpleXMLRPCServer(("127.0.0.1", 0), requestHandler=RequestHandler) as server:
    server.register_instance({"returns": Calculator, "raises": RaisingCalculator}[sys.argv[1]]())
    print(f"RPC Server running on port {server.server_address[1]}...", flush=True)
    server.serve_forever()
