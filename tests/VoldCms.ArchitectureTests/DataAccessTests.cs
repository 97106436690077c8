using System.Text.RegularExpressions;

namespace VoldCms.ArchitectureTests;

/// <summary>Nobody but Data sees tables: neither through Entity Framework nor through SQL.</summary>
public sealed partial class DataAccessTests
{
    public static TheoryData<string> RoomsAboveData => ["VoldCms.ContentManagement", "VoldCms.Hosting", "VoldCms.Presentation", Rooms.Host, .. Rooms.Modules];

    [Theory, MemberData(nameof(RoomsAboveData))]
    public void No_room_but_data_holds_content_sql(string room)
    {
        var folder = Rooms.Cms.ContainsKey(room) ? Path.Combine("src", "Cms", room)
            : room == Rooms.Host ? Path.Combine("src", room)
            : Path.Combine("src", "Modules", room);
        var found = Rooms.Sources(folder)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => ContentSql().IsMatch(File.ReadAllText(file)));

        Assert.Empty(found);
    }

    [Theory, MemberData(nameof(RoomsAboveData))]
    public void No_room_but_data_names_a_set_of_content_rows(string room)
    {
        var exposed = Rooms.Load(room).GetTypes()
            .SelectMany(type => type.GetFields(Everything).Select(field => field.FieldType)
                .Concat(type.GetProperties(Everything).Select(property => property.PropertyType))
                .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))))
            .Where(type => type.FullName?.StartsWith("Microsoft.EntityFrameworkCore.DbSet", StringComparison.Ordinal) == true)
            .Where(type => type.GenericTypeArguments[0].Assembly.GetName().Name == "VoldCms.Data");

        Assert.Empty(exposed);
    }

    private const System.Reflection.BindingFlags Everything =
        System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance
        | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly;

    [GeneratedRegex(@"\b(SELECT\s.+\bFROM\b|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\s*""?(ContentVersions|FieldIndex|Paths|CultureAnswers|AuditEvents|Names|TenantDocuments|Tenants)?", RegexOptions.IgnoreCase)]
    private static partial Regex ContentSql();
}
