namespace VoldCms.PublicSite.Theme.Colors;

/// <summary>
/// A colour as people see it: lightness 0 to 1, chroma, and hue in radians. Nuances of one hue and chroma look like the same
/// colour, lighter and darker.
/// </summary>
/// <seealso href="https://bottosson.github.io/posts/oklab/"/>
/// <seealso href="https://www.w3.org/TR/css-color-4/#ok-lab"/>
internal readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    private const double Tolerance = 1e-4;
    private const int Halvings = 24;

    public static Oklch From(Rgb color)
    {
        var (red, green, blue) = (Rgb.ToLinear(color.Red), Rgb.ToLinear(color.Green), Rgb.ToLinear(color.Blue));
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        var a = (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s);
        var b = (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s);
        return new((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s), Math.Sqrt((a * a) + (b * b)), Math.Atan2(b, a));
    }

    /// <summary>The nuance of this hue whose relative luminance comes nearest, with as much of the chroma as a screen can show.</summary>
    public Rgb WithLuminance(double luminance)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = (this with { Lightness = middle }).ToRgb().Luminance < luminance ? (middle, high) : (low, middle);
        }

        var (below, above) = ((this with { Lightness = low }).ToRgb(), (this with { Lightness = high }).ToRgb());
        return Math.Abs(below.Luminance - luminance) < Math.Abs(above.Luminance - luminance) ? below : above;
    }

    /// <summary>The nearest colour of sRGB with this lightness and hue.</summary>
    public Rgb ToRgb()
    {
        var (low, high) = (0.0, Chroma);
        if (IsShown(Chroma))
        {
            low = Chroma;
        }
        else
        {
            for (var step = 0; step < Halvings; step++)
            {
                var middle = (low + high) / 2;
                (low, high) = IsShown(middle) ? (middle, high) : (low, middle);
            }
        }

        var (red, green, blue) = ToLight(low);
        return new(Rgb.FromLinear(red), Rgb.FromLinear(green), Rgb.FromLinear(blue));
    }

    private bool IsShown(double chroma)
    {
        var (red, green, blue) = ToLight(chroma);
        return Math.Min(red, Math.Min(green, blue)) >= -Tolerance && Math.Max(red, Math.Max(green, blue)) <= 1 + Tolerance;
    }

    private (double Red, double Green, double Blue) ToLight(double chroma)
    {
        var (a, b) = (chroma * Math.Cos(Hue), chroma * Math.Sin(Hue));
        var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)
        );
    }
}
