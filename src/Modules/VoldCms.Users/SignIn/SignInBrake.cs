using System.Net;
using System.Security.Cryptography;
using System.Text;
using VoldCms.ContentManagement.Caching;

namespace VoldCms.Users.SignIn;

/// <summary>
/// Slows guesses down, for names that exist and for others alike. What is tried is counted before it is judged, so that many at once are no
/// way round. A device that has signed in to the account before has a count of its own: nobody else's tries lock its person out. Kept in
/// memory under a keyed hash, no name and no address in clear; forgotten an hour after the last try. Thread-safe.
/// </summary>
internal sealed class SignInBrake(TimeProvider clock)
{
    /// <summary>Tries of one name from one network before it has to wait.</summary>
    public const int FreeTries = 5;

    /// <summary>Tries of one name from everywhere, but from its own devices.</summary>
    public const int FreeTriesOfName = 50;

    /// <summary>Tries of all names from one network.</summary>
    public const int FreeTriesOfNetwork = 50;

    private const int MostCounted = 200_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_longestOfName = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_memory = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly BoundedCache<UInt128, Tries> _tries = new(MostCounted, _ => 1);

    /// <summary>Counts a try.</summary>
    /// <param name="name">What is tried, folded; or the account whose code is.</param>
    /// <param name="sender">From where; of version 6 the network of 64 bits counts.</param>
    /// <param name="device">Which of the account's own devices it is; null for an unknown one.</param>
    /// <returns>Null when it may be tried; else how long to wait.</returns>
    public TimeSpan? Try(string name, IPAddress? sender, string? device)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var counts = CountsOf(name, sender, device);
            var wait = counts.Max(count => FindWait(count, now));
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            foreach (var (key, _, _) in counts)
            {
                _tries.Set(key, new(Find(key, now).Count + 1, now));
            }

            return null;
        }
    }

    /// <summary>The try was right: it counts no more, nor do those before it from there.</summary>
    public void Succeed(string name, IPAddress? sender, string? device)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            foreach (var (index, (key, _, _)) in CountsOf(name, sender, device).Index())
            {
                var tries = Find(key, now);
                _tries.Set(key, tries with { Count = index == 0 ? 0 : Math.Max(0, tries.Count - 1) });
            }
        }
    }

    // What a try counts for; the first is its own.
    private (UInt128 Key, int Free, TimeSpan Longest)[] CountsOf(string name, IPAddress? sender, string? device)
    {
        var network = NetworkOf(sender);
        return device is not null
            ? [(KeyOf("device", name, device), FreeTries, s_longest)]
            :
            [
                (KeyOf("both", name, network), FreeTries, s_longest),
                (KeyOf("name", name, ""), FreeTriesOfName, s_longestOfName),
                (KeyOf("network", "", network), FreeTriesOfNetwork, s_longest),
            ];
    }

    // From the first try beyond the free ones on the wait doubles.
    private TimeSpan FindWait((UInt128 Key, int Free, TimeSpan Longest) count, DateTimeOffset now)
    {
        var tries = Find(count.Key, now);
        var beyond = tries.Count - count.Free;
        if (beyond < 0)
        {
            return TimeSpan.Zero;
        }

        var wait = TimeSpan.FromSeconds(Math.Min(count.Longest.TotalSeconds, Math.Pow(2, Math.Min(beyond, 20))));
        return tries.Last + wait - now;
    }

    private Tries Find(UInt128 key, DateTimeOffset now) =>
        _tries.TryGet(key, out var tries) && now - tries.Last < s_memory ? tries : new(0, now);

    private UInt128 KeyOf(string kind, string name, string where)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{where}\n{name}"), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private static string NetworkOf(IPAddress? sender)
    {
        if (sender is null)
        {
            return "";
        }

        var bytes = (sender.IsIPv4MappedToIPv6 ? sender.MapToIPv4() : sender).GetAddressBytes();
        return Convert.ToHexString(bytes.Length == 16 ? bytes[..8] : bytes);
    }

    private readonly record struct Tries(int Count, DateTimeOffset Last);
}
