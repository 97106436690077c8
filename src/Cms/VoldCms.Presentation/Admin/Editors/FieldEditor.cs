using System.Text.Json.Nodes;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Admin.Editors;

/// <summary>An editor that needs to look at one field at a time only.</summary>
public abstract class FieldEditor : IFieldEditor
{
    /// <inheritdoc/>
    public abstract EditorKey Key { get; }

    /// <inheritdoc/>
    public abstract string Partial { get; }

    /// <inheritdoc/>
    public virtual bool IsGroup => false;

    /// <inheritdoc/>
    public virtual Wording? LabelOf(Texts texts) => null;

    /// <inheritdoc/>
    public virtual Wording? HintOf(EditedField field) => null;

    /// <inheritdoc/>
    public virtual bool IsShown(EditedField field) => true;

    /// <inheritdoc/>
    public virtual bool IsRequired(EditedField field) => field.Field?.IsRequired == true;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<object>> ShowAsync(IReadOnlyList<EditedField> fields, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<object>>([.. fields.Select(Show)]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FieldReading>> ReadAsync(
        IReadOnlyList<EditedField> fields,
        PostedValues posted,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<FieldReading>>([.. fields.Select(field => Read(field, posted))]);

    /// <inheritdoc/>
    public virtual string? TextOf(EditedField field, object model) =>
        field.Main.Values(field.Value?[field.Main.Name]).Select(value => value.ToString()).ToList() is { Count: > 0 } texts
            ? string.Join(", ", texts)
            : null;

    /// <summary>The model of the partial.</summary>
    protected abstract object Show(EditedField field);

    /// <summary>What was typed.</summary>
    protected abstract FieldReading Read(EditedField field, PostedValues posted);

    /// <summary>The reading of one property: a change where it is not what is stored.</summary>
    /// <param name="field">What was edited.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="value">What it is to be; null for nothing.</param>
    protected static FieldReading Change(EditedField field, string property, JsonNode? value) =>
        JsonNode.DeepEquals(field.Value?[property], value) ? FieldReading.Unchanged : new(new JsonObject { [property] = value });
}
