using System.Text.Json.Nodes;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Links;

/// <summary>Tells the loader which items the fields below a link will ask for, so that the whole next level is read at once.</summary>
internal sealed class ExpectedItems
{
    private readonly PickerField? _link;
    private readonly ItemLoader _items;
    private readonly List<VersionState> _states = [];

    /// <param name="batch">Of the field that is stored.</param>
    /// <param name="link">The link that it is; null when it names no items, and nothing is expected.</param>
    /// <param name="type">Its type in the schema.</param>
    public ExpectedItems(FieldBatch batch, PickerField? link, ObjectType type)
    {
        _link = link;
        _items = ApiRequest.Of(batch).Items;
        foreach (var asked in link is null ? [] : batch.Projection.FieldsOf(type))
        {
            if (link!.ItemFields.Contains(asked.Definition.Name) && FindStatus(asked) is { } state && !_states.Contains(state))
            {
                _states.Add(state);
            }
        }
    }

    /// <summary>Expects what the stored field names.</summary>
    public void Add(JsonObject stored)
    {
        foreach (var state in _states)
        {
            _items.Expect(state, _link!.ItemsOf(stored));
        }
    }

    private static VersionState? FindStatus(ProjectedField field)
    {
        try
        {
            return CoreTypes.StatusOf(field.GetArguments());
        }
        catch (GraphQLException)
        {
            // The field will say so itself when its turn comes.
            return null;
        }
    }
}
