namespace Nearcall;

/// <summary>Nobody is there any more to read the answer.</summary>
internal sealed class AbandonedCallException(Exception? cause) : OperationCanceledException("The caller is gone.", cause);
