using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace VoldCms.PublicSite.Theme.Colors;

/// <summary>A colour of sRGB, a byte a channel.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static Rgb White { get; } = new(255, 255, 255);

    public static Rgb Black { get; } = new(0, 0, 0);

    /// <summary>Relative luminance, 0 for black to 1 for white.</summary>
    /// <seealso href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"/>
    public double Luminance => (0.2126 * ToLinear(Red)) + (0.7152 * ToLinear(Green)) + (0.0722 * ToLinear(Blue));

    /// <summary>Contrast ratio, 1 to 21.</summary>
    /// <seealso href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"/>
    public double ContrastTo(Rgb other)
    {
        var (light, dark) = Luminance > other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary><c>#rrggbb</c> and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rgb color)
    {
        color = default;
        if (
            text is not ['#', _, _, _, _, _, _]
            || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        )
        {
            return false;
        }

        color = new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>As CSS writes it.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>A channel as an amount of light, 0 to 1.</summary>
    internal static double ToLinear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    /// <summary>The channel for an amount of light; what lies outside 0 to 1 ends at the nearest.</summary>
    internal static byte FromLinear(double light)
    {
        var value = Math.Clamp(light, 0, 1);
        return (byte)Math.Round(255 * (value <= 0.0031308 ? 12.92 * value : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055));
    }
}
