using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Lists;

/// <summary>
/// What has changed since a reader last asked, for copies that are kept elsewhere: what is public anew, and a tombstone for what is public
/// no more. Nothing is said of what the reader never could see.
/// </summary>
internal sealed class ChangeTypes(ContentApiOptions options, InterfaceType contentItem, IReadOnlyList<ItemShape> shapes)
{
    private const string ChangesType = "ContentChanges";
    private const string ChangeType = "ContentChange";
    private const string KindType = "ChangeKind";

    private static readonly EnumType s_kind = new(
        KindType,
        new EnumValueDefinition("PUBLISHED") { Value = true, Description = "It is public, in this version since then." },
        new EnumValueDefinition("REMOVED") { Value = false, Description = "It was public until then." }
    )
    {
        Description = "What has become of an item.",
    };

    /// <summary>The names of the types that are made here.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [ChangesType, ChangeType, KindType];

    public FieldDefinition Define()
    {
        var change = new ObjectType(
            ChangeType,
            () =>
                [
                    FieldDefinition.Of(
                        "contentItemId",
                        ScalarType.String.NonNull(),
                        "The item.",
                        (ContentChange node) => node.ContentItemId.Value
                    ),
                    FieldDefinition.Of(
                        "contentType",
                        ScalarType.String.NonNull(),
                        "What it is, or was.",
                        (ContentChange node) => node.ContentType
                    ),
                    FieldDefinition.Of("kind", s_kind.NonNull(), "What has become of it.", (ContentChange node) => node.IsPublished),
                    FieldDefinition.Of(
                        "atUtc",
                        ApiScalars.DateTime.NonNull(),
                        "When that happened.",
                        (ContentChange node) => ContentItemJson.WriteInstant(node.AtUtc)
                    ),
                    new("contentItem", contentItem)
                    {
                        Description = "The item as it is now; null of what was removed.",
                        Resolver = ItemsAsync,
                    },
                ]
        )
        {
            Description = "That an item has become public in another version, or is public no more.",
        };
        var changes = new ObjectType(
            ChangesType,
            () =>
                [
                    new("changes", change.NonNull().List().NonNull())
                    {
                        Description = "Each item once, with what became of it last; the oldest change first.",
                        PageSize = _ => 1,
                        Resolver = (batch, _) =>
                        {
                            var items = batch.Projection.FieldsOf(change).Any(field => field.Definition.Name == "contentItem")
                                ? ApiRequest.Of(batch).Items
                                : null;
                            for (var row = 0; row < batch.Count; row++)
                            {
                                var page = batch.GetParent<ChangesNode>(row);
                                items?.Expect(
                                    VersionState.Published,
                                    page.Changes.Where(each => each.IsPublished).Select(each => each.ContentItemId.Value)
                                );
                                batch.Set(row, page.Changes);
                            }

                            return default;
                        },
                    },
                    FieldDefinition.Of(
                        "cursor",
                        ScalarType.String.NonNull(),
                        "Give it as since the next time.",
                        (ChangesNode page) => page.Cursor
                    ),
                    FieldDefinition.Of(
                        "hasMore",
                        ScalarType.Boolean.NonNull(),
                        "Whether to ask again at once.",
                        (ChangesNode page) => page.HasMore
                    ),
                ]
        )
        {
            Description = "A page of changes.",
        };
        return new("changes", changes)
        {
            Description =
                "What is public anew and what is public no more, since a cursor; without one, all that is public. Null beside an error.",
            Arguments =
            [
                new("since", ScalarType.String) { Description = "The cursor of the last answer." },
                new("contentTypes", ScalarType.String.NonNull().List()) { Description = "Of these types; of all when not given." },
                new("first", ScalarType.Int) { Description = "How many at most." },
            ],
            CostWeight = Costs.Scan,
            ItemCostWeight = Costs.NamedItem,
            PageSize = Paging.SizeOf,
            Resolver = Resolve.Root(
                async (batch, cancellationToken) =>
                {
                    var since = batch.Arguments.Get<string>("since") is { Length: > 0 } cursor ? cursor : null;
                    var first = Paging.Of(batch.Arguments, options).First;
                    var asked = (batch.Arguments.Get<object?[]>("contentTypes") ?? [])
                        .OfType<string>()
                        .ToHashSet(StringComparer.OrdinalIgnoreCase);
                    var types = shapes.Select(shape => shape.Type.Name).Where(type => asked.Count == 0 || asked.Contains(type)).ToList();
                    var found =
                        types.Count == 0
                            ? []
                            : await ApiRequest
                                .Of(batch)
                                .ListChangesAsync([.. types], since is null ? null : Read(since), first + 1, cancellationToken);
                    var page = found.Take(first).ToArray();
                    return new ChangesNode(
                        page,
                        page is [.., var last] ? Write(last.Position) : since ?? Write(new(DateTimeOffset.MinValue, new(""))),
                        found.Length > first
                    );
                }
            ),
        };
    }

    private static ValueTask ItemsAsync(FieldBatch batch, CancellationToken cancellationToken) =>
        ApiRequest
            .Of(batch)
            .Items.SetOneAsync(batch, (ContentChange change) => change.IsPublished ? change.ContentItemId.Value : null, cancellationToken);

    private static string Write(ChangePosition position) =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{position.AtUtc.UtcTicks}:{position.ContentItemId.Folded}")
            )
        );

    /// <exception cref="GraphQLException">It is no cursor of ours.</exception>
    private static ChangePosition Read(string cursor)
    {
        if (cursor.Length <= 400 && Base64Url.IsValid(cursor))
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (
                colon > 0
                && long.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && ticks <= DateTimeOffset.MaxValue.UtcTicks
                && !text.Contains('\0', StringComparison.Ordinal)
            )
            {
                return new(new DateTimeOffset(ticks, TimeSpan.Zero), new(text[(colon + 1)..]));
            }
        }

        throw Refusal.Of("cursor.invalid", "\"since\" is no cursor; give the cursor of the last answer.");
    }
}

/// <summary>A page of changes.</summary>
internal sealed record ChangesNode(IReadOnlyList<ContentChange> Changes, string Cursor, bool HasMore);
