using System.Text.RegularExpressions;
using VoldCms.Hosting.Localization;
using VoldCms.UnitTests.Seeds;

namespace VoldCms.UnitTests.Hosting;

/// <summary>Every text of the interface stands in every language, and no language has one that nobody asks for.</summary>
public sealed partial class InterfaceTextsTests
{
    /// <summary>The projects that have texts of their own.</summary>
    public static TheoryData<string> Projects => [.. Directory
        .EnumerateDirectories(Path.Combine(Repository.Root, "src"), "Localization", SearchOption.AllDirectories)
        .Where(folder => Directory.EnumerateFiles(folder, "*.po").Any() && !folder.Split(Path.DirectorySeparatorChar).Any(segment => segment is "bin" or "obj"))
        .Select(folder => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(folder)!))
        .Order()];

    [Theory, MemberData(nameof(Projects))]
    public void The_languages_have_the_same_texts(string project) =>
        Assert.Equal(Texts(project, "nb").Select(text => (text.Id, text.PluralId)), Texts(project, "nn").Select(text => (text.Id, text.PluralId)));

    [Theory, MemberData(nameof(Projects))]
    public void Every_text_is_translated_and_asked_for(string project)
    {
        var sources = string.Concat(Sources(project).Select(File.ReadAllText));

        Assert.All(Texts(project, "nb").Concat(Texts(project, "nn")), text =>
        {
            Assert.All(text.Translations, translation => Assert.NotEmpty(translation));
            Assert.Contains($"\"{text.Id}\"", sources, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Projects))]
    public void Every_text_asked_for_is_there(string project)
    {
        var known = Projects.Select(row => row.Data).SelectMany(other => Texts(other, "nb")).Select(text => text.Id).ToHashSet();
        var asked = Sources(project).SelectMany(file => Question().Matches(File.ReadAllText(file)).Select(match => match.Groups["text"].Value)).Distinct().ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(known));
    }

    private static IEnumerable<PoEntry> Texts(string project, string culture)
    {
        var path = Path.Combine(Repository.Root, project, "Localization", $"{culture}.po");
        using var reader = new StreamReader(path);
        return PoReader.Read(reader, path);
    }

    private static IEnumerable<string> Sources(string project) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs*", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(segment => segment is "bin" or "obj" or "node_modules"));

    // T["..."], Texts["..."], Text("..."), T.Plural(n, "..."), and in the partial whose model the texts are, Model["..."].
    [GeneratedRegex("""\b(?:T|[Tt]exts|Model)(?:\[|\.Plural\([^"]*?)"(?<text>[^"]+)"|\bText\("(?<text>[^"]+)"\)""")]
    private static partial Regex Question();
}
