"""Python's server: a thread for each connection, connections kept alive.    xmlrpc_server.py PORT"""

import socketserver
import sys
from xmlrpc.server import SimpleXMLRPCRequestHandler, SimpleXMLRPCServer


class KeepAliveHandler(SimpleXMLRPCRequestHandler):
    protocol_version = "HTTP/1.1"


class ThreadingServer(socketserver.ThreadingMixIn, SimpleXMLRPCServer):
    daemon_threads = True
    request_queue_size = 1024


server = ThreadingServer(("127.0.0.1", int(sys.argv[1])), KeepAliveHandler, logRequests=False)
server.register_function(lambda a, b: a + b, "add")
server.register_function(lambda value: value, "echo")
server.register_multicall_functions()
server.serve_forever()
