using System.Text.RegularExpressions;

namespace VoldCms.ArchitectureTests;

public sealed partial class ArrowTests
{
    public static TheoryData<string> CmsRooms => [.. Rooms.Cms.Keys];

    public static TheoryData<string> Modules => [.. Rooms.Modules];

    [Theory, MemberData(nameof(CmsRooms))]
    public void A_room_of_the_engine_references_only_what_lies_below_it(string room)
    {
        var references = Rooms.ReferencesOf(room);

        Assert.Empty(references.Except(Rooms.Cms[room]));
    }

    [Fact]
    public void Every_folder_of_the_engine_has_its_arrows_named()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src", "Cms")).Select(Path.GetFileName);

        Assert.Equal(Rooms.Cms.Keys.Order(), folders.Order());
    }

    [Theory, MemberData(nameof(Modules))]
    public void A_module_references_no_other_module_and_not_the_host(string module)
    {
        var references = Rooms.ReferencesOf(module).ToList();

        Assert.Empty(references.Intersect(Rooms.Modules));
        Assert.DoesNotContain(Rooms.Host, references);
        Assert.DoesNotContain(Rooms.Migrations, references);
    }

    [Theory, MemberData(nameof(Modules))]
    public void A_module_shows_only_what_somebody_uses(string module)
    {
        var shown = Rooms.Load(module).GetExportedTypes();
        var used = Shown.ReachableFrom(
            shown.Where(type => type.Name.EndsWith("Module", StringComparison.Ordinal) || Shown.IsUsedElsewhere(type))
        );

        Assert.Empty(shown.Except(used).Select(type => type.FullName));
    }

    [Fact]
    public void A_tenants_state_is_set_in_one_place()
    {
        var callers = Rooms
            .Sources("src")
            .Where(file => File.ReadAllText(file).Contains(".SetStateAsync(", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.Equal(["TenantLife.cs"], callers);
    }

    /// <summary>The actions do, each in the transaction that it writes in, on the item that it has loaded.</summary>
    [Fact]
    public void No_edge_decides_who_may_change_an_item_nor_loads_one_to_change_it()
    {
        var deciding = Rooms
            .Sources("src")
            .Where(file => !file.Contains("VoldCms.ContentManagement", StringComparison.Ordinal))
            .Where(file => DecidesAboutItems().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);

        Assert.Empty(deciding);
    }

    [Fact]
    public void The_host_lists_every_module()
    {
        Assert.Empty(Rooms.Modules.Except(Rooms.UsedBy(Rooms.Host)));
    }

    [Theory]
    [InlineData("VoldCms.ContentManagement")]
    [InlineData("VoldCms.GraphQL")]
    public void The_engine_and_the_language_know_neither_web_nor_database(string room)
    {
        Assert.DoesNotContain(
            Rooms.UsedBy(room),
            name =>
                name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.StartsWith("Npgsql", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Data.", StringComparison.Ordinal)
        );
    }

    [Theory, MemberData(nameof(CmsRooms))]
    public void No_type_of_the_engine_bears_a_word_of_the_subject(string room)
    {
        var names = Rooms
            .Load(room)
            .GetTypes()
            .Select(type => type.FullName ?? type.Name)
            .Select(name => name.Replace("VoldCms.", "", StringComparison.Ordinal));

        Assert.DoesNotContain(names, name => SubjectWord().IsMatch(name));
    }

    [GeneratedRegex(@"ContentOperation\.|\.Content\.LoadAsync\(")]
    private static partial Regex DecidesAboutItems();

    // Query planning is the engine's own affair: "Plan" alone is no word of the subject.
    [GeneratedRegex(
        "Vold|Violence|Measure(?!ment)|Municipalit|Kommune|Tiltak|Handlingsplan|ActionPlan|Krisesenter|HelpPage",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SubjectWord();
}
