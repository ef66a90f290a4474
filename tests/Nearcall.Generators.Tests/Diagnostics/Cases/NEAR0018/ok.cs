using Nearcall;

[XmlRpcFault(7)]
public class NotFoundException(string message) : Exception(message);

[XmlRpcFault(-1)]
public class GoneException(string message) : Exception(message);

[XmlRpcFault(int.MinValue)]
public class FarException(string message) : Exception(message);
