using System.Text.Json;
using VoldCms.Hosting.Localization;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The English descriptions of our definitions: each is of something that there is.</summary>
public sealed class SchemaTextsTests
{
    private static readonly HashSet<string> s_names = [.. RepositoryFiles.Recipes.SelectMany(NamesIn)];

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src"), "en.po", SearchOption.AllDirectories)
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(segment => segment is "bin" or "obj"))
                .Select(file => Path.GetRelativePath(Repository.Root, file))
                .Order(),
        ];

    [Theory, MemberData(nameof(Files))]
    public void Each_text_is_of_a_type_a_part_or_a_field_of_our_recipes(string file)
    {
        var entries = PoReader.Read(File.ReadAllBytes(Path.Combine(Repository.Root, file)), file).Entries;

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Equal("schema", entry.Context));
        Assert.Empty(entries.Select(entry => entry.Id).Except(s_names));
        Assert.All(entries, entry => Assert.EndsWith(".", Assert.Single(entry.Translations), StringComparison.Ordinal));
    }

    private static IEnumerable<string> NamesIn(string recipe)
    {
        foreach (
            var step in RepositoryFiles
                .ReadRecipe(recipe)
                .GetProperty("steps")
                .EnumerateArray()
                .Where(step => Tenant.NameOf(step) == "ContentDefinition")
        )
        {
            foreach (var type in step.GetProperty("ContentTypes").EnumerateArray())
            {
                yield return NameOf(type);
                foreach (var part in type.GetProperty("ContentTypePartDefinitionRecords").EnumerateArray())
                {
                    yield return $"{NameOf(type)}.{NameOf(part)}";
                }
            }

            foreach (var part in step.GetProperty("ContentParts").EnumerateArray())
            {
                yield return NameOf(part);
                foreach (var field in part.GetProperty("ContentPartFieldDefinitionRecords").EnumerateArray())
                {
                    yield return $"{NameOf(part)}.{NameOf(field)}";
                    yield return NameOf(field);
                }
            }
        }
    }

    private static string NameOf(JsonElement definition) => definition.GetProperty("Name").GetString()!;
}
