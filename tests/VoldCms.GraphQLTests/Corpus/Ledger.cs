using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(VoldCms.GraphQLTests.Corpus.Ledger))]

namespace VoldCms.GraphQLTests.Corpus;

/// <summary>Counts the documents that both engines were asked about, by kind, and says so when the tests are over.</summary>
public sealed class Ledger : IDisposable
{
    private readonly ConcurrentDictionary<string, (int Accepted, int Rejected)> _counts = new(StringComparer.Ordinal);

    /// <summary>Notes what the judge said about documents of a kind.</summary>
    public void Add(string kind, IEnumerable<Judge.JudgeAnswer> answers)
    {
        foreach (var answer in answers)
        {
            _counts.AddOrUpdate(
                kind,
                _ => answer.Accepted ? (1, 0) : (0, 1),
                (_, count) => answer.Accepted ? (count.Accepted + 1, count.Rejected) : (count.Accepted, count.Rejected + 1)
            );
        }
    }

    public void Dispose()
    {
        if (_counts.IsEmpty)
        {
            return;
        }

        Console.WriteLine("Documents judged by both engines (accepted, rejected):");
        foreach (var (kind, (accepted, rejected)) in _counts.OrderBy(count => count.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"  {kind, -32} {accepted + rejected, 6}  ({accepted}, {rejected})");
        }

        Console.WriteLine($"  {"all", -32} {_counts.Values.Sum(count => count.Accepted + count.Rejected), 6}");
    }
}
