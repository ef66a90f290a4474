// NEAR0018: The fault 7 of 'NotFoundException' is also that of 'GoneException', so that a client throws neither: give one of them another code
// NEAR0018: The fault 7 of 'GoneException' is also that of 'NotFoundException', so that a client throws neither: give one of them another code
// NEAR0018: The fault -32601 of 'ReservedException' is reserved to the protocol: choose one outside -32768 to -32000
// NEAR0018: The fault 8 of 'NoException' belongs to no exception: let the class derive from Exception
// NEAR0018: The fault 9 of 'GenericException<T>' belongs to a type with type parameters, which no fault can name: map one without
using Nearcall;

[[|XmlRpcFault(7)|]]
public class NotFoundException(string message) : Exception(message);

[[|XmlRpcFault(7)|]]
public class GoneException(string message) : Exception(message);

[[|XmlRpcFault(-32601)|]]
public class ReservedException(string message) : Exception(message);

[[|XmlRpcFault(8)|]]
public class NoException;

[[|XmlRpcFault(9)|]]
public class GenericException<T>(string message) : Exception(message);
