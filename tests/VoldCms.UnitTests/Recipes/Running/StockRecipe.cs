using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;

namespace VoldCms.UnitTests.Recipes.Running;

/// <summary>
/// Orchard Core's own recipes, which lie beside the repository: the judge of our reading of its contract. What they define and
/// contain is compared, value by value, with what a tenant holds after they have run.
/// </summary>
internal static class StockRecipe
{
    private static readonly JsonDocumentOptions s_lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly string s_folder = Path.Combine(Repository.Root, "..", "shared", "orchard-core-recipes");

    public const string Absent = "Orchard Core's recipes are not at hand: ../shared is absent.";

    public static bool AreAtHand => Directory.Exists(s_folder);

    /// <summary>Those that run.</summary>
    public static IReadOnlyList<string> Running { get; } =
    [
        "v1.1/agency.recipe.json",
        "v1.1/blog.recipe.json",
        "v1.1/headless.recipe.json",
        "v1.1/luceneQueryTest.json",
        "v3.0/DynamicContentTypeQueryTest.json",
        "v3.0/agency.recipe.json",
        "v3.0/blank.recipe.json",
        "v3.0/blog.lucene.query.recipe.json",
        "v3.0/blog.lucene.search.recipe.json",
        "v3.0/blog.recipe.json",
        "v3.0/comingsoon.recipe.json",
        "v3.0/exportcontenttodeploymenttarget.recipe.json",
        "v3.0/headless.recipe.json",
        "v3.0/luceneQueryTest.json",
        "v3.0/menu.add-permissions.recipe.json",
        "v3.0/menu.recipe.json",
        "v3.0/migrations.recipe.json",
        "v3.0/pages.recipe.json",
        "v3.0/recipe1.json",
        "v3.0/recipe2.json",
        "v3.0/recipe4.json",
        "v3.0/recipe5.json",
        "v3.0/saas.recipe.json",
        "v3.0/socialmetasettings.recipe.json",
    ];

    /// <summary>Those that are refused, each with what its one line says.</summary>
    public static IReadOnlyList<(string File, string Line)> Refused { get; } =
    [
        ("v3.0/recipe3.json", "there is no function 'valiables'"),
        ("v3.0/recipe6.json", "unable to add a part to the type 'Message': the record has no PartName"),
        ("v3.0/blog.sql.query.recipe.json", "there is no recipe named 'Blog.SQL.Search'"),
    ];

    /// <summary>Copies a recipe and its neighbours into a folder, with stand-ins for the snippets and pictures that it names.</summary>
    /// <returns>The recipe's path there.</returns>
    public static string Stage(string file, string folder)
    {
        var version = Path.GetDirectoryName(file)!;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(s_folder, version), "*.json", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(s_folder, path), File.ReadAllBytes(path));
        }

        foreach (
            var snippet in new[]
            {
                "footer.html",
                "landingpage.liquid",
                "Content__ComingSoon.liquid",
                "Widget__Register.liquid",
                "recentBlogPosts.json",
            }
        )
        {
            Write(Path.Combine(version, "Snippets", snippet), System.Text.Encoding.UTF8.GetBytes($"<p>{snippet}</p>"));
        }

        foreach (var step in ReadRecipe(file)["steps"]!.AsArray().OfType<JsonObject>().Where(step => step.FindText("name") == "media"))
        {
            foreach (var source in step["Files"]!.AsArray().Select(picture => picture!["SourcePath"]!.GetValue<string>()))
            {
                Write(
                    Path.Combine(version, source),
                    source.EndsWith(".svg", StringComparison.Ordinal) ? "<svg/>"u8.ToArray() : [0xFF, 0xD8, 0xFF, 0xE0]
                );
            }
        }

        return Path.Combine(folder, file);

        void Write(string name, byte[] content)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }

    /// <summary>What the tenant does not hold as the recipe says it, a line each.</summary>
    public static IReadOnlyList<string> FindDifferences(string file, StoredTenant tenant)
    {
        var differences = new List<string>();
        foreach (var step in ReadRecipe(file)["steps"]!.AsArray().OfType<JsonObject>())
        {
            CompareStep(tenant, step, differences);
        }

        return differences;
    }

    private static JsonObject ReadRecipe(string file) =>
        (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(s_folder, file)), null, s_lenient)!;

    private static void CompareStep(StoredTenant tenant, JsonObject step, List<string> differences)
    {
        switch (step.FindText("name")!.ToLowerInvariant())
        {
            case "contentdefinition" or "replacecontentdefinition":
                var stored = JsonNode.Parse(tenant.Documents["ContentDefinition"])!;
                CompareRecords(stored, step, "ContentTypes", differences);
                CompareRecords(stored, step, "ContentParts", differences);
                break;
            case "content":
                foreach (var item in step.FindIgnoringCase("data")!.AsArray().OfType<JsonObject>())
                {
                    CompareItem(tenant, item, differences);
                }

                break;
            case "settings" or "custom-settings":
                var settings = JsonNode.Parse(tenant.Documents["Settings"])!;
                foreach (var (name, value) in step.Where(member => member.Key != "name"))
                {
                    Compare(settings[name], value, $"settings.{name}", differences);
                }

                break;
            case "roles":
                var roles = JsonNode.Parse(tenant.Documents["Roles"])!["Roles"]!.AsArray();
                foreach (var role in step["Roles"]!.AsArray())
                {
                    var same = roles.Single(known =>
                        string.Equals(
                            known!["Name"]!.GetValue<string>(),
                            role!["Name"]!.GetValue<string>(),
                            StringComparison.OrdinalIgnoreCase
                        )
                    )!;
                    var granted = same["Permissions"]!.AsArray().Select(permission => permission!.GetValue<string>());
                    var missing = role!["Permissions"]!.AsArray().Select(permission => permission!.GetValue<string>()).Except(granted);
                    differences.AddRange(missing.Select(permission => $"role {role["Name"]}: {permission} is not granted"));
                }

                break;
            default:
                break;
        }
    }

    private static void CompareRecords(JsonNode stored, JsonObject step, string key, List<string> differences)
    {
        foreach (var record in step.FindIgnoringCase(key)?.AsArray().OfType<JsonObject>() ?? [])
        {
            var same = stored[key]!.AsArray().Single(known => known!["Name"]!.GetValue<string>() == record.FindText("Name"))!;
            Compare(same["Settings"], record["Settings"] ?? new JsonObject(), $"{record["Name"]}.Settings", differences);
            foreach (var list in new[] { "ContentTypePartDefinitionRecords", "ContentPartFieldDefinitionRecords" })
            {
                foreach (var inner in record[list]?.AsArray().OfType<JsonObject>() ?? [])
                {
                    var found = same[list]!
                        .AsArray()
                        .SingleOrDefault(known => known!["Name"]!.GetValue<string>() == inner.FindText("Name"));
                    foreach (var (name, value) in inner.Where(member => member.Key is "PartName" or "FieldName" or "Name" or "Settings"))
                    {
                        Compare(found?[name], value, $"{record["Name"]}.{inner["Name"]}.{name}", differences);
                    }
                }
            }
        }
    }

    private static void CompareItem(StoredTenant tenant, JsonObject item, List<string> differences)
    {
        // Its id is an expression in every stock recipe; type and display text find it again.
        var candidates = tenant
            .Items.Where(stored => stored.FindText("ContentType") == item.FindText("ContentType"))
            .Select(stored =>
            {
                var found = new List<string>();
                foreach (var (name, value) in item.Where(member => member.Key is not "Displaytext"))
                {
                    Compare(stored[name], value, $"{item["ContentType"]}.{name}", found);
                }

                return found;
            })
            .OrderBy(found => found.Count)
            .FirstOrDefault();
        differences.AddRange(candidates ?? [$"no item of type {item["ContentType"]} is stored"]);
    }

    /// <summary>Everything that the recipe says must be stored so; what a script says must be stored as some other text.</summary>
    private static void Compare(JsonNode? stored, JsonNode? given, string path, List<string> differences)
    {
        switch (given)
        {
            case null:
                break;
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Compare((stored as JsonObject)?[name], value, $"{path}.{name}", differences);
                }

                break;
            case JsonArray list:
                if (stored is not JsonArray other || other.Count < list.Count)
                {
                    differences.Add($"{path}: {stored?.ToJsonString() ?? "nothing"} instead of a list of {list.Count}");
                    break;
                }

                for (var index = 0; index < list.Count; index++)
                {
                    Compare(other[index], list[index], $"{path}[{index}]", differences);
                }

                break;
            case JsonValue value
                when value.TryGetValue<string>(out var text)
                    && (text.StartsWith("[js:", StringComparison.Ordinal) || text.StartsWith("[file:", StringComparison.Ordinal)):
                if (stored?.ToString() == text)
                {
                    differences.Add($"{path}: the script {text} was not evaluated");
                }

                break;
            default:
                if (!JsonNode.DeepEquals(stored, given) && !IsSameInstant(stored, given) && !IsSameHtml(stored, given, path))
                {
                    differences.Add($"{path}: {stored?.ToJsonString() ?? "nothing"} instead of {given.ToJsonString()}");
                }

                break;
        }
    }

    // HTML is stored as its reader writes it, and that reads every line end as a line feed (HTML, 13.2.3.5).
    private static bool IsSameHtml(JsonNode? stored, JsonNode given, string path) =>
        path.EndsWith(".Html", StringComparison.Ordinal) && stored?.ToString() == given.ToString().ReplaceLineEndings("\n");

    // Points in time are stored as the contract writes them, whatever the file's zone.
    private static bool IsSameInstant(JsonNode? stored, JsonNode given) =>
        DateTimeOffset.TryParse(
            stored?.ToString(),
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out var one
        )
        && DateTimeOffset.TryParse(
            given.ToString(),
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out var other
        )
        && one == other;
}

/// <summary>What a tenant holds.</summary>
/// <param name="Documents">Its documents by name, as JSON text.</param>
/// <param name="Items">Its newest versions, in the contract's JSON.</param>
internal sealed record StoredTenant(IReadOnlyDictionary<string, string> Documents, IReadOnlyList<JsonObject> Items);
