using System.Text.Json;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Definitions;

// The settings objects that the engine itself reads, under Orchard Core's names. Others stay in the bag untouched.

/// <summary>What may be done with items of a type.</summary>
public sealed record ContentTypeSettings
{
    /// <summary>In the "new" menu.</summary>
    public bool Creatable { get; init; }

    /// <summary>In content lists.</summary>
    public bool Listable { get; init; }

    /// <summary>May be saved without being published.</summary>
    public bool Draftable { get; init; }

    /// <summary>Each edit is a new version; else the item is edited in place.</summary>
    public bool Versionable { get; init; }

    /// <summary>Has permissions of its own.</summary>
    public bool Securable { get; init; }

    /// <summary>Empty for ordinary content.</summary>
    public string Stereotype { get; init; } = "";

    /// <summary>For editors; empty where the definition has none.</summary>
    public string Description { get; init; } = "";
}

/// <summary>How a part of a type is called and where it stands in the editor.</summary>
public sealed record ContentTypePartSettings
{
    /// <summary>The name that editors see; empty where the technical name is shown.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>For editors; empty where the definition has none.</summary>
    public string Description { get; init; } = "";

    /// <summary>A dotted order text, not a number.</summary>
    public string Position { get; init; } = "";
}

/// <summary>How a field of a part is called, and how and where it is edited.</summary>
public sealed record ContentPartFieldSettings
{
    /// <summary>The name that editors see; empty where the technical name is shown.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>For editors; empty where the definition has none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The editor's name, such as <c>PredefinedList</c>; empty for the field's ordinary one.</summary>
    public string Editor { get; init; } = "";

    /// <summary>A dotted order text, not a number.</summary>
    public string Position { get; init; } = "";
}

/// <summary>How a title comes about (Orchard Core's numbers).</summary>
public enum TitleOptions
{
    /// <summary>The editor writes it and may leave it empty.</summary>
    Editable = 0,

    /// <summary>Made of the pattern and shown to the editor, who cannot change it.</summary>
    GeneratedDisabled = 1,

    /// <summary>Made of the pattern and not shown in the editor.</summary>
    GeneratedHidden = 2,

    /// <summary>The editor writes it and may not leave it empty.</summary>
    EditableRequired = 3,
}

/// <summary>Where an item's title comes from.</summary>
public sealed record TitlePartSettings
{
    /// <summary>Who writes the title; <see cref="TitleOptions.Editable"/> where the definition does not say.</summary>
    public TitleOptions Options { get; init; }

    /// <summary>A Liquid template over the item; empty for none.</summary>
    public string Pattern { get; init; } = "";
}

/// <summary>Where an item's path comes from.</summary>
public sealed record AutoroutePartSettings
{
    /// <summary>Whether an editor may write another path than the pattern gives.</summary>
    public bool AllowCustomPath { get; init; }

    /// <summary>A Liquid template over the item; empty for none.</summary>
    public string Pattern { get; init; } = "";
}

/// <summary>What a bag may hold; nothing said is anything.</summary>
public sealed record BagPartSettings
{
    /// <summary>The names of the content types; empty for any.</summary>
    public string[] ContainedContentTypes { get; init; } = [];

    /// <summary>The stereotypes whose types it may hold; empty for any.</summary>
    public string[] ContainedStereotypes { get; init; } = [];
}

/// <summary>What a page of widgets may hold; nothing said is anything.</summary>
public sealed record FlowPartSettings
{
    /// <summary>The names of the content types; empty for any.</summary>
    public string[] ContainedContentTypes { get; init; } = [];
}

/// <summary>Where an item's alias comes from.</summary>
public sealed record AliasPartSettings
{
    /// <summary>Null where the definition does not say.</summary>
    public string? Pattern { get; init; }
}

/// <summary>What a list may hold.</summary>
public sealed record ListPartSettings
{
    /// <summary>The names of the content types; empty for any.</summary>
    public string[] ContainedContentTypes { get; init; } = [];

    /// <summary>Whether editors put the items in an order of their own.</summary>
    public bool EnableOrdering { get; init; }
}

/// <summary>One choice of a closed list.</summary>
public sealed record ListOption
{
    /// <summary>What people see.</summary>
    public string Name { get; init; } = "";

    /// <summary>What is stored.</summary>
    public string Value { get; init; } = "";
}

/// <summary>The choices of a text that is picked from a list.</summary>
public sealed record TextFieldPredefinedListEditorSettings
{
    /// <summary>In the order to show them.</summary>
    public ListOption[] Options { get; init; } = [];
}

/// <summary>The choices of a field of several texts.</summary>
public sealed record MultiTextFieldSettings
{
    /// <summary>In the order to show them.</summary>
    public ListOption[] Options { get; init; } = [];
}

/// <summary>Which items a field may name.</summary>
public sealed record ContentPickerFieldSettings
{
    /// <summary>Whether it may name several.</summary>
    public bool Multiple { get; init; }

    /// <summary>The names of the content types; empty for any.</summary>
    public string[] DisplayedContentTypes { get; init; } = [];
}

/// <summary>Which localization sets a field may name.</summary>
public sealed record LocalizationSetContentPickerFieldSettings
{
    /// <summary>Whether it may name several.</summary>
    public bool Multiple { get; init; }

    /// <summary>The names of the content types; empty for any.</summary>
    public string[] DisplayedContentTypes { get; init; } = [];
}

/// <summary>How a part is called wherever it is attached.</summary>
public sealed record ContentPartSettings
{
    /// <summary>The name that editors see; empty where the technical name is shown.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>For editors; empty where the definition has none.</summary>
    public string Description { get; init; } = "";
}

/// <summary>Where the terms of a field come from.</summary>
public sealed record TaxonomyFieldSettings
{
    /// <summary>The id of the taxonomy; empty where the definition does not say.</summary>
    public string TaxonomyContentItemId { get; init; } = "";

    /// <summary>Whether it may name one term only.</summary>
    public bool Unique { get; init; }
}

/// <summary>Ours: fields that not everybody may see. Other systems keep it as a setting they do not know.</summary>
public sealed record FieldVisibilitySettings
{
    /// <summary>As it is written: a name or a number of <see cref="VisibilityLevel"/>; absent or empty for what is public.</summary>
    public JsonElement Level { get; init; }

    /// <summary>Who may see the field; a level that nobody knows is secret, to be safe.</summary>
    public VisibilityLevel Visibility =>
        Level.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? VisibilityLevel.Public
            : Level.ToString() switch
            {
                "" or "0" => VisibilityLevel.Public,
                "1" => VisibilityLevel.Internal,
                var name => VisibilityLevels.Read(name),
            };
}
