using System.Collections.Immutable;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Json;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>One or some of a closed list. Immutable.</summary>
/// <param name="Field">The field.</param>
/// <param name="Name">Of the inputs.</param>
/// <param name="Options">What can be chosen, and whether it is.</param>
internal sealed record Choice(EditedField Field, string Name, ImmutableArray<ChoiceOption> Options)
{
    /// <summary>Only one can be chosen.</summary>
    public bool IsSingle { get; init; }

    /// <summary>The name of the input that says that the choices were on the form: of those that are not ticked nothing is sent.</summary>
    public string ShownName => Field.InputName("shown");
}

/// <summary>One of them. Immutable.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Text">What people see.</param>
/// <param name="IsChosen">Whether it is chosen.</param>
internal sealed record ChoiceOption(string Value, Wording Text, bool IsChosen);

/// <summary>A text that is one of a closed list.</summary>
internal sealed class ChoiceEditor : FieldEditor
{
    public override EditorKey Key => new("TextField", "PredefinedList");

    public override string Partial => "_Choice";

    public override string? TextOf(EditedField field, object model) =>
        OptionsOf(field).FirstOrDefault(option => option.Value == Stored(field))?.Name ?? base.TextOf(field, model);

    protected override object Show(EditedField field)
    {
        var name = field.InputName(field.Main.Name);
        var chosen = field.Typed?.Text(name) ?? Stored(field);
        var options = OptionsOf(field).Select(option => new ChoiceOption(option.Value, option.Name, option.Value == chosen)).ToList();
        if (chosen.Length > 0 && !options.Exists(option => option.IsChosen))
        {
            // It was allowed once: it stays until somebody chooses another.
            options.Add(new(chosen, chosen, true));
        }

        return new Choice(field, name, [.. options.Prepend(new("", field.T["Nothing chosen"], chosen.Length == 0))]);
    }

    protected override FieldReading Read(EditedField field, PostedValues posted) =>
        posted.Text(field.InputName(field.Main.Name)) is not { } typed || typed == Stored(field) ? FieldReading.Unchanged
        : typed.Length == 0 ? Change(field, field.Main.Name, null)
        : OptionsOf(field).Any(option => option.Value == typed) ? Change(field, field.Main.Name, typed)
        : new(null, field.T["Choose one of the list."]);

    private static string Stored(EditedField field) => field.Value?.FindText(field.Main.Name) ?? "";

    private static ListOption[] OptionsOf(EditedField field) =>
        [.. field.Settings.Get<TextFieldPredefinedListEditorSettings>().Options.Where(option => option.Value.Length > 0)];
}
