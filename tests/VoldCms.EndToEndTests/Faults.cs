namespace VoldCms.EndToEndTests;

/// <summary>Many pages, one assertion that says all that is wrong.</summary>
internal static class Faults
{
    private const int Shown = 40;

    public static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, [$"{all.Count} faults:", .. all.Take(Shown)]));
    }
}
