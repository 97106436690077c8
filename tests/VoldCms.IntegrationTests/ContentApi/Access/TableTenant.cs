using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>A tenant with every item of the table, its number in the words of its items, and the keys to it.</summary>
internal sealed record TableTenant(int Number, ApiTenant Api, IReadOnlyDictionary<Reader, string> Tokens)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public (string Name, string Value)[] HeadersOf(Reader reader) =>
        reader.IsKey ? [ApiCall.Bearer(Tokens[reader])]
        : reader.Name is { } role ? [(ApiSite.WhoHeader, role)]
        : [];

    public static async Task<TableTenant> CreateAsync(ApiSite site, int number)
    {
        var tenant = await site.CreateTenantAsync(
            Definitions
                .With(
                    """{ "FieldName": "ContentPickerField", "Name": "Related" }""",
                    """{ "FieldName": "ContentPickerField", "Name": "Related","""
                        + """ "Settings": { "ContentPickerFieldSettings": { "DisplayedContentTypes": ["HelpPage"] } } }"""
                )
                .With(
                    """{ "FieldName": "NumericField", "Name": "Order" }""",
                    """{ "FieldName": "NumericField", "Name": "Order" }, { "FieldName": "TextField","""
                        + """ "Name": "State" }, { "FieldName": "DateField", "Name": "DeadlineDate" }"""
                )
        );
        string[] Granted(Reader reader) => ["ExecuteGraphQL", "AccessContentApi", "ExecuteApiAll", .. reader.Permissions];
        await tenant.Content.SetAsync(
            Roles.DocumentName,
            new Roles([
                new(Roles.Authenticated, "", []),
                .. Reader
                    .All.Where(reader => !reader.IsKey)
                    .Select(reader => new Role(reader.Name ?? Roles.Anonymous, "", [.. Granted(reader)])),
            ]).ToJson()
        );
        var tokens = new Dictionary<Reader, string>();
        foreach (var reader in Reader.All.Where(reader => reader.IsKey))
        {
            tokens.Add(reader, (await tenant.CreateKeyAsync(new() { Name = reader.Name!, Permissions = [.. Granted(reader)] })).Token);
        }

        var versions = Cell.All.Append(Cell.Holder).SelectMany(cell => cell.Versions).ToList();
        var withdrawn = versions.Where(version => version.Item.Life == Life.Withdrawn).ToList();
        await tenant.Content.PublishAsync([
            Item("HelpCentre", "centre") with
            {
                Owner = Reader.UserId,
            },
            .. versions.Where(version => version.IsPublished).Concat(withdrawn).SelectMany(version => version.ToItems(number)),
        ]);
        foreach (
            var draft in versions.Where(version => !version.IsPublished).Except(withdrawn).SelectMany(version => version.ToItems(number))
        )
        {
            await tenant.Content.SaveDraftAsync(draft);
        }

        await tenant.Content.WriteAsync(async work =>
        {
            foreach (var item in withdrawn.SelectMany(version => version.ToItems(number)))
            {
                var live = await work.Content.LoadAsync(item.ContentItemId, Stop);
                await work.Content.SaveAsync(live, live with { Published = null }, Stop);
            }

            return 0;
        });
        return new(number, tenant, tokens);
    }
}

internal static class SampleText
{
    /// <summary>The text with one piece in the place of another, which must be there.</summary>
    public static string With(this string text, string piece, string other)
    {
        Assert.Contains(piece, text, StringComparison.Ordinal);
        return text.Replace(piece, other, StringComparison.Ordinal);
    }
}
