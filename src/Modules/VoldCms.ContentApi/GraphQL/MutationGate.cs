using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Mutations;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>
/// What a request must be to change something: POST of <c>application/json</c>, which no form and no link of another page can send; by
/// somebody who may; and not the second of its <c>Idempotency-Key</c>. Scoped.
/// </summary>
internal sealed class MutationGate(ContentMutations mutations, IdempotentRequests requests, CurrentPrincipal principal)
{
    public const string KeyHeader = "Idempotency-Key";

    private const int MaxKeyLength = 200;

    /// <summary>Lets the request in, or says how it is answered instead.</summary>
    /// <param name="context">The request.</param>
    /// <param name="schema">The tenant's.</param>
    /// <param name="request">What is asked; its document is there.</param>
    /// <returns>Its turn; to be disposed of when it has been run.</returns>
    public async ValueTask<MutationTurn> EnterAsync(HttpContext context, ApiSchema schema, GraphQLHttpRequest request)
    {
        if (FindRefusal(context, schema, request.Form) is { } refusal)
        {
            return MutationTurn.AnsweredBy(refusal);
        }

        if (context.Request.Headers[KeyHeader] is not { Count: > 0 } keys)
        {
            return MutationTurn.Unkeyed;
        }

        if (principal.Value.Kind == PrincipalKind.Anonymous || keys is not [{ Length: > 0 and <= MaxKeyLength } key])
        {
            return MutationTurn.AnsweredBy(
                Refuse(
                    StatusCodes.Status400BadRequest,
                    "idempotency.invalid-key",
                    $"{KeyHeader} is one text of 1 to {MaxKeyLength} characters, of somebody who is known."
                )
            );
        }

        var hash = IdempotentRequests.Hash(
            JsonSerializer.Serialize([request.Query, request.OperationName, request.VariablesText], RequestJson.Default.StringArray)
        );
        switch (await requests.ClaimAsync(key, hash, context.RequestAborted))
        {
            case KnownRequest.Answered known:
                context.Response.Headers["Idempotent-Replayed"] = "true";
                return MutationTurn.AnsweredBy(known.Answer);
            case KnownRequest.Other:
                return MutationTurn.AnsweredBy(
                    Refuse(
                        StatusCodes.Status422UnprocessableEntity,
                        "idempotency.other-request",
                        $"The {KeyHeader} has been used for another request."
                    )
                );
            case KnownRequest.Unknown:
                return MutationTurn.AnsweredBy(
                    Refuse(
                        StatusCodes.Status409Conflict,
                        "idempotency.outcome-unknown",
                        $"A request with this {KeyHeader} is being worked on, was cut off, or had too large an answer to be kept."
                    )
                );
            default:
                return MutationTurn.Of(key, requests, mutations);
        }
    }

    private Answer? FindRefusal(HttpContext context, ApiSchema schema, RequestForm form)
    {
        if (form == RequestForm.Get)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return Refuse(StatusCodes.Status405MethodNotAllowed, "mutation.method", "Only queries are run by GET.");
        }

        if (form != RequestForm.Json)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "mutation.media-type", "A mutation is sent as application/json.");
        }

        if (new Authorizer(schema.Configuration.Roles).Allows(principal.Value, ContentApiPermissions.ExecuteGraphQLMutations))
        {
            return null;
        }

        return Refuse(
            Challenge.Refuse(context, principal.Value),
            "mutation.not-allowed",
            $"Mutations need the permission {ContentApiPermissions.ExecuteGraphQLMutations.Name}."
        );
    }

    private static Answer Refuse(int status, string code, string message) => new(status, ErrorBody.Of(code, message));
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class RequestJson : JsonSerializerContext;
