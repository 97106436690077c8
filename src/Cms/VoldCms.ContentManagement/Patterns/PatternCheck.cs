using System.Collections.Immutable;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Patterns;

/// <summary>Which parts have a pattern, and whether it can be rendered.</summary>
public static class PatternCheck
{
    // What Orchard Core makes of an alias where the definition does not say.
    private const string DefaultAlias = "{{ Model.ContentItem.DisplayText | slugify }}";

    /// <summary>The pattern of a title, path or alias part; null when it has none.</summary>
    public static string? TextOf(ContentTypePartDefinition part)
    {
        var text = part.PartName switch
        {
            PartNames.Title
                when part.Settings.Get<TitlePartSettings>()
                    is { Options: TitleOptions.GeneratedDisabled or TitleOptions.GeneratedHidden } title => title.Pattern,
            PartNames.Autoroute => part.Settings.Get<AutoroutePartSettings>().Pattern,
            PartNames.Alias => part.Settings.Get<AliasPartSettings>().Pattern ?? DefaultAlias,
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>
    /// Patterns of <paramref name="after"/> that cannot be read, those that stood in <paramref name="before"/> already left out.
    /// </summary>
    /// <returns>One problem a pattern, which names type and part.</returns>
    public static ImmutableArray<Problem> FindProblems(ContentDefinitions before, ContentDefinitions after) =>
        [
            .. from type in after.Types.Values
            from part in type.Parts
            let text = TextOf(part)
            where
                text is not null
                && before.FindType(type.Name)?.Parts.Any(known => known.Name == part.Name && TextOf(known) == text) is not true
            let problem = PatternLanguage.Read(text, out var problem) is null ? problem : null
            where problem is not null
            select new Problem("ContentTypes", $"the pattern '{text}' of the part '{part.Name}' of the type '{type.Name}' {problem}"),
        ];
}
