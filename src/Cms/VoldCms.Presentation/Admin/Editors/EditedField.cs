using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Admin.Editors;

/// <summary>A field of an item, or what a stock part holds of its own, as a form has it. Immutable.</summary>
public sealed record EditedField
{
    /// <summary>The part as attached to its type.</summary>
    public required PartModel Part { get; init; }

    /// <summary>The field; null for what the part holds of its own.</summary>
    public FieldModel? Field { get; init; }

    /// <summary>Where it stands in the item, as problems name it: <c>Service.Line</c>, <c>BagPart.ContentItems[2].Step.Text</c>.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// What the names and ids of its inputs begin with; unique in the form, and the same wherever in its list an item is moved.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What is stored: the field's object, or the part's; null when nothing is.</summary>
    public JsonObject? Value { get; init; }

    /// <summary>What was typed into a form that is shown again; null for a form that is opened.</summary>
    public PostedValues? Typed { get; init; }

    /// <summary>What editors call it.</summary>
    public required Wording Label { get; init; }

    /// <summary>What it is for; null where the label says it.</summary>
    public Wording? Hint { get; init; }

    /// <summary>What is wrong with what was typed; null when nothing is.</summary>
    public Wording? Problem { get; init; }

    /// <summary>What somebody else has written there meanwhile; null when nobody has.</summary>
    public string? Theirs { get; init; }

    /// <summary>An item may not be published without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The item's language; null for one without.</summary>
    public Culture? Culture { get; init; }

    /// <summary>The language of what is typed there where it is not the form's; for the inputs' <c>lang</c>.</summary>
    public string? Language => Culture is { } own && own.Name != T.Culture.Name ? own.Name : null;

    /// <summary>The interface's texts in the person's language.</summary>
    public required Texts T { get; init; }

    /// <summary>The time zone that moments are written in.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The settings of the field, or of the part in its type.</summary>
    public DefinitionSettings Settings => Field?.Definition.Settings ?? Part.Definition.Settings;

    /// <summary>The property that the field is about first.</summary>
    public StoredProperty Main => Field?.Kind?.Main ?? Part.Kind!.Properties[0];

    /// <summary>The id of the hint.</summary>
    public string HintId => $"{Name}-hint";

    /// <summary>The id of the problem.</summary>
    public string ProblemId => $"{Name}-problem";

    /// <summary>What describes its inputs to those who do not see it; null when nothing does.</summary>
    public string? DescribedBy =>
        (Hint, Problem) switch
        {
            (null, null) => null,
            (null, _) => ProblemId,
            (_, null) => HintId,
            _ => $"{HintId} {ProblemId}",
        };

    /// <summary>The name of one of its inputs; the first has that of the field.</summary>
    public string InputName(string property) => $"{Name}.{property}";
}
