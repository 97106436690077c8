using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using VoldCms.ContentApi.Computed;
using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.Rest;

/// <summary>
/// GET and POST <c>/api/queries/{name}</c>: the modules' named queries as JSON (contract, section 6). What there is none of and what one
/// may not ask look alike. Scoped.
/// </summary>
internal sealed class NamedQueryEndpoint(
    ComputationCatalog catalog,
    Computations computations,
    RestItems items,
    TenantConfigurations configurations,
    TenantContext tenant,
    RestAccess access,
    CurrentPrincipal principal,
    IOptions<ContentApiOptions> options
)
{
    private static readonly ImmutableArray<string> s_own = ["parameters", "first", "skip"];

    public async Task AnswerAsync(HttpContext context, string name)
    {
        var stop = context.RequestAborted;
        if (Find(await configurations.GetAsync(tenant.Id, stop), name) is not { } query)
        {
            await access.ToResult(new NotFound("query.not-found", "There is no query of that name.")).ExecuteAsync(context);
            return;
        }

        if (
            !(await ReadAsync(context.Request, query, stop)).TryGet(out var asked, out var error)
            || !(await computations.RunAsync(query, asked.Values, stop)).TryGet(out var found, out error)
        )
        {
            await access.ToResult(error).ExecuteAsync(context);
            return;
        }

        var all = ValueJson.Elements(query.Shape, found.Value);
        var page = asked.Page.Cut(all);
        JsonNode?[] elements =
            query.Shape is ValueShape.Items
                ? [.. await items.WriteAsync([.. page.Cast<ContentItem>()], stop)]
                : [.. page.Select(element => ValueJson.WriteElement(query.Shape, element))];
        var next = PageAddress.Next(context.Request, asked.Page, hasMore: all.Count - asked.Page.Skip > asked.Page.First);
        var answer = new JsonObject { ["items"] = new JsonArray(elements), ["next"] = next };
        await AnswerWriter.WriteJsonAsync(
            context,
            new Answer(StatusCodes.Status200OK, JsonBody.Of(answer, options.Value)),
            principal.Value
        );
    }

    private NamedQueryDefinition? Find(TenantConfiguration configuration, string name)
    {
        var query = catalog
            .QueriesOf(configuration.Model)
            .FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
        return query is not null && new Authorizer(configuration.Roles).Allows(principal.Value, query.Permission) ? query : null;
    }

    private async ValueTask<Result<Asked>> ReadAsync(HttpRequest request, NamedQueryDefinition query, CancellationToken cancellationToken)
    {
        var address = new AddressParameters(request.Query);
        try
        {
            if (request.Query.Keys.FirstOrDefault(key => !s_own.Contains(key, StringComparer.Ordinal)) is { } unknown)
            {
                throw new AddressFaultException(
                    unknown,
                    $"is none of {string.Join(", ", s_own)}; what the query is told is a JSON object in parameters"
                );
            }

            var page = address.Page(options.Value);
            var text =
                address.Find("parameters") is { } given ? Encoding.UTF8.GetBytes(given)
                : HttpMethods.IsPost(request.Method)
                    ? await RequestBody.ReadAsync(request, options.Value.MaxRequestBytes, cancellationToken)
                : [];
            if (text.Length == 0)
            {
                text = "{}"u8.ToArray();
            }

            if (!StrictJson.TryParse(text, out var json, out var fault))
            {
                throw new AddressFaultException("parameters", fault);
            }

            return json.ValueKind != JsonValueKind.Object ? throw new AddressFaultException("parameters", "is no JSON object.")
                : ParameterTypes.Read(query.Parameters, json).TryGet(out var values, out var error) ? new Asked(values, page)
                : error;
        }
        catch (AddressFaultException fault)
        {
            return Invalid.Of("query.invalid-parameters", [new(fault.Parameter, fault.Message)]);
        }
    }

    private sealed record Asked(ParameterValues Values, Paging Page);
}
