"""The client that Nearcall grew from."""
import sys
from xmlrpc.client import Fault, ServerProxy

with ServerProxy(sys.argv[1]) as proxy:
    print("Addition:", proxy.add(10, 5))
    print("Subtraction:", proxy.subtract(10, 5))
    print("Multiplication:", proxy.multiply(10, 5))
    print("Division:", proxy.divide(10, 5))
    try:
        print("Division by Zero:", proxy.divide(10, 0))
    except Fault as fault:
        print("Division by Zero: Error:", fault.faultString)
