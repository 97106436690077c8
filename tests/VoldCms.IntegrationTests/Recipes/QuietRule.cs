using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Rules;

namespace VoldCms.IntegrationTests.Recipes;

/// <summary>A module's rule for the tests: a field with the editor <c>Quiet</c> holds no exclamation mark.</summary>
internal sealed class QuietRule : IFieldRule
{
    public bool IsAbout(FieldModel field) => field.Definition.Settings.Get<ContentPartFieldSettings>().Editor == "Quiet";

    public string? FindProblem(JsonObject value) =>
        value["Text"]?.GetValue<string>().Contains('!', StringComparison.Ordinal) == true ? "is loud; expected a quiet text" : null;
}
