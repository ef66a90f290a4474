using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>Why a request never became a call, and the status that says so (R01, R04, R42).</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Reason">One of <see cref="RejectionReason"/>.</param>
internal sealed record RequestRefusal(int StatusCode, string Reason)
{
    /// <summary>Brotli alone calls corrupt input an invalid operation, which elsewhere is a mistake of the program.</summary>
    private const string BrotliSource = "System.IO.Compression.Brotli";

    public static RequestRefusal NotPost { get; } = new(StatusCodes.Status405MethodNotAllowed, RejectionReason.HttpMethod);

    public static RequestRefusal ContentType { get; } = new(StatusCodes.Status415UnsupportedMediaType, RejectionReason.ContentType);

    public static RequestRefusal ContentEncoding { get; } = new(StatusCodes.Status415UnsupportedMediaType, RejectionReason.ContentEncoding);

    public static RequestRefusal TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, RejectionReason.TooLarge);

    /// <summary>Says which refusal an exception from reading the body means, if it is the caller's mistake.</summary>
    public static RequestRefusal? Of(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge,
        BadHttpRequestException bad => new(bad.StatusCode, RejectionReason.Transport),
        InvalidDataException or InvalidOperationException { Source: BrotliSource } =>
            new(StatusCodes.Status400BadRequest, RejectionReason.ContentEncoding),
        _ => null,
    };
}
