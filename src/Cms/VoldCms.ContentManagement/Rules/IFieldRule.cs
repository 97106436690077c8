using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Rules;

/// <summary>
/// What a module asks of the values of some fields beyond their shape, such as a syntax of its own. Whoever edits is refused,
/// an import is warned. Registered as a singleton; thread-safe.
/// </summary>
public interface IFieldRule
{
    /// <summary>Whether the rule is about the field, by its kind, editor or settings.</summary>
    bool IsAbout(FieldModel field);

    /// <summary>What is wrong with the stored value, worded as <c>is ...; expected ...</c>; null when nothing is.</summary>
    string? FindProblem(JsonObject value);
}
