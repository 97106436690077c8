using System.Collections.Immutable;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Results;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Mutations;

/// <summary>The mutation type: four fields for each content type whose items stand alone.</summary>
internal sealed class MutationFields(IReadOnlyList<ItemShape> shapes, Descriptions descriptions)
{
    /// <summary>The name of the type.</summary>
    public const string TypeName = "Mutation";

    private readonly ContentInputs _inputs = new(shapes, descriptions);

    /// <summary>The type; null when there is nothing to write.</summary>
    public ObjectType? Define() =>
        shapes.Any(shape => shape.StandsAlone)
            ? new ObjectType(TypeName, () => shapes.Where(shape => shape.StandsAlone).SelectMany(FieldsOf).DistinctBy(field => field.Name))
            {
                Description =
                    "Each field is a transaction of its own. Needs the permission ExecuteGraphQLMutations, and those about content.",
            }
            : null;

    private IEnumerable<FieldDefinition> FieldsOf(ItemShape shape)
    {
        var name = shape.Type.Name;
        var input = _inputs.Of(shape);
        yield return new($"save{name}Draft", shape.ObjectType)
        {
            Description =
                "Saves without making public: a new item, or a change of the one that is named. Gives the draft; null when it may not "
                + "be seen.",
            CostWeight = Costs.Write,
            Arguments =
            [
                Id(isRequired: false),
                BasedOn(),
                new("content", input.Type.NonNull())
                {
                    Description = "What is not given stays; null takes away; a list takes the place of the list.",
                },
            ],
            Resolver = Changes(shape, input, static (mutations, edit, stop) => mutations.SaveDraftAsync(edit, stop)),
        };
        yield return new($"publish{name}", shape.ObjectType)
        {
            Description =
                "Makes the newest version public; with content, saves that first, in the same transaction. Gives the item; null when "
                + "it may not be seen.",
            CostWeight = Costs.Write,
            Arguments = [Id(isRequired: false), BasedOn(), new("content", input.Type) { Description = "Without an id, a new item." }],
            Resolver = Changes(shape, input, static (mutations, edit, stop) => mutations.PublishAsync(edit, stop)),
        };
        yield return new($"unpublish{name}", shape.ObjectType)
        {
            Description =
                "Takes the item off the site; its newest version stays as a draft. Gives the draft; null when it may not be seen.",
            CostWeight = Costs.Write,
            Arguments = [Id(isRequired: true), BasedOn()],
            Resolver = Changes(shape, input, static (mutations, edit, stop) => mutations.UnpublishAsync(edit, stop)),
        };
        yield return new($"remove{name}", ScalarType.Id)
        {
            Description = "Removes the item; its versions stay in its history. Gives its id.",
            CostWeight = Costs.Write,
            Arguments = [Id(isRequired: true), BasedOn()],
            Resolver = Resolve.Root(
                async (batch, stop) =>
                {
                    var edit = Read(shape, input, batch.Arguments);
                    var removed = await ApiRequest.Of(batch).Service<ContentMutations>().RemoveAsync(edit, stop);
                    return removed.TryGet(out var item, out var error) ? item.Latest.ContentItemId.Value : throw Failure(error, input);
                }
            ),
        };
    }

    private static InputValueDefinition Id(bool isRequired) =>
        new("contentItemId", isRequired ? ScalarType.Id.NonNull() : ScalarType.Id)
        {
            Description = isRequired ? "The item." : "The item; not given: a new one.",
        };

    private static InputValueDefinition BasedOn() =>
        new("basedOn", ScalarType.Id)
        {
            Description = "The contentItemVersionId that was edited: refused when another is the newest. Not given: whatever is newest.",
        };

    private static FieldResolver Changes(
        ItemShape shape,
        ContentInput input,
        Func<ContentMutations, ContentEdit, CancellationToken, ValueTask<Result<ContentItem>>> change
    ) =>
        Resolve.Root(
            async (batch, stop) =>
            {
                var request = ApiRequest.Of(batch);
                var mutations = request.Service<ContentMutations>();
                var changed = await change(mutations, Read(shape, input, batch.Arguments), stop);
                if (!changed.TryGet(out var stored, out var error))
                {
                    throw Failure(error, input);
                }

                // What an earlier field of the request has read may be what this one has changed.
                request.Forget();
                return await mutations.FindAsync(stored.ContentItemId, stop) is { } item ? request.FindNode(item) : null;
            }
        );

    private static ContentEdit Read(ItemShape shape, ContentInput input, ArgumentValues arguments)
    {
        var content = arguments.Get<IReadOnlyDictionary<string, object?>>("content");
        var id = arguments.Get<string>("contentItemId") is { Length: > 0 } given
            ? new ContentItemId(InputValues.Checked(given))
            : default(ContentItemId?);
        var basedOn = arguments.Get<string>("basedOn") is { Length: > 0 } version
            ? new ContentItemVersionId(InputValues.Checked(version))
            : default(ContentItemVersionId?);
        return id is null && content is null
            ? throw Failure(
                Invalid.Of("content.invalid-shape", [new("contentItemId", "is missing; expected an item, or content for a new one")]),
                input
            )
            : new(
                shape,
                id,
                basedOn,
                content is null ? null : input.ToJson(content),
                content?.GetValueOrDefault("displayText") is string text ? InputValues.Checked(text) : null
            );
    }

    /// <summary>The error as clients get it: a stable code, and for what was given every fault with its place.</summary>
    private static GraphQLException Failure(Error error, ContentInput input)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = error.Code };
        if (error is Invalid invalid)
        {
            extensions["problems"] = invalid
                .Problems.Where(problem => !problem.IsWarning)
                .Select(problem => new Dictionary<string, object?>
                {
                    ["path"] = problem.Path,
                    ["input"] = input.FindInputPath(problem.Path) is { } path ? $"content.{path}" : null,
                    ["message"] = problem.Message,
                })
                .ToImmutableArray();
        }

        return new(new GraphQLError(error.Message) { Extensions = extensions });
    }
}
