using System.Runtime.CompilerServices;
using System.Text;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// The words of an error while they are put together. Nothing is put together when no more errors are wanted, and of a name that a
/// document made long only the beginning is told.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct ErrorMessage
{
    private const int LongestPart = 200;
    private readonly StringBuilder? _text;

    public ErrorMessage(int literalLength, int formattedCount, ValidationRule rule, out bool isWanted)
    {
        isWanted = rule.WantsErrors;
        _text = isWanted ? new StringBuilder(literalLength + (16 * formattedCount)) : null;
    }

    public void AppendLiteral(string value) => _text?.Append(value);

    public void AppendFormatted<T>(T value)
    {
        var part = value?.ToString() ?? "";
        _text?.Append(part.AsSpan(0, Math.Min(part.Length, LongestPart)));
        if (part.Length > LongestPart)
        {
            _text?.Append('…');
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text?.ToString() ?? "";
}
