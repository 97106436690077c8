using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VoldCms.Hosting.Localization;

namespace VoldCms.UnitTests.Hosting.Localization;

/// <summary>Every text of the interface stands in every language, and no language has one that nobody asks for.</summary>
public sealed partial class InterfaceTextsTests
{
    /// <summary>The projects that have texts of their own.</summary>
    public static TheoryData<string> Projects =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(Repository.Root, "src"), "Localization", SearchOption.AllDirectories)
                .Where(folder =>
                    Directory.EnumerateFiles(folder, "*.po").Any()
                    && !folder.Split(Path.DirectorySeparatorChar).Any(segment => segment is "bin" or "obj")
                )
                .Select(folder => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(folder)!))
                .Order(),
        ];

    /// <summary>The projects' files, by their paths.</summary>
    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var project in Projects.Select(row => row.Data))
            {
                foreach (
                    var file in Directory
                        .EnumerateFiles(Path.Combine(Repository.Root, project, "Localization"), "*.po")
                        .Where(file => !IsEnglish(file))
                        .Order(StringComparer.Ordinal)
                )
                {
                    files.Add(project, Path.GetFileNameWithoutExtension(file));
                }
            }

            return files;
        }
    }

    // Keys are English already; that language has texts about the schema alone (Seeds/SchemaTextsTests).
    private static bool IsEnglish(string file) => Path.GetFileNameWithoutExtension(file) == TextCatalog.SourceCulture;

    [Theory, MemberData(nameof(Files))]
    public void The_languages_have_the_same_texts(string project, string culture) =>
        Assert.Equal(
            Texts(project, "nb").Select(text => (text.Id, text.PluralId)),
            Texts(project, culture).Select(text => (text.Id, text.PluralId))
        );

    [Theory, MemberData(nameof(Files))]
    public void Every_text_is_translated_in_every_form_and_asked_for(string project, string culture)
    {
        var sources = string.Concat(Sources(project).Select(File.ReadAllText));
        var forms = PluralRules.CountOf(culture);

        Assert.All(
            Texts(project, culture),
            text =>
            {
                Assert.All(text.Translations, translation => Assert.NotEmpty(translation));
                Assert.Equal(text.PluralId is null ? 1 : forms, text.Translations.Length);
                Assert.Contains($"\"{text.Id}\"", sources, StringComparison.Ordinal);
            }
        );
    }

    /// <summary>A form that stands for several numbers names the number; only those for none, one and two may say it in words.</summary>
    [Theory, MemberData(nameof(Files))]
    public void No_translation_loses_a_placeholder(string project, string culture)
    {
        var faults =
            from text in Texts(project, culture)
            from form in Enumerable.Range(0, text.Translations.Length)
            where text.PluralId is null || form > 2 || text.Translations.Length < 3
            from Match placeholder in Placeholder().Matches(text.Id)
            where !text.Translations[form].Contains(placeholder.Value, StringComparison.Ordinal)
            select $"{text.Id}: {text.Translations[form]}";

        Assert.Empty(faults);
    }

    [Theory, MemberData(nameof(Files))]
    public void A_language_that_nobody_has_checked_says_so(string project, string culture)
    {
        var isChecked = culture is "nb" or "nn";

        Assert.Equal(isChecked ? null : "yes", Read(project, culture).FindHeader("X-Machine-Translated"));
        Assert.Equal(culture, Read(project, culture).FindHeader("Language"));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Every_text_asked_for_is_there(string project)
    {
        var known = Projects.Select(row => row.Data).SelectMany(other => Texts(other, "nb")).Select(text => text.Id).ToHashSet();
        var asked = Sources(project)
            .SelectMany(file => Question().Matches(File.ReadAllText(file)).Select(match => match.Groups["text"].Value))
            .Distinct()
            .ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(known));
    }

    private static ImmutableArray<PoEntry> Texts(string project, string culture) => Read(project, culture).Entries;

    private static PoFile Read(string project, string culture)
    {
        var path = Path.Combine(Repository.Root, project, "Localization", $"{culture}.po");
        return PoReader.Read(File.ReadAllBytes(path), path);
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(segment => segment is "bin" or "obj" or "node_modules"));

    // T["..."], Texts["..."], Text("..."), T.Plural(n, "..."), and in the partial whose model the texts are, Model["..."].
    [GeneratedRegex("""\b(?:T|[Tt]exts|Model)(?:\[|\.Plural\([^"]*?)"(?<text>[^"]+)"|\bText\("(?<text>[^"]+)"\)""")]
    private static partial Regex Question();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
