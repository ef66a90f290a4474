namespace Nearcall;

/// <summary>
/// Writes the arguments of a call, each between <see cref="XmlRpcWriter.WriteStartParameter"/> and
/// <see cref="XmlRpcWriter.WriteEndParameter"/>. Generated code is of this form.
/// </summary>
/// <typeparam name="TArguments">The arguments together: one value or a tuple.</typeparam>
/// <param name="writer">Where to write.</param>
/// <param name="arguments">The arguments.</param>
public delegate void XmlRpcArgumentsWriter<TArguments>(ref XmlRpcWriter writer, in TArguments arguments);
