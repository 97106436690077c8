using global::GraphQL;
using global::GraphQL.SystemTextJson;
using global::GraphQL.Types;
using global::GraphQL.Validation;
using Document = GraphQLParser.AST.GraphQLDocument;
using TheirParser = GraphQLParser.Parser;

namespace VoldCms.GraphQL.Bench;

/// <summary>The same schema and data on GraphQL.NET, with its compiled delegates and its writer over System.Text.Json.</summary>
internal sealed class GraphQLNet : IDisposable
{
    private readonly Schema _schema = new() { Query = CreateQuery() };
    private readonly DocumentExecuter _executer = new();
    private readonly DocumentValidator _validator = new();
    private readonly GraphQLSerializer _serializer = new();
    private readonly MemoryStream _output = new();

    public GraphQLNet() => _schema.Initialize();

    public static Document Parse(string text) => TheirParser.Parse(text);

    public void Validate(string text, Document document)
    {
        var options = new ValidationOptions
        {
            Document = document,
            Variables = Inputs.Empty,
            Extensions = Inputs.Empty,
            Schema = _schema,
            Operation = document.Definitions.OfType<GraphQLParser.AST.GraphQLOperationDefinition>().First(),
        };
        var result = _validator.ValidateAsync(options).GetAwaiter().GetResult();
        if (!result.IsValid)
        {
            throw new InvalidDataException(text);
        }
    }

    /// <summary>Executes what is parsed and validated, and writes the answer.</summary>
    public void Execute(string text, Document document) =>
        Run(
            new()
            {
                Schema = _schema,
                Query = text,
                Document = document,
                ValidationRules = [],
            }
        );

    /// <summary>All steps, from the text.</summary>
    public void ExecuteText(string text) => Run(new() { Schema = _schema, Query = text });

    /// <summary>The last answer.</summary>
    public string Response => System.Text.Encoding.UTF8.GetString(_output.ToArray());

    public void Dispose()
    {
        _schema.Dispose();
        _output.Dispose();
    }

    private void Run(ExecutionOptions options)
    {
        _output.SetLength(0);
        var result = _executer.ExecuteAsync(options).GetAwaiter().GetResult();
        if (result.Errors is { Count: > 0 } errors)
        {
            throw errors[0];
        }

        _serializer.WriteAsync(_output, result).GetAwaiter().GetResult();
    }

    private static ObjectGraphType CreateQuery()
    {
        var author = new ObjectGraphType<Author> { Name = "Author" };
        author.Field<NonNullGraphType<StringGraphType>>("name").Resolve(field => field.Source.Name);

        var article = new ObjectGraphType<Article> { Name = "Article" };
        article.Field<NonNullGraphType<IdGraphType>>("id").Resolve(field => field.Source.Id);
        article.Field<NonNullGraphType<StringGraphType>>("title").Resolve(field => field.Source.Title);
        article.Field<StringGraphType>("summary").Resolve(field => field.Source.Summary);
        article.Field<NonNullGraphType<IntGraphType>>("views").Resolve(field => field.Source.Views);
        article.Field<NonNullGraphType<BooleanGraphType>>("isPublished").Resolve(field => field.Source.IsPublished);
        article.Field("author", author).Resolve(field => field.Source.Author);

        var section = new ObjectGraphType<Section> { Name = "Section" };
        section.Field<NonNullGraphType<IdGraphType>>("id").Resolve(field => field.Source.Id);
        section.Field<NonNullGraphType<StringGraphType>>("title").Resolve(field => field.Source.Title);
        section
            .Field("articles", ListOf(article))
            .Argument<IntGraphType>("first", argument => argument.DefaultValue = 9)
            .Resolve(field => field.Source.Articles.Take(field.GetArgument<int>("first")));

        var query = new ObjectGraphType { Name = "Query" };
        query
            .Field("articles", ListOf(article))
            .Argument<IntGraphType>("first", argument => argument.DefaultValue = 20)
            .Resolve(field => Blog.Articles.Take(field.GetArgument<int>("first")));
        query
            .Field("sections", ListOf(section))
            .Argument<IntGraphType>("first", argument => argument.DefaultValue = 5)
            .Resolve(field => Blog.Sections.Take(field.GetArgument<int>("first")));
        return query;
    }

    private static NonNullGraphType ListOf(IGraphType item) => new(new ListGraphType(new NonNullGraphType(item)));
}
