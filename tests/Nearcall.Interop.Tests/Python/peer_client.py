"""What Python's own client sees of samples/interop_server.cs. Arguments: the address and the name of one check."""
import math
import random
import sys
from datetime import datetime
from xmlrpc.client import Binary, DateTime, Fault, MultiCall, ProtocolError, ServerProxy

proxy = ServerProxy(sys.argv[1], allow_none=True)


def echoes(*values):
    for value in values:
        answer = proxy.interop.echo(value)
        assert answer == value and type(answer) is type(value), f"{value!r} came back as {answer!r}"


def faults(code, text, call, *arguments):
    try:
        answer = call(*arguments)
    except Fault as fault:
        assert fault.faultCode == code, f"code {fault.faultCode} instead of {code}: {fault.faultString}"
        assert text in fault.faultString, fault.faultString
    else:
        raise AssertionError(f"no fault but {answer!r}")


def integers():
    echoes(0, 1, -1, 2147483647, -2147483648)


def booleans():
    echoes(True, False)


def doubles():
    echoes(0.0, 1.0, -2.5, 0.1, 1e22, 1e-7, 1.7976931348623157e308, 5e-324, math.pi)
    assert math.copysign(1, proxy.interop.echo(-0.0)) == -1


def strings():
    echoes("", "  blanks  ", "<&>\"' ]]>", "line\nline\ttab", "gr\u00fc\u00df", "\u4f60\u597d", "\U0001f600\U0010fffd", "\u0085\u2028\ufeff")


def big_string():
    echoes("0123456789abcde\n" * (4 << 16))


def dates():
    for date in (datetime(2026, 2, 4, 17, 53, 35), datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59)):
        assert proxy.interop.echo(date) == DateTime(date)
        with ServerProxy(sys.argv[1], use_builtin_types=True) as builtin:
            assert builtin.interop.echo(date) == date


def binaries():
    for data in (b"", b"\0", bytes(range(256)), random.Random(5).randbytes(100_000)):
        assert proxy.interop.echo(Binary(data)) == Binary(data)
        with ServerProxy(sys.argv[1], use_builtin_types=True) as builtin:
            assert builtin.interop.echo(data) == data


def nil():
    echoes(None, [None, {"nothing": None}])


def arrays():
    echoes([], [[]], [1, "two", 3.5, True, [4, [5, [6]]]], list(range(5000)))


def structs():
    echoes({}, {"a": 1}, {"": "", " ": " ", "<&>": {"deeper": {"deepest": [{}, {"x": []}]}}}, {f"member{i}": i for i in range(3000)})


def nested_values():
    source = random.Random(20260204)

    def value(depth):
        kind = source.randrange(8 if depth else 5)
        return (
            source.randrange(-(2**31), 2**31) if kind == 0
            else source.uniform(-1e9, 1e9) if kind == 1
            else "".join(chr(source.choice((60, 38, 62, 10, 97, 0xE9, 0x4E00, 0x1F600))) for _ in range(source.randrange(20))) if kind == 2
            else source.random() < 0.5 if kind == 3
            else None if kind == 4
            else [value(depth - 1) for _ in range(source.randrange(5))] if kind < 7
            else {f"m{i}": value(depth - 1) for i in range(source.randrange(5))}
        )

    for _ in range(200):
        echoes(value(8))


def arithmetic():
    assert proxy.add(10, 5) == 15 and type(proxy.add(10, 5)) is int
    assert proxy.add(1.5, 2) == 3.5
    assert proxy.add(1.0, 2) == 3.0 and type(proxy.add(1.0, 2)) is float
    assert proxy.subtract(10, 5) == 5
    assert proxy.multiply(10, 5) == 50
    assert proxy.divide(10, 5) == 2.0 and type(proxy.divide(10, 5)) is float
    assert proxy.divide(7, 2) == 3.5
    faults(1, "Division by zero", proxy.divide, 10, 0)
    faults(2, "", proxy.multiply, 1048576, 1048576)


def fault_codes():
    faults(42, "It failed", proxy.interop.fail)
    faults(-32601, "", proxy.no.such.method)
    faults(-32602, "", proxy.add, 1)
    faults(-32602, "", proxy.add, 1, 2, 3)
    faults(-32602, "", proxy.examples.getStateName, "five")
    assert proxy.interop.echo("still there") == "still there"


def multicall():
    batch = MultiCall(proxy)
    batch.add(10, 5)
    batch.interop.fail()
    batch.no_such_method()
    batch.interop.echo([1, {"a": None}])
    batch.divide(10, 5)
    results = batch()
    assert results[0] == 15
    for index, code in ((1, 42), (2, -32601)):
        try:
            results[index]
        except Fault as fault:
            assert fault.faultCode == code, fault
        else:
            raise AssertionError(f"entry {index} did not fail")
    assert results[3] == [1, {"a": None}]
    assert results[4] == 2.0
    inner = proxy.system.multicall([{"methodName": "system.multicall", "params": [[]]}, {"methodName": "add", "params": [1, 2]}])
    assert inner[0]["faultCode"] == -32600, inner
    assert inner[1] == [3], inner


def introspection():
    methods = proxy.system.listMethods()
    for name in ("add", "interop.echo", "validator1.nestedStructTest", "examples.getStateName", "system.multicall", "system.methodHelp"):
        assert name in methods, methods
    assert proxy.system.methodSignature("examples.getStateName") == [["string", "int"]]
    assert proxy.system.methodSignature("validator1.manyTypesTest") == [
        ["array", "int", "boolean", "string", "double", "dateTime.iso8601", "base64"]
    ]
    assert all(isinstance(proxy.system.methodHelp(name), str) for name in methods)
    assert proxy.system.methodHelp("interop.echo") != ""
    capabilities = proxy.system.getCapabilities()
    assert capabilities["faults_interop"]["specVersion"] == 20010516, capabilities
    faults(-32601, "", proxy.system.methodHelp, "no.such.method")


def states():
    assert proxy.examples.getStateName(1) == "Alabama"
    assert proxy.examples.getStateName(41) == "South Dakota"
    assert proxy.examples.getStateName(50) == "Wyoming"
    assert proxy.examples.getStateNames(12, 22, 32, 42) == "Idaho\rMichigan\rNew York\rTennessee"
    assert proxy.examples.getStateList([12, 28, 33, 39, 46]) == "Idaho,Nevada,North Carolina,Rhode Island,Virginia"
    assert proxy.examples.getStateStruct({"state1": 18, "state2": 27, "state3": 48}) == "Louisiana,Nebraska,West Virginia"
    faults(3, "1 to 50", proxy.examples.getStateName, 51)
    faults(3, "1 to 50", proxy.examples.getStateName, 0)


def validator():
    stooges = [{"moe": 1, "larry": 2, "curly": 3}, {"moe": -98, "larry": 23, "curly": -6}]
    assert proxy.validator1.arrayOfStructsTest(stooges) == -3
    assert proxy.validator1.arrayOfStructsTest([]) == 0
    assert proxy.validator1.countTheEntities("<<<>>&'\"\"\"\" plain") == {
        "ctLeftAngleBrackets": 3, "ctRightAngleBrackets": 2, "ctAmpersands": 1, "ctApostrophes": 1, "ctQuotes": 4,
    }
    assert proxy.validator1.easyStructTest({"moe": 38, "larry": 23, "curly": -78}) == -17
    struct = {"substruct0": {"moe": 1, "larry": 2, "curly": 3}, "substruct1": {"moe": 4, "larry": 5, "curly": 6}}
    assert proxy.validator1.echoStructTest(struct) == struct
    many = [5, True, "Hall\u00f6 <&>", 1.5, DateTime("20000712T14:55:00"), Binary(b"\0\xff")]
    assert proxy.validator1.manyTypesTest(*many) == many
    words = [f"word{i}" for i in range(150)]
    assert proxy.validator1.moderateSizeArrayCheck(words) == "word0word149"
    calendar = {
        str(year): {f"{month:02}": {f"{day:02}": {} for day in range(1, 29)} for month in range(1, 13)} for year in range(1999, 2002)
    }
    calendar["2000"]["04"]["01"] = {"moe": 12, "larry": 14, "curly": 9, "shemp": 100}
    assert proxy.validator1.nestedStructTest(calendar) == 35
    assert proxy.validator1.simpleStructReturnTest(7) == {"times10": 70, "times100": 700, "times1000": 7000}


def http():
    for path, status in (("/nowhere", 404), ("/", 404)):
        try:
            ServerProxy(sys.argv[1].replace("/RPC2", path)).add(1, 2)
        except ProtocolError as error:
            assert error.errcode == status, error
        else:
            raise AssertionError("an answer from " + path)


globals()[sys.argv[2]]()
print("ok")
