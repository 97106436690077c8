using System.Text.Json;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Resolves fields that have no resolver: from parents that are JSON objects or dictionaries, the member of the field's name. Of any
/// other parent it is an error, because nothing is read by reflection.
/// </summary>
internal static class DefaultResolver
{
    public static ValueTask ResolveAsync(FieldBatch batch, CancellationToken cancellationToken)
    {
        var name = batch.Field.Name;
        var parents = batch.Parents;
        for (var row = 0; row < parents.Length; row++)
        {
            if (TryRead(parents[row], name, out var value))
            {
                batch.Set(row, value);
            }
            else
            {
                batch.SetError(row, $"The field \"{name}\" has no resolver.");
            }
        }

        return default;
    }

    /// <summary>A member that is missing is null; false when <paramref name="parent"/> has no members to look at.</summary>
    public static bool TryRead(object? parent, string name, out object? value)
    {
        switch (parent)
        {
            case JsonElement { ValueKind: JsonValueKind.Object } json:
                value = json.TryGetProperty(name, out var member) ? member : null;
                return true;
            case IReadOnlyDictionary<string, object?> members:
                value = members.GetValueOrDefault(name);
                return true;
            default:
                value = null;
                return parent is null;
        }
    }
}
