using System.Net.Sockets;
using System.Security.Authentication;

namespace Nearcall;

/// <summary>Turns what HTTP, sockets and TLS throw into one exception with one line that a person understands.</summary>
internal static class TransportFailures
{
    /// <summary>What to throw for a failure before the answer's head; null to let it pass as it is.</summary>
    public static Exception? OfSending(
        Exception exception, ClientEndpoint endpoint, HttpRequestMessage request, CallContent content, CallDeadline deadline)
    {
        if (exception is XmlRpcTransportException or XmlRpcFormatException)
        {
            return null;
        }

        if (deadline.IsOver || (exception is OperationCanceledException && deadline.HasRunOut))
        {
            return deadline.ToException(endpoint, exception);
        }

        return IsTransport(exception)
            ? new XmlRpcTransportException(DescribeSending(exception, endpoint, request), exception)
            {
                Endpoint = endpoint.Shown,
                // Without its body no server can have run the call, whatever else it got.
                WasNotSent = !content.WasRead,
            }
            : null;
    }

    /// <summary>What to throw for a failure in the middle of the answer's body; null to let it pass as it is.</summary>
    public static Exception? OfReading(Exception exception, ClientEndpoint endpoint, CallDeadline deadline)
    {
        if (exception is XmlRpcTransportException or XmlRpcFormatException)
        {
            return null;
        }

        if (deadline.IsOver)
        {
            return deadline.ToException(endpoint, exception);
        }

        var description = exception is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }
            ? $"The answer of {endpoint} was cut short: the connection ended before it did."
            : $"The answer of {endpoint} could not be read: {Reason(exception)}";
        return IsTransport(exception) ? new XmlRpcTransportException(description, exception) { Endpoint = endpoint.Shown } : null;
    }

    // A cancellation that nobody on our side asked for: a handler's, most often because a connection took too long.
    private static bool IsTransport(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or AuthenticationException or OperationCanceledException;

    private static string DescribeSending(Exception exception, ClientEndpoint endpoint, HttpRequestMessage request) =>
        exception is HttpRequestException http
            ? http.HttpRequestError switch
            {
                HttpRequestError.VersionNegotiationError or HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse
                    when InsistsOnHttp2(request) => FormattableString.Invariant(
                        $"{endpoint} does not speak HTTP/{request.Version}, which XmlRpcClientOptions.HttpVersionPolicy insists on, or breaks its rules: {Reason(exception)}"),
                HttpRequestError.NameResolutionError => $"The host '{endpoint.Uri.Host}' of {endpoint} is not known.",
                HttpRequestError.ConnectionError => $"No connection to {endpoint}: {Reason(exception)}",
                HttpRequestError.SecureConnectionError => $"TLS with {endpoint} failed: {Reason(exception)}",
                HttpRequestError.ProxyTunnelError => $"The proxy on the way to {endpoint} refused: {Reason(exception)}",
                HttpRequestError.ResponseEnded => $"{endpoint} closed the connection without an answer.",
                HttpRequestError.InvalidResponse => $"{endpoint} did not answer in HTTP: {Reason(exception)}",
                _ => $"The call to {endpoint} failed: {Reason(exception)}",
            }
            : exception is OperationCanceledException { InnerException: TimeoutException }
                ? $"No connection to {endpoint} in time: {Reason(exception)}"
                : $"The call to {endpoint} failed: {Reason(exception)}";

    // A server of HTTP/1.1 takes the first octets of HTTP/2 for a request that it does not understand, and says so in HTTP/1.1.
    private static bool InsistsOnHttp2(HttpRequestMessage request) =>
        request.Version.Major >= 2 && request.VersionPolicy != HttpVersionPolicy.RequestVersionOrLower;

    // The innermost message says the most: "Connection refused", "The remote certificate is invalid because …".
    private static string Reason(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        var reason = BodyText.OneLine(exception.Message, BodyText.Longest);
        return reason.EndsWith('.') ? reason : reason + ".";
    }
}
