using VoldCms.ContentManagement.Items;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>
/// An item of the table: its level, its owner and its life. It has the same id in every tenant, and says in each word where it is from.
/// </summary>
/// <param name="Level">0 public, 1 internal, 2 secret.</param>
/// <param name="IsOwn">The one who asks owns it.</param>
/// <param name="Life">What has happened to it.</param>
internal sealed record Cell(int Level, bool IsOwn, Life Life)
{
    public static string[] Levels { get; } = ["public", "internal", "secret"];

    public static Cell[] All { get; } =
    [
        .. from level in Enumerable.Range(0, Levels.Length)
        from isOwn in new[] { true, false }
        from life in Enum.GetValues<Life>()
        select new Cell(level, isOwn, life),
    ];

    /// <summary>The public page that links to every item, and that every item links to.</summary>
    public static Cell Holder { get; } = new(0, true, Life.Published);

    public string Id => ReferenceEquals(this, Holder) ? "holder" : $"{Levels[Level]}-{(IsOwn ? "own" : "other")}-{Life}".ToLowerInvariant();

    /// <summary>The versions that are kept.</summary>
    public IEnumerable<Version> Versions =>
        Life switch
        {
            Life.Published => [new(this, "published", IsPublished: true, IsLatest: true)],
            Life.Draft => [new(this, "draft", IsPublished: false, IsLatest: true)],
            Life.Withdrawn => [new(this, "withdrawn", IsPublished: false, IsLatest: true)],
            _ => [new(this, "published", IsPublished: true, IsLatest: false), new(this, "draft", IsPublished: false, IsLatest: true)],
        };

    /// <summary>The item as it is stored, with a step of each level in its bag.</summary>
    public ContentItem ToItem(Version version, int tenant)
    {
        var linked = ReferenceEquals(this, Holder) ? string.Join(',', All.Select(cell => $"\"{cell.Id}\"")) : $"\"{Holder.Id}\"";
        var steps = Levels.Select(
            (level, number) =>
                $$"""{ "ContentItemId": "{{Id}}-{{level}}", "ContentType": "Step","""
                + $$""" "Step": { "Text": { "Text": "{{version.Step(tenant, number)}}" }"""
                + $$""" }, "VisibilityPart": { "Level": { "Text": "{{level}}" } } }"""
        );
        return Page(
            Id,
            $$"""{ "Ingress": { "Text": "{{version.Ingress(tenant)}}" },"""
                + $$""" "Note": { "Text": "{{version.Note(tenant)}}" }, "Related": { "ContentItemIds": [{{linked}}] } }""",
            Levels[Level],
            parts: $$"""
            { "AutoroutePart": { "Path": "{{Id}}" }, "ContainedPart": { "ListContentItemId": "centre", "ListContentType": "HelpCentre" },
              "Steps": { "ContentItems": [{{string.Join(',', steps)}}] } }
            """
        ) with
        {
            Owner = IsOwn ? Reader.UserId : "u2",
            PublishedUtc = version.IsPublished ? new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero) : null,
        };
    }
}

/// <summary>What has happened to an item.</summary>
internal enum Life
{
    Published,
    Draft,
    Changed,

    /// <summary>Was public, and is no more.</summary>
    Withdrawn,
}

/// <summary>A version of an item, by what it says.</summary>
internal sealed record Version(Cell Item, string Name, bool IsPublished, bool IsLatest)
{
    public bool IsIn(string state) =>
        state switch
        {
            "PUBLISHED" => IsPublished,
            "DRAFT" => IsLatest && !IsPublished,
            "LATEST" => IsLatest,
            _ => true,
        };

    /// <summary>The item's page, and an overdue measure of the same level, owner and life.</summary>
    public IEnumerable<ContentItem> ToItems(int tenant)
    {
        var page = Item.ToItem(this, tenant);
        var measure = ApiSample.Item(
            "Measure",
            $"m-{Item.Id}",
            """{ "Measure": { "DeadlineDate": { "Value": "2020-01-01T00:00:00Z" }, "State": { "Text": "ongoing" } } }""",
            Cell.Levels[Item.Level]
        );
        return [page, measure with { DisplayText = Ingress(tenant), Owner = page.Owner, PublishedUtc = page.PublishedUtc }];
    }

    public string Ingress(int tenant) => $"t{tenant} {Item.Id} {Name}";

    public string Note(int tenant) => $"note {Ingress(tenant)}";

    public string Step(int tenant, int level) => $"step {level} {Ingress(tenant)}";

    /// <summary>The version as a reader of that level is to get it: id, text, internal note, and the steps of the bag.</summary>
    public string For(Reader reader, int tenant) =>
        string.Join(
            " | ",
            [
                Item.Id,
                Ingress(tenant),
                reader.Level > 0 ? Note(tenant) : "-",
                .. Enumerable.Range(0, reader.Level + 1).Select(level => Step(tenant, level)),
            ]
        );
}
