namespace VoldCms.GraphQL.Bench;

internal sealed record Author(string Name);

internal sealed record Article(string Id, string Title, string? Summary, int Views, bool IsPublished, Author? Author);

internal sealed record Section(string Id, string Title, Article[] Articles);

/// <summary>The data of the bench, in memory; <c>yardstick.mjs</c> has the same.</summary>
internal static class Blog
{
    private static readonly Author s_author = new("Åse Bråten");

    public static Article[] Articles { get; } =
    [
        .. Enumerable
            .Range(0, 45)
            .Select(i => new Article(
                $"article-{i}",
                $"Hvor kan du få hjelp? Del {i}",
                $"Kommunen har tilbud til deg som \"trenger\" noen å snakke med ({i}).",
                1000 + i,
                i % 3 != 0,
                s_author
            )),
    ];

    public static Section[] Sections { get; } =
    [.. Enumerable.Range(0, 5).Select(i => new Section($"section-{i}", $"Seksjon {i}", Articles[(i * 9)..((i * 9) + 9)]))];
}
