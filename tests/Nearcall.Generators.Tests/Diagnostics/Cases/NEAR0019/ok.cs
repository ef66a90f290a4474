using Nearcall;

[XmlRpcFault(1)]
public class FirstException(XmlRpcFault fault) : Exception(fault.Message);

[XmlRpcFault(2)]
public class SecondException(string message, Exception inner) : Exception(message, inner);

[XmlRpcFault(3)]
public class ThirdException(string message) : Exception(message);

[XmlRpcFault(4)]
public abstract class BaseException : Exception;

public class UnmappedException : Exception;
