namespace Nearcall.Deployment.Tests.Azure;

/// <summary>A template says something that Azure, or this small part of it, does not understand.</summary>
internal sealed class TemplateException(string message) : Exception(message);
