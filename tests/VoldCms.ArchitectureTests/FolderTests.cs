namespace VoldCms.ArchitectureTests;

/// <summary>
/// The folders of a room depend on each other in one direction. A namespace is a folder; the room's root joins them and is not counted.
/// </summary>
public sealed class FolderTests
{
    private const string Above = "VoldCms.Room.Above";
    private const string Below = "VoldCms.Room.Below";

    /// <summary>Imports that lead back, each with its reason. The list only gets shorter.</summary>
    private static readonly (string Room, string Folder, string Imports, string Reason)[] s_remaining =
    [
        (
            "VoldCms.GraphQL",
            "Types",
            "Execution",
            "A definition carries the resolver that runs it, and a scalar writes its value where the answer is read from."
        ),
        ("VoldCms.GraphQL", "Types", "Introspection", "The introspection types and fields are among every schema's own."),
        (
            "VoldCms.GraphQL",
            "Types",
            "Validation",
            "Before it is a schema, its text is held to the rules for documents, and so are the default values in it."
        ),
        (
            "VoldCms.GraphQL",
            "Validation",
            "Validation.Rules",
            "The list of rules lies beside what runs them; a rule is written in its words."
        ),
    ];

    public static TheoryData<string> AllRooms => [.. Rooms.All];

    [Theory, MemberData(nameof(AllRooms))]
    public void No_folder_imports_what_imports_it(string room)
    {
        var imports = ImportsOf(room);
        foreach (var (_, folder, imported, _) in s_remaining.Where(each => each.Room == room))
        {
            imports[$"{room}.{folder}"].Remove($"{room}.{imported}");
        }

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

    [Fact]
    public void Every_import_that_remains_still_leads_back() =>
        Assert.All(
            s_remaining,
            each =>
            {
                var imports = ImportsOf(each.Room);
                var (folder, imported) = ($"{each.Room}.{each.Folder}", $"{each.Room}.{each.Imports}");
                Assert.Contains(imported, imports[folder]);
                Assert.True(Leads(imported, folder, imports, []), $"{imported} no longer needs {folder}: strike the line.");
            }
        );

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

    [Theory]
    [InlineData("@model Thing")]
    [InlineData("@model (Other First, Thing Second)")]
    [InlineData("@model ImmutableArray<Thing>")]
    [InlineData("@inject Thing Things")]
    [InlineData("<p>@Thing.Name</p>")]
    public void A_view_imports_the_types_that_it_names(string view) => Assert.Equal([Below], PlantedView(view));

    [Theory]
    [InlineData("<p>The Thing is here.</p>")]
    [InlineData("<p>@Model.Thing.Name</p>")]
    [InlineData("<p title=\"Thing.Name\"></p>")]
    public void What_a_view_only_says_is_no_import(string view) => Assert.Empty(PlantedView(view));

    private static IReadOnlySet<string> PlantedView(string view)
    {
        string[] sources = [$"namespace {Below};\n\npublic sealed class Thing;\n"];
        return FolderImports.Of([.. sources, .. FolderImports.WriteAsCode([(Above, view)], sources)])[Above];
    }

    private static IReadOnlySet<string> Planted(string import, string member) =>
        FolderImports.Of([
            $"{import}\n\nnamespace {Above};\n\nclass Other\n{{\n    {member}\n}}\n",
            $"namespace {Below};\n\npublic sealed class Thing;\n",
        ])[Above];

    private static Dictionary<string, HashSet<string>> ImportsOf(string room) =>
        FolderImports
            .OfRoom(room)
            .Where(folder => folder.Key.StartsWith($"{room}.", StringComparison.Ordinal))
            .ToDictionary(folder => folder.Key, folder => folder.Value.ToHashSet());

    private static bool Leads(string from, string to, Dictionary<string, HashSet<string>> imports, HashSet<string> seen) =>
        imports.TryGetValue(from, out var next)
        && seen.Add(from)
        && (next.Contains(to) || next.Any(folder => Leads(folder, to, imports, seen)));

    private static bool IsOutside(string folder, Dictionary<string, HashSet<string>> imports) =>
        !imports[folder].Overlaps(imports.Keys) || imports.Values.All(others => !others.Contains(folder));
}
