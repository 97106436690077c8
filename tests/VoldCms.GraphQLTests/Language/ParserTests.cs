using VoldCms.GraphQL;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;
using Xunit;

namespace VoldCms.GraphQLTests.Language;

public sealed class ParserTests
{
    private static GraphQLError Refuse(string text, GraphQLLimits? limits = null)
    {
        Assert.False(GraphQLParser.TryParse(new GraphQLSource(text), limits ?? GraphQLLimits.Default, out _, out var error));
        return error;
    }

    [Fact]
    public void A_query_becomes_a_tree_with_places()
    {
        var document = GraphQLParser.Parse("query Q($n: Int = 3) @d {\n  a: b(x: [$n, 1.5e3, \"å\"]) { ...F }\n}");

        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(document.Definitions));
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        Assert.Equal("Q", operation.Name?.Value);
        Assert.Equal("3", Assert.IsType<IntValueNode>(operation.VariableDefinitions[0].DefaultValue).Value);
        Assert.Equal(("a", "b"), (field.ResponseName, field.Name.Value));
        Assert.Equal(new SourceLocation(2, 3), document.Source.GetLocation(field.Span.Start));
        Assert.Equal("a: b(x: [$n, 1.5e3, \"å\"]) { ...F }", document.Source.ToString()[field.Span.Start..(field.Span.End - 1)]);
    }

    [Theory]
    [InlineData("{", 1, 2)]
    [InlineData("{ a(b: $) }", 1, 9)]
    [InlineData("{\n  a(x: 01)\n}", 2, 9)]
    [InlineData("{ a(x: 1.) }", 1, 10)]
    [InlineData("{ a(x: \"abc\n\") }", 1, 12)]
    [InlineData("{ a(x: \"å\\q\") }", 1, 10)]
    [InlineData("{ ..a }", 1, 3)]
    [InlineData("fragment on on T { a }", 1, 10)]
    [InlineData("\"text\" { a }", 1, 1)]
    [InlineData("query ($a: Int = $b) { a }", 1, 18)]
    [InlineData("extend type A", 1, 14)]
    [InlineData("enum E { true }", 1, 10)]
    [InlineData("directive @a on NOWHERE", 1, 17)]
    [InlineData("{ a(x: \"\\uD83D\") }", 1, 9)]
    [InlineData("{ a ? }", 1, 5)]
    [InlineData("", 1, 1)]
    public void A_syntax_error_is_placed_where_it_is(string text, int line, int column)
    {
        var error = Refuse(text);

        Assert.Equal("Syntax", error.Rule);
        Assert.Equal(new SourceLocation(line, column), Assert.Single(error.Locations));
    }

    [Theory]
    [InlineData("\"\\u00e5\\n\\u{1F600}\\uD83D\\uDE00\\u{000041}\"", "å\n😀😀A")]
    [InlineData("\"\"\"\n    one\n      two\n\n    \\\"\"\" three\n  \"\"\"", "one\n  two\n\n\"\"\" three")]
    [InlineData("\"\"\"a \\n b\"\"\"", "a \\n b")]
    [InlineData("\"\"", "")]
    [InlineData("\"\"\"\"\"\"", "")]
    public void Strings_have_the_value_that_the_specification_gives_them(string literal, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(GraphQLParser.ParseValue(literal)).Value);

    [Fact]
    public void Bytes_that_are_no_text_are_a_syntax_error()
    {
        var source = new GraphQLSource(new byte[] { (byte)'{', (byte)'a', 0xC3, (byte)'}' });

        Assert.False(GraphQLParser.TryParse(source, GraphQLLimits.Default, out _, out var error));

        Assert.Equal(new SourceLocation(1, 3), Assert.Single(error.Locations));
    }

    [Fact]
    public void A_document_with_too_many_bytes_tokens_or_levels_is_refused_by_the_name_of_the_limit()
    {
        Assert.Equal("MaxDocumentBytes", Refuse("{ a }", new GraphQLLimits { MaxDocumentBytes = 4 }).Rule);
        Assert.Equal("MaxTokens", Refuse("{ a b }", new GraphQLLimits { MaxTokens = 3 }).Rule);
        Assert.Equal("MaxNesting", Refuse("{ a { b { c } } }", new GraphQLLimits { MaxNesting = 2 }).Rule);
        Assert.Equal("MaxNesting", Refuse(string.Concat(Enumerable.Repeat("{a", 4000))).Rule);
        Assert.Equal("MaxNesting", Refuse($"{{ a(x: {new string('[', 4000)}").Rule);
    }
}
