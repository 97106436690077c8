using System.Collections.Immutable;
using VoldCms.ContentApi.Items;
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
internal sealed class QueryFields(ContentApiOptions options, InterfaceType contentItem)
{
    private const string UserType = "User";
    private const string CultureType = "SiteCulture";

    private readonly ConnectionTypes _connections = new();
    private readonly CountTypes _counts = new(options, contentItem);

    /// <summary>The names of the types that are made here.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [UserType, CultureType];

    public IEnumerable<FieldDefinition> Define(IReadOnlyList<ItemShape> shapes) =>
        shapes
            .Where(shape => shape.IsRoot)
            .Select(shape => shape.StandsAlone ? List(shape) : Contained(shape, shapes))
            .Concat(Fixed())
            .Concat(shapes.Where(shape => shape.StandsAlone).Select(shape => _connections.Define(shape, options)))
            .Concat(shapes.Where(shape => shape.StandsAlone).Select(_counts.Define))
            .Append(new ChangeTypes(options, contentItem, shapes).Define())
            .DistinctBy(field => field.Name);

    private FieldDefinition List(ItemShape shape) =>
        new(ApiNames.Camel(shape.Type.Name), shape.ObjectType.List())
        {
            Description = shape.ObjectType.Description,
            Arguments = ListArguments.Of(shape),
            CostWeight = Costs.Query,
            ItemCostWeight = Costs.Item,
            PageSize = Paging.SizeOf,
            SomeOf = arguments => ItemCounts.SomeOf(shape.Type.Name, arguments),
            Resolver = Resolve.Root(
                async (batch, cancellationToken) =>
                {
                    var request = ApiRequest.Of(batch);
                    var paging = Paging.Of(batch.Arguments, options);
                    var query = ListArguments.QueryOf(shape, batch, options) with
                    {
                        Skip = paging.Skip,
                        Take = paging.First,
                        Scope = EnvelopeFields.AreEnvelope(batch.Projection.FieldsOf(shape.ObjectType))
                            ? ContentScope.Envelope
                            : ContentScope.Document,
                    };
                    return request.ToNodes(
                        (await request.ListAsync(query, cancellationToken)).Items,
                        ListArguments.CultureOf(shape, batch.Arguments)
                    );
                }
            ),
        };

    private FieldDefinition Contained(ItemShape shape, IReadOnlyList<ItemShape> shapes)
    {
        var list = new ContainedRootList(shape, shapes, options);
        return new(ApiNames.Camel(shape.Type.Name), shape.ObjectType.List())
        {
            Description = $"{shape.ObjectType.Description} Those that lie in items of other types, as their editors have ordered them.",
            Arguments = ListArguments.Of(shape),
            CostWeight = Costs.Query,
            ItemCostWeight = Costs.Item,
            PageSize = Paging.SizeOf,
            Resolver = Resolve.Root<IReadOnlyList<ItemNode>>(list.ReadAsync),
        };
    }

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
            UserType,
            () =>
                [
                    FieldDefinition.Of("userId", ScalarType.String, "The id of the user or the key.", (UserNode node) => node.Id),
                    FieldDefinition.Of("userName", ScalarType.String, "The name of the user or the key.", (UserNode node) => node.Name),
                    FieldDefinition.Of(
                        "email",
                        ScalarType.String,
                        "Always null: addresses are not given out.",
                        (UserNode _) => (string?)null
                    ),
                    FieldDefinition.Of(
                        "phoneNumber",
                        ScalarType.String,
                        "Always null: numbers are not given out.",
                        (UserNode _) => (string?)null
                    ),
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
            CultureType,
            () =>
                [
                    FieldDefinition.Of("culture", ScalarType.String, "Its name, such as \"nb\".", (SiteCultureNode node) => node.Culture),
                    FieldDefinition.Of(
                        "default",
                        ScalarType.Boolean,
                        "Whether the site answers in it when nothing is asked.",
                        (SiteCultureNode node) => node.IsDefault
                    ),
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
        new("mediaAssets", MediaFields.Asset().List())
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
                    ? request
                        .Service<MediaListing>()
                        .List(
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

/// <summary>A language of the site.</summary>
internal sealed record SiteCultureNode(string Culture, bool IsDefault);
