using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.RateLimits;

/// <summary>
/// Counts what each sender does in a minute. No address is kept, not in memory either: visitors are counted under a keyed hash of their
/// network, and with the minute both the counts and the key are forgotten. Thread-safe.
/// </summary>
public sealed class SenderCounts(TimeProvider clock)
{
    /// <summary>Senders that are told apart in a minute; the others are counted together.</summary>
    public const int MaxSenders = 50_000;

    private const ulong Others = 0;

    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly byte[] _key = new byte[32];
    private long _minute = -1;

    /// <summary>
    /// The address that a visitor's request comes from, as the proxies say that are named; this machine's own too, since a proxy on it that
    /// nobody has named brings everybody. Null, and not counted, where the connection has none.
    /// </summary>
    public static IPAddress? FindSender(HttpContext context) => context.Connection.RemoteIpAddress;

    /// <summary>Counts something that a visitor does.</summary>
    /// <param name="visitor">Of version 6 the network of 64 bits counts.</param>
    /// <param name="limit">How often in a minute; 0 for as often as she likes.</param>
    /// <returns>Null when it may be done; else how long to wait.</returns>
    public TimeSpan? Count(IPAddress visitor, int limit) => Count(Network(visitor), limit);

    /// <inheritdoc cref="Count(IPAddress, int)"/>
    /// <param name="sender">Who is known, wherever from.</param>
    /// <param name="limit">As above.</param>
    public TimeSpan? Count(string sender, int limit) => Count(Encoding.UTF8.GetBytes(sender), limit);

    private TimeSpan? Count(ReadOnlySpan<byte> name, int limit)
    {
        if (limit == 0)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            if (minute != _minute)
            {
                _minute = minute;
                _counts.Clear();
                RandomNumberGenerator.Fill(_key);
            }

            var sender = HashOf(name);
            if (_counts.Count >= MaxSenders && !_counts.ContainsKey(sender))
            {
                sender = Others;
            }

            var count = _counts.GetValueOrDefault(sender);
            if (count >= limit)
            {
                return new DateTimeOffset((minute + 1) * TimeSpan.TicksPerMinute, TimeSpan.Zero) - now;
            }

            _counts[sender] = count + 1;
            return null;
        }
    }

    private ulong HashOf(ReadOnlySpan<byte> sender)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, sender, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    // One subscriber has as many addresses of version 6 as she likes, but one network of 64 bits.
    private static ReadOnlySpan<byte> Network(IPAddress address)
    {
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6 && bytes.Length == 16 ? bytes.AsSpan(0, 8) : bytes;
    }
}
