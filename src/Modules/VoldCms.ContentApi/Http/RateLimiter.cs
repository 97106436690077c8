using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentApi.Http;

/// <summary>
/// Counts the requests of each sender in a minute. No address is kept, not in memory either: visitors are counted under a keyed hash of their
/// network, and with the minute both the counts and the key are forgotten. Singleton, thread-safe.
/// </summary>
internal sealed class RateLimiter(TimeProvider clock, IOptions<ContentApiOptions> options)
{
    /// <summary>Senders that are told apart in a minute; the others are counted together.</summary>
    public const int MaxSenders = 50_000;

    private const ulong Others = 0;

    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly byte[] _key = new byte[32];
    private long _minute = -1;

    /// <summary>Counts a request.</summary>
    /// <param name="principal">Who sends it; somebody who is known is counted by that, wherever from.</param>
    /// <param name="address">Where a visitor's request comes from; null for this machine itself, which is not counted.</param>
    /// <returns>Null when it may be answered; else how long to wait.</returns>
    public TimeSpan? Count(Principal principal, IPAddress? address)
    {
        var isVisitor = principal.Kind == PrincipalKind.Anonymous;
        var limit = isVisitor ? options.Value.RequestsPerMinute : options.Value.KeyRequestsPerMinute;
        if (limit == 0 || (isVisitor && address is null))
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

            var sender = isVisitor ? HashOf(Network(address!)) : HashOf(Encoding.UTF8.GetBytes($"{principal.Kind}:{principal.Id}"));
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
