using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Building;
using VoldCms.ContentApi.Http;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.Rest;

/// <summary>GET <c>/api/content?type=…</c>: a page of items as JSON, filtered and in order. Scoped.</summary>
internal sealed class ContentListEndpoint(
    ContentReader reader,
    RestItems items,
    TenantSchemas schemas,
    ITenantStore tenants,
    TenantContext tenant,
    RestAccess access,
    CurrentPrincipal principal
)
{
    public async Task GetAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        var versions = await tenants.ReadVersionsAsync(tenant.Id, stop);
        var schema = await schemas.GetAsync(tenant.Id, versions.ConfigurationVersion, stop);
        if (!ListAddress.Read(context.Request.Query, schema).TryGet(out var address, out var error))
        {
            await access.ToResult(error).ExecuteAsync(context);
            return;
        }

        // One more than the page tells whether there is a next one.
        var query = address.Query;
        var listed = await reader.ListAsync(query with { Take = query.Take + 1 }, stop);
        if (!listed.TryGet(out var page, out error))
        {
            await access.ToResult(error).ExecuteAsync(context);
            return;
        }

        var next = PageAddress.Next(context.Request, new(query.Take, null, query.Skip), hasMore: page.Items.Count > query.Take);
        var json = Write(await items.WriteAsync([.. page.Items.Take(query.Take)], stop), page, query, next);
        var answer = new Answer(StatusCodes.Status200OK, JsonBody.Of(json, schema.Options));
        await AnswerWriter.WriteJsonAsync(context, answer, principal.Value);
    }

    private static JsonObject Write(IReadOnlyList<JsonObject> items, ContentPage page, ContentQuery query, string? next)
    {
        var json = new JsonObject { ["items"] = new JsonArray([.. items]) };
        if (query.CountTotal)
        {
            json["totalCount"] = page.Total;
        }

        json["next"] = next;
        return json;
    }
}
