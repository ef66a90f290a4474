namespace Nearcall;

/// <summary>The addresses of one service, and which of them worked last. Without locks: the last writer wins.</summary>
internal sealed class ClientEndpoints(ClientEndpoint[] endpoints)
{
    private int _current;

    public int Count => endpoints.Length;

    public int CurrentIndex => Volatile.Read(ref _current);

    public ClientEndpoint Current => endpoints[CurrentIndex];

    public ClientEndpoint this[int index] => endpoints[index % endpoints.Length];

    public void StayWith(int index)
    {
        index %= endpoints.Length;
        if (index != CurrentIndex)
        {
            Volatile.Write(ref _current, index);
        }
    }
}
