using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using VoldCms.Admin.Items.Form;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.UnitTests.Admin.Items.Form;

public sealed class FormMovesTests
{
    [Theory]
    [InlineData("up L b", "b a c")]
    [InlineData("up L a", "a b c")]
    [InlineData("down L a", "b a c")]
    [InlineData("down L c", "a b c")]
    [InlineData("first L c", "c a b")]
    [InlineData("last L a", "b c a")]
    [InlineData("remove L b", "a c")]
    [InlineData("up L nobody", "a b c")]
    public void A_press_puts_the_list_into_another_order(string press, string expected) =>
        Assert.Equal(expected, string.Join(' ', FormMoves.Apply(Posted(), press)!.All("L")));

    [Theory]
    [InlineData("draft")]
    [InlineData("publish")]
    [InlineData("")]
    [InlineData("up L")]
    [InlineData("explode L a")]
    public void Any_other_press_is_none(string press) => Assert.Null(FormMoves.Apply(Posted(), press));

    [Fact]
    public void A_copy_takes_along_what_was_typed()
    {
        var copied = FormMoves.Apply(
            PostedValues.Of(new FormCollection(new Dictionary<string, StringValues> { ["L"] = "one:Step", ["L.one.Text"] = "Typed" })),
            "copy L one:Step"
        )!;

        var copy = copied.All("L")[1];
        Assert.EndsWith(":Step", copy, StringComparison.Ordinal);
        Assert.NotEqual("one:Step", copy);
        Assert.Equal("Typed", copied.Text($"L.{copy[..^":Step".Length]}.Text"));
    }

    private static PostedValues Posted() =>
        PostedValues.Of(new FormCollection(new Dictionary<string, StringValues> { ["L"] = new(["a", "b", "c"]) }));
}
