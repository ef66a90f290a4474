using Nearcall;

namespace Demo.GenericInterfaces;

public interface IRepository<TKey, TItem>
{
    TItem? Find(TKey key);

    Task<TItem> GetAsync(TKey key, TItem otherwise);
}

[XmlRpcService]
public partial interface IUsers : IRepository<int, string>, IRepository<string, int>;
