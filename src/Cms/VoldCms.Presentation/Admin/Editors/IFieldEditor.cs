using System.Text.Json.Nodes;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Admin.Editors;

/// <summary>
/// How the values of one kind are shown in a form and read back: one class and one partial. Nothing else knows the kind. Scoped.
/// </summary>
public interface IFieldEditor
{
    /// <summary>Which fields it is for.</summary>
    EditorKey Key { get; }

    /// <summary>The partial that shows the inputs; its model is what <see cref="ShowAsync"/> gives.</summary>
    string Partial { get; }

    /// <summary>Whether there are several inputs, so that the label is the name of a group.</summary>
    bool IsGroup => false;

    /// <summary>What a stock part's own value is called where the definition has no name for it; null for fields, which have one.</summary>
    Wording? LabelOf(Texts texts) => null;

    /// <summary>What is said of the field where the definition says nothing; null for nothing.</summary>
    Wording? HintOf(EditedField field) => null;

    /// <summary>Whether the field is in the form at all.</summary>
    bool IsShown(EditedField field) => true;

    /// <summary>Whether an item may not be published without a value.</summary>
    bool IsRequired(EditedField field) => field.Field?.IsRequired == true;

    /// <summary>The models of the partial, for all the fields of the form at once and in their order.</summary>
    ValueTask<IReadOnlyList<object>> ShowAsync(IReadOnlyList<EditedField> fields, CancellationToken cancellationToken);

    /// <summary>What was typed, for all the fields of the form at once and in their order.</summary>
    ValueTask<IReadOnlyList<FieldReading>> ReadAsync(
        IReadOnlyList<EditedField> fields,
        PostedValues posted,
        CancellationToken cancellationToken
    );

    /// <summary>The value in words, for those who compare two of them; null when there is none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="model">What <see cref="ShowAsync"/> gave for it.</param>
    string? TextOf(EditedField field, object model);
}

/// <summary>Which fields an editor is for. Immutable.</summary>
/// <param name="Kind">The kind of a field, or the name of a stock part.</param>
/// <param name="Editor">The name of the editor in the field's settings; null for the ordinary one, and for any that nobody knows.</param>
public sealed record EditorKey(string Kind, string? Editor = null);

/// <summary>What an editor has read. Immutable.</summary>
/// <param name="Change">
/// What to lay over the stored object: objects merge, null takes away. Null where what was typed is what is stored.
/// </param>
/// <param name="Problem">Why what was typed is no value; null when it is one.</param>
public sealed record FieldReading(JsonObject? Change, Wording? Problem = null)
{
    /// <summary>What was typed is what is stored, or nothing was sent.</summary>
    public static FieldReading Unchanged { get; } = new((JsonObject?)null);
}
