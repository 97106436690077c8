using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace VoldCms.ArchitectureTests;

/// <summary>
/// Nobody but Data sees tables: neither through Entity Framework nor through SQL. A module's own rows are its own affair.
/// </summary>
public sealed partial class DataAccessTests
{
    private const string Data = "VoldCms.Data";

    public static TheoryData<string> RoomsBesideData => [.. Rooms.Cms.Keys.Where(room => room != Data), Rooms.Host, .. Rooms.Modules];

    [Theory, MemberData(nameof(RoomsBesideData))]
    public void No_room_but_data_writes_sql(string room)
    {
        var found = Rooms.Sources(Rooms.FolderOf(room)).Where(file => Sql().IsMatch(File.ReadAllText(file)));

        Assert.Empty(found);
    }

    [Fact]
    public void The_rows_of_content_are_data_s_own()
    {
        var rows = Rooms.Load(Data).GetTypes().Where(type => type.Name.EndsWith("Row", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, row => row.IsVisible);
    }

    [Fact]
    public void No_room_opens_its_inside_to_another_room()
    {
        string[] rooms = [.. Rooms.Cms.Keys, Rooms.Host, .. Rooms.Modules];
        var friends = rooms.ToDictionary(
            room => room,
            room =>
                Rooms
                    .Load(room)
                    .GetCustomAttributes(typeof(InternalsVisibleToAttribute), inherit: false)
                    .Cast<InternalsVisibleToAttribute>()
                    .Select(friend => friend.AssemblyName)
                    .Intersect(rooms)
        );

        Assert.DoesNotContain(friends, room => room.Value.Any());
    }

    // Statements over several lines too, and whatever sends one of unknown words.
    [GeneratedRegex(
        """
            \b(SELECT\s[^;]{1,2000}?\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s)
            |"\s*(?i:select\s.*\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from)\s
            |\.(ExecuteSql|FromSql|SqlQuery|CreateCommand)\w*\s*[<(]
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Sql();
}
