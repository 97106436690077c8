using System.Text;
using VoldCms.Data.Databases;

namespace VoldCms.Data.Querying;

/// <summary>A statement in the making: text, and the values that it names. Equal texts name their values in equal order.</summary>
internal sealed class SqlText
{
    private readonly StringBuilder _text = new();
    private readonly List<SqlArgument> _arguments = [];

    public ReadOnlySpan<SqlArgument> Arguments => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_arguments);

    /// <summary>Names a value and gives its parameter.</summary>
    public string Value(object value)
    {
        var name = $"p{_arguments.Count}";
        _arguments.Add(new(name, value));
        return "@" + name;
    }

    public SqlText Add(string text)
    {
        _text.Append(text);
        return this;
    }

    public override string ToString() => _text.ToString();
}
