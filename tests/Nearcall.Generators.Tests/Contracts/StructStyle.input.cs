using Nearcall;

namespace Demo.StructStyle;

[XmlRpcService("Bug")]
public partial interface IBugzilla
{
    [XmlRpcMethod("search", ParameterStyle = XmlRpcParameterStyle.Struct)]
    Task<string> SearchAsync(
        string product,
        [XmlRpcMember("Bugzilla_token", Omit = XmlRpcOmission.WhenNull)] string? token,
        int limit = 20,
        [XmlRpcMember(Omit = XmlRpcOmission.WhenDefault)] int offset = 0,
        [XmlRpcMember(Required = true)] int? revision = null,
        [XmlRpcMember(Required = false)] string order = "id",
        CancellationToken cancellationToken = default);

    [XmlRpcMethod("ids", ParameterStyle = XmlRpcParameterStyle.Struct)]
    int Ids([XmlRpcMember(Required = false)] string hasLimit, int limit = 5, params int[] ids);

    [XmlRpcMethod("nothing", ParameterStyle = XmlRpcParameterStyle.Struct)]
    void Nothing();

    [XmlRpcMethod("one", ParameterStyle = XmlRpcParameterStyle.Struct)]
    void One(string only);
}
