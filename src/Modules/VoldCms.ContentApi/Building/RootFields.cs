using System.Collections.Immutable;
using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Items;
using VoldCms.ContentApi.Links;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Media;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Building;

/// <summary>The fields of the query type (contract 5.2), and what is ours: pages with a total, and look-up by path.</summary>
internal sealed class RootFields(ContentApiOptions options, InterfaceType contentItem)
{
    private readonly ConnectionTypes _connections = new();
    private readonly CountTypes _counts = new(options, contentItem);

    public IEnumerable<FieldDefinition> Define(IReadOnlyList<ItemShape> shapes) =>
        shapes
            .Where(shape => shape.IsRoot)
            .Select(List)
            .Concat(Fixed())
            .Concat(shapes.Where(shape => shape.StandsAlone).Select(shape => _connections.Define(shape, options)))
            .Concat(shapes.Where(shape => shape.StandsAlone).Select(_counts.Define))
            .Append(new ChangeTypes(options, contentItem, shapes).Define())
            .DistinctBy(field => field.Name);

    /// <summary>The arguments of every list of one type.</summary>
    public static ImmutableArray<InputValueDefinition> ListArguments(ItemShape shape) =>
        [
            new("where", shape.Where.Input) { Description = "What must hold of them." },
            new("orderBy", shape.Order.Input) { Description = "The newest first when not given." },
            new("first", ScalarType.Int) { Description = "How many at most." },
            new("skip", ScalarType.Int) { Description = "How many to pass over." },
            CoreTypes.StatusArgument,
            .. CoreTypes.Culture,
        ];

    /// <summary>What those arguments ask for, all but the page.</summary>
    /// <exception cref="GraphQLException">An argument does not hold.</exception>
    public static ContentQuery QueryOf(ItemShape shape, FieldBatch batch, ContentApiOptions options)
    {
        var arguments = batch.Arguments;
        var query = ContentQuery.For(shape.Type.Name) with
        {
            State = CoreTypes.StatusOf(arguments),
            Filter = FilterArguments.Where(shape.Where, arguments, options),
        };
        query = FilterArguments.OrderBy(query, shape.Order, arguments);
        return shape.Type.IsLocalized && FilterArguments.Culture(arguments) is { } culture
            ? culture.Narrow(query, ApiRequest.Of(batch).Schema.Configuration.Settings)
            : query;
    }

    /// <summary>The language that a list of the type was asked in; null when in none.</summary>
    public static string? RequestedCulture(ItemShape shape, ArgumentValues arguments) =>
        shape.Type.IsLocalized ? FilterArguments.Culture(arguments)?.Name : null;

    private FieldDefinition List(ItemShape shape) =>
        new(ApiNames.Camel(shape.Type.Name), shape.ObjectType.List())
        {
            Description = shape.ObjectType.Description,
            // Orchard Core has the list, so it stays; what lies in other items is never found by it.
            DeprecationReason = shape.StandsAlone ? null : $"Items of type {shape.Type.Name} lie in other items: ask for those.",
            Arguments = ListArguments(shape),
            CostWeight = Costs.Query,
            ItemCostWeight = Costs.Item,
            PageSize = Paging.SizeOf,
            SomeOf = arguments => ItemCounts.SomeOf(shape.Type.Name, arguments),
            Resolver = Resolve.Root(
                async (batch, cancellationToken) =>
                {
                    var request = ApiRequest.Of(batch);
                    var paging = Paging.Of(batch.Arguments, options);
                    var query = QueryOf(shape, batch, options) with
                    {
                        Skip = paging.Skip,
                        Take = paging.First,
                        Scope = EnvelopeFields.AreEnvelope(batch.Projection.FieldsOf(shape.ObjectType))
                            ? ContentScope.Envelope
                            : ContentScope.Document,
                    };
                    return request.ToNodes(
                        (await request.ListAsync(query, cancellationToken)).Items,
                        RequestedCulture(shape, batch.Arguments)
                    );
                }
            ),
        };

    private IEnumerable<FieldDefinition> Fixed() =>
        [
            new("contentItem", contentItem)
            {
                Description = "The published item of that id; null when there is none, or when it may not be seen.",
                Arguments =
                [
                    new("contentItemId", ScalarType.String.NonNull()) { Description = "The id of the item." },
                    .. CoreTypes.Culture,
                ],
                Resolver = One("contentItemId", ContentPaths.ContentItemId),
            },
            new("contentItemByPath", contentItem)
            {
                Description = "The published item at that path, of whatever type; null when there is none, or when it may not be seen.",
                Arguments = [new("path", ScalarType.String.NonNull()) { Description = "Without a slash in front." }, .. CoreTypes.Culture],
                Resolver = One("path", ContentPaths.Path),
            },
            Me(),
            SiteCultures(),
            MediaAssets(),
        ];

    private static FieldResolver One(string argument, string path) =>
        Resolve.Root(
            async (batch, cancellationToken) =>
            {
                var value = batch.Arguments.Get<string>(argument) ?? "";
                if (value.Contains('\0', StringComparison.Ordinal))
                {
                    return null;
                }

                var request = ApiRequest.Of(batch);
                var page = await request.ListAsync(
                    new() { Filter = ContentFilter.Equal(path, ContentValue.Of(value)), Take = 1 },
                    cancellationToken
                );
                IReadOnlyList<ItemNode> found = request.ToNodes(page.Items);
                if (FilterArguments.Culture(batch.Arguments) is { } culture)
                {
                    found = (await culture.AnswerAsync(request, [found], VersionState.Published, cancellationToken))[0];
                }

                return found is [var node, ..] ? node : null;
            }
        );

    private static FieldDefinition Me()
    {
        var user = new ObjectType(
            "User",
            () =>
                [
                    new("userId", ScalarType.String)
                    {
                        Description = "The id of the user or the key.",
                        Resolver = Resolve.Value((UserNode node) => node.Id),
                    },
                    new("userName", ScalarType.String)
                    {
                        Description = "The name of the user or the key.",
                        Resolver = Resolve.Value((UserNode node) => node.Name),
                    },
                    new("email", ScalarType.String)
                    {
                        Resolver = Resolve.Value((UserNode _) => (string?)null),
                        Description = "Always null: addresses are not given out.",
                    },
                    new("phoneNumber", ScalarType.String)
                    {
                        Resolver = Resolve.Value((UserNode _) => (string?)null),
                        Description = "Always null: numbers are not given out.",
                    },
                ]
        )
        {
            Description = "Who asks.",
        };
        return new("me", user)
        {
            Description = "Who asks; null for a visitor.",
            Resolver = Resolve.Root(batch =>
                ApiRequest.Of(batch).Principal is { Kind: PrincipalKind.User or PrincipalKind.ApiKey } who
                    ? new UserNode(who.Id, who.Name)
                    : null
            ),
        };
    }

    private static FieldDefinition SiteCultures()
    {
        var culture = new ObjectType(
            "SiteCulture",
            () =>
                [
                    new("culture", ScalarType.String)
                    {
                        Description = "Its name, such as \"nb\".",
                        Resolver = Resolve.Value((SiteCultureNode node) => node.Culture),
                    },
                    new("default", ScalarType.Boolean)
                    {
                        Description = "Whether the site answers in it when nothing is asked.",
                        Resolver = Resolve.Value((SiteCultureNode node) => node.IsDefault),
                    },
                ]
        )
        {
            Description = "A language of the site.",
        };
        return new("siteCultures", culture.List())
        {
            Description = "The languages that the site is offered in.",
            Resolver = Resolve.Root(batch =>
            {
                var settings = ApiRequest.Of(batch).Schema.Configuration.Settings;
                return settings
                    .SupportedCultures.Select(name => new SiteCultureNode(
                        name,
                        string.Equals(name, settings.DefaultCulture, StringComparison.OrdinalIgnoreCase)
                    ))
                    .ToArray();
            }),
        };
    }

    private FieldDefinition MediaAssets() =>
        new("mediaAssets", MediaTypes.Asset().List())
        {
            Description = $"The files of the media library. Needs the permission {ContentApiPermissions.ViewMedia.Name}.",
            Arguments =
            [
                new("path", ScalarType.String) { Description = "The folder, without a slash in front; the whole library when not given." },
                new("includeSubDirectories", ScalarType.Boolean) { Description = "Whether to look into the folders below it too." },
            ],
            CostWeight = 100,
            Resolver = Resolve.Root(batch =>
            {
                var request = ApiRequest.Of(batch);
                return request.Allows(ContentApiPermissions.ViewMedia)
                    ? request.Media.List(
                        batch.Arguments.Get<string>("path") ?? "",
                        batch.Arguments.Get<bool>("includeSubDirectories"),
                        options.MaxNumberOfResults
                    )
                    : throw Refusal.Of(
                        "media.not-allowed",
                        $"The media library needs the permission {ContentApiPermissions.ViewMedia.Name}."
                    );
            }),
        };
}
