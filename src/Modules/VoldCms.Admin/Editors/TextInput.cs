using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>One input of a form as its partial shows it. Immutable.</summary>
/// <param name="Field">The field.</param>
/// <param name="Name">The input's name; its id is the field's, so that the label leads to it.</param>
/// <param name="Value">What stands in it.</param>
internal sealed record TextInput(EditedField Field, string Name, string Value)
{
    /// <summary>Of the input, such as <c>tel</c>.</summary>
    public string Type { get; init; } = "text";

    /// <summary>Which keys a phone shows; null for those of the type.</summary>
    public string? InputMode { get; init; }

    /// <summary>Shown, and not to be changed.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>How many lines a text area shows at first.</summary>
    public int Rows { get; init; } = 3;
}
