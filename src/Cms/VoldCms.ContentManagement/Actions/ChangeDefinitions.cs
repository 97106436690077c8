using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Patterns;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>Changes content types and parts; content stays, and is indexed anew where the change touches its type.</summary>
public sealed class ChangeDefinitions(CurrentPrincipal principal, TimeProvider clock)
{
    /// <summary>Lays the records of <paramref name="body"/> over the definitions: nothing is ever removed.</summary>
    /// <returns>Whether anything changed; or <see cref="Invalid"/> with paths below <paramref name="body"/>,
    /// <see cref="Forbidden"/>.</returns>
    public ValueTask<Result<bool>> MergeAsync(IUnitOfWork work, JsonObject body, CancellationToken cancellationToken) =>
        RunAsync(work, definitions => ContentDefinitionDocument.Merge(definitions, body), cancellationToken);

    /// <summary>Makes the named types and parts exactly what <paramref name="body"/> says.</summary>
    /// <inheritdoc cref="MergeAsync"/>
    public ValueTask<Result<bool>> ReplaceAsync(IUnitOfWork work, JsonObject body, CancellationToken cancellationToken) =>
        RunAsync(
            work,
            definitions =>
                ContentDefinitionDocument.Read(body) is { IsSuccess: true, Value: var given }
                    ? definitions with
                    {
                        Types = definitions.Types.SetItems(given.Types),
                        Parts = definitions.Parts.SetItems(given.Parts),
                    }
                    : ContentDefinitionDocument.Read(body),
            cancellationToken
        );

    /// <summary>Deletes definitions by name; names that are not there are passed over.</summary>
    /// <inheritdoc cref="MergeAsync"/>
    public ValueTask<Result<bool>> DeleteAsync(
        IUnitOfWork work,
        IEnumerable<string> types,
        IEnumerable<string> parts,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            work,
            definitions => definitions with { Types = definitions.Types.RemoveRange(types), Parts = definitions.Parts.RemoveRange(parts) },
            cancellationToken
        );

    private async ValueTask<Result<bool>> RunAsync(
        IUnitOfWork work,
        Func<ContentDefinitions, Result<ContentDefinitions>> change,
        CancellationToken cancellationToken
    )
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        if (ConfigurationChange.FindProblem(configuration, principal.Value, SitePermissions.EditContentTypes) is { } forbidden)
        {
            return forbidden;
        }

        var before = configuration.Model.Definitions;
        if (!change(before).TryGet(out var after, out var error))
        {
            return error;
        }

        if (PatternCheck.FindProblems(before, after) is { IsEmpty: false } problems)
        {
            return Invalid.Of("definitions.pattern", problems);
        }

        var touched = TouchedTypes(before, after);
        if (touched.IsEmpty && before.Parts.SequenceEqual(after.Parts))
        {
            return false;
        }

        await work.Documents.SetAsync(
            ContentDefinitionDocument.Name,
            ContentDefinitionDocument.Write(after).ToJsonString(),
            cancellationToken
        );
        await work.Content.ReindexAsync(touched, cancellationToken);
        ConfigurationChange.Record(work, principal.Value, clock, nameof(ChangeDefinitions), string.Join(", ", touched));
        return true;
    }

    /// <summary>Types that are new, gone or changed, or have a part that is.</summary>
    private static ImmutableArray<string> TouchedTypes(ContentDefinitions before, ContentDefinitions after)
    {
        var parts = before
            .Parts.Keys.Union(after.Parts.Keys, StringComparer.OrdinalIgnoreCase)
            .Where(name => !Equals(before.FindPart(name), after.FindPart(name)))
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. before
                .Types.Keys.Union(after.Types.Keys, StringComparer.OrdinalIgnoreCase)
                .Where(name =>
                    !Equals(before.FindType(name), after.FindType(name))
                    || after.FindType(name)!.Parts.Any(part => parts.Contains(part.PartName))
                ),
        ];
    }
}
