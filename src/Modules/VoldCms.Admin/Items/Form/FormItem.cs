using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Items.Form;

/// <summary>An item as a form has it: the one that is edited, or one that it contains. Immutable.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Content">The parts as they are stored; with the envelope where it is contained.</param>
/// <param name="Token">What stands for it in the order of its list; empty for the item that is edited.</param>
/// <param name="Parts">What of it can be edited, in the definition's order.</param>
/// <param name="Kept">The names of parts and fields that nobody knows how to edit; they stay as they are.</param>
internal sealed record FormItem(
    TypeModel Type,
    JsonObject Content,
    string Token,
    ImmutableArray<FormPart> Parts,
    ImmutableArray<string> Kept
)
{
    /// <summary>Every field, those of contained items too.</summary>
    public IEnumerable<EditedField> Fields =>
        Parts.SelectMany(part => part.Fields.Concat(part.Lists.SelectMany(list => list.Items).SelectMany(item => item.Fields)));

    /// <summary>What it is called; empty where it has no name.</summary>
    public string Name =>
        Content.FindText("DisplayText") is { Length: > 0 } text ? text : (Content[PartNames.Title] as JsonObject)?.FindText("Title") ?? "";
}

/// <summary>A part as a form has it. Immutable.</summary>
/// <param name="Part">As attached to its type.</param>
/// <param name="Heading">Null where its fields need none.</param>
/// <param name="Description">What it is for; null where nobody has said.</param>
/// <param name="Fields">Its fields, and what it holds of its own.</param>
/// <param name="Lists">Where it contains items.</param>
internal sealed record FormPart(
    PartModel Part,
    Wording? Heading,
    Wording? Description,
    ImmutableArray<EditedField> Fields,
    ImmutableArray<FormList> Lists
);

/// <summary>A place where a part contains items. Immutable.</summary>
/// <param name="Part">The part.</param>
/// <param name="Property">Where in the part.</param>
/// <param name="Name">The name of the inputs that say its order.</param>
/// <param name="Theirs">What somebody else has put there meanwhile; null when nobody has.</param>
/// <param name="IsPosted">Whether the form was sent with it.</param>
/// <param name="Allowed">The types that it may hold.</param>
/// <param name="Items">In their order.</param>
internal sealed record FormList(
    PartModel Part,
    string Property,
    string Name,
    string? Theirs,
    bool IsPosted,
    ImmutableArray<TypeModel> Allowed,
    ImmutableArray<FormItem> Items
)
{
    /// <summary>Where it stands in its item.</summary>
    public string Path => $"{Part.Name}.{Property}";
}
