using VoldCms.ContentManagement.Definitions;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>The editors of this program by what they are for.</summary>
internal sealed class FieldEditors(IEnumerable<IFieldEditor> all)
{
    private readonly Dictionary<EditorKey, IFieldEditor> _byKey = all.ToDictionary(editor => editor.Key);

    /// <summary>
    /// The editor that the field's settings name, else the ordinary one of its kind; null for what nobody can edit.
    /// </summary>
    public IFieldEditor? Find(EditedField field)
    {
        var kind = field.Field is null ? field.Part.Definition.PartName : field.Field.Kind?.Name ?? "";
        var named = field.Field?.Definition.Settings.Get<ContentPartFieldSettings>().Editor;
        return string.IsNullOrEmpty(named)
            ? _byKey.GetValueOrDefault(new(kind))
            : _byKey.GetValueOrDefault(new(kind, named)) ?? _byKey.GetValueOrDefault(new(kind));
    }
}
