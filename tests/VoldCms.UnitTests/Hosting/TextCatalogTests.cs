using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Modules;
using Xunit;

namespace VoldCms.UnitTests.Hosting;

public sealed class TextCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DataDirectory Data => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_tenants_file_wins_over_the_installations()
    {
        Write("Localization", "nb", "msgid \"Help\"\nmsgstr \"Hjelp\"\nmsgid \"Plans\"\nmsgstr \"Planer\"");
        Write("Sites/Moss/Localization", "nb", "msgid \"Help\"\nmsgstr \"Få hjelp\"");

        Assert.Equal("Få hjelp", Texts("nb", "Moss")["Help"]);
        Assert.Equal("Få hjelp", Texts("nb", "moss")["Help"]);
        Assert.Equal("Planer", Texts("nb", "Moss")["Plans"]);
        Assert.Equal("Hjelp", Texts("nb", "Stavanger")["Help"]);
        Assert.Equal("Hjelp", Texts("nb", null)["Help"]);
    }

    [Fact]
    public void A_missing_text_falls_back_along_the_cultures_chain_and_english_answers_for_itself()
    {
        Write("Localization", "nb", "msgid \"Help\"\nmsgstr \"Hjelp\"");
        Write("Localization", "nn", "msgid \"Help\"\nmsgstr \"\"");
        Write("Localization", "ar", "msgid \"Other\"\nmsgstr \"…\"");

        Assert.Equal("Hjelp", Texts("nn")["Help"]);
        Assert.Equal("Hjelp", Texts("se")["Help"]);
        Assert.Equal("Help", Texts("en")["Help"]);
        Assert.Equal("Help", Texts("ar")["Help"]);
    }

    [Fact]
    public void A_plural_takes_the_form_of_the_language_that_answers()
    {
        Write("Localization", "nb", "msgid \"{0} measure\"\nmsgid_plural \"{0} measures\"\nmsgstr[0] \"{0} tiltak\"\nmsgstr[1] \"alle {0} tiltak\"");

        Assert.Equal("1 tiltak", Texts("nb").Plural(1, "{0} measure", "{0} measures"));
        Assert.Equal("alle 41 tiltak", Texts("se").Plural(41, "{0} measure", "{0} measures"));
        Assert.Equal("1 measure", Texts("en").Plural(1, "{0} measure", "{0} measures"));
        Assert.Equal("41 measures", Texts("en").Plural(41, "{0} measure", "{0} measures"));
    }

    [Fact]
    public void A_context_tells_two_meanings_apart_and_falls_back_to_the_text_without_one()
    {
        Write("Localization", "nb", "msgctxt \"verb\"\nmsgid \"Open\"\nmsgstr \"Åpne\"\nmsgid \"Open\"\nmsgstr \"Åpent\"");

        Assert.Equal("Åpne", Texts("nb").InContext("verb", "Open"));
        Assert.Equal("Åpent", Texts("nb").InContext("state", "Open"));
        Assert.Equal("Åpent", Texts("nb")["Open"]);
    }

    [Fact]
    public void Placeholders_are_filled()
    {
        Write("Localization", "nb", "msgid \"{0} of {1}\"\nmsgstr \"{1}, nummer {0}\"");

        Assert.Equal("41, nummer 3", Texts("nb")["{0} of {1}", 3, 41]);
    }

    [Theory]
    [InlineData("msgid \"A\"\nmsgstr", "line 2")]
    [InlineData("msgid \"{0} of\"\nmsgstr \"{1} av\"", "The translation of \"{0} of\" has {1}, which the text lacks")]
    public void A_broken_file_stops_the_start(string text, string expected)
    {
        Write("Localization", "nb", text);

        Assert.Contains(expected, Assert.Throws<StartupException>(() => Texts("nb")).Message, StringComparison.Ordinal);
    }

    private Texts Texts(string culture, string? tenant = null) =>
        TextCatalog.Load(new ModuleCatalog([], typeof(TextCatalogTests).Assembly), Data).For(Cultures.Find(culture)!, tenant);

    private void Write(string folder, string culture, string text)
    {
        Directory.CreateDirectory(Data.Combine(folder));
        File.WriteAllText(Data.Combine(folder, $"{culture}.po"), text);
    }
}
