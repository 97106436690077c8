using System.Text.RegularExpressions;

namespace VoldCms.ArchitectureTests;

/// <summary>What docs/architecture.md names by its place is there, so that a move or a new name is told in the document too.</summary>
public sealed partial class DocumentedPlacesTests
{
    [Fact]
    public void Every_file_and_folder_that_the_document_names_is_there()
    {
        var places = Rooms
            .Sources("src")
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Repository.Root, file), null))
            .SelectMany(PlaceAndThoseAround)
            .Distinct()
            .Select(place => $"/{place.Replace(Path.DirectorySeparatorChar, '/').Replace("VoldCms.", "", StringComparison.Ordinal)}")
            .ToList();
        var named = Place()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md")))
            .Select(match => match.Groups[1].Value);

        Assert.All(named, name => Assert.Contains(places, place => place.EndsWith($"/{name}", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> PlaceAndThoseAround(string place)
    {
        for (var around = place; around.Length > 0; around = Path.GetDirectoryName(around) ?? "")
        {
            yield return around;
        }
    }

    [GeneratedRegex(@"`([A-Z]\w+(?:/\w+)+)(?:\.cs)?`")]
    private static partial Regex Place();
}
