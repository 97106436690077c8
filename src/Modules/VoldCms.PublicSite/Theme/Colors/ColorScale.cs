namespace VoldCms.PublicSite.Theme.Colors;

/// <summary>
/// The sixteen nuances of one colour that Designsystemet's components ask for, on light or on dark ground. Their luminances
/// are fixed, so that whatever colour a municipality chooses, text is legible: <see cref="TextDefault"/> and
/// <see cref="TextSubtle"/> on every ground but the pressed one, and <see cref="BaseContrastDefault"/> on all three bases,
/// have a contrast of at least <see cref="LeastContrast"/>.
/// </summary>
internal sealed record ColorScale
{
    /// <summary>WCAG 2.2, 1.4.3 Contrast (Minimum), AA.</summary>
    public const double LeastContrast = 4.5;

    // Grounds are quiet: as much colour as a tinted surface bears without being one.
    private const double QuietChroma = 0.3;

    public Rgb BackgroundDefault { get; private init; }

    public Rgb BackgroundTinted { get; private init; }

    public Rgb SurfaceDefault { get; private init; }

    public Rgb SurfaceTinted { get; private init; }

    public Rgb SurfaceHover { get; private init; }

    public Rgb SurfaceActive { get; private init; }

    public Rgb BorderSubtle { get; private init; }

    public Rgb BorderDefault { get; private init; }

    public Rgb BorderStrong { get; private init; }

    public Rgb TextSubtle { get; private init; }

    public Rgb TextDefault { get; private init; }

    public Rgb BaseDefault { get; private init; }

    public Rgb BaseHover { get; private init; }

    public Rgb BaseActive { get; private init; }

    public Rgb BaseContrastSubtle { get; private init; }

    public Rgb BaseContrastDefault { get; private init; }

    /// <summary>On white ground; the base is the colour itself.</summary>
    public static ColorScale Light(Rgb color)
    {
        var full = Oklch.From(color);
        var quiet = full with { Chroma = full.Chroma * QuietChroma };
        return new ColorScale
        {
            BackgroundDefault = Rgb.White,
            BackgroundTinted = quiet.WithLuminance(0.91),
            SurfaceDefault = Rgb.White,
            SurfaceTinted = quiet.WithLuminance(0.82),
            SurfaceHover = quiet.WithLuminance(0.72),
            SurfaceActive = quiet.WithLuminance(0.60),
            BorderSubtle = quiet.WithLuminance(0.50),
            BorderDefault = full.WithLuminance(0.20),
            BorderStrong = full.WithLuminance(0.10),
            TextSubtle = full.WithLuminance(0.10),
            TextDefault = full.WithLuminance(0.025),
        }.WithBase(color);
    }

    /// <summary>On nearly black ground; the base is a lighter nuance of the colour.</summary>
    public static ColorScale Dark(Rgb color)
    {
        var full = Oklch.From(color);
        var quiet = full with { Chroma = full.Chroma * QuietChroma };
        return new ColorScale
        {
            BackgroundDefault = quiet.WithLuminance(0.009),
            BackgroundTinted = quiet.WithLuminance(0.014),
            SurfaceDefault = quiet.WithLuminance(0.021),
            SurfaceTinted = quiet.WithLuminance(0.027),
            SurfaceHover = quiet.WithLuminance(0.036),
            SurfaceActive = quiet.WithLuminance(0.056),
            BorderSubtle = quiet.WithLuminance(0.08),
            BorderDefault = full.WithLuminance(0.22),
            BorderStrong = full.WithLuminance(0.39),
            TextSubtle = full.WithLuminance(0.40),
            TextDefault = quiet.WithLuminance(0.84),
        }.WithBase(full.WithLuminance(0.30));
    }

    // Black or white: one of them always has 4.58 or more. Under the pointer the base moves away from its text.
    private ColorScale WithBase(Rgb color)
    {
        var text = Rgb.White.ContrastTo(color) >= LeastContrast ? Rgb.White : Rgb.Black;
        var nuances = Oklch.From(color);
        return this with
        {
            BaseDefault = color,
            BaseHover = Move(0.25),
            BaseActive = Move(0.45),
            BaseContrastSubtle = Soften(text, color),
            BaseContrastDefault = text,
        };

        Rgb Move(double part) =>
            nuances.WithLuminance(text == Rgb.White ? color.Luminance * (1 - part) : color.Luminance + ((1 - color.Luminance) * part));
    }

    // As far from black or white as the contrast allows, and no farther than looks well.
    private static Rgb Soften(Rgb text, Rgb color)
    {
        var nuances = Oklch.From(color);
        var soft = (nuances with { Chroma = nuances.Chroma * QuietChroma }).WithLuminance(text == Rgb.White ? 0.80 : 0.02);
        return soft.ContrastTo(color) >= LeastContrast ? soft : text;
    }
}
