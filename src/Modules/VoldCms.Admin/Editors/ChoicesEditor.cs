using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Json;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>Several texts of a closed list.</summary>
internal sealed class ChoicesEditor : FieldEditor
{
    public override EditorKey Key => new("MultiTextField");

    public override string Partial => "_Choices";

    public override bool IsGroup => true;

    protected override object Show(EditedField field)
    {
        var name = field.InputName(field.Main.Name);
        IReadOnlyList<string> chosen = field.Typed?.Has(field.InputName("shown")) == true ? field.Typed.All(name) : Stored(field);
        return new Choice(
            field,
            name,
            [.. OptionsOf(field).Select(option => new ChoiceOption(option.Value, option.Name, chosen.Contains(option.Value)))]
        );
    }

    protected override FieldReading Read(EditedField field, PostedValues posted)
    {
        if (!posted.Has(field.InputName("shown")))
        {
            return FieldReading.Unchanged;
        }

        var typed = posted.All(field.InputName(field.Main.Name));
        var stored = Stored(field);
        string[] kept = [.. stored.Where(value => typed.Contains(value) || OptionsOf(field).All(option => option.Value != value))];
        string[] chosen =
        [
            .. kept,
            .. typed.Where(value => !kept.Contains(value) && OptionsOf(field).Any(option => option.Value == value)),
        ];
        return chosen.SequenceEqual(stored)
            ? FieldReading.Unchanged
            : Change(field, field.Main.Name, new JsonArray([.. chosen.Select(value => (JsonNode)value)]));
    }

    private static IReadOnlyList<string> Stored(EditedField field) => field.Value.FindTexts(field.Main.Name);

    private static ListOption[] OptionsOf(EditedField field) => field.Settings.Get<MultiTextFieldSettings>().Options;
}
