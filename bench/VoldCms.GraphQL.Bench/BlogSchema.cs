using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Bench;

/// <summary>The schema of the bench on the own engine.</summary>
internal static class BlogSchema
{
    public static GraphQLSchema Create(string sdl) =>
        GraphQLSchema.Parse(
            sdl,
            new SchemaResolvers()
                .Add("Query", "articles", Root(Blog.Articles))
                .Add("Query", "sections", Root(Blog.Sections))
                .Add("Section", "id", Resolve.Value((Section section) => section.Id))
                .Add("Section", "title", Resolve.Value((Section section) => section.Title))
                .Add("Section", "articles", ArticlesOfSections)
                .Add("Article", "id", Resolve.Value((Article article) => article.Id))
                .Add("Article", "title", Resolve.Value((Article article) => article.Title))
                .Add("Article", "summary", Resolve.Value((Article article) => article.Summary))
                .Add("Article", "views", Resolve.Value((Article article) => article.Views))
                .Add("Article", "isPublished", Resolve.Value((Article article) => article.IsPublished))
                .Add("Article", "author", Resolve.Value((Article article) => article.Author))
                .Add("Author", "name", Resolve.Value((Author author) => author.Name))
        );

    private static ValueTask ArticlesOfSections(FieldBatch batch, CancellationToken cancellationToken)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            SetFirst(batch, row, batch.GetParent<Section>(row).Articles);
        }

        return default;
    }

    private static FieldResolver Root<T>(T[] items) =>
        (batch, _) =>
        {
            SetFirst(batch, 0, items);
            return default;
        };

    private static void SetFirst<T>(FieldBatch batch, int row, T[] items) =>
        batch.SetList<T>(row, items.AsSpan(0, Math.Min(items.Length, batch.Arguments.Get<int>("first"))));
}
