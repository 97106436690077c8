using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Media;
using VoldCms.IntegrationTests.Web;
using VoldCms.PublicSite.Theme;
using VoldCms.PublicSite.Theme.Colors;

namespace VoldCms.IntegrationTests.PublicSite.Theme;

public sealed class ThemeTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private static readonly Tenant s_tenant = new() { Id = new(7), Name = "Test" };

    /// <summary>Every corner of the cube and enough between them.</summary>
    public static TheoryData<string> Colors =>
        [
            .. from red in new[] { 0, 64, 119, 128, 192, 255 }
            from green in new[] { 0, 64, 119, 128, 192, 255 }
            from blue in new[] { 0, 96, 160, 255 }
            select new Rgb((byte)red, (byte)green, (byte)blue).ToString(),
        ];

    [Theory, MemberData(nameof(Colors))]
    public void Whatever_the_colour_text_is_legible(string text)
    {
        Assert.True(Rgb.TryParse(text, out var color));

        Assert.All(
            [ColorScale.Light(color), ColorScale.Dark(color)],
            scale =>
            {
                Rgb[] grounds =
                [
                    scale.BackgroundDefault,
                    scale.BackgroundTinted,
                    scale.SurfaceDefault,
                    scale.SurfaceTinted,
                    scale.SurfaceHover,
                ];
                Rgb[] bases = [scale.BaseDefault, scale.BaseHover, scale.BaseActive];
                Assert.All(
                    grounds,
                    ground =>
                        Assert.True(scale.TextSubtle.ContrastTo(ground) >= ColorScale.LeastContrast, $"{scale.TextSubtle} on {ground}")
                );
                Assert.All(grounds, ground => Assert.True(scale.TextDefault.ContrastTo(ground) >= 7, $"{scale.TextDefault} on {ground}"));
                Assert.All(
                    bases,
                    ground =>
                        Assert.True(
                            scale.BaseContrastDefault.ContrastTo(ground) >= ColorScale.LeastContrast,
                            $"{scale.BaseContrastDefault} on {ground}"
                        )
                );
                Assert.True(
                    scale.BaseContrastSubtle.ContrastTo(scale.BaseDefault) >= ColorScale.LeastContrast,
                    $"{scale.BaseContrastSubtle} on {scale.BaseDefault}"
                );
                Assert.All(
                    [scale.BackgroundDefault, scale.SurfaceDefault],
                    ground => Assert.True(scale.BorderDefault.ContrastTo(ground) >= 3, $"{scale.BorderDefault} beside {ground}")
                );
            }
        );
    }

    // The values that WCAG's own definition and its examples give.
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    [InlineData("#ff0000", "#ffffff", 4.00)]
    public void Contrast_is_what_wcag_says(string one, string other, double expected)
    {
        Assert.True(Rgb.TryParse(one, out var first));
        Assert.True(Rgb.TryParse(other, out var second));

        Assert.Equal(expected, first.ContrastTo(second), 0.01);
        Assert.Equal(expected, second.ContrastTo(first), 0.01);
    }

    [Theory]
    [InlineData("#1d5166")]
    [InlineData("#ffcc00")]
    [InlineData("#808080")]
    public void A_colour_survives_the_way_there_and_back(string text)
    {
        Assert.True(Rgb.TryParse(text, out var color));

        Assert.Equal(color, Oklch.From(color).ToRgb());
    }

    [Fact]
    public async Task The_colours_come_as_one_style_sheet_that_is_kept_for_good()
    {
        var page = await site.GetPageAsync("/stavanger/nb");
        var href = page.Split("<link rel=\"stylesheet\" href=\"")[2].Split('"')[0];

        using var response = await site.GetAsync(href, ("Accept-Encoding", "br"));
        using var changed = await site.GetAsync(href.Replace(".css", "0.css", StringComparison.Ordinal));
        using var ofNobody = await site.GetAsync("/assets/theme-99-000000000000.css");

        Assert.StartsWith("/assets/theme-1-", href, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 100, 1200);
        Assert.Contains(
            "--ds-color-accent-base-default:#17566b",
            await site.Client.GetStringAsync(href, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, ofNobody.StatusCode);
    }

    [Fact]
    public void What_cannot_be_used_leaves_the_default()
    {
        var broken = Theme(new() { ["MainColor"] = Text("red"), ["Logo"] = Paths("../../keys/key.svg") }, Directory.GetCurrentDirectory());
        var empty = Theme([], Directory.GetCurrentDirectory());

        Assert.Equal(empty.StyleSheet.Name, broken.StyleSheet.Name);
        Assert.Null(broken.Logo);
    }

    [Fact]
    public void A_logo_is_read_from_the_media_library()
    {
        using var data = new TemporaryFolder();
        var folder = Directory.CreateDirectory(Path.Combine(data.Path, "media", "test", "felles")).FullName;
        File.WriteAllText(Path.Combine(folder, "logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Encoding.UTF8);
        File.WriteAllBytes(Path.Combine(folder, "large.png"), new byte[64 * 1024 + 1]);
        File.WriteAllText(Path.Combine(data.Path, "media", "outside.svg"), "<svg/>");
        Directory.CreateDirectory(Path.Combine(data.Path, "media", "test2"));
        File.WriteAllText(Path.Combine(data.Path, "media", "test2", "neighbour.svg"), "<svg/>");

        Assert.StartsWith("logo-7-", Theme(new() { ["Logo"] = Paths("felles/logo.svg") }, data.Path).Logo!.Name, StringComparison.Ordinal);
        Assert.All(
            ["felles/large.png", "../outside.svg", "../test2/neighbour.svg", "felles/logo\0.svg", "felles/none.svg"],
            path => Assert.Null(Theme(new() { ["Logo"] = Paths(path) }, data.Path).Logo)
        );
    }

    private static TenantTheme Theme(JsonObject part, string data) =>
        new TenantThemes(new DiskMediaLibrary(new(data), TimeProvider.System), NullLogger<TenantThemes>.Instance).Of(
            s_tenant,
            new SiteSettings(new JsonObject { ["PublicSite"] = new JsonObject { ["PublicSite"] = part } })
        );

    private static JsonObject Text(string text) => new() { ["Text"] = text };

    private static JsonObject Paths(string path) => new() { ["Paths"] = new JsonArray(path) };
}
