"""Python's reader and writer as a filter. A frame is a length of four octets and a content; its first octet says what to do."""
import struct
import sys
from xmlrpc.client import dumps, loads


def read_frame():
    head = sys.stdin.buffer.read(4)
    return sys.stdin.buffer.read(struct.unpack(">I", head)[0]) if head else None


def read(message):
    ((values,), _) = loads(message)
    return values


def write(values):
    return dumps((list(values),), methodresponse=True).encode()


def process(kind, content):
    if kind == b"d":  # message to doubles
        values = read(content)
        return struct.pack(f">{len(values)}d", *values)
    if kind == b"D":  # doubles to message
        return write(struct.unpack(f">{len(content) // 8}d", content))
    if kind == b"s":  # message to strings; no string of XML holds a NUL
        return "\0".join(read(content)).encode()
    if kind == b"S":  # strings to message
        return write(content.decode().split("\0"))
    raise ValueError(kind)


while (frame := read_frame()) is not None:
    result = process(frame[:1], frame[1:])
    sys.stdout.buffer.write(struct.pack(">I", len(result)) + result)
    sys.stdout.buffer.flush()
