using VoldCms.Hosting.Localization;
using Xunit;

namespace VoldCms.UnitTests.Hosting.Localization;

public sealed class PoReaderTests
{
    [Fact]
    public void A_text_over_several_lines_is_one_text_with_its_escapes_read()
    {
        var entry = Assert.Single(
            Read(
                """
                # A comment.
                #: a/reference.cshtml:1
                #, fuzzy
                msgid ""
                "First\t"
                "\"line\"\n"
                msgstr "Fyrste \\ line\r"
                """
            )
        );

        Assert.Equal("First\t\"line\"\n", entry.Id);
        Assert.Equal(["Fyrste \\ line\r"], entry.Translations);
        Assert.Null(entry.Context);
        Assert.Equal(4, entry.Line);
    }

    [Fact]
    public void Contexts_and_plural_forms_are_read()
    {
        var entries = Read(
            """
            msgid ""
            msgstr "Content-Type: text/plain; charset=UTF-8\n"

            msgctxt "a verb"
            msgid "Open"
            msgstr "Opne"
            msgid "{0} page"
            msgid_plural "{0} pages"
            msgstr[0] "{0} side"
            msgstr[1] "{0} sider"
            #~ msgid "Gone"
            #~ msgstr "Borte"
            """
        );

        Assert.Equal(2, entries.Length);
        Assert.Equal(("a verb", "Open"), (entries[0].Context, entries[0].Id));
        Assert.Null(entries[1].Context);
        Assert.Equal("{0} pages", entries[1].PluralId);
        Assert.Equal(["{0} side", "{0} sider"], entries[1].Translations);
    }

    [Theory]
    [InlineData("msgid \"A\"", "The text \"A\" has no msgstr, in nb.po, line 1")]
    [InlineData("msgid \"A\"\nmsgstr \"B", "Expected a text in double quotes, in nb.po, line 2")]
    [InlineData("msgid \"A\"\nmsgstr \"B\"\nmsgstr \"C\"", "A second translation of one text, in nb.po, line 3")]
    [InlineData("msgid \"A\\x\"", "Unknown escape '\\x', in nb.po, line 1")]
    [InlineData("msgid \"A\\\"", "The text does not end, in nb.po, line 1")]
    [InlineData("msgid \"A\"B\"", "A double quote inside a text needs a backslash before it, in nb.po, line 1")]
    [InlineData("\"A\"", "A text without a keyword before it, in nb.po, line 1")]
    [InlineData("msgstr \"A\"", "Unexpected 'msgstr', in nb.po, line 1")]
    [InlineData("msgid \"A\"\nmsgid_plural \"B\"\nmsgstr[1] \"C\"", "Unexpected 'msgstr[1]', in nb.po, line 3")]
    [InlineData("msgid \"A\"\nmsgtext \"B\"", "Unexpected 'msgtext', in nb.po, line 2")]
    [InlineData("msgid \"A\"\nmsgstr \"B\"\n\nmsgid \"A\"\nmsgstr \"C\"", "The text \"A\" stands on line 1 already, in nb.po, line 4")]
    [InlineData("msgid \"\"\nmsgstr \"\"\nmsgid \"\"\nmsgstr \"\"", "A second header: one stands on line 1 already, in nb.po, line 3")]
    public void A_broken_file_is_told_with_its_line(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<PoSyntaxException>(() => Read(text)).Message);

    [Theory]
    [InlineData(new byte[] { (byte)'#', (byte)'\n', (byte)'#', 0xE5 }, 2)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'#', 0 }, 1)]
    [InlineData(new byte[] { (byte)'#', 0 }, 1)]
    public void Another_encoding_than_utf_8_is_told_with_its_line(byte[] bytes, int line) =>
        Assert.Equal(
            $"The text is not in UTF-8, in nb.po, line {line}",
            Assert.Throws<PoSyntaxException>(() => PoReader.Read(bytes, "nb.po")).Message
        );

    [Fact]
    public void A_byte_order_mark_is_no_text() =>
        Assert.Single(PoReader.Read([0xEF, 0xBB, 0xBF, .. "msgid \"A\"\nmsgstr \"Å\""u8], "nb.po").Entries);

    private static System.Collections.Immutable.ImmutableArray<PoEntry> Read(string text) => PoReader.Read(text, "nb.po").Entries;
}
