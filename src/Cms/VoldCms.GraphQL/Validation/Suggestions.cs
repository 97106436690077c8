namespace VoldCms.GraphQL.Validation;

/// <summary>"Did you mean": the known names that are nearest to one that is not known. For names of ordinary length only.</summary>
internal static class Suggestions
{
    private const int LongestName = 64;
    private const int MostCandidates = 1_000;
    private const int MostShown = 3;

    /// <summary>A sentence to put behind an error, beginning with a space; empty when no name is near.</summary>
    public static string For(string unknown, IEnumerable<string> known)
    {
        if (unknown.Length > LongestName)
        {
            return "";
        }

        var near = known
            .Take(MostCandidates)
            .Where(name => name.Length <= LongestName)
            .Select(name => (Name: name, Distance: Distance(unknown, name)))
            .Where(candidate => candidate.Distance <= 1 + (unknown.Length * 2 / 5))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(MostShown)
            .Select(candidate => $"\"{candidate.Name}\"")
            .ToArray();
        return near.Length == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>Insertions, deletions and replacements from one name to the other, letter case aside.</summary>
    private static int Distance(string one, string other)
    {
        Span<int> row = stackalloc int[LongestName + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var isSame = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                var replaced = diagonal + (isSame ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[other.Length];
    }
}
