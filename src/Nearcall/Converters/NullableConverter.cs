namespace Nearcall;

/// <summary>A value or what stands for null (R71).</summary>
internal sealed class NullableConverter<T>(XmlRpcConverter<T> inner, XmlRpcNilForm form = XmlRpcNilForm.Nil) : XmlRpcConverter<T?>
    where T : struct
{
    public override XmlRpcKind? Kind => inner.Kind;

    public override T? Read(ref XmlRpcReader reader) => reader.TryReadNil(form) ? null : inner.Read(ref reader);

    public override void Write(ref XmlRpcWriter writer, T? value)
    {
        if (value is { } content)
        {
            inner.Write(ref writer, content);
        }
        else
        {
            NilForms.Write(ref writer, form);
        }
    }
}

/// <summary>An object or what stands for null (R71).</summary>
internal sealed class NullableReferenceConverter<T>(XmlRpcConverter<T> inner, XmlRpcNilForm form = XmlRpcNilForm.Nil) : XmlRpcConverter<T?>
    where T : class
{
    public override XmlRpcKind? Kind => inner.Kind;

    public override T? Read(ref XmlRpcReader reader) => reader.TryReadNil(form) ? null : inner.Read(ref reader);

    public override void Write(ref XmlRpcWriter writer, T? value)
    {
        if (value is not null)
        {
            inner.Write(ref writer, value);
        }
        else
        {
            NilForms.Write(ref writer, form);
        }
    }
}

/// <summary>What stands for null, as it is written.</summary>
internal static class NilForms
{
    public static void Write(ref XmlRpcWriter writer, XmlRpcNilForm form)
    {
        switch (form)
        {
            case XmlRpcNilForm.False:
                writer.WriteBoolean(false);
                break;
            case XmlRpcNilForm.EmptyString:
                writer.WriteString(""u8);
                break;
            default:
                writer.WriteNil();
                break;
        }
    }
}
