using System.Globalization;

namespace VoldCms.ContentManagement.Actions.Preparation;

/// <summary>
/// Names that are free by a number at their end.
/// </summary>
internal static class NumberedName
{
    /// <summary>The name with the next number: the one that it ends in and one more, or the fallback.</summary>
    public static string Next(string name, int fallback)
    {
        var dash = name.LastIndexOf('-');
        return
            dash > 0
            && int.TryParse(name.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number < int.MaxValue
            ? $"{name[..dash]}-{number + 1}"
            : $"{name}-{fallback}";
    }
}
