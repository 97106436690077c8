using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Bench;

/// <summary>The schema of the bench with its resolvers in memory; the yardstick has the same data.</summary>
internal static class BlogSchema
{
    private sealed record Author(string Name);

    private sealed record Article(string Id, string Title, string? Summary, int Views, bool IsPublished, Author? Author);

    private sealed record Section(string Id, string Title, Article[] Articles);

    private static readonly Author s_author = new("Åse Bråten");

    private static readonly Article[] s_articles =
    [
        .. Enumerable.Range(0, 45).Select(i => new Article(
            $"article-{i}",
            $"Hvor kan du få hjelp? Del {i}",
            $"Kommunen har tilbud til deg som \"trenger\" noen å snakke med ({i}).",
            1000 + i,
            i % 3 != 0,
            s_author)),
    ];

    private static readonly Section[] s_sections =
        [.. Enumerable.Range(0, 5).Select(i => new Section($"section-{i}", $"Seksjon {i}", s_articles[(i * 9)..((i * 9) + 9)]))];

    public static GraphQLSchema Create(string sdl) => GraphQLSchema.Parse(sdl, new SchemaResolvers()
        .Add("Query", "articles", Root(s_articles))
        .Add("Query", "sections", Root(s_sections))
        .Add("Section", "id", Resolve.Value((Section section) => section.Id))
        .Add("Section", "title", Resolve.Value((Section section) => section.Title))
        .Add("Section", "articles", ArticlesOfSections)
        .Add("Article", "id", Resolve.Value((Article article) => article.Id))
        .Add("Article", "title", Resolve.Value((Article article) => article.Title))
        .Add("Article", "summary", Resolve.Value((Article article) => article.Summary))
        .Add("Article", "views", Resolve.Value((Article article) => article.Views))
        .Add("Article", "isPublished", Resolve.Value((Article article) => article.IsPublished))
        .Add("Article", "author", Resolve.Value((Article article) => article.Author))
        .Add("Author", "name", Resolve.Value((Author author) => author.Name)));

    private static ValueTask ArticlesOfSections(FieldBatch batch, CancellationToken cancellationToken)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            SetFirst(batch, row, batch.GetParent<Section>(row).Articles);
        }

        return default;
    }

    private static FieldResolver Root<T>(T[] items) => (batch, _) =>
    {
        SetFirst(batch, 0, items);
        return default;
    };

    private static void SetFirst<T>(FieldBatch batch, int row, T[] items) =>
        batch.SetList<T>(row, items.AsSpan(0, Math.Min(items.Length, batch.Arguments.Get<int>("first"))));
}
