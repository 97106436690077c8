using System.Text;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQLTests.Language;

/// <summary>What holds for every text; the texts are random, and the same in every run.</summary>
public sealed class ParserProperties
{
    [Fact]
    public void What_is_printed_reads_back_as_the_same_text()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var text = new RandomDocuments(seed).Next();

            Assert.True(
                GraphQLParser.TryParse(new GraphQLSource(text), GraphQLLimits.Trusted, out var document, out var error),
                $"{error}\n{text}"
            );
            var printed = Printer.Print(document);

            Assert.True(printed == Printer.Print(GraphQLParser.Parse(printed)), $"Seed {seed}: {text}\n{printed}");
            Assert.Equal(Shape(document), Shape(GraphQLParser.Parse(printed)));
        }
    }

    [Fact]
    public void Any_bytes_are_a_document_or_a_syntax_error()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);

            AssertReadable(bytes);
        }
    }

    [Fact]
    public void Any_mutation_of_a_document_is_a_document_or_a_syntax_error()
    {
        var random = new Random(2);
        var punctuation = "{}()[]:=!@$&|.\"\\#,-0eé\n\r"u8.ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(new RandomDocuments(i % 500).Next());
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] =
                    random.Next(3) == 0 ? (byte)random.Next(256) : punctuation[random.Next(punctuation.Length)];
            }

            AssertReadable(bytes[..random.Next(bytes.Length + 1)]);
        }
    }

    private static void AssertReadable(byte[] bytes)
    {
        var source = new GraphQLSource(bytes);

        if (!GraphQLParser.TryParse(source, GraphQLLimits.Default, out var document, out var error))
        {
            Assert.True(error.Rule == "Syntax" || error.Rule?.StartsWith("Max", StringComparison.Ordinal) == true, error.ToString());
            Assert.Single(error.Locations);
        }
        else
        {
            Assert.True(
                GraphQLParser.TryParse(new GraphQLSource(Printer.Print(document)), GraphQLLimits.Trusted, out _, out error),
                error?.ToString()
            );
        }
    }

    /// <summary>Kinds and names of all nodes, in order: what two trees must share to mean the same.</summary>
    private static string Shape(DocumentNode document)
    {
        var walker = new ShapeWalker();
        walker.Walk(document);
        return walker.Text.ToString();
    }

    private sealed class ShapeWalker : SyntaxWalker
    {
        public StringBuilder Text { get; } = new();

        protected override bool Enter(SyntaxNode node)
        {
            Text.Append(node.Kind)
                .Append(
                    node switch
                    {
                        FieldNode field => $" {field.ResponseName} {field.Name}",
                        StringValueNode text => $" {text.Value}",
                        IntValueNode number => $" {number.Value}",
                        FloatValueNode number => $" {number.Value}",
                        TypeDefinitionNode type => $" {type.Name}",
                        DirectiveNode directive => $" {directive.Name}",
                        VariableNode variable => $" {variable.Name}",
                        _ => "",
                    }
                )
                .Append('\n');
            return true;
        }
    }
}
