using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.ContentManagement.Rules;

/// <summary>
/// What is asked of an item beyond its shape: that its values are of the lists that its definition and the site close, that links lead
/// somewhere, what the modules' <see cref="IFieldRule"/>s and <see cref="IPathRule"/>s say, and what its definition requires. Editors and
/// programs must obey; recipes are told. Thread-safe.
/// </summary>
public sealed class ItemRules(IEnumerable<IFieldRule> fieldRules, IEnumerable<IPathRule> pathRules)
{
    private readonly ImmutableArray<IFieldRule> _fieldRules = [.. fieldRules];
    private readonly ImmutableArray<IPathRule> _pathRules = [.. pathRules];

    /// <summary>Every value that breaks a rule, in contained items too. Asked of every draft.</summary>
    public IEnumerable<Problem> CheckValues(ContentItem item, TypeModel type, TenantConfiguration configuration) =>
        ClosedLists
            .FindProblems(item, type, configuration.Model)
            .Concat(AddressProblems(item, type, configuration.Model))
            .Concat(FieldProblems(item, type, configuration.Model))
            .Concat(CultureProblems(item, type, configuration.Settings))
            .Concat(PathProblems(item, type, configuration.Settings));

    /// <summary>What a room that shows items of the type has against a path; null when nothing is wrong.</summary>
    internal string? FindPathProblem(TypeModel type, string path, string? culture) =>
        _pathRules.Select(rule => rule.FindProblem(type.Name, path, culture)).FirstOrDefault(problem => problem is not null);

    /// <summary>Gives links that name no scheme the one that was meant, as a browser's address bar does. In place.</summary>
    public static void CompleteAddresses(ContentItem item, TypeModel type, ContentModel model)
    {
        foreach (var address in StoredText.AddressesOf(item.Content, type, model).ToList())
        {
            address.Complete();
        }
    }

    /// <summary>Every required title and field that is empty, contained items not included. Asked before an item is public.</summary>
    public static ImmutableArray<Problem> CheckRequired(ContentItem item, TypeModel type)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var part in type.Parts)
        {
            if (
                part.Kind?.Name == PartNames.Title
                && part.Definition.Settings.Get<TitlePartSettings>().Options == TitleOptions.EditableRequired
                && string.IsNullOrWhiteSpace(item.FindPart(part.Name)?.FindText("Title"))
            )
            {
                problems.Add(new($"{part.Name}.Title", "is empty; expected a title"));
            }

            foreach (var field in part.Fields.Where(field => field.IsRequired && field.Kind is not null))
            {
                var main = field.Kind!.Main;
                if (IsEmpty(item.FindField(part.Name, field.Name)?[main.Name]))
                {
                    problems.Add(
                        new(
                            $"{part.Name}.{field.Name}.{main.Name}",
                            $"is empty; expected {main.Expected}, '{field.Definition.DisplayName}' is required"
                        )
                    );
                }
            }
        }

        return problems.ToImmutable();
    }

    private static IEnumerable<Problem> AddressProblems(ContentItem item, TypeModel type, ContentModel model) =>
        from address in StoredText.AddressesOf(item.Content, type, model)
        let problem = address.FindAddressProblem()
        where problem is not null
        select new Problem(address.Path, problem);

    private IEnumerable<Problem> FieldProblems(ContentItem item, TypeModel type, ContentModel model) =>
        _fieldRules.IsEmpty
            ? []
            : from field in StoredField.Of(item, type, model)
            from rule in _fieldRules
            where rule.IsAbout(field.Model)
            let problem = rule.FindProblem(field.Value)
            where problem is not null
            select new Problem($"{field.Path}.{field.Model.Kind!.Main.Name}", problem);

    private static IEnumerable<Problem> CultureProblems(ContentItem item, TypeModel type, SiteSettings settings)
    {
        if (
            type.IsLocalized
            && ContentItemParts.CultureOf(item) is { Length: > 0 } culture
            && Cultures.FindAmong(culture, settings.SupportedCultures) is null
        )
        {
            yield return new(
                $"{PartNames.Localization}.Culture",
                $"is '{culture}', which the site does not serve; expected one of {string.Join(", ", settings.SupportedCultures)}"
            );
        }
    }

    private IEnumerable<Problem> PathProblems(ContentItem item, TypeModel type, SiteSettings settings)
    {
        if (
            type.FindPartOfKind(PartNames.Autoroute) is not { } part
            || item.FindPart(part.Name)?.FindText("Path") is not { Length: > 0 } path
        )
        {
            yield break;
        }

        var culture = ContentItemParts.CultureOf(item);
        var first = path.Split('/')[0];
        if (!first.Equals(culture, StringComparison.OrdinalIgnoreCase) && IsServed(first) && (culture is null || IsServed(culture)))
        {
            yield return new(
                $"{part.Name}.Path",
                $"is '{path}', which begins with a language that is not the item's; "
                    + $"expected {(culture is null ? "none in front" : $"'{culture}' or none in front")}"
            );
        }

        if (FindPathProblem(type, path, culture) is { } problem)
        {
            yield return new($"{part.Name}.Path", problem);
        }

        bool IsServed(string name) => settings.SupportedCultures.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsEmpty(JsonNode? value) =>
        value switch
        {
            null => true,
            JsonArray list => list.Count == 0,
            JsonValue text when text.GetValueKind() == JsonValueKind.String => string.IsNullOrWhiteSpace(LenientJson.Text(text)),
            _ => false,
        };
}
