using VoldCms.ContentManagement.Items;

namespace VoldCms.UnitTests.ContentManagement.Items;

/// <summary>Paths that nobody could come to, whoever wrote them.</summary>
public sealed class ContentPathTests
{
    [Theory]
    [InlineData("nb/hjelp/få-hjelp")]
    [InlineData("planer/plan-2025")]
    [InlineData("مساعدة")]
    [InlineData("nb/ሓገዝ")]
    [InlineData("a")]
    public void A_path_of_letters_digits_dashes_and_slashes_is_well_formed(string path) => Assert.Null(ContentPath.FindProblem(path));

    [Theory]
    [InlineData("/nb/hjelp", "begins with a slash")]
    [InlineData("/../../x", "begins with a slash")]
    [InlineData("nb/hjelp/x/", "ends with a slash")]
    [InlineData("nb//hjelp", "two slashes in a row")]
    [InlineData("nb/../hjelp", "holds '.'")]
    [InlineData("nb/./hjelp", "holds '.'")]
    [InlineData("hjelp?x", "holds '?'")]
    [InlineData("hjelp#x", "holds '#'")]
    [InlineData("hjelp%2fx", "holds '%'")]
    [InlineData("hjelp\\x", "holds '\\'")]
    [InlineData("få hjelp", "holds ' '")]
    [InlineData("hjelp\0x", "U+0000")]
    [InlineData("hjelp\nx", "U+000A")]
    [InlineData("hjelp\u007Fx", "U+007F")]
    [InlineData("hjelp\u00A0x", "U+00A0")]
    [InlineData("hjelp\u00ADx", "U+00AD")]
    [InlineData("hjelp\u200Bx", "U+200B")]
    [InlineData("hjelp\u200Dx", "U+200D")]
    [InlineData("hjelp\u202Ex", "U+202E")]
    [InlineData("hjelp\u2066x", "U+2066")]
    [InlineData("hjelp\u2028x", "U+2028")]
    [InlineData("hjelp\u2800x", "U+2800")]
    [InlineData("hjelp\u3164x", "U+3164")]
    [InlineData("hjelp\uFE0Fx", "U+FE0F")]
    [InlineData("\uFEFFhjelp", "U+FEFF")]
    [InlineData("hjelp\uE000x", "U+E000")]
    public void Any_other_is_told_with_what_is_wrong(string path, string expected) =>
        Assert.Contains(expected, ContentPath.FindProblem(path));

    [Fact]
    public void Half_of_a_pair_is_told()
    {
        Assert.Contains("surrogate", ContentPath.FindProblem("hjelp\uD800x"));
        Assert.Contains("surrogate", ContentPath.FindProblem("hjelp\uDC00"));
        Assert.Equal("hjelp\uD800", ContentPath.Fold("Hjelp\uD800"));
    }

    [Fact]
    public void One_that_is_too_long_is_told_by_its_characters_or_its_bytes()
    {
        Assert.Null(ContentPath.FindProblem(new string('a', 1024)));
        Assert.Contains("1025 characters", ContentPath.FindProblem(new string('a', 1025)));
        Assert.Contains("3000 bytes", ContentPath.FindProblem(new string('ሓ', 1000)));
    }

    [Theory]
    [InlineData("nb/få-hjelp", "nb/fa\u030A-hjelp")]
    [InlineData("nb/Få-hjelp", "NB/fa\u030A-hjelp")]
    public void Composed_and_decomposed_letters_are_one_path(string one, string other)
    {
        Assert.True(ContentPath.AreSame(one, other));
        Assert.Equal("nb/få-hjelp", ContentPath.Fold(other));
    }
}
