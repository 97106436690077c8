using System.Runtime.CompilerServices;

namespace VoldCms.ArchitectureTests;

/// <summary>Who reads a type's name knows which type is meant, without looking at what a file imports.</summary>
public sealed class NamesakeTests
{
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
}
