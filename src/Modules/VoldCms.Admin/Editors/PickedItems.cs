using System.Collections.Immutable;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A picker as its partial shows it. Immutable.</summary>
/// <param name="Field">The field.</param>
/// <param name="ListName">The name of the inputs that have the ids, in their order.</param>
/// <param name="Picked">What is picked, in the editor's order.</param>
/// <param name="Choices">What can be picked.</param>
internal sealed record PickedItems(EditedField Field, string ListName, ImmutableArray<PickedItem> Picked, PickChoices Choices)
{
    /// <summary>Whether several can be picked.</summary>
    public bool IsMultiple { get; init; }

    /// <summary>The name of the input in which one writes what to pick.</summary>
    public string AddName => Field.InputName("add");

    /// <summary>What stands in it: what was typed and is nothing that can be picked.</summary>
    public string Typed { get; init; } = "";

    /// <summary>Whether this field brings the list of choices, which others of the form share.</summary>
    public bool BringsChoices { get; init; }
}

/// <summary>One thing that is picked. Immutable.</summary>
/// <param name="Id">What is stored.</param>
/// <param name="Name">What it is called; the id where nobody may know.</param>
/// <param name="Href">Its form; null where it has none.</param>
internal sealed record PickedItem(string Id, string Name, string? Href);

/// <summary>What the fields of a form that name items of the same types can pick. Immutable.</summary>
/// <param name="Id">Of the element with the choices.</param>
/// <param name="ByName">Ids by unique names.</param>
internal sealed record PickChoices(string Id, IReadOnlyDictionary<string, string> ByName);
