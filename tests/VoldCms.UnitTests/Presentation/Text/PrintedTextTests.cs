using VoldCms.Presentation.Text;

namespace VoldCms.UnitTests.Presentation.Text;

public sealed class PrintedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("One line", "p:One line")]
    [InlineData("Two\nlines", "p:Two/lines")]
    [InlineData("One\r\n\r\nTwo", "p:One p:Two")]
    [InlineData("Lead: • First • Second", "p:Lead: ul:First/Second")]
    [InlineData("Lead:\n• First\nbroken line\n• Second", "p:Lead: ul:First broken line/Second")]
    [InlineData("• First\n• Second\n\nAfter", "ul:First/Second p:After")]
    [InlineData(" • \n ", "")]
    public void Words_become_paragraphs_and_lists(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', PrintedText.Read(text).Select(block => $"{(block.IsList ? "ul" : "p")}:{string.Join('/', block.Lines)}"))
        );

    [Fact]
    public void The_lead_is_the_first_paragraph_on_one_line()
    {
        Assert.Equal("Innføre ordninger:", PrintedText.Lead("Innføre\nordninger: • Én • To"));
        Assert.Equal("", PrintedText.Lead(" "));
    }
}
