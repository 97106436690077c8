using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A text of several lines: the main property of a kind.</summary>
internal sealed class TextAreaEditor(string kind, string? editor = null) : TextEditor(kind, editor)
{
    private const int FewestRows = 3;
    private const int MostRows = 16;
    private const int LineLength = 80;

    public override string Partial => "_TextArea";

    protected override object Show(EditedField field)
    {
        var input = (TextInput)base.Show(field);
        var lines = input.Value.Split('\n').Sum(line => 1 + (line.Length / LineLength));
        return input with { Rows = Math.Clamp(lines + 1, FewestRows, MostRows) };
    }

    // Spaces at the beginning of a line may mean something.
    protected override string Tidy(string typed) => typed.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
}
