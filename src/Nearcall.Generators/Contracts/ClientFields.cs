using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>The fields of a client, one for each procedure: the forms of one procedure share it.</summary>
internal sealed class ClientFields
{
    private readonly Dictionary<string, ClientField> _fields = new(StringComparer.Ordinal);
    private readonly List<ClientField> _all = [];

    private ClientFields()
    {
    }

    public IReadOnlyList<ClientField> All => _all;

    public static ClientFields Of(ContractModel contract, bool mapsFaults)
    {
        // The class inherits members from object, and may not have one of its own name.
        var names = new Names(
            contract.ClientName, "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize");
        var fields = new ClientFields();
        foreach (var method in contract.Called)
        {
            var key = ClientField.Key(method);
            if (!fields._fields.ContainsKey(key))
            {
                var field = new ClientField(names.Take(method.Stem), names.Take("Write" + method.Stem), method, mapsFaults);
                fields._fields.Add(key, field);
                fields._all.Add(field);
            }
        }

        return fields;
    }

    public ClientField Of(MethodModel method) => _fields[ClientField.Key(method)];
}
