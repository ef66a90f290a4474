using Microsoft.AspNetCore.Http.Metadata;

namespace Nearcall;

/// <summary>What <c>[RequestSizeLimit]</c> says, without the framework's part that has the attribute.</summary>
internal sealed record BodySize(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
