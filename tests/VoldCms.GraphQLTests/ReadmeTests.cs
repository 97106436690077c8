using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQLTests;

/// <summary>The README's example, word for word, and proof that it is.</summary>
public sealed class ReadmeTests
{
    private sealed record Book(string Title, Book[] Sequels);

    private static Book[] Shelf => [new("Hamsun", [new("Segelfoss", [])]), new("Undset", []), new("Vesaas", [])];

    private static ValueTask Sequels(FieldBatch batch, CancellationToken cancellationToken)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            batch.SetList<Book>(row, batch.GetParent<Book>(row).Sequels);
        }

        return default;
    }

    [Fact]
    public async Task The_example_runs()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        // <example>
        ObjectType? book = null;
        book = new ObjectType(
            "Book",
            () =>
                [
                    new("title", ScalarType.String.NonNull()) { Resolver = Resolve.Value((Book b) => b.Title) },
                    new("sequels", book!.NonNull().List().NonNull()) { Resolver = Sequels },
                ]
        );
        var query = new ObjectType(
            "Query",
            () =>
                [
                    new("books", book.NonNull().List().NonNull())
                    {
                        Arguments = [new("first", ScalarType.Int.NonNull(), "10")],
                        Resolver = Resolve.Root(batch => Shelf.Take(batch.Arguments.Get<int>("first"))),
                    },
                ]
        );
        var engine = new GraphQLEngine(GraphQLSchema.Create(new SchemaDefinition { Query = query }));

        var source = new GraphQLSource("{ books(first: 2) { title sequels { title } } }");
        var output = new ArrayBufferWriter<byte>();
        await engine.ExecuteAsync(source, GraphQLRequest.Empty, output, cancellationToken);
        // </example>

        Assert.Equal(
            """{"data":{"books":[{"title":"Hamsun","sequels":[{"title":"Segelfoss"}]},{"title":"Undset","sequels":[]}]}}""",
            Encoding.UTF8.GetString(output.WrittenSpan)
        );
    }

    [Fact]
    public void The_example_is_the_one_in_the_readme()
    {
        var here = Regex.Match(File.ReadAllText(ThisFile()), "// <example>\n(.*?) *// </example>", RegexOptions.Singleline).Groups[1].Value;
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile()) ?? "", "../../src/Cms/VoldCms.GraphQL/README.md"));

        Assert.NotEmpty(here);
        Assert.Contains(here.Replace("\n        ", "\n", StringComparison.Ordinal).TrimStart(), readme, StringComparison.Ordinal);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
