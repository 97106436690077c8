namespace VoldCms.ArchitectureTests;

/// <summary>
/// The folders of a room depend on each other in one direction. A namespace is a folder; the room's root joins them and is not counted.
/// </summary>
public sealed class FolderTests
{
    private const string Above = "VoldCms.Room.Above";
    private const string Below = "VoldCms.Room.Below";

    [Theory]
    [InlineData("VoldCms.ContentApi")]
    [InlineData("VoldCms.ContentManagement")]
    public void No_folder_imports_what_imports_it(string room)
    {
        var imports = FolderImports
            .Of(Rooms.Sources(Rooms.FolderOf(room)).Select(File.ReadAllText))
            .Where(folder => folder.Key.StartsWith($"{room}.", StringComparison.Ordinal))
            .ToDictionary();

        // What imports none of the rest is below it, what none of it imports is above: both are taken away, and a circle is left.
        while (imports.Keys.FirstOrDefault(folder => IsOutside(folder, imports)) is { } outside)
        {
            imports.Remove(outside);
        }

        Assert.True(
            imports.Count == 0,
            string.Join('\n', imports.Select(each => $"{each.Key} imports {string.Join(", ", each.Value.Intersect(imports.Keys).Order())}"))
        );
    }

    [Theory]
    [InlineData("using VoldCms.Room.Below;", "")]
    [InlineData("using static VoldCms.Room.Below.Thing;", "")]
    [InlineData("using Alias = VoldCms.Room.Below.Thing;", "")]
    [InlineData("", "void Take(VoldCms.Room.Below.Thing thing) { }")]
    [InlineData("", "object thing = new global::VoldCms.Room.Below.Thing();")]
    [InlineData("", "List<Room.Below.Thing> things = [];")]
    [InlineData("", "bool isThing = value is Below.Thing { };")]
    [InlineData("", "string name = $\"{nameof(Below.Thing)}\";")]
    public void A_name_in_full_is_an_import_as_a_using_is(string import, string member)
    {
        Assert.Equal([Below], Planted(import, member));
    }

    [Theory]
    [InlineData("// As Below.Thing has it.")]
    [InlineData("/// <summary>As <see cref=\"VoldCms.Room.Below.Thing\"/>.</summary>")]
    [InlineData("string category = \"VoldCms.Room.Below.Thing\";")]
    [InlineData("object thing = owner.Below.Thing;")]
    [InlineData("int count = Below.Count;")]
    public void What_only_looks_like_a_name_is_no_import(string member)
    {
        Assert.Empty(Planted("", member));
    }

    private static IReadOnlySet<string> Planted(string import, string member) =>
        FolderImports.Of([
            $"{import}\n\nnamespace {Above};\n\nclass Other\n{{\n    {member}\n}}\n",
            $"namespace {Below};\n\npublic sealed class Thing;\n",
        ])[Above];

    private static bool IsOutside(string folder, Dictionary<string, IReadOnlySet<string>> imports) =>
        !imports[folder].Overlaps(imports.Keys) || imports.Values.All(others => !others.Contains(folder));
}
