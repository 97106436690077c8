using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using VoldCms.ContentApi.Http;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Errors;

namespace VoldCms.ContentApi.Rest;

/// <summary>
/// Items as JSON (contract, section 6). What is read goes through the reader, what is written through the actions; an answer to a write
/// is read again, so that it holds no more than the writer may see. Scoped.
/// </summary>
internal sealed class ContentEndpoint(
    ContentReader reader,
    RestItems items,
    GivenValues values,
    SaveDraft saveDraft,
    SaveAndPublish saveAndPublish,
    Remove remove,
    IUnitOfWorkFactory works,
    RestAccess access,
    CurrentPrincipal principal
)
{
    private const int MaxBodyBytes = 1024 * 1024;

    /// <summary>How items are written.</summary>
    public static JsonSerializerOptions Json { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>GET: the published version.</summary>
    public async Task GetAsync(HttpContext context, string id)
    {
        await WriteAsync(context, await FindAsync(id, VersionState.Published, context.RequestAborted), id);
    }

    /// <summary>DELETE: removes the item, and answers with what it was.</summary>
    public async Task DeleteAsync(HttpContext context, string id)
    {
        var condition = new IfMatch(context.Request);
        if ((await RemoveAsync(id, condition, context.RequestAborted)).TryGet(out var removed, out var error))
        {
            await WriteAsync(context, removed, id);
            return;
        }

        await (condition.FindRefusal(error) ?? access.ToResult(error)).ExecuteAsync(context);
    }

    /// <summary>POST: a new item, or a change of one that is stored; published unless <c>draft=true</c>.</summary>
    public async Task PostAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        if (!IsJson(context.Request))
        {
            await TypedResults
                .Problem(
                    "The body is a content item, application/json.",
                    statusCode: StatusCodes.Status415UnsupportedMediaType,
                    type: "urn:voldcms:content.media-type"
                )
                .ExecuteAsync(context);
            return;
        }

        // What is somewhat too large is taken in and left unread: whoever sent it gets an answer and not a broken connection.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = 2L * MaxBodyBytes;
        }

        var given = await ReadAsync(context.Request, stop);
        if (!given.TryGet(out var item, out var error))
        {
            await access.ToResult(error).ExecuteAsync(context);
            return;
        }

        var isDraft = string.Equals(context.Request.Query["draft"], "true", StringComparison.OrdinalIgnoreCase);
        var condition = new IfMatch(context.Request);
        if (!(await StoreAsync(item, isDraft, condition, stop)).TryGet(out var stored, out error))
        {
            await (condition.FindRefusal(error) ?? access.ToResult(error)).ExecuteAsync(context);
            return;
        }

        var id = stored.ContentItemId.Value;
        await WriteAsync(context, await FindAsync(id, isDraft ? VersionState.Latest : VersionState.Published, stop), id);
    }

    private async ValueTask<Result<ContentItem>> StoreAsync(
        ContentItem given,
        bool isDraft,
        IfMatch condition,
        CancellationToken cancellationToken
    )
    {
        await values.PrepareAsync(given.ContentType, given.Content, cancellationToken);
        await using var work = await works.BeginAsync(cancellationToken);
        var request = new SaveRequest
        {
            ContentItemId = given.ContentItemId.Value.Length > 0 ? given.ContentItemId : null,
            ContentType = given.ContentType,
            Changes = given.Content,
            DisplayText = given.DisplayText,
            BasedOn = condition.Versions,
            IsPosted = true,
        };
        var stored = isDraft
            ? await saveDraft.RunAsync(work, request, cancellationToken)
            : await saveAndPublish.RunAsync(work, request, cancellationToken);
        if (stored.IsSuccess)
        {
            await work.CommitAsync(cancellationToken);
        }

        return stored;
    }

    // What the writer cannot read is not there, whatever else would be wrong with it, and is not removed.
    private async ValueTask<Result<ContentItem>> RemoveAsync(string id, IfMatch condition, CancellationToken cancellationToken)
    {
        if (!IsPossible(id))
        {
            return NoSuchItem(id);
        }

        await using var work = await works.BeginAsync(cancellationToken);
        var edited = new EditedItem(new(id)) { BasedOn = condition.Versions };
        if ((await remove.RunAsync(work, edited, cancellationToken)).TryGet(out var removed, out var error))
        {
            if (await reader.ShowAsync(removed.Latest, removed.Published, cancellationToken) is not { } shown)
            {
                return NoSuchItem(id);
            }

            await work.CommitAsync(cancellationToken);
            return shown with { Latest = false, Published = false };
        }

        var isSeen =
            await FindAsync(id, VersionState.Latest, cancellationToken) is not null
            || await FindAsync(id, VersionState.Published, cancellationToken) is not null;
        return isSeen ? error : NoSuchItem(id);
    }

    private static bool IsPossible(string id) => !id.Contains('\0', StringComparison.Ordinal);

    private static NotFound NoSuchItem(string id) => new("content.not-found", $"There is no content item {id}.");

    private async ValueTask<ContentItem?> FindAsync(string id, VersionState state, CancellationToken cancellationToken) =>
        IsPossible(id) ? await reader.FindAsync(new(id), cancellationToken, state) : null;

    private async Task WriteAsync(HttpContext context, ContentItem? item, string id)
    {
        if (item is null)
        {
            await NoSuchItem(id).ToProblem().ExecuteAsync(context);
            return;
        }

        var json = (await items.WriteAsync([item], context.RequestAborted))[0].ToJsonString(Json);
        var answer = new Answer(StatusCodes.Status200OK, Encoding.UTF8.GetBytes(json), $"{item.ContentItemVersionId}.");
        await AnswerWriter.WriteJsonAsync(context, answer, principal.Value);
    }

    private static async ValueTask<Result<ContentItem>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, MaxBodyBytes, cancellationToken);
        if (!StrictJson.TryParse(body, out var json, out var fault))
        {
            return Invalid.Of("content.invalid-shape", [new("", $"The body {fault}")]);
        }

        return json.ValueKind == JsonValueKind.Object
            ? ContentItemJson.Read(JsonObject.Create(json)!)
            : Invalid.Of("content.invalid-shape", [new("", "The body is a content item: a JSON object.")]);
    }

    // Only this type: a page of another origin cannot send it without asking first.
    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Negotiation.Json, StringComparison.OrdinalIgnoreCase);
}
