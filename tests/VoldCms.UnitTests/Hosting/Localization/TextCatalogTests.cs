using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Modules;
using Xunit;

namespace VoldCms.UnitTests.Hosting.Localization;

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

        Assert.Equal("Få hjelp", Texts("nb", "Moss")["Help"].Value);
        Assert.Equal("Få hjelp", Texts("nb", "moss")["Help"].Value);
        Assert.Equal("Planer", Texts("nb", "Moss")["Plans"].Value);
        Assert.Equal("Hjelp", Texts("nb", "Stavanger")["Help"].Value);
        Assert.Equal("Hjelp", Texts("nb", null)["Help"].Value);
    }

    [Fact]
    public void A_missing_text_falls_back_along_the_cultures_chain_and_english_answers_for_itself()
    {
        Write("Localization", "nb", "msgid \"Help\"\nmsgstr \"Hjelp\"");
        Write("Localization", "nn", "msgid \"Help\"\nmsgstr \"\"");
        Write("Localization", "ar", "msgid \"Other\"\nmsgstr \"…\"");

        Assert.Equal(("Hjelp", "nb"), Told(Texts("nn")["Help"]));
        Assert.Equal(("Hjelp", "nb"), Told(Texts("se")["Help"]));
        Assert.Equal(("Help", null), Told(Texts("en")["Help"]));
        Assert.Equal(("Help", "en"), Told(Texts("ar")["Help"]));
        Assert.Equal(("…", null), Told(Texts("ar")["Other"]));

        static (string, string?) Told(Wording words) => (words.Value, words.Language);
    }

    [Fact]
    public void A_text_of_another_language_keeps_it_when_it_is_filled_counted_or_in_a_context()
    {
        Write(
            "Localization",
            "nb",
            "msgid \"{0} of {1}\"\nmsgstr \"{0} av {1}\"\nmsgid \"{0} measure\"\nmsgid_plural \"{0} "
                + "measures\"\nmsgstr[0] \"{0} tiltak\"\nmsgstr[1] \"{0} tiltak\""
        );

        Assert.Equal("nb", Texts("se")["{0} of {1}", 1, 2].Language);
        Assert.Equal("nb", Texts("se").Plural(2, "{0} measure", "{0} measures").Language);
        Assert.Equal("en", Texts("ar").Plural(2, "{0} measure", "{0} measures").Language);
        Assert.Equal("en", Texts("ar").InContext("state", "Open").Language);
        Assert.Null(Texts("nb").Plural(2, "{0} measure", "{0} measures").Language);
    }

    [Fact]
    public void Arabic_takes_its_six_forms()
    {
        Write(
            "Localization",
            "ar",
            "msgid \"{0} day\"\nmsgid_plural \"{0} days\"\n"
                + string.Join('\n', Enumerable.Range(0, 6).Select(form => $"msgstr[{form}] \"form {form} of {{0}}\""))
        );

        Assert.Equal(
            ["form 0 of 0", "form 1 of 1", "form 2 of 2", "form 3 of 7", "form 4 of 11", "form 5 of 100"],
            new[] { 0, 1, 2, 7, 11, 100 }.Select(number => Texts("ar").Plural(number, "{0} day", "{0} days").Value)
        );
    }

    [Fact]
    public void A_header_says_that_a_machine_has_translated_until_the_installation_says_that_somebody_has_checked()
    {
        Write("Localization", "ar", "msgid \"\"\nmsgstr \"Language: ar\\nX-Machine-Translated: yes\\n\"\nmsgid \"A\"\nmsgstr \"…\"");
        Assert.True(Texts("ar").AreMachineTranslated);
        Assert.False(Texts("nb").AreMachineTranslated);

        Write("Localization", "ar", "msgid \"\"\nmsgstr \"X-Machine-Translated: no\\n\"\nmsgid \"A\"\nmsgstr \"…\"");
        Assert.False(Texts("ar").AreMachineTranslated);
    }

    [Fact]
    public void A_plural_takes_the_form_of_the_language_that_answers()
    {
        Write(
            "Localization",
            "nb",
            "msgid \"{0} measure\"\nmsgid_plural \"{0} measures\"\nmsgstr[0] \"{0} tiltak\"\nmsgstr[1] \"alle {0} tiltak\""
        );

        Assert.Equal("1 tiltak", Texts("nb").Plural(1, "{0} measure", "{0} measures").Value);
        Assert.Equal("alle 41 tiltak", Texts("se").Plural(41, "{0} measure", "{0} measures").Value);
        Assert.Equal("1 measure", Texts("en").Plural(1, "{0} measure", "{0} measures").Value);
        Assert.Equal("41 measures", Texts("en").Plural(41, "{0} measure", "{0} measures").Value);
    }

    [Fact]
    public void A_context_tells_two_meanings_apart_and_falls_back_to_the_text_without_one()
    {
        Write("Localization", "nb", "msgctxt \"verb\"\nmsgid \"Open\"\nmsgstr \"Åpne\"\nmsgid \"Open\"\nmsgstr \"Åpent\"");

        Assert.Equal("Åpne", Texts("nb").InContext("verb", "Open").Value);
        Assert.Equal("Åpent", Texts("nb").InContext("state", "Open").Value);
        Assert.Equal("Åpent", Texts("nb")["Open"].Value);
    }

    [Fact]
    public void Placeholders_are_filled()
    {
        Write("Localization", "nb", "msgid \"{0} of {1}\"\nmsgstr \"{1}, nummer {0}\"");

        Assert.Equal("41, nummer 3", Texts("nb")["{0} of {1}", 3, 41].Value);
    }

    /// <summary>Each would have shown a visitor an error, or left out a number to call.</summary>
    public static TheoryData<string, string> Broken =>
        new()
        {
            { "msgid \"A\"\nmsgstr", "Expected a text in double quotes, in {file}, line 2" },
            { "msgid \"{0} of\"\nmsgstr \"{1} av\"", "The translation of \"{0} of\" has {1}, which the text lacks, in {file}, line 1" },
            { "msgid \"Call {0}\"\nmsgstr \"Ring {0\"", "The translation of \"Call {0}\" has {0, which the text lacks, in {file}, line 1" },
            {
                "msgid \"Call {0}\"\nmsgstr \"Ring {0} {\"",
                "The translation of \"Call {0}\" has a brace that is no placeholder: \"Ring {0} {\", in {file}, line 1"
            },
            {
                "msgid \"Call {0}\"\nmsgstr \"Ring {0} {navn}\"",
                "The translation of \"Call {0}\" has a brace that is no placeholder: \"Ring {0} {navn}\", in {file}, line 1"
            },
            {
                "msgid \"Call {0}\"\nmsgstr \"Ring {{0}}\"",
                "The translation of \"Call {0}\" lacks {0}, which the text has, in {file}, line 1"
            },
            {
                "msgid \"Call {0}\"\nmsgstr \"Ring {0:Q}\"",
                "The translation of \"Call {0}\" has {0:Q}, which the text lacks, in {file}, line 1"
            },
            {
                "msgid \"Call {0}\"\nmsgstr \"Ring {0,999999}\"",
                "The translation of \"Call {0}\" has {0,999999}, which the text lacks, in {file}, line 1"
            },
            { "msgid \"Call {0}\"\nmsgstr \"Ring\"", "The translation of \"Call {0}\" lacks {0}, which the text has, in {file}, line 1" },
            {
                "msgid \"{0} day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"en dag\"\nmsgstr[1] \"dager\"",
                "The translation of \"{0} day\" lacks {0}, which the text has, in {file}, line 1"
            },
            {
                "msgid \"{0} day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"{0} dag\"",
                "The translation of \"{0} day\" has 1 plural forms; expected 2 for nb, in {file}, line 1"
            },
            {
                "msgid \"\"\nmsgstr \"Language: nn\\n\"",
                "In the header, Language is 'nn'; expected nb, as the file is called, in {file}, line 1"
            },
            {
                "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"",
                "In the header, charset is 'ISO-8859-1'; expected UTF-8, in {file}, line 1"
            },
            {
                "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=3; plural=n;\\n\"",
                "In the header, Plural-Forms is 'nplurals=3; plural=n;'; expected nplurals=2 for nb, in {file}, line 1"
            },
        };

    [Theory, MemberData(nameof(Broken))]
    public void A_broken_file_of_the_installation_stops_the_start_with_one_line(string text, string expected)
    {
        Write("Localization", "nb", text);

        var line = expected.Replace("{file}", Data.Combine("Localization", "nb.po"), StringComparison.Ordinal);
        Assert.Equal(line, Assert.Throws<StartupException>(() => Texts("nb")).Message);
    }

    [Theory, MemberData(nameof(Broken))]
    public void A_broken_file_of_one_tenant_is_passed_over_and_named(string text, string expected)
    {
        Write("Localization", "nb", "msgid \"Call {0}\"\nmsgstr \"Ring {0}\"");
        Write("Sites/Moss/Localization", "nb", text);
        Write("Sites/Moss/Localization", "nn", "msgid \"Help\"\nmsgstr \"Hjelp\"");
        Write("Sites/Stavanger/Localization", "nb", "msgid \"Help\"\nmsgstr \"Hjelp\"");

        var line = expected.Replace("{file}", Data.Combine("Sites/Moss/Localization", "nb.po"), StringComparison.Ordinal);
        Assert.Equal(new SkippedTextFile("Moss", line), Assert.Single(Load().Skipped));
        Assert.Equal("Ring 116 006", Texts("nb", "Moss")["Call {0}", "116 006"].Value);
        Assert.Equal("Hjelp", Texts("nn", "Moss")["Help"].Value);
        Assert.Equal("Hjelp", Texts("nb", "Stavanger")["Help"].Value);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("nb_NO")]
    [InlineData("norsk")]
    public void A_file_of_no_known_language_is_refused(string culture)
    {
        Write("Localization", culture, "msgid \"Help\"\nmsgstr \"Hjelp\"");

        Assert.StartsWith(
            $"'{culture}.po' is called by no language that is known here",
            Assert.Throws<StartupException>(() => Load()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_that_is_called_as_a_file_is_refused()
    {
        Directory.CreateDirectory(Data.Combine("Localization", "nb.po"));

        Assert.StartsWith("The texts cannot be read: ", Assert.Throws<StartupException>(() => Load()).Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// What a translation may do: order, number in words where the form stands for one number, braces where nothing is filled in.
    /// </summary>
    [Theory]
    [InlineData("msgid \"{0} of {1}\"\nmsgstr \"{1}: {0}, {0}\"")]
    [InlineData("msgid \"{0} day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"en dag\"\nmsgstr[1] \"{0} dager\"")]
    [InlineData("msgid \"A set\"\nmsgstr \"En {mengde}\"")]
    [InlineData("msgid \"Call {0}\"\nmsgstr \"Ring {0} {{gratis}}\"")]
    [InlineData(
        "msgid \"\"\nmsgstr \"Language: nb_NO\\nContent-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\""
    )]
    public void A_sound_file_is_read(string text)
    {
        Write("Localization", "nb", text);

        Assert.Empty(Load().Skipped);
    }

    [Fact]
    public void A_text_that_cannot_be_filled_answers_with_its_key()
    {
        Write("Localization", "nb", "msgid \"A {\"\nmsgstr \"En {\"");

        Assert.Equal("A {", Texts("nb")["A {", 1].Value);
        Assert.Equal("2 days {", Texts("nb").Plural(2, "{0} day", "2 days {").Value);
        Assert.Equal("{0} and {1}", Texts("nb")["{0} and {1}", 1].Value);
    }

    private TextCatalog Load() => TextCatalog.Load(new ModuleCatalog([]), Data);

    private Texts Texts(string culture, string? tenant = null) => Load().For(Cultures.Find(culture)!, tenant);

    private void Write(string folder, string culture, string text)
    {
        Directory.CreateDirectory(Data.Combine(folder));
        File.WriteAllText(Data.Combine(folder, $"{culture}.po"), text);
    }
}
