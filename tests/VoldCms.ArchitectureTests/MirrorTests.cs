namespace VoldCms.ArchitectureTests;

/// <summary>
/// A test lies where its matter lies in src: <c>tests/VoldCms.UnitTests/Hosting/Addresses</c> tests
/// <c>src/Cms/VoldCms.Hosting/Addresses</c>. The tests of the whole site in a browser and the trials are of no room and are not counted.
/// </summary>
public sealed class MirrorTests
{
    private const string GraphQL = "VoldCms.GraphQLTests";

    /// <summary>Folders that are of several rooms, or of none. The list only gets shorter.</summary>
    private static readonly string[] s_exceptions =
    [
        // Every door of the content API for every kind of reader: one table.
        "VoldCms.IntegrationTests/ContentApi/Access",
        // The documents that the rules are judged by.
        "VoldCms.GraphQLTests/Corpus",
        // What no engine of GraphQL may be brought down by, from the parser to the answer.
        "VoldCms.GraphQLTests/Hostile",
        // The recipes of the municipalities, compared with their documents: data, in recipes/.
        "VoldCms.UnitTests/Seeds",
    ];

    public static TheoryData<string> Projects => ["VoldCms.UnitTests", "VoldCms.IntegrationTests", GraphQL];

    [Theory, MemberData(nameof(Projects))]
    public void The_folders_of_tests_mirror_src(string project)
    {
        var strangers = FoldersOf(project)
            .Where(folder => !s_exceptions.Contains($"{project}/{folder}") && !Directory.Exists(Mirrored(project, folder)));

        Assert.Empty(strangers);
    }

    /// <summary>Where the room has a <c>Foo.cs</c>, <c>FooTests</c> lies in the image of its folder or of one above.</summary>
    [Theory, MemberData(nameof(Projects))]
    public void A_test_that_bears_a_types_name_lies_where_the_type_lies(string project)
    {
        var astray =
            from folder in FoldersOf(project)
            where !s_exceptions.Contains($"{project}/{folder}")
            from test in Directory.GetFiles(Path.Combine(Repository.Root, "tests", project, folder), "*Tests.cs")
            let name = $"{Path.GetFileName(test)[..^"Tests.cs".Length]}.cs"
            let homes = Directory.GetFiles(RoomOf(project, folder), name, SearchOption.AllDirectories)
            where homes.Length > 0 && !homes.Any(home => home.StartsWith($"{Mirrored(project, folder)}/", StringComparison.Ordinal))
            select $"{Path.GetRelativePath(Repository.Root, test)}: {Path.GetRelativePath(Repository.Root, homes[0])}";

        Assert.Empty(astray);
    }

    [Fact]
    public void Every_exception_is_still_one() =>
        Assert.All(s_exceptions, folder => Assert.True(Directory.Exists(Path.Combine(Repository.Root, "tests", folder)), folder));

    // What runs in node, and tools that a folder keeps for itself, are no tests: a folder counts that has C# right in it.
    private static IEnumerable<string> FoldersOf(string project)
    {
        var root = Path.Combine(Repository.Root, "tests", project);
        return Rooms
            .Sources("tests", project)
            .Select(file => Path.GetDirectoryName(file)!)
            .Distinct()
            .Where(folder => folder != root && !File.Exists(Path.Combine(folder, "package.json")))
            .Select(folder => Path.GetRelativePath(root, folder));
    }

    private static string RoomOf(string project, string folder) =>
        Path.Combine(Repository.Root, Rooms.FolderOf(project == GraphQL ? "VoldCms.GraphQL" : $"VoldCms.{folder.Split('/')[0]}"));

    private static string Mirrored(string project, string folder) =>
        Path.Combine([RoomOf(project, folder), .. folder.Split('/').Skip(project == GraphQL ? 0 : 1)]);
}
