using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace VoldCms.ArchitectureTests;

/// <summary>Who reads a type's name knows which type is meant, without looking at what a file imports.</summary>
public sealed partial class NamesakeTests
{
    public static TheoryData<string> TestProjects =>
        [
            .. Directory
                .GetFiles(Path.Combine(Repository.Root, "tests"), "*.csproj", SearchOption.AllDirectories)
                .Select(project => Path.GetFileNameWithoutExtension(project)),
        ];

    [Fact]
    public void No_two_types_of_the_house_have_one_name()
    {
        string[] rooms = [.. Rooms.Cms.Keys, .. Rooms.Modules, Rooms.Host];
        var twice = rooms
            .SelectMany(room => Rooms.Load(room).GetTypes())
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("VoldCms.", StringComparison.Ordinal) == true)
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.Contains('<'))
            .GroupBy(type => type.Name.Split('`')[0], StringComparer.Ordinal)
            .Where(group => group.Select(type => type.Name).Distinct().Count() < group.Count())
            .Select(group => string.Join(" and ", group.Select(type => type.FullName)))
            .ToList();

        Assert.Empty(twice);
    }

    [Theory, MemberData(nameof(TestProjects))]
    public void No_two_types_of_a_test_project_have_one_name(string project)
    {
        var twice = Rooms
            .Sources("tests", project)
            .Select(File.ReadAllText)
            .SelectMany(
                source => Declaration().Matches(source),
                (source, type) => (Name: type.Groups[1].Value, Space().Match(source).Value)
            )
            .GroupBy(type => type.Name, type => type.Value, StringComparer.Ordinal)
            .Where(spaces => spaces.Distinct().Count() > 1)
            .Select(spaces => $"{spaces.Key}: {string.Join(" and ", spaces.Distinct())}");

        Assert.Empty(twice);
    }

    // A type within another has its name with it.
    [GeneratedRegex(@"^(?:\w+ )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^namespace [\w.]+", RegexOptions.Multiline)]
    private static partial Regex Space();
}
