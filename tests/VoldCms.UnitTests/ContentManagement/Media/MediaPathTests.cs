using VoldCms.ContentManagement.Media;

namespace VoldCms.UnitTests.ContentManagement.Media;

public sealed class MediaPathTests
{
    /// <summary>What each text tries, and the text.</summary>
    public static TheoryData<string, string?> Hostile { get; } =
        new()
        {
            { "nothing", null },
            { "no name", "" },
            { "slashes alone", "//" },
            { "the folder above", ".." },
            { "a file above", "../out.png" },
            { "a file above, by backslash", @"..\out.png" },
            { "a file above, from within", "a/../../out.png" },
            { "back to where it was", "a/../b.png" },
            { "the folder itself", "a/./b.png" },
            { "a hidden file", ".hidden.png" },
            { "a hidden folder", "a/.git/b.png" },
            { "an unfinished file", "a/.0123.tmp" },
            { "an empty name between", "a//b.png" },
            { "a folder", "a/" },
            { "a drive", "c:/a.png" },
            { "a stream of a file", "a.png:b" },
            { "the end of a C string", "a.png\0.exe" },
            { "a line break", "a\nb.png" },
            { "DEL", "a\u007f.png" },
            { "a control character of the second set", "a\u0085.png" },
            { "wildcards", "a*?.png" },
            { "a pipe", "a|b.png" },
            { "redirection", "a<b>.png" },
            { "a quotation mark", "a\"b.png" },
            { "a dot at the end", "a.png." },
            { "a space at the end of a folder", "a /b.png" },
            { "a device", "NUL" },
            { "a device with an extension", "a/com1.png" },
            { "a device before a space", "con .pdf" },
            { "a device with a dollar sign", "conin$.pdf" },
            { "a device with a raised number", "com¹.pdf" },
            { "a space without width", "a\u200b.png" },
            { "a mark that turns the direction", "a\u202egnp.exe" },
            { "a filler that nobody sees", "\u3164.png" },
            { "half a surrogate pair", "a\ud83d.png" },
            { "too long a path", new string('a', 250) + "/b.png" },
            { "too many bytes in a name", new string('å', 130) + ".png" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_leads_out_or_cannot_be_stored_is_no_path(string what, string? text)
    {
        Assert.False(MediaPath.TryParse(text, out var path), what);
        Assert.Equal(MediaPath.Root, path);
    }

    [Theory]
    [InlineData("a.png", "a.png", "a.png", ".png")]
    [InlineData("/plan/forside.JPG", "plan/forside.JPG", "forside.JPG", ".JPG")]
    [InlineData(@"plan\bilder\en å.png", "plan/bilder/en å.png", "en å.png", ".png")]
    [InlineData("a..b/c", "a..b/c", "c", "")]
    [InlineData("cafe\u0301.png", "café.png", "café.png", ".png")]
    [InlineData("😀.png", "😀.png", "😀.png", ".png")]
    [InlineData("console/null.png", "console/null.png", "null.png", ".png")]
    public void A_path_is_names_parted_by_slashes(string text, string value, string name, string extension)
    {
        Assert.True(MediaPath.TryParse(text, out var path));
        Assert.Equal((value, name, extension), (path.Value, path.Name, path.Extension));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("a/b/", "a/b")]
    [InlineData(@"\a\", "a")]
    public void A_folder_may_be_the_root_and_end_with_a_slash(string text, string value)
    {
        Assert.True(MediaPath.TryParseFolder(text, out var path));
        Assert.Equal(value, path.Value);
    }

    [Theory]
    [InlineData("../..")]
    [InlineData("a/..")]
    [InlineData(".")]
    [InlineData("a//b")]
    [InlineData("\0")]
    public void No_folder_leads_out(string text) => Assert.False(MediaPath.TryParseFolder(text, out _));
}
