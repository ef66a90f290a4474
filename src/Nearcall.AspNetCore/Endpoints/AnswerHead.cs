using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>The head of every answer, result or fault (R42).</summary>
internal static class AnswerHead
{
    /// <summary>Sets the head.</summary>
    /// <param name="response">The response, of which nothing is sent.</param>
    /// <param name="length">The length of the answer; null where only its end will tell.</param>
    public static void Set(HttpResponse response, long? length)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/xml";
        response.ContentLength = length;
    }
}
