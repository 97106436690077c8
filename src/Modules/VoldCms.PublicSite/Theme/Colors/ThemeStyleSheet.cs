using System.Globalization;
using System.Text;

namespace VoldCms.PublicSite.Theme.Colors;

/// <summary>A municipality's two colours as Designsystemet's tokens: the first is its accent, the second its brand1.</summary>
internal static class ThemeStyleSheet
{
    /// <summary>CSS for light and dark screens. Outside any layer, so that it wins over the tokens of the site's own style sheet.</summary>
    public static string Write(Rgb main, Rgb accent)
    {
        var css = new StringBuilder(":root{");
        Append(css, "accent", ColorScale.Light(main));
        Append(css, "brand1", ColorScale.Light(accent));
        css.Append("}@media (prefers-color-scheme:dark){:root{");
        Append(css, "accent", ColorScale.Dark(main));
        Append(css, "brand1", ColorScale.Dark(accent));
        return css.Append("}}").ToString();
    }

    private static void Append(StringBuilder css, string name, ColorScale scale)
    {
        foreach (var (token, color) in Tokens(scale))
        {
            css.Append(CultureInfo.InvariantCulture, $"--ds-color-{name}-{token}:{color};");
        }
    }

    private static (string Token, Rgb Color)[] Tokens(ColorScale scale) =>
        [
            ("background-default", scale.BackgroundDefault),
            ("background-tinted", scale.BackgroundTinted),
            ("surface-default", scale.SurfaceDefault),
            ("surface-tinted", scale.SurfaceTinted),
            ("surface-hover", scale.SurfaceHover),
            ("surface-active", scale.SurfaceActive),
            ("border-subtle", scale.BorderSubtle),
            ("border-default", scale.BorderDefault),
            ("border-strong", scale.BorderStrong),
            ("text-subtle", scale.TextSubtle),
            ("text-default", scale.TextDefault),
            ("base-default", scale.BaseDefault),
            ("base-hover", scale.BaseHover),
            ("base-active", scale.BaseActive),
            ("base-contrast-subtle", scale.BaseContrastSubtle),
            ("base-contrast-default", scale.BaseContrastDefault),
        ];
}
